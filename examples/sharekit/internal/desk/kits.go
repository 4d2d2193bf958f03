package desk

import (
	"archive/zip"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/review"
)

// Signature reads a signature: a file, or that of a kit.
func Signature(name string) ([]byte, error) {
	if strings.HasSuffix(name, share.SignatureEnding) {
		data, err := files.Read(name, maxKey)
		if err != nil {
			return nil, cli.Unreadable(name, err)
		}
		return data, nil
	}
	fsys, done, err := OpenKit(name)
	if err != nil {
		return nil, err
	}
	defer done()
	data, err := fs.ReadFile(fsys, "SHA256SUMS"+share.SignatureEnding)
	if err != nil {
		return nil, cli.Unreadable(filepath.Join(name, "SHA256SUMS"+share.SignatureEnding), err)
	}
	return data, nil
}

// OpenKit opens a kit's folder or zip.
func OpenKit(name string) (fsys fs.FS, done func() error, err error) {
	kit, err := share.Open(name)
	var f fault.Fault
	switch {
	case errors.Is(err, zip.ErrFormat):
		return nil, nil, NotKit(name, zip.ErrFormat)
	case errors.As(err, &f):
		return nil, nil, cli.Refuse(cli.Problems, "at", cli.With{"place": name, "cause": err})
	case err != nil:
		return nil, nil, cli.Unreadable(name, err)
	}
	if sums, _ := fs.Glob(kit, "SHA256SUMS*"); len(sums) == 0 {
		_, err := fs.Stat(kit, "SHA256SUMS")
		kit.Close()
		return nil, nil, cli.Refuse(cli.Problems, "not-kit-file", cli.With{"name": name, "file": "SHA256SUMS", "cause": cli.Cause(err)})
	}
	return kit, kit.Close, nil
}

// NotKit says why what was named is no kit.
func NotKit(name string, err error) error {
	var own *cli.Refusal
	if errors.As(err, &own) {
		return err
	}
	return cli.Refuse(cli.Problems, "not-kit", cli.With{"name": name, "cause": err})
}

// OpenKits opens several kits or parts of one.
func OpenKits(names []string) (all []fs.FS, done func(), err error) {
	var open []func() error
	done = func() {
		for _, f := range open {
			f()
		}
	}
	for _, name := range names {
		fsys, end, err := OpenKit(name)
		if err != nil {
			done()
			return nil, nil, err
		}
		all, open = append(all, fsys), append(open, end)
	}
	return all, done, nil
}

// Part reads "3/16"; "" is the whole kit.
func Part(s string) (share.Part, error) {
	p, err := share.ParsePart(s)
	if err != nil {
		return p, cli.Refuse(cli.Usage, "value-part", cli.With{"value": s})
	}
	return p, nil
}

// FFmpeg is the program's name if it is wanted.
func FFmpeg(wanted bool) string {
	if wanted {
		return "ffmpeg"
	}
	return ""
}

// Keeps refuses a cache that nothing can be kept in.
func Keeps(dir string) error {
	if dir == "" {
		return nil
	}
	if err := files.Usable(dir); err != nil {
		return cli.Refuse(cli.Unwriteable, "at", cli.With{"place": "--cache", "cause": err})
	}
	return nil
}

// Shown is what can be looked at before it leaves: a kit or a site.
type Shown interface {
	fs.FS
	Speaker
	Names() []string
}

// Show builds the kit of today in some languages or, with an address, the site.
// What must not leave is not shown either.
func (a *Desk) Show(ctx context.Context, dir string, langs []string, base string) (Shown, error) {
	c, err := Read(ctx, dir)
	if err != nil {
		return nil, err
	}
	if err := review.First(review.Checked(c.Check(a.Today))); err != nil {
		return nil, err
	}
	opt := share.Options{Languages: cli.Once(langs)}
	var made Shown
	if base != "" {
		made, err = share.NewSite(ctx, c, base, &share.SiteOptions{Options: opt})
	} else {
		made, err = share.Build(ctx, c, &opt)
	}
	if err != nil {
		return nil, err
	}
	found, err := made.Judge(ctx)
	if wrong := review.First(review.Judged(found)); wrong != nil {
		return nil, wrong
	}
	return made, err
}
