package share_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/sign"
)

func newKey(t testing.TB) *sign.PrivateKey {
	t.Helper()
	k, err := sign.Generate()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// smallKit is the kit of the mill in one language and one format, in memory.
func smallKit(t testing.TB, key *sign.PrivateKey, files ...string) fstest.MapFS {
	t.Helper()
	k := build(t, millWith(t, files...), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}, Key: key})
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

func ruleOf(err error) string {
	var f fault.Fault
	if !errors.As(err, &f) {
		return fmt.Sprint(err)
	}
	return f.Rule()
}

// resum writes the sums of a kit anew, as a forger would.
func resum(k fstest.MapFS) {
	for _, list := range []string{"SHA256SUMS", "zips/SHA256SUMS"} {
		var out strings.Builder
		for line := range strings.Lines(string(k[list].Data)) {
			name := strings.TrimSpace(line[66:])
			path := strings.TrimSuffix(list, "SHA256SUMS") + name
			if k[path] != nil {
				fmt.Fprintf(&out, "%x  %s\n", sha256.Sum256(k[path].Data), name)
			}
		}
		k[list] = &fstest.MapFile{Data: []byte(out.String())}
	}
}

// TestGalleryOfForgeries: what somebody who has a genuine kit and no key may
// try, each with what is said of it.
func TestGalleryOfForgeries(t *testing.T) {
	key, other := newKey(t), newKey(t)
	genuine := smallKit(t, key)
	if _, e, err := share.Prove(genuine, key.Public()); err != nil || e.Campaign != "old-mill" || e.Version != "2031-03-10" {
		t.Fatal(e, err)
	}
	theirs, unsigned := smallKit(t, other), smallKit(t, nil)
	older := smallKit(t, key, "campaign.yaml", strings.Replace(string(millFile(t, "campaign.yaml")), "2031-03-10", "2031-03-09", 1))
	const post, sums, zips = "posts/en/x/sale.txt", "SHA256SUMS", "zips/SHA256SUMS"
	lie := &fstest.MapFile{Data: []byte("another text")}
	for name, c := range map[string]struct {
		forge func(k fstest.MapFS)
		want  string
	}{
		"a post is altered":             {func(k fstest.MapFS) { k[post] = lie }, "sums-altered"},
		"and its sum with it":           {func(k fstest.MapFS) { k[post] = lie; resum(k) }, "kit-manifest-differs"},
		"and the manifest with it":      {func(k fstest.MapFS) { k[post] = lie; remanifest(k, post); resum(k) }, "signature-message"},
		"a zip is altered, and its sum": {func(k fstest.MapFS) { k["zips/en-x.zip"] = lie; resum(k) }, "signature-message"},
		"a file is added":               {func(k fstest.MapFS) { k["pictures/new.png"] = lie }, "sums-added"},
		"an empty hidden file is added": {func(k fstest.MapFS) { k["pictures/.new"] = &fstest.MapFile{} }, "sums-added"},
		"a page is named like litter":   {func(k fstest.MapFS) { k["._START-HERE.html"] = lie }, "sums-added"},
		"a file is taken away":          {func(k fstest.MapFS) { delete(k, post) }, "sums-missing"},
		"the signature is taken away":   {func(k fstest.MapFS) { delete(k, sums+".minisig") }, "kit-not-signed"},
		"that of the zips is":           {func(k fstest.MapFS) { delete(k, zips+".minisig") }, "kit-not-signed"},
		"signatures of the two lists are swapped": {func(k fstest.MapFS) {
			k[sums+".minisig"], k[zips+".minisig"] = k[zips+".minisig"], k[sums+".minisig"]
		}, "signature-message"},
		"the list of the zips stands for that of all": {func(k fstest.MapFS) { k[sums+".minisig"], k[sums] = k[zips+".minisig"], k[zips] }, "kit-manifest-differs"},
		"an old signature is put in":                  {func(k fstest.MapFS) { k[sums+".minisig"] = older[sums+".minisig"] }, "signature-message"},
		"a later edition is written in":               {func(k fstest.MapFS) { recomment(k, "2031-03-10", "2031-04-01") }, "signature-comment"},
		"it is signed with another key":               {func(k fstest.MapFS) { maps.Copy(k, theirs) }, "signature-other-key"},
		"it is not signed":                            {func(k fstest.MapFS) { clear(k); maps.Copy(k, unsigned) }, "kit-not-signed"},
		"zips of the older kit are put in": {func(k fstest.MapFS) {
			for name := range older {
				if strings.HasPrefix(name, "zips/") {
					k[name] = older[name]
				}
			}
		}, "kit-signature-other"},
	} {
		forged := maps.Clone(genuine)
		c.forge(forged)
		if _, _, err := share.Prove(forged, key.Public()); ruleOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func millFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/mill/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// remanifest puts the sum of a file into the manifest.
func remanifest(k fstest.MapFS, name string) {
	line := fmt.Appendf(nil, "%x", sha256.Sum256(k[name].Data))
	m := k["data/manifest.json"].Data
	at := bytes.Index(m, []byte(`"name": "`+name+`"`))
	at += bytes.Index(m[at:], []byte(`"sha256": "`)) + len(`"sha256": "`)
	k["data/manifest.json"] = &fstest.MapFile{Data: slices.Concat(m[:at], line, m[at+len(line):])}
}

func recomment(k fstest.MapFS, was, is string) {
	const name = "SHA256SUMS.minisig"
	k[name] = &fstest.MapFile{Data: bytes.ReplaceAll(k[name].Data, []byte(was), []byte(is))}
}

// TestReplacedEdition: an old kit of theirs is told from a forged one.
func TestReplacedEdition(t *testing.T) {
	key := newKey(t)
	older := smallKit(t, key, "campaign.yaml", strings.Replace(string(millFile(t, "campaign.yaml")), "2031-03-10", "2031-03-09", 1))
	_, old, err := share.Prove(older, key.Public())
	if err != nil {
		t.Fatal(err)
	}
	signature := smallKit(t, key)["SHA256SUMS.minisig"].Data
	now, err := share.SignedEdition(signature, key.Public())
	if err != nil || !now.Replaces(old) || old.Replaces(now) || now.Replaces(now) {
		t.Error(old, now, err)
	}
	if _, err := share.SignedEdition(signature, newKey(t).Public()); ruleOf(err) != "signature-other-key" {
		t.Error(err)
	}
	now.Campaign = "another"
	if now.Replaces(old) {
		t.Error("another campaign's edition replaces one")
	}
}

// TestEditionsOfOneDay: a kit that was replaced on the day it was made is told
// from the newer, and a second one of the same edition does not take its place.
func TestEditionsOfOneDay(t *testing.T) {
	key, head := newKey(t), string(millFile(t, "campaign.yaml"))
	kit := func(revision string) *share.Kit {
		c := millWith(t, "campaign.yaml", head+revision)
		return build(t, c, &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}, Key: key})
	}
	edition := func(k *share.Kit) share.Edition {
		t.Helper()
		_, e, err := share.Prove(contents(t, k), key.Public())
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	first, second, tenth := edition(kit("")), edition(kit("revision: 2\n")), edition(kit("revision: 10\n"))
	if second.Version != "2031-03-10.2" || !second.Replaces(first) || first.Replaces(second) || !tenth.Replaces(second) {
		t.Error(first, second, tenth)
	}
	if _, err := loadMill(t, "campaign.yaml", head+"revision: 1000\n"); ruleOf(err) != "revision-range" {
		t.Error(err)
	}
	dir := filepath.Join(t.TempDir(), "kit")
	corrected := millWith(t, "campaign.yaml", head+"link: https://millbrook.example/new\n")
	again := build(t, corrected, &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}, Key: key})
	for _, c := range []struct {
		kit  *share.Kit
		want string
	}{{kit(""), "<nil>"}, {kit(""), "<nil>"}, {again, "way-same-edition"}, {kit("revision: 2\n"), "<nil>"}} {
		if err := c.kit.WriteDir(t.Context(), dir); ruleOf(err) != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// TestKeyOnPaper: who holds a flyer or a poster knows by which words to check a kit;
// what others write on a sheet is not vouched for.
func TestKeyOnPaper(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("NOT TESTED: no pdftotext (Debian: poppler-utils)")
	}
	key := newKey(t)
	for _, c := range []struct{ lang, want string }{{"en", "Our kits’ key: "}, {"es", "Clave de nuestros kits: "}} {
		reading := millWith(t, "events.yaml", "events:\n  - {id: reading, headline: {en: A reading, es: Una lectura}, starts: 2031-04-02}\n")
		k := build(t, reading, &share.Options{Languages: []string{c.lang}, Formats: graphic.Formats()[4:5], Key: key})
		sheets := 0
		for _, name := range k.Names() {
			of, dir := path.Base(name), path.Dir(name)
			theirs := strings.HasPrefix(of, "sale-") || strings.HasPrefix(of, "event-reading-")
			if own := strings.HasPrefix(of, "blank-"); dir != "print/"+c.lang || !theirs && !own {
				continue
			}
			data, err := fs.ReadFile(k, name)
			if err != nil {
				t.Fatal(err)
			}
			read := exec.Command("pdftotext", "-", "-")
			read.Stdin = bytes.NewReader(data)
			out, err := read.Output()
			words := strings.Join(strings.Fields(string(out)), " ")
			if named := strings.Contains(strings.ReplaceAll(words, "- ", "-"), c.want+key.Public().Words()); err != nil || named != theirs {
				t.Errorf("%s names the key: %t, %v\n%s", name, named, err, words)
			}
			sheets++
		}
		if sheets != 3+3+4 {
			t.Errorf("%s: %d sheets", c.lang, sheets)
		}
	}
}

// TestCampaignsKey: who builds with another key than the campaign names is told.
func TestCampaignsKey(t *testing.T) {
	key := newKey(t)
	named := millWith(t, "campaign.yaml", string(millFile(t, "campaign.yaml"))+"key: "+key.Public().String()+"\n")
	for _, c := range []struct {
		o    share.Options
		want string
	}{{share.Options{Key: newKey(t)}, "kit-key-other"}, {share.Options{Key: key, Part: share.Part{Number: 1, Of: 2}}, "kit-key-part"}} {
		if _, err := share.Build(context.Background(), named, &c.o); ruleOf(err) != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	for _, lang := range []string{"en", "es"} {
		k := build(t, named, &share.Options{Languages: []string{lang}, Formats: graphic.Formats()[4:5]})
		for _, name := range []string{"START-HERE.txt", "START-HERE.html"} {
			data, err := fs.ReadFile(k, name)
			text := html.UnescapeString(string(data))
			if err != nil || !strings.Contains(text, key.Public().Words()) || !strings.Contains(text, key.Public().String()) {
				t.Errorf("%s in %s does not name the key: %v", name, lang, err)
			}
		}
	}
	if _, err := loadMill(t, "campaign.yaml", string(millFile(t, "campaign.yaml"))+"key: RWQ\n"); ruleOf(err) != "key-form" {
		t.Error(err)
	}
}

// TestJoinSigned: whoever joins parts signs the whole, also without a key in the
// campaign, and the kit names that key as one that was made in one go.
func TestJoinSigned(t *testing.T) {
	key, c := newKey(t), mill(t)
	o := share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}}
	var parts []fs.FS
	for n := 1; n <= 2; n++ {
		of := o
		of.Part = share.Part{Number: n, Of: 2}
		parts = append(parts, contents(t, build(t, c, &of)))
	}
	o.Key = key
	dir, whole := filepath.Join(t.TempDir(), "kit"), build(t, c, &o)
	if err := whole.Join(t.Context(), dir, parts, nil); err != nil {
		t.Fatal(err)
	}
	joined := os.DirFS(dir)
	if _, _, err := share.Prove(joined, key.Public()); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"START-HERE.txt", "START-HERE.html", "SHA256SUMS.minisig"} {
		got, err := fs.ReadFile(joined, name)
		want, failed := fs.ReadFile(whole, name)
		if err != nil || failed != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs from that of a kit made in one go: %v, %v", name, err, failed)
		}
	}
	if data, err := fs.ReadFile(joined, "START-HERE.txt"); err != nil || !strings.Contains(string(data), key.Public().Words()) {
		t.Errorf("START-HERE.txt does not name the key: %v", err)
	}
}

// TestLitter passes over what a Mac and Windows leave, and names it.
func TestLitter(t *testing.T) {
	k := smallKit(t, nil)
	k[".DS_Store"] = &fstest.MapFile{Data: []byte("\x00\x00\x00\x01Bud1\x00")}
	k["pictures/Thumbs.db"] = &fstest.MapFile{}
	k["desktop.ini"] = &fstest.MapFile{Data: []byte("\xff\xfe[\x00.\x00")}
	k["._LICENSES.txt"] = &fstest.MapFile{Data: []byte("\x00\x05\x16\x07\x00\x02")}
	v, err := share.Verify(k)
	want := []string{".DS_Store", "._LICENSES.txt", "desktop.ini", "pictures/Thumbs.db"}
	if err != nil || !slices.Equal(v.Litter, want) {
		t.Errorf("%v, want %v: %v", v, want, err)
	}
}

// zipOf packs files in order.
func zipOf(t testing.TB, top string, k fstest.MapFS, change func(*zip.FileHeader)) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(k)) {
		h := &zip.FileHeader{Name: top + name, Method: zip.Deflate}
		if change != nil {
			change(h)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(k[name].Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readZip(data []byte) (fs.FS, error) {
	return share.ReadZip(bytes.NewReader(data), int64(len(data)))
}

// TestZips: what another program packed again is the same kit, and what could be
// read in two ways is none.
func TestZips(t *testing.T) {
	k := fstest.MapFS{"data/manifest.json": {Data: []byte(`{"kit":"old-mill","files":[]}`)}}
	k["SHA256SUMS"] = &fstest.MapFile{Data: fmt.Appendf(nil, "%x  data/manifest.json\n", sha256.Sum256(k["data/manifest.json"].Data))}
	mac := maps.Clone(k)
	for name := range k {
		mac["../__MACOSX/kit/._"+filepath.Base(name)] = &fstest.MapFile{Data: []byte("\x00\x05\x16\x07")}
	}
	plain := zipOf(t, "", k, nil)
	ours := readOurs(t)
	for name, data := range map[string][]byte{
		"as packed": plain, "in a folder": zipOf(t, "kit/", k, nil), "ours": ours,
		"a Mac's": zipOf(t, "kit/", mac, func(h *zip.FileHeader) { h.Name = strings.TrimPrefix(h.Name, "kit/../") }),
	} {
		fsys, err := readZip(data)
		if err == nil {
			_, err = share.Verify(fsys)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	twin, slash, up := maps.Clone(k), maps.Clone(k), maps.Clone(k)
	twin["DATA/manifest.json"], slash[`data\manifest.json`], up["../x"] = k["SHA256SUMS"], k["SHA256SUMS"], k["SHA256SUMS"]
	beside := maps.Clone(k)
	beside["../open-me.html"] = k["SHA256SUMS"]
	shadowed := bytes.Replace(plain, []byte("SHA256SUMS"), []byte("SHA256SUMZ"), 1)
	middle := bytes.LastIndex(plain, []byte("PK\x01\x02"))
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"bytes before":         {append([]byte("#!/bin/sh\n"), plain...), "zip-surrounded"},
		"bytes after":          {append(slices.Clone(plain), "<script>"...), "zip-surrounded"},
		"a comment":            {commented(t, plain), "zip-surrounded"},
		"two names for a disk": {zipOf(t, "", twin, nil), "zip-twice"},
		"a backslash":          {zipOf(t, "", slash, nil), "zip-name"},
		"a way out":            {zipOf(t, "", up, nil), "zip-name"},
		"a link":               {zipOf(t, "", k, func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) }), "zip-name"},
		"another name inside":  {shadowed, "zip-shadowed"},
		"something beside":     {zipOf(t, "kit/", beside, func(h *zip.FileHeader) { h.Name = strings.TrimPrefix(h.Name, "kit/../") }), "zip-stray"},
		"cut in the list":      {plain[:middle+10], "zip: not a valid zip file"},
	} {
		if _, err := readZip(c.data); ruleOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// readOurs is the whole zip of a kit.
func readOurs(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	if err := k.WriteZip(context.Background(), &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func commented(t *testing.T, data []byte) []byte {
	t.Helper()
	out := slices.Concat(data, []byte("hello"))
	out[len(data)-2] = 5
	if _, err := zip.NewReader(bytes.NewReader(out), int64(len(out))); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestNoFile: what is neither file nor folder is not waited for.
func TestNoFile(t *testing.T) {
	if _, err := share.Open(os.DevNull); !errors.Is(err, zip.ErrFormat) {
		t.Error(err)
	}
}
