package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share"
)

func verifyCommand(a *app) *cobra.Command {
	var asJSON bool
	c := a.verb(groupCheck, "verify", a.args(1, 1), func(_ *cobra.Command, args []string) error {
		return a.verify(args[0], asJSON)
	})
	c.Flags().BoolVar(&asJSON, "json", false, "")
	c.ValidArgsFunction = nil // files
	return c
}

// A verdict is what Verify says, for programs.
type verdict struct {
	OK      bool     `json:"ok"`
	Kit     string   `json:"kit,omitempty"`
	Version string   `json:"version,omitempty"`
	Files   int      `json:"files,omitempty"`
	Altered []string `json:"altered,omitempty"`
	Missing []string `json:"missing,omitempty"`
	Added   []string `json:"added,omitempty"`
}

// verify compares the files of a kit with its sums.
func (a *app) verify(name string, asJSON bool) error {
	fsys, done, err := openKit(name)
	if err != nil {
		return err
	}
	defer done()
	m, err := share.Verify(fsys)
	var sums *share.SumError
	if err != nil && !errors.As(err, &sums) {
		return notKit(name, cause(err))
	}
	v := verdict{OK: err == nil}
	if m != nil {
		v.Kit, v.Version, v.Files = m.Kit, m.Version, countFiles(fsys)
	}
	if sums != nil {
		v.Altered, v.Missing, v.Added = sums.Altered, sums.Missing, sums.Added
	}
	if asJSON {
		err = a.json(v)
	} else {
		err = nil
		a.printVerdict(name, &v)
	}
	if err == nil && !v.OK {
		err = errSaid
	}
	return err
}

// openKit opens a kit's folder or zip.
func openKit(name string) (fsys fs.FS, done func() error, err error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, unreadable(name, err)
	}
	fsys, done = os.DirFS(name), func() error { return nil }
	if !info.IsDir() {
		z, err := zip.OpenReader(name)
		if err != nil {
			return nil, nil, notKit(name, err)
		}
		fsys, done = z, z.Close
	}
	if _, err := fs.Stat(fsys, "SHA256SUMS"); err != nil {
		done()
		return nil, nil, refuse(problems, "not-kit-file", with{"name": name, "file": "SHA256SUMS", "cause": cause(err)})
	}
	return fsys, done, nil
}

func notKit(name string, err error) error {
	return refuse(problems, "not-kit", with{"name": name, "cause": err})
}

// countFiles counts what is there: the manifest lists fewer, since it leaves
// out itself, the sums and the small zips.
func countFiles(fsys fs.FS) (n int) {
	fs.WalkDir(fsys, ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return nil
	})
	return n
}

func (a *app) printVerdict(name string, v *verdict) {
	w := a.env.stdout
	if v.OK {
		fmt.Fprintln(w, a.paint(w, green, harmless(a.text("intact", with{"name": name, "kit": v.Kit, "version": v.Version, "n": v.Files}))))
		return
	}
	for _, part := range []struct {
		word  string
		names []string
	}{{"altered", v.Altered}, {"missing", v.Missing}, {"added", v.Added}} {
		for _, n := range part.names {
			fmt.Fprintf(w, "%s %s\n", a.paint(w, red, a.text(part.word, nil)), harmless(n))
		}
	}
	a.report("differ", with{"n": len(v.Altered) + len(v.Missing) + len(v.Added)})
}
