package sign

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"math/bits"
	"strings"

	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/scrypt"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A PrivateKey signs. It is immutable and safe for concurrent use. It has no
// String method, so that nothing prints it by mistake.
type PrivateKey struct {
	id  keyID
	key ed25519.PrivateKey
}

// Generate makes a new key.
func Generate() (*PrivateKey, error) {
	pub, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	k := &PrivateKey{key: key}
	sum := blake2b.Sum256(pub)
	copy(k.id[:], sum[:])
	return k, nil
}

// Public is the key that verifies what this one signs.
func (k *PrivateKey) Public() PublicKey {
	p := PublicKey{id: k.id}
	copy(p.key[:], k.key.Public().(ed25519.PublicKey))
	return p
}

// Sign returns the file of the signature of a message. The comment, one line, is
// signed too; the remark, one line, is not. An empty remark names the key.
func (k *PrivateKey) Sign(message []byte, comment, remark string) ([]byte, error) {
	if strings.ContainsAny(comment+remark, "\r\n") || len(comment)+len(remark) > maxSignature/2 {
		return nil, newError("signature-line", nil)
	}
	if remark == "" {
		remark = "verify with public key " + k.id.String()
	}
	s := &Signature{id: k.id, comment: comment}
	sum := blake2b.Sum512(message)
	copy(s.message[:], ed25519.Sign(k.key, sum[:]))
	copy(s.whole[:], ed25519.Sign(k.key, join(s.message[:], []byte(comment))))
	return s.file(remark), nil
}

// The file of a private key: names of the algorithms of key, passphrase and
// checksum; salt; two limits of scrypt; and the encrypted rest.
const (
	scryptName, noneName = "Sc", "\x00\x00"
	blakeName            = "B2"
	saltSize             = 32
	headSize             = 2 + 2 + 2 + saltSize + 8 + 8
	secretSize           = idSize + ed25519.PrivateKeySize + blake2b.Size256
	privateRemark        = untrusted + "minisign encrypted secret key\n"
)

// What it costs to try a passphrase: 128 MB, as OWASP's Password Storage Cheat
// Sheet has it (read 2026-11-29). Minisign itself takes 1 GB, which a small
// machine does not have; it reads the cost from the file.
const (
	scryptMemory = 128 << 20              // bytes: 128 · N · r
	scryptOps    = scryptMemory / 32      // 4 · N · r
	maxMemory    = 1 << 30                // minisign's own, the most that is read
	scryptR      = 8                      // libsodium has no other
	scryptUnit   = scryptR * 128          // bytes that each step of N takes
	maxOps       = uint64(maxMemory / 32) // minisign's own
)

// Encrypt returns the file of the key under a passphrase, as minisign keeps it.
func (k *PrivateKey) Encrypt(passphrase []byte) ([]byte, error) {
	if len(passphrase) == 0 {
		return nil, newError("key-passphrase-empty", nil)
	}
	salt := make([]byte, saltSize)
	if _, err := rand.Read(salt); err != nil {
		return nil, err
	}
	head := join([]byte(plainEd25519+scryptName+blakeName), salt)
	head = binary.LittleEndian.AppendUint64(head, scryptOps)
	head = binary.LittleEndian.AppendUint64(head, scryptMemory)
	secret := join(k.id[:], k.key, k.checksum())
	if err := mask(secret, passphrase, head); err != nil {
		return nil, err
	}
	return []byte(privateRemark + base64.StdEncoding.EncodeToString(join(head, secret)) + "\n"), nil
}

// Decrypt reads the file of a private key. Minisign can keep one without a
// passphrase; the one that is passed is then not used.
func Decrypt(file, passphrase []byte) (*PrivateKey, error) {
	head, secret, err := parsePrivate(file)
	if err != nil {
		return nil, err
	}
	encrypted := string(head[2:4]) == scryptName
	if encrypted {
		if err := mask(secret, passphrase, head); err != nil {
			return nil, err
		}
	}
	k := &PrivateKey{key: ed25519.PrivateKey(secret[idSize : idSize+ed25519.PrivateKeySize])}
	copy(k.id[:], secret)
	sum := secret[idSize+ed25519.PrivateKeySize:]
	unsummed := !encrypted && subtle.ConstantTimeCompare(sum, make([]byte, len(sum))) == 1
	if !unsummed && subtle.ConstantTimeCompare(sum, k.checksum()) == 0 {
		return nil, newError("key-passphrase", nil)
	}
	return k, nil
}

// Encrypted reports whether a private key's file wants a passphrase.
func Encrypted(file []byte) (bool, error) {
	head, _, err := parsePrivate(file)
	return err == nil && string(head[2:4]) == scryptName, err
}

func parsePrivate(file []byte) (head, secret []byte, err error) {
	comment, line, ok := strings.Cut(strings.TrimSpace(string(file)), "\n")
	data, err := base64.StdEncoding.DecodeString(strings.TrimSpace(line))
	if !ok || err != nil || !strings.HasPrefix(comment, untrusted) || len(data) != headSize+secretSize {
		return nil, nil, newError("key-private", nil)
	}
	names := string(data[:6])
	if names != plainEd25519+scryptName+blakeName && names != plainEd25519+noneName+blakeName {
		return nil, nil, newError("key-private", nil)
	}
	return data[:headSize], data[headSize:], nil
}

// checksum tells a wrong passphrase.
func (k *PrivateKey) checksum() []byte {
	sum := blake2b.Sum256(join([]byte(plainEd25519), k.id[:], k.key))
	return sum[:]
}

// mask encrypts or decrypts a secret with what scrypt makes of a passphrase.
func mask(secret, passphrase, head []byte) error {
	limits := head[headSize-16:]
	n, p, err := scryptCost(binary.LittleEndian.Uint64(limits), binary.LittleEndian.Uint64(limits[8:]))
	if err != nil {
		return err
	}
	stream, err := scrypt.Key(passphrase, head[6:6+saltSize], n, scryptR, p, len(secret))
	if err != nil {
		return err
	}
	subtle.XORBytes(secret, secret, stream)
	return nil
}

// scryptCost is what libsodium takes for two limits (its pickparams, in
// crypto_pwhash_scryptsalsa208sha256).
func scryptCost(ops, memory uint64) (n, p int, err error) {
	if ops > maxOps || memory > maxMemory {
		return 0, 0, newError("key-costly", fault.Values{"mb": memory >> 20})
	}
	ops = max(ops, 32768)
	if ops < memory/32 {
		return power(ops / (scryptR * 4)), 1, nil
	}
	n = power(memory / scryptUnit)
	return n, max(1, int(ops/4/uint64(n))/scryptR), nil
}

// power is the greatest power of two that is not above most, at least 2.
func power(most uint64) int { return max(2, 1<<(bits.Len64(most)-1)) }
