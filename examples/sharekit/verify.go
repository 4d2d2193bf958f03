package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/sign"
)

// verifyFlags are the choices of the verb verify.
type verifyFlags struct {
	key   string
	known []string
	json  bool
}

func verifyCommand(a *app) *cobra.Command {
	var f verifyFlags
	c := a.verb(groupCheck, "verify", a.args(1, 1), func(c *cobra.Command, args []string) error {
		if f.key == "" {
			if err := only(c, "--key", "known"); err != nil {
				return err
			}
		}
		return a.verify(args[0], &f)
	})
	c.Flags().StringVar(&f.key, "key", "", "")
	c.Flags().StringArrayVar(&f.known, "known", nil, "")
	c.Flags().BoolVar(&f.json, "json", false, "")
	c.MarkFlagFilename("key", "pub")
	c.MarkFlagFilename("known")
	c.ValidArgsFunction = nil // files
	return c
}

// A verdict is what Verify says, for programs.
type verdict struct {
	OK         bool     `json:"ok"`
	Kit        string   `json:"kit,omitempty"`
	Version    string   `json:"version,omitempty"`
	Files      int      `json:"files,omitempty"`
	Altered    []string `json:"altered,omitempty"`
	Missing    []string `json:"missing,omitempty"`
	Added      []string `json:"added,omitempty"`
	Litter     []string `json:"litter,omitempty"`      // passed over
	SaysKey    string   `json:"says_key,omitempty"`    // the number of the key it says it is signed with
	Genuine    *bool    `json:"genuine,omitempty"`     // null: no key was given
	ReplacedBy string   `json:"replaced_by,omitempty"` // the newest edition known
	Why        string   `json:"why,omitempty"`         // it is not genuine

	cause error
}

// verify compares the files of a kit with its sums, and asks whose it is.
func (a *app) verify(name string, f *verifyFlags) error {
	whose, err := f.trust()
	if err != nil {
		return err
	}
	fsys, done, err := openKit(name)
	if err != nil {
		return err
	}
	defer done()
	v, err := a.judgeKit(fsys, whose)
	if err != nil {
		return notKit(name, cause(err))
	}
	if f.json {
		err = a.json(v)
	} else {
		a.printVerdict(name, v)
	}
	if err == nil && !v.OK {
		err = errSaid
	}
	return err
}

// A trusted key, and the newest editions that it is known to have signed.
type trusted struct {
	key    sign.PublicKey
	newest []share.Edition
}

// trust reads the key and what else is known; nil without a key.
func (f *verifyFlags) trust() (*trusted, error) {
	if f.key == "" {
		return nil, nil
	}
	key, err := publicKey(f.key)
	if err != nil {
		return nil, err
	}
	newest, err := newestKnown(f.known, key)
	return &trusted{key, newest}, err
}

// judgeKit verifies a kit, and whose it is if a key is trusted, or the cards of
// a table.
func (a *app) judgeKit(fsys fs.FS, whose *trusted) (*verdict, error) {
	if whose == nil && isThere(fsys, "pictures") && !isThere(fsys, "data/manifest.json") {
		return cardsVerdict(fsys)
	}
	if whose == nil {
		found, err := share.Verify(fsys)
		return verdictOf(fsys, found, err)
	}
	found, edition, failed := share.Prove(fsys, whose.key)
	v, err := verdictOf(fsys, found, failed)
	if err != nil && found == nil {
		return nil, err
	}
	var sums *share.SumError
	genuine := failed == nil
	switch {
	case genuine:
		for _, e := range whose.newest {
			if e.Replaces(edition) && e.Version > v.ReplacedBy {
				v.ReplacedBy, v.OK = e.Version, false
			}
		}
	case !errors.As(failed, &sums):
		v = plainVerdict(fsys, found)
		v.cause, v.Why = failed, a.explain(failed)
	}
	v.Genuine = &genuine
	return v, nil
}

// isThere reports whether there is a file or folder.
func isThere(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

// cardsVerdict is what is found of the cards of a table.
func cardsVerdict(fsys fs.FS) (*verdict, error) {
	n, err := share.VerifyCards(fsys)
	var sums *share.SumError
	if err != nil && !errors.As(err, &sums) {
		return nil, err
	}
	return (&verdict{Files: n}).differing(sums), nil
}

func plainVerdict(fsys fs.FS, found *share.Verified) *verdict {
	return &verdict{Kit: found.Kit, Version: found.Version, Files: countFiles(fsys), Litter: found.Litter, SaysKey: found.KeyID}
}

// verdictOf is what Verify found; another error than of the sums stays one.
func verdictOf(fsys fs.FS, found *share.Verified, err error) (*verdict, error) {
	var sums *share.SumError
	if err != nil && !errors.As(err, &sums) {
		return nil, err
	}
	return plainVerdict(fsys, found).differing(sums), nil
}

// differing adds what differs, if anything does.
func (v *verdict) differing(sums *share.SumError) *verdict {
	v.OK = sums == nil
	if sums != nil {
		v.Altered, v.Missing, v.Added = sums.Altered, sums.Missing, sums.Added
	}
	return v
}

// newestKnown are the editions that are known: of the campaign that comes with
// the program, and those that the named kits or signatures prove.
func newestKnown(names []string, key sign.PublicKey) ([]share.Edition, error) {
	builtIn, asOf := campaign.DefaultEdition()
	all := []share.Edition{{Campaign: builtIn, Version: asOf.String(), AsOf: asOf.String()}}
	for _, name := range names {
		signature, err := signatureAt(name)
		if err != nil {
			return nil, err
		}
		e, err := share.SignedEdition(signature, key)
		if err != nil {
			return nil, refuse(problems, "at", with{"place": name, "cause": err})
		}
		all = append(all, e)
	}
	return all, nil
}

// signatureAt reads a signature: a file, or that of a kit.
func signatureAt(name string) ([]byte, error) {
	if strings.HasSuffix(name, share.SignatureEnding) {
		data, err := files.Read(name, maxKey)
		if err != nil {
			return nil, unreadable(name, err)
		}
		return data, nil
	}
	fsys, done, err := openKit(name)
	if err != nil {
		return nil, err
	}
	defer done()
	data, err := fs.ReadFile(fsys, "SHA256SUMS"+share.SignatureEnding)
	if err != nil {
		return nil, unreadable(filepath.Join(name, "SHA256SUMS"+share.SignatureEnding), err)
	}
	return data, nil
}

// openKit opens a kit's folder or zip.
func openKit(name string) (fsys fs.FS, done func() error, err error) {
	kit, err := share.Open(name)
	var f fault.Fault
	switch {
	case errors.Is(err, zip.ErrFormat):
		return nil, nil, notKit(name, zip.ErrFormat)
	case errors.As(err, &f):
		return nil, nil, refuse(problems, "at", with{"place": name, "cause": err})
	case err != nil:
		return nil, nil, unreadable(name, err)
	}
	if sums, _ := fs.Glob(kit, "SHA256SUMS*"); len(sums) == 0 {
		_, err := fs.Stat(kit, "SHA256SUMS")
		kit.Close()
		return nil, nil, refuse(problems, "not-kit-file", with{"name": name, "file": "SHA256SUMS", "cause": cause(err)})
	}
	return kit, kit.Close, nil
}

func notKit(name string, err error) error {
	var own *refusal
	if errors.As(err, &own) {
		return err
	}
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
	if v.OK || v.ReplacedBy != "" || v.cause != nil {
		a.printWhose(name, v)
	} else {
		a.printDiffering(v)
	}
	if len(v.Litter) > 0 {
		a.report("litter", with{"n": len(v.Litter), "file": v.Litter[0]})
	}
}

// printWhose says whose a kit is, as far as that is known.
func (a *app) printWhose(name string, v *verdict) {
	w := a.Out
	values := with{"name": name, "kit": v.Kit, "version": v.Version, "n": v.Files, "newer": v.ReplacedBy, "cause": v.cause, "key": v.SaysKey}
	rule, colour := "genuine", terminal.Green
	switch {
	case v.cause != nil:
		rule, colour = "not-theirs", terminal.Red
	case v.ReplacedBy != "":
		rule, colour = "genuine-replaced", terminal.Red
	case v.Kit == "":
		rule = "undamaged-cards"
	case v.Genuine == nil:
		rule = "undamaged"
	}
	fmt.Fprintln(w, a.Paint(w, colour, terminal.Harmless(a.text(rule, values))))
	switch {
	case v.Genuine != nil:
	case v.SaysKey != "":
		a.report("whose-key", values)
	default:
		a.report("whose-none", nil)
	}
}

// printDiffering lists the files that are not as the kit was made.
func (a *app) printDiffering(v *verdict) {
	w := a.Out
	for _, part := range []struct {
		word  string
		names []string
	}{{"altered", v.Altered}, {"missing", v.Missing}, {"added", v.Added}} {
		for _, n := range part.names {
			fmt.Fprintf(w, "%s %s\n", a.Paint(w, terminal.Red, a.text(part.word, nil)), terminal.Harmless(n))
		}
	}
	a.report("differ", with{"n": len(v.Altered) + len(v.Missing) + len(v.Added)})
}
