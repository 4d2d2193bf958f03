// Package verdict says of a kit that somebody was handed whether it is
// undamaged, genuine, replaced by a newer one, or not from whom it should be.
//
//	v, err := verdict.Of(kit, nil)
//	…
//	fmt.Println(v.OK, v.Altered)
package verdict

import (
	"errors"
	"io/fs"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/sign"
)

// A Verdict is what can be said of a kit. It is plain data, safe for concurrent
// use as long as nobody changes it.
type Verdict struct {
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
	Why        string   `json:"why,omitempty"`         // it is not genuine: Cause, in words of the caller's choice

	Cause error `json:"-"` // why it is not genuine; nil where files alone differ
}

// Differing is how many files are not as the kit was made.
func (v *Verdict) Differing() int { return len(v.Altered) + len(v.Missing) + len(v.Added) }

// A Key is whose kit it should be, and which editions of theirs are known.
// It is plain data, safe for concurrent use as long as nobody changes it.
type Key struct {
	Public sign.PublicKey
	Known  []share.Edition
}

// BuiltIn is the edition of the campaign that comes with the library.
func BuiltIn() share.Edition {
	name, version, asOf := campaign.DefaultEdition()
	return share.Edition{Campaign: name, Version: version, AsOf: asOf.String()}
}

// Of verifies a kit, and with a key whose it is. Its errors are those of
// [share.Verify] for what is no kit; files that differ and a signature that
// does not hold are verdicts.
func Of(kit fs.FS, key *Key) (*Verdict, error) {
	if key == nil && isThere(kit, "pictures") && !isThere(kit, "data/manifest.json") {
		return cards(kit)
	}
	if key == nil {
		found, err := share.Verify(kit)
		return of(kit, found, err)
	}
	found, edition, failed := share.Prove(kit, key.Public)
	v, err := of(kit, found, failed)
	if err != nil && found == nil {
		return nil, err
	}
	var sums *share.SumError
	genuine := failed == nil
	switch {
	case genuine:
		v.replace(edition, key.Known)
	case !errors.As(failed, &sums):
		v = plain(kit, found)
		v.Cause = failed
	}
	v.Genuine = &genuine
	return v, nil
}

// replace notes the newest known edition that replaces the kit's.
func (v *Verdict) replace(edition share.Edition, known []share.Edition) {
	for _, e := range known {
		if e.Replaces(edition) {
			edition, v.ReplacedBy, v.OK = e, e.Version, false
		}
	}
}

func plain(kit fs.FS, found *share.Verified) *Verdict {
	return &Verdict{Kit: found.Kit, Version: found.Version, Files: files(kit) - len(found.Litter), Litter: found.Litter, SaysKey: found.KeyID}
}

// of is what Verify found; another error than of the sums stays one.
func of(kit fs.FS, found *share.Verified, err error) (*Verdict, error) {
	var sums *share.SumError
	if err != nil && !errors.As(err, &sums) {
		return nil, err
	}
	return plain(kit, found).differing(sums), nil
}

// cards is what is found of the cards of a table, see [share.VerifyCards].
func cards(kit fs.FS) (*Verdict, error) {
	n, err := share.VerifyCards(kit)
	var sums *share.SumError
	if err != nil && !errors.As(err, &sums) {
		return nil, err
	}
	return (&Verdict{Files: n}).differing(sums), nil
}

// differing adds what differs, if anything does.
func (v *Verdict) differing(sums *share.SumError) *Verdict {
	v.OK = sums == nil
	if sums != nil {
		v.Altered, v.Missing, v.Added = sums.Altered, sums.Missing, sums.Added
	}
	return v
}

// isThere reports whether there is a file or folder.
func isThere(kit fs.FS, name string) bool {
	_, err := fs.Stat(kit, name)
	return err == nil
}

// files counts what is there: the manifest lists fewer, since it leaves out
// itself, the sums and the small zips.
func files(kit fs.FS) (n int) {
	fs.WalkDir(kit, ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return nil
	})
	return n
}
