package verdict_test

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/sign"
	"github.com/shutdowncecot/toolkit/share/verdict"
)

func key(t *testing.T) *sign.PrivateKey {
	t.Helper()
	k, err := sign.Generate()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// mill is the kit of the mill campaign in one language and one format.
func mill(t *testing.T, with *sign.PrivateKey) fstest.MapFS {
	t.Helper()
	c, err := campaign.Load(context.Background(), os.DirFS("../testdata/mill"))
	if err != nil {
		t.Fatal(err)
	}
	o := share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}, Key: with, WithoutVideos: true}
	k, err := share.Build(t.Context(), c, &o)
	if err != nil {
		t.Fatal(err)
	}
	all := make(fstest.MapFS)
	for _, name := range k.Names() {
		data, err := fs.ReadFile(k, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: data}
	}
	return all
}

// litter is what systems leave in a folder, and left its names in order.
var (
	litter = map[string]string{
		".DS_Store": "", "._a.png": "", ".directory": "[Desktop Entry]", ".localized": "", "thumbs.db": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
	}
	left = []string{"pictures/.DS_Store", "pictures/._a.png", "pictures/.directory", "pictures/.localized", "pictures/thumbs.db"}
)

// TestOf holds what is said of a kit that is whole, changed, another's and old.
func TestOf(t *testing.T) {
	own := key(t)
	kit := mill(t, own)
	public := own.Public()
	genuine := func(want bool) func(*verdict.Verdict) bool {
		return func(v *verdict.Verdict) bool { return v.Genuine != nil && *v.Genuine == want }
	}
	changed := make(fstest.MapFS)
	gone := ""
	for name, file := range kit {
		if strings.HasSuffix(name, ".png") {
			gone = name
		}
		changed[name] = file
	}
	delete(changed, gone)
	changed["START-HERE.html"] = &fstest.MapFile{Data: []byte("another")}
	changed["more.txt"] = &fstest.MapFile{}
	littered := maps.Clone(kit)
	for name, content := range litter {
		littered["pictures/"+name] = &fstest.MapFile{Data: []byte(content)}
	}
	plain, err := verdict.Of(kit, nil)
	if err != nil {
		t.Fatal(err)
	}
	newer := share.Edition{Campaign: plain.Kit, Version: "2999-01-01", AsOf: "2999-01-01"}
	other := share.Edition{Campaign: "another", Version: "2999-01-01", AsOf: "2999-01-01"}
	for name, c := range map[string]struct {
		kit  fs.FS
		key  *verdict.Key
		ok   bool
		want func(*verdict.Verdict) bool
	}{
		"undamaged": {kit, nil, true, func(v *verdict.Verdict) bool {
			return v.Genuine == nil && v.Files == len(kit) && v.SaysKey == public.ID()
		}},
		"changed": {changed, nil, false, func(v *verdict.Verdict) bool {
			return v.Differing() == 3 && v.Altered[0] == "START-HERE.html" && v.Missing[0] == gone && v.Added[0] == "more.txt"
		}},
		"littered": {littered, nil, true, func(v *verdict.Verdict) bool {
			return v.Files == len(kit) && slices.Equal(v.Litter, left)
		}},
		"genuine":          {kit, &verdict.Key{Public: public, Known: []share.Edition{other, verdict.BuiltIn()}}, true, genuine(true)},
		"changed with key": {changed, &verdict.Key{Public: public}, false, func(v *verdict.Verdict) bool { return genuine(false)(v) && v.Cause == nil && v.Differing() == 3 }},
		"another's":        {kit, &verdict.Key{Public: key(t).Public()}, false, func(v *verdict.Verdict) bool { return genuine(false)(v) && v.Cause != nil }},
		"replaced":         {kit, &verdict.Key{Public: public, Known: []share.Edition{newer}}, false, func(v *verdict.Verdict) bool { return genuine(true)(v) && v.ReplacedBy == "2999-01-01" }},
	} {
		v, err := verdict.Of(c.kit, c.key)
		if err != nil || v.OK != c.ok || !c.want(v) {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
	if v, err := verdict.Of(fstest.MapFS{}, nil); err == nil {
		t.Errorf("an empty folder is a kit: %+v", v)
	}
}
