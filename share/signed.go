package share

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/sign"
)

// SignatureEnding is what the name of a signature adds to that of what is signed.
const SignatureEnding = ".minisig"

// addSignatures adds a signature of each list of sums, and so of all files.
func (k binder) addSignatures() {
	if k.plan.key == nil {
		return
	}
	for list, tells := range map[string]about{sumsName: {}, zipsSumsName: {zip: true}} {
		k.add(list+SignatureEnding, signed, tells, func(_ context.Context, from fs.FS, w io.Writer) error {
			sums, err := fs.ReadFile(from, list)
			if err != nil {
				return err
			}
			signature, err := k.plan.key.Sign(sums, k.plan.edition().comment(list), "")
			if err == nil {
				_, err = w.Write(signature)
			}
			return err
		})
	}
}

// An Edition is one state of a campaign's kit. It is a value, safe for concurrent use.
type Edition struct {
	Campaign string
	Version  string // the day the campaign was last checked and, of several of that day, the number: "2031-03-10.2"
	AsOf     string // the day on which the kit is meant to be true
}

func (p *plan) edition() Edition {
	return Edition{p.campaign.Name, p.campaign.Version(), p.asOf.Format("2006-01-02")}
}

// Replaces reports whether an edition is a later one of the same campaign.
func (e Edition) Replaces(old Edition) bool {
	return e.Campaign == old.Campaign && cmp.Or(campaign.CompareVersions(e.Version, old.Version), strings.Compare(e.AsOf, old.AsOf)) > 0
}

// comment is what a signature says of a list of sums, and proves: without the
// edition an old kit would pass for the new one, and without the list's name
// the sums of the zips for those of the kit.
func (e Edition) comment(list string) string {
	return "campaign:" + e.Campaign + "\tedition:" + e.Version + "\tas-of:" + e.AsOf + "\tfile:" + list
}

// editionOf reads a comment; what it says more than is known is left for later
// versions.
func editionOf(comment string) (e Edition, list string, ok bool) {
	to := map[string]*string{"campaign": &e.Campaign, "edition": &e.Version, "as-of": &e.AsOf, "file": &list}
	for field := range strings.SplitSeq(comment, "\t") {
		name, value, _ := strings.Cut(field, ":")
		if at := to[name]; at != nil {
			if *at != "" {
				return e, list, false
			}
			*at = value
		}
	}
	return e, list, e.Campaign != "" && e.Version != "" && e.AsOf != "" && list != ""
}

func readSignature(fsys fs.FS, name string) (*sign.Signature, error) {
	data, err := readBounded(fsys, name)
	if err != nil {
		return nil, err
	}
	return sign.ParseSignature(data)
}

// signedWith is the number of the key of a kit's signature; "" without one.
func signedWith(fsys fs.FS) string {
	s, err := readSignature(fsys, sumsName+SignatureEnding)
	if err != nil {
		return ""
	}
	return s.KeyID()
}
