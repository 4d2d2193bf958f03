package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/sign"
)

// The files that keygen writes.
const (
	privateName = "kit.key"
	publicName  = "kit.pub"

	maxKey = 1 << 20 // bytes of a key or a signature: these have less than a thousand
)

func keygenCommand(a *app) *cobra.Command {
	c := a.verb(groupCampaign, "keygen", a.args(1, 1), func(c *cobra.Command, args []string) error {
		return a.keygen(c.Context(), args[0])
	})
	c.ValidArgsFunction = nil // folders
	return c
}

// keygen makes a key and keeps it in a folder, under a passphrase that is asked
// for twice.
func (a *app) keygen(ctx context.Context, folder string) error {
	private, public := filepath.Join(folder, privateName), filepath.Join(folder, publicName)
	for _, name := range []string{private, public} {
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			return refuse(unwriteable, "key-there", with{"file": name})
		}
	}
	passphrase, err := a.passphrase(ctx, a.text("passphrase-new", nil))
	if err != nil {
		return err
	}
	again, err := a.passphrase(ctx, a.text("passphrase-again", nil))
	if err != nil {
		return err
	}
	if !bytes.Equal(passphrase, again) {
		return refuse(problems, "passphrase-differs", nil)
	}
	key, err := sign.Generate()
	if err != nil {
		return err
	}
	file, err := key.Encrypt(passphrase)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return files.Blame(folder, err)
	}
	if err := errors.Join(newFile(private, file, 0o600), newFile(public, key.Public().File(), 0o644)); err != nil {
		return err
	}
	a.report("key-made", with{"private": private, "public": public})
	fmt.Fprintf(a.Out, "%s\n%s\n", key.Public(), key.Public().Words())
	a.report("key-use", with{"key": key.Public().String(), "private": forShell(private)})
	return nil
}

// newFile writes a file that is not there yet.
func newFile(name string, data []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return files.Blame(name, err)
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(files.Blame(name, err), os.Remove(name))
	}
	return nil
}

// privateKey reads a private key's file, and asks for its passphrase; nil if no
// file is named.
func (a *app) privateKey(ctx context.Context, name string) (*sign.PrivateKey, error) {
	if name == "" {
		return nil, nil
	}
	file, err := files.Read(name, maxKey)
	if err != nil {
		return nil, unreadable(name, err)
	}
	encrypted, err := sign.Encrypted(file)
	var passphrase []byte
	if err == nil && encrypted {
		if passphrase, err = a.passphrase(ctx, a.text("passphrase", with{"file": name})); err != nil {
			return nil, err
		}
	}
	key, err := sign.Decrypt(file, passphrase)
	if err != nil {
		return nil, refuse(problems, "at", with{"place": name, "cause": err})
	}
	return key, nil
}

// publicKey reads a public key: a file, or the key itself.
func publicKey(value string) (sign.PublicKey, error) {
	key, err := sign.ParsePublicKey(value)
	if err == nil {
		return key, nil
	}
	file, failed := files.Read(value, maxKey)
	if failed != nil && !errors.Is(failed, fs.ErrNotExist) {
		return key, unreadable(value, failed)
	}
	if failed != nil {
		return key, refuse(problems, "at", with{"place": "--key", "cause": err})
	}
	if key, err = sign.ParsePublicKey(string(file)); err != nil {
		return key, refuse(problems, "at", with{"place": value, "cause": err})
	}
	return key, nil
}

// passphrase asks for one at the terminal, and nowhere else: what stands in a
// command or a variable is kept by the shell and seen by other programs.
func (a *app) passphrase(ctx context.Context, question string) ([]byte, error) {
	if !a.Interactive() || a.Hidden == nil {
		return nil, refuse(problems, "passphrase-terminal", nil)
	}
	return a.AskHidden(ctx, question)
}
