package share

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Verified is a kit whose files are as its sums and its manifest have them. That
// says nothing of who made it: see [Prove]. It is plain data, safe for
// concurrent use as long as nobody changes it.
type Verified struct {
	*Manifest

	// Litter are files that a Mac or Windows left in the folder, which are no
	// part of a kit and were not judged.
	Litter []string

	// KeyID is the number of the key that the kit says it is signed with, which
	// nothing proves; "" for a kit that is not signed.
	KeyID string
}

// Verify reads a kit's manifest and compares every file with its sum, and the
// sums with the manifest. What differs is a *SumError; a folder without sums or
// manifest is another error. The small zips have sums of their own, and may be
// left out with them, as the whole zip does.
func Verify(fsys fs.FS) (*Verified, error) {
	m, err := readManifest(fsys)
	if err != nil {
		return nil, err
	}
	want, err := readSums(fsys)
	if err != nil {
		return nil, err
	}
	if err := m.agrees(want); err != nil {
		return nil, err
	}
	if err := addSums(want, fsys, zipsDir, zipsSumsName); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	v := &Verified{Manifest: m, KeyID: signedWith(fsys)}
	e, err := v.differences(fsys, want)
	if err != nil {
		return nil, err
	}
	if e.settled() != nil {
		return v, e
	}
	return v, nil
}

// agrees holds the manifest to the sums: it lists all of them but its own. One
// without files says nothing of any.
func (m *Manifest) agrees(sums map[string]string) error {
	differs := func(name string) error { return kitError("kit-manifest-differs", fault.Values{"file": name}) }
	listed := make(map[string]bool, len(m.Files))
	for i := range m.Files {
		e := &m.Files[i]
		if listed[e.Name] || sums[e.Name] != e.SHA256 {
			return differs(e.Name)
		}
		listed[e.Name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		if !listed[name] && name != manifestName {
			return differs(name)
		}
	}
	return nil
}

// unsummed are the files of a kit that have no sum.
var unsummed = []string{sumsName, zipsSumsName, sumsName + SignatureEnding, zipsSumsName + SignatureEnding}

// differences compares the files of a folder with their sums, which it uses up.
func (v *Verified) differences(fsys fs.FS, want map[string]string) (*SumError, error) {
	e := new(SumError)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || slices.Contains(unsummed, name) {
			return err
		}
		sum, known := want[name]
		delete(want, name)
		if !known && isLitter(fsys, name, d) {
			v.Litter = append(v.Litter, name)
			return nil
		}
		if !known {
			e.Added = append(e.Added, name)
			return nil
		}
		if !d.Type().IsRegular() { // which a kit does not have, and may not end when it is read
			e.Altered = append(e.Altered, name)
			return nil
		}
		got, err := sumOf(fsys, name)
		if err == nil && got != sum {
			e.Altered = append(e.Altered, name)
		}
		return err
	})
	e.Missing = slices.Sorted(maps.Keys(want))
	return e, err
}

func sumOf(fsys fs.FS, name string) (string, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
