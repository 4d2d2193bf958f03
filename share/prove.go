package share

import (
	"bytes"
	"errors"
	"io/fs"
	"os"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/sign"
)

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

// sameEdition refuses a second signed kit of one edition in the place of the
// first: whoever checks them could not tell which is the newer.
func sameEdition(place, fresh string) error {
	old, now := os.DirFS(place), os.DirFS(fresh)
	was, err := readSignature(old, sumsName+SignatureEnding)
	if err != nil {
		return nil // not signed, or nothing there
	}
	is, err := readSignature(now, sumsName+SignatureEnding)
	if err != nil || was.Comment() != is.Comment() {
		return nil
	}
	before, err := readBounded(old, sumsName)
	after, failed := readBounded(now, sumsName)
	if err != nil || failed != nil || bytes.Equal(before, after) {
		return errors.Join(err, failed)
	}
	e, _, _ := editionOf(is.Comment())
	return existsError("way-same-edition", place, fault.Values{"version": e.Version})
}
