package share

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
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

// checkKey wants no other key than the campaign's.
func (p proof) checkKey() error {
	if p.key == nil {
		return nil
	}
	if p.part != (Part{}) {
		return kitError("kit-key-part", nil)
	}
	named, err := sign.ParsePublicKey(p.campaign.Key)
	if err == nil && named != p.key.Public() {
		return kitError("kit-key-other", fault.Values{"id": p.key.Public().ID(), "want": named.ID()})
	}
	return nil
}

// keyWords say by which key kits of the campaign are known; "" without one.
func (p *plan) keyWords(say campaign.Strings) string {
	key, err := sign.ParsePublicKey(p.campaign.Key)
	if err != nil && p.key != nil {
		key, err = p.key.Public(), nil
	}
	if err != nil {
		return ""
	}
	return strings.NewReplacer("{words}", key.Words(), "{key}", key.String()).Replace(say.Label("key_words"))
}

// namesKey reports a file that says by which key a kit is known, where that
// follows from who signs it: parts are not signed, so it is made when they are
// joined.
func (p *plan) namesKey(name string) bool {
	return p.key != nil && p.campaign.Key == "" && strings.HasPrefix(name, "START-HERE.")
}

// An Edition is one state of a campaign's kit. It is a value.
type Edition struct {
	Campaign string
	Version  string // the day the campaign was last checked
	AsOf     string // the day on which the kit is meant to be true
}

func (p *plan) edition() Edition {
	return Edition{p.campaign.Name, p.version(), p.asOf.Format("2006-01-02")}
}

// Replaces reports whether an edition is a later one of the same campaign.
func (e Edition) Replaces(old Edition) bool {
	return e.Campaign == old.Campaign && cmp.Or(strings.Compare(e.Version, old.Version), strings.Compare(e.AsOf, old.AsOf)) > 0
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

// Prove verifies a kit and that it was signed with a key: that it is whose the
// key is, as they made it. Errors are those of [Verify] and a *KitError or
// *sign.Error that says why the kit is not theirs. Whether a genuine kit was
// replaced is for [Edition.Replaces] to tell.
func Prove(fsys fs.FS, key sign.PublicKey) (*Verified, Edition, error) {
	v, err := Verify(fsys)
	if err != nil {
		return v, Edition{}, err
	}
	e, err := proveList(fsys, sumsName, key)
	if err != nil {
		return v, e, err
	}
	if e != (Edition{v.Kit, v.Version, v.AsOf}) {
		return v, e, kitError("kit-signature-other", fault.Values{"file": sumsName})
	}
	if _, err := fs.Stat(fsys, zipsSumsName); errors.Is(err, fs.ErrNotExist) {
		return v, e, nil
	}
	zips, err := proveList(fsys, zipsSumsName, key)
	if err == nil && zips != e {
		err = kitError("kit-signature-other", fault.Values{"file": zipsSumsName})
	}
	return v, e, err
}

// proveList verifies the signature of a list of sums.
func proveList(fsys fs.FS, list string, key sign.PublicKey) (Edition, error) {
	s, err := readSignature(fsys, list+SignatureEnding)
	if errors.Is(err, fs.ErrNotExist) {
		return Edition{}, kitError("kit-not-signed", fault.Values{"file": list})
	}
	if err != nil {
		return Edition{}, err
	}
	sums, err := readBounded(fsys, list)
	if err != nil {
		return Edition{}, err
	}
	if err := key.Verify(sums, s); err != nil {
		return Edition{}, err
	}
	e, of, ok := editionOf(s.Comment())
	if !ok || of != list {
		return e, kitError("kit-signature-other", fault.Values{"file": list})
	}
	return e, nil
}

// SignedEdition is the edition that a signature of a kit names, SHA256SUMS.minisig
// alone: that is enough to know that the key's owner made such an edition, and so
// that earlier ones are replaced.
func SignedEdition(signature []byte, key sign.PublicKey) (Edition, error) {
	s, err := sign.ParseSignature(signature)
	if err != nil {
		return Edition{}, err
	}
	if err := key.VerifyComment(s); err != nil {
		return Edition{}, err
	}
	e, list, ok := editionOf(s.Comment())
	if !ok || list != sumsName {
		return e, kitError("kit-signature-other", fault.Values{"file": sumsName})
	}
	return e, nil
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
