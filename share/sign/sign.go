// Package sign proves whose a file is. Keys and signatures are those of
// [minisign], so that its program and other readers of its format verify what
// this package signed, and the other way round.
//
//	key, err := sign.Decrypt(file, passphrase)
//	…
//	signature := key.Sign(data, "campaign:old-mill\tedition:2031-03-10", "")
//
// Signatures are written over the BLAKE2b hash of a message (minisign's "ED")
// and are the same each time; those of the older form ("Ed") are read too. A
// signature has a trusted comment, which it proves as well. The package does
// not write files: where a private key lies is for its owner to choose.
//
// [minisign]: https://jedisct1.github.io/minisign/
package sign

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"

	"golang.org/x/crypto/blake2b"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/minisign"
)

// The names of the algorithms, as they begin keys and signatures.
const (
	plainEd25519  = minisign.Algorithm // of keys, and of signatures over the message itself
	hashedEd25519 = "ED"               // of signatures over its hash
)

const (
	idSize       = minisign.IDSize
	untrusted    = minisign.Untrusted
	trusted      = "trusted comment: "
	maxSignature = 16 << 10 // minisign itself allows comments of 1 and 8 kB
)

// keyID tells keys apart; it proves nothing.
type keyID [idSize]byte

// String is the number as minisign prints it.
func (id keyID) String() string { return fmt.Sprintf("%016X", binary.LittleEndian.Uint64(id[:])) }

// A PublicKey verifies signatures. It is a value: two are the same key if they
// are equal. The zero PublicKey verifies nothing.
// It is safe for concurrent use.
type PublicKey struct {
	id  keyID
	key [ed25519.PublicKeySize]byte
}

// ParsePublicKey reads the file of a public key, or only its second line, which
// is how keys are passed on by hand: "RWQ…", 56 characters.
func ParsePublicKey(text string) (PublicKey, error) {
	id, key, ok := minisign.PublicKey(text)
	if !ok {
		return PublicKey{}, newError("key-public", nil)
	}
	return PublicKey{id, key}, nil
}

// String is the key in one line of 56 characters.
func (k PublicKey) String() string {
	return base64.StdEncoding.EncodeToString(join([]byte(plainEd25519), k.id[:], k.key[:]))
}

// File is what minisign keeps in a file with the ending .pub.
func (k PublicKey) File() []byte {
	return []byte(untrusted + "minisign public key " + k.ID() + "\n" + k.String() + "\n")
}

// ID is the number by which minisign names the key, 16 hexadecimal digits.
// Anybody can make a key with the same number.
func (k PublicKey) ID() string { return k.id.String() }

// Words are five made-up words, such as "lusab-babad-gutih-tugad-mudof", by
// which people compare keys: read aloud, or printed on paper. They hold 80 bits
// of the key's hash, so nobody finds another key with the same words.
//
// The words are [proquints], which can be spoken in most languages.
//
// [proquints]: https://arxiv.org/html/0901.4016
func (k PublicKey) Words() string {
	sum := blake2b.Sum256(k.key[:])
	words := make([]string, 5)
	for i := range words {
		words[i] = proquint(binary.BigEndian.Uint16(sum[2*i:]))
	}
	return strings.Join(words, "-")
}

// proquint spells 16 bits as five letters.
func proquint(n uint16) string {
	const consonants, vowels = "bdfghjklmnprstvz", "aiou"
	return string([]byte{consonants[n>>12], vowels[n>>10&3], consonants[n>>6&15], vowels[n>>4&3], consonants[n&15]})
}

// Verify reports an error unless the signature is this key's and of this
// message.
func (k PublicKey) Verify(message []byte, s *Signature) error {
	if err := k.VerifyComment(s); err != nil {
		return err
	}
	if s.hashed {
		sum := blake2b.Sum512(message)
		message = sum[:]
	}
	if !ed25519.Verify(k.key[:], message, s.message[:]) {
		return newError("signature-message", nil)
	}
	return nil
}

// VerifyComment reports an error unless the signature's comment is this key's.
// It needs no message: a signature alone proves that its comment was signed.
func (k PublicKey) VerifyComment(s *Signature) error {
	if k == (PublicKey{}) || k.id != s.id {
		return newError("signature-other-key", fault.Values{"id": s.KeyID(), "want": k.ID()})
	}
	if !ed25519.Verify(k.key[:], join(s.message[:], []byte(s.comment)), s.whole[:]) {
		return newError("signature-comment", nil)
	}
	return nil
}

// A Signature is of one message and one comment. It is immutable and safe for
// concurrent use.
type Signature struct {
	hashed         bool
	id             keyID
	message, whole [ed25519.SignatureSize]byte // of the message; of that signature with the comment
	comment        string
}

// ParseSignature reads a file with the ending .minisig, whose lines may end as
// on Windows. It verifies nothing.
func ParseSignature(data []byte) (*Signature, error) {
	if len(data) > maxSignature {
		return nil, newError("signature-garbled", nil)
	}
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n"), "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[0], untrusted) {
		return nil, newError("signature-garbled", nil)
	}
	comment, ok := strings.CutPrefix(lines[2], trusted)
	first, err := base64.StdEncoding.DecodeString(lines[1])
	second, err2 := base64.StdEncoding.DecodeString(lines[3])
	s := &Signature{comment: comment}
	if !ok || err != nil || err2 != nil || len(first) != len(hashedEd25519)+idSize+len(s.message) || len(second) != len(s.whole) {
		return nil, newError("signature-garbled", nil)
	}
	switch string(first[:len(hashedEd25519)]) {
	case hashedEd25519:
		s.hashed = true
	case plainEd25519:
	default:
		return nil, newError("signature-garbled", nil)
	}
	first = first[len(hashedEd25519):]
	copy(s.id[:], first)
	copy(s.message[:], first[idSize:])
	copy(s.whole[:], second)
	return s, nil
}

// Comment is the trusted comment, which is worth its name once the signature is
// verified.
func (s *Signature) Comment() string { return s.comment }

// KeyID is the number of the key that the signature says it is of.
func (s *Signature) KeyID() string { return s.id.String() }

// file writes the signature as minisign does.
func (s *Signature) file(remark string) []byte {
	b64 := base64.StdEncoding.EncodeToString
	return []byte(untrusted + remark + "\n" + b64(join([]byte(hashedEd25519), s.id[:], s.message[:])) + "\n" +
		trusted + s.comment + "\n" + b64(s.whole[:]) + "\n")
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
