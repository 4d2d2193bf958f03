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
	c := a.verb(groupCheck, a.say.Verify, a.args(1, 1), func(_ *cobra.Command, args []string) error {
		return a.verify(args[0], asJSON)
	})
	c.Flags().BoolVar(&asJSON, "json", false, a.say.Flag.JSON)
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
	fsys, done, err := a.openKit(name)
	if err != nil {
		return err
	}
	defer done()
	m, err := share.Verify(fsys)
	var sums *share.SumError
	if err != nil && !errors.As(err, &sums) {
		return &problemError{fmt.Errorf(a.say.NotKit, name, a.reason(cause(err))), a.say.HintKit}
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
func (a *app) openKit(name string) (fsys fs.FS, done func() error, err error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, &usageError{fmt.Errorf(a.say.CannotRead, name, a.reason(cause(err))), ""}
	}
	fsys, done = os.DirFS(name), func() error { return nil }
	if !info.IsDir() {
		z, err := zip.OpenReader(name)
		if err != nil {
			return nil, nil, &problemError{fmt.Errorf(a.say.NotKit, name, a.reason(err)), a.say.HintKit}
		}
		fsys, done = z, z.Close
	}
	if _, err := fs.Stat(fsys, "SHA256SUMS"); err != nil {
		done()
		return nil, nil, &problemError{fmt.Errorf(a.say.NotKit, name, "SHA256SUMS: "+a.reason(cause(err))), a.say.HintKit}
	}
	return fsys, done, nil
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
		fmt.Fprintln(w, a.paint(w, green, harmless(fmt.Sprintf(a.say.Unaltered, name, v.Kit, v.Version, v.Files))))
		return
	}
	for _, part := range []struct {
		word  string
		names []string
	}{{a.say.Altered, v.Altered}, {a.say.MissingFile, v.Missing}, {a.say.Added, v.Added}} {
		for _, n := range part.names {
			fmt.Fprintf(w, "%s %s\n", a.paint(w, red, part.word), harmless(n))
		}
	}
	a.report(a.say.Differ, len(v.Altered)+len(v.Missing)+len(v.Added))
}
