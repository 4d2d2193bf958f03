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

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/sign"
)

// The files that keygen writes.
const (
	privateName = "kit.key"
	publicName  = "kit.pub"
)

func keygenCommand(a *app) *cobra.Command {
	c := a.Verb(cli.GroupCampaign, "keygen", a.Args(1, 1), func(c *cobra.Command, args []string) error {
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
			return cli.Refuse(cli.Unwriteable, "key-there", cli.With{"file": name})
		}
	}
	passphrase, err := a.Passphrase(ctx, a.Text("passphrase-new", nil))
	if err != nil {
		return err
	}
	again, err := a.Passphrase(ctx, a.Text("passphrase-again", nil))
	if err != nil {
		return err
	}
	if !bytes.Equal(passphrase, again) {
		return cli.Refuse(cli.Problems, "passphrase-differs", nil)
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
	if err := errors.Join(files.Create(private, file, 0o600), files.Create(public, key.Public().File(), 0o644)); err != nil {
		return err
	}
	a.Report("key-made", cli.With{"private": private, "public": public})
	fmt.Fprintf(a.Out, "%s\n%s\n", key.Public(), key.Public().Words())
	a.Report("key-use", cli.With{"key": key.Public().String(), "private": cli.ForShell(private)})
	return nil
}
