// Package minisign reads the public keys of minisign's format. It verifies
// nothing and brings no cryptography along, so that a program which only asks
// whether a text is a key stays small.
package minisign

import (
	"encoding/base64"
	"strings"
)

const (
	IDSize  = 8
	KeySize = 32 // of Ed25519

	Algorithm = "Ed"
	Untrusted = "untrusted comment: "
)

// PublicKey reads the file of a public key, or only its second line, which is
// how keys are passed on by hand: "RWQ…", 56 characters.
func PublicKey(text string) (id [IDSize]byte, key [KeySize]byte, ok bool) {
	line := strings.TrimSpace(text)
	if comment, rest, cut := strings.Cut(line, "\n"); cut && strings.HasPrefix(comment, Untrusted) {
		line = strings.TrimSpace(rest)
	}
	data, err := base64.StdEncoding.DecodeString(line)
	if err != nil || len(data) != len(Algorithm)+IDSize+KeySize || !strings.HasPrefix(string(data), Algorithm) {
		return id, key, false
	}
	data = data[len(Algorithm):]
	copy(id[:], data)
	copy(key[:], data[IDSize:])
	return id, key, true
}
