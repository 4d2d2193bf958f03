package desk

import (
	"context"
	"errors"
	"io/fs"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/sign"
	"github.com/shutdowncecot/toolkit/share/verdict"
)

// maxKey bounds what is read of a key or a signature: these have less than a
// thousand bytes.
const maxKey = 1 << 20

// PrivateKey reads a private key's file, and asks for its passphrase; nil if no
// file is named.
func (a *Desk) PrivateKey(ctx context.Context, name string) (*sign.PrivateKey, error) {
	if name == "" {
		return nil, nil
	}
	file, err := files.Read(name, maxKey)
	if err != nil {
		return nil, cli.Unreadable(name, err)
	}
	encrypted, err := sign.Encrypted(file)
	var passphrase []byte
	if err == nil && encrypted {
		if passphrase, err = a.Passphrase(ctx, a.Text("passphrase", cli.With{"file": name})); err != nil {
			return nil, err
		}
	}
	key, err := sign.Decrypt(file, passphrase)
	if err != nil {
		return nil, cli.Refuse(cli.Problems, "at", cli.With{"place": name, "cause": err})
	}
	return key, nil
}

// PublicKey reads a public key: a file, or the key itself.
func PublicKey(value string) (sign.PublicKey, error) {
	key, err := sign.ParsePublicKey(value)
	if err == nil {
		return key, nil
	}
	file, failed := files.Read(value, maxKey)
	if failed != nil && !errors.Is(failed, fs.ErrNotExist) {
		return key, cli.Unreadable(value, failed)
	}
	if failed != nil {
		return key, cli.Refuse(cli.Problems, "at", cli.With{"place": "--key", "cause": err})
	}
	if key, err = sign.ParsePublicKey(string(file)); err != nil {
		return key, cli.Refuse(cli.Problems, "at", cli.With{"place": value, "cause": err})
	}
	return key, nil
}

// Passphrase asks for one at the terminal, and nowhere else: what stands in a
// command or a variable is kept by the shell and seen by other programs.
func (a *Desk) Passphrase(ctx context.Context, question string) ([]byte, error) {
	if !a.Interactive() || a.Hidden == nil {
		return nil, cli.Refuse(cli.Problems, "passphrase-terminal", nil)
	}
	return a.AskHidden(ctx, question)
}

// Trust reads a key and, of signatures, what else is known of its editions; nil
// without a key.
func Trust(value string, signatures []string) (*verdict.Key, error) {
	if value == "" {
		return nil, nil
	}
	public, err := PublicKey(value)
	if err != nil {
		return nil, err
	}
	key := &verdict.Key{Public: public, Known: []share.Edition{verdict.BuiltIn()}}
	for _, name := range signatures {
		signature, err := Signature(name)
		if err != nil {
			return nil, err
		}
		e, err := share.SignedEdition(signature, public)
		if err != nil {
			return nil, cli.Refuse(cli.Problems, "at", cli.With{"place": name, "cause": err})
		}
		key.Known = append(key.Known, e)
	}
	return key, nil
}
