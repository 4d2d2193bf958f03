package share_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/review"
)

// mill is the campaign of the command's scripts: it does not exist.
func mill(t testing.TB) *campaign.Campaign {
	t.Helper()
	c, err := campaign.Load(context.Background(), os.DirFS("testdata/mill"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// millWith is the campaign with further files, or others in place of its own.
func millWith(t testing.TB, files ...string) *campaign.Campaign {
	t.Helper()
	c, err := loadMill(t, files...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// loadMill is millWith where the files may be wrong.
func loadMill(t testing.TB, files ...string) (*campaign.Campaign, error) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range []string{"campaign.yaml", "facts.yaml"} {
		data, err := os.ReadFile("testdata/mill/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return campaign.Load(context.Background(), fsys)
}

// busyMill is the mill with all that the page has a place for.
func busyMill(t testing.TB) *campaign.Campaign {
	t.Helper()
	c, err := campaign.Load(context.Background(), os.DirFS("testdata/busy"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// scaled is a number of cases: all with TEST_ALL, few with -short.
func scaled(few, some, all int) int {
	switch {
	case testing.Short():
		return few
	case os.Getenv("TEST_ALL") == "":
		return some
	}
	return all
}

func build(t testing.TB, c *campaign.Campaign, o *share.Options) *share.Kit {
	t.Helper()
	k, err := share.Build(context.Background(), c, o)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func readJSON(t *testing.T, data []byte) (v map[string]any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestManifestSchemaKnowsEveryField holds the schema to the Go types.
func TestManifestSchemaKnowsEveryField(t *testing.T) {
	data, err := fs.ReadFile(build(t, mill(t), nil), "data/manifest.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	root := readJSON(t, data)
	file := root["$defs"].(map[string]any)["file"].(map[string]any)
	for rule, typ := range map[*map[string]any]reflect.Type{&root: reflect.TypeFor[share.Manifest](), &file: reflect.TypeFor[share.Entry]()} {
		var fields []string
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			fields = append(fields, name)
		}
		slices.Sort(fields)
		if known := slices.Sorted(maps.Keys((*rule)["properties"].(map[string]any))); !slices.Equal(known, fields) {
			t.Errorf("%v has %v, the schema %v", typ, fields, known)
		}
	}
}

// TestManifestFacts: what a file rests on is in the manifest.
func TestManifestFacts(t *testing.T) {
	k := build(t, millWith(t, "threads.yaml", millThreads, "reels.yaml", millReels), nil)
	data, err := fs.ReadFile(k, "data/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	var m share.Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"posts/en/x/threads/why-it-stays.txt": "[classes sale]", "video/es/open-door.vtt": "[classes]",
		"pictures/en/sale-og.png": "[]", "LICENSES.txt": "[]",
	}
	for _, e := range m.Files {
		if w, ok := want[e.Name]; ok {
			delete(want, e.Name)
			if got := fmt.Sprint(e.Facts); got != w {
				t.Errorf("%s rests on %s, want %s", e.Name, got, w)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not in the manifest: %v", want)
	}
}

// TestCache draws only what has changed: the second time nothing, and after
// a change of one claim no more than the files of that fact and those made of
// several.
func TestCache(t *testing.T) {
	o := &share.Options{Cache: t.TempDir(), Formats: graphic.Formats()[:2], Languages: []string{"en"}}
	kept := func() map[string]bool {
		names := make(map[string]bool)
		fs.WalkDir(os.DirFS(o.Cache), ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				names[name] = true
			}
			return err
		})
		return names
	}
	drawAll := func(k *share.Kit) map[string][]byte {
		files := make(map[string][]byte)
		for _, name := range k.Names() {
			if ext := filepath.Ext(name); ext == ".png" || ext == ".pdf" {
				data, err := fs.ReadFile(k, name)
				if err != nil {
					t.Fatal(err)
				}
				files[name] = data
			}
		}
		return files
	}
	first := drawAll(build(t, mill(t), o))
	all := kept()
	if len(all) < 10 {
		t.Fatalf("%d files are kept", len(all))
	}
	plain := drawAll(build(t, mill(t), &share.Options{Formats: o.Formats, Languages: o.Languages}))
	for name, data := range first {
		if !bytes.Equal(data, plain[name]) {
			t.Errorf("%s differs from what is drawn without a cache", name)
		}
	}
	// What is kept is what is read: nothing is drawn twice.
	for name := range all {
		if err := os.WriteFile(filepath.Join(o.Cache, filepath.FromSlash(name)), []byte("kept"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range drawAll(build(t, mill(t), o)) {
		if string(data) != "kept" && filepath.Dir(name) != "qr" {
			t.Errorf("%s was drawn again", name)
		}
	}
	c := mill(t)
	c.Facts[0].Headline["en"] = c.Facts[0].Headline["en"] + " again"
	again := 0
	for _, data := range drawAll(build(t, c, o)) {
		if string(data) != "kept" {
			again++
		}
	}
	if again == 0 || again > len(first)/2 {
		t.Errorf("%d of %d files were drawn again after one headline changed", again, len(first))
	}
	// A folder that cannot be used stops nobody.
	drawAll(build(t, mill(t), &share.Options{Cache: "/dev/null/x", Formats: o.Formats[:1], Languages: o.Languages}))
}

// TestZeroValues: what nobody filled in is an error, or nothing, and no panic.
func TestZeroValues(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "kit")
	c := mill(t)
	zero := new(campaign.Campaign)
	for name, f := range map[string]func() error{
		"Build of a zero campaign": func() error { _, err := share.Build(ctx, zero, nil); return err },
		"Build with a zero format": func() error {
			_, err := share.Build(ctx, c, &share.Options{Formats: make([]graphic.Format, 1)})
			return err
		},
		"Build with a language twice": func() error {
			_, err := share.Build(ctx, c, &share.Options{Languages: []string{"en", "en"}})
			return err
		},
		"Build with a format twice": func() error {
			_, err := share.Build(ctx, c, &share.Options{Formats: slices.Repeat(graphic.Formats()[:1], 2)})
			return err
		},
		"Build with a language of no name": func() error { _, err := share.Build(ctx, c, &share.Options{Languages: []string{""}}); return err },
		"Correct of nothing":               func() error { _, err := share.Correct(ctx, c, share.Change{}, nil); return err },
		"Posts of nothing":                 func() error { _, err := share.Posts(zero, "", "", time.Time{}); return err },
		"Thread of nothing":                func() error { _, err := share.Thread(zero, "", "", time.Time{}); return err },
		"Verify of nothing":                func() error { _, err := share.Verify(fstest.MapFS{}); return err },
		"Diff of nothing":                  func() error { _, err := share.Diff(fstest.MapFS{}, fstest.MapFS{}); return err },
		"Open of a zero Kit":               func() error { _, err := new(share.Kit).Open("START-HERE.html"); return err },
		"WriteDir of a zero Kit":           func() error { return new(share.Kit).WriteDir(ctx, dir) },
		"WriteZip of a zero Kit":           func() error { return new(share.Kit).WriteZip(ctx, io.Discard) },
		"Graphic of a zero FactCard":       func() error { _, err := new(share.FactCard).Graphic(); return err },
	} {
		t.Run(name, func(t *testing.T) {
			if f() == nil {
				t.Error("no error")
			}
		})
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a zero Kit left a folder")
	}
	k := new(share.Kit)
	seen, err := review.Pictures(ctx, k, nil)
	posts, _ := k.PostsOf("sale", "en")
	for range k.Posts() {
		t.Error("a zero Kit has a post")
	}
	if k.Campaign() != "" || len(k.Names())+len(k.Pictures())+len(seen)+len(posts) > 0 || err != nil && !isKitError(err) {
		t.Errorf("a zero Kit holds something: %v", err)
	}
	if link := share.Intent("", hashtag.Post{}); link != "" {
		t.Errorf("an intent of nothing: %q", link)
	}
	p := new(share.FactCard)
	if name, ground := p.Theme(); p.Card().Headline != "" || name+ground != "" {
		t.Errorf("a zero FactCard shows %q in %q", p.Card().Headline, name)
	}
	if said := new(share.SumError).Error(); said != "" {
		t.Errorf("no difference is %q", said)
	}
	if said := new(share.Difference).Text(new(campaign.Campaign).Strings("en")); said == "" {
		t.Error("no difference says nothing")
	}
	if said := (review.PictureProblem{}).String(); strings.Contains(said, "%!") {
		t.Errorf("a zero PictureProblem is %q", said)
	}
}

func isKitError(err error) bool {
	var kit *share.KitError
	return errors.As(err, &kit) && kit.Rule() == "kit-empty"
}

// TestNothing: a nil campaign or folder is an error, not a panic.
func TestNothing(t *testing.T) {
	ctx := context.Background()
	refuse := map[string]func() error{
		"Build":    func() error { _, err := share.Build(ctx, nil, nil); return err },
		"Pictures": func() error { _, err := share.Pictures(ctx, nil, "a", nil); return err },
		"Posts":    func() error { _, err := share.Posts(nil, "a", "en", time.Time{}); return err },
		"Thread":   func() error { _, err := share.Thread(nil, "a", "en", time.Time{}); return err },
		"Correct":  func() error { _, err := share.Correct(ctx, nil, share.Change{}, nil); return err },
		"Verify":   func() error { _, err := share.Verify(nil); return err },
		"Diff":     func() error { _, err := share.Diff(nil, nil); return err },
		"Load":     func() error { _, err := campaign.Load(context.Background(), nil); return err },
	}
	for name, f := range refuse {
		if err := f(); err == nil || err.Error() == "" {
			t.Errorf("%s of nothing: %v", name, err)
		}
	}
	var lang *share.LanguageError
	if err := refuse["Build"](); !errors.As(err, &lang) {
		t.Errorf("Build of nothing: %v", err)
	}
	if campaign.Mistakes(refuse["Load"]()) == nil {
		t.Error("Load of nothing names no mistake")
	}
}

// TestNoFacts: the lists of a kit whose facts were all withdrawn are empty, and
// not null.
func TestNoFacts(t *testing.T) {
	c := mill(t)
	for i := range c.Facts {
		c.Facts[i].Status = campaign.Retracted
	}
	k := build(t, c, nil)
	for name, want := range map[string]string{"data/facts.json": "[]\n", "data/manifest.json": `"facts": [],`} {
		if data, err := k.ReadFile(name); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s has no %q: %v\n%.300s", name, want, err, data)
		}
	}
}

// TestOmitted: what a fact says is on its picture, or named as left out.
func TestOmitted(t *testing.T) {
	told := map[string]int{}
	for _, c := range []*campaign.Campaign{mill(t), campaign.Default()} {
		for i := 0; i < len(c.Facts); i += 1 + len(c.Facts)/10 {
			omittedOf(t, c, &c.Facts[i], told)
		}
	}
	for _, key := range []string{"claim", "tags", "chart.note", "topic"} {
		if told[key] == 0 {
			t.Errorf("no picture leaves out %s", key)
		}
	}
	if _, err := new(share.FactCard).Omitted(); err == nil {
		t.Error("a card of no kit leaves nothing out")
	}
}

// TestKitOmitted: a note for each fact, with the formats that leave a part out.
func TestKitOmitted(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[:6]})
	told, err := k.Omitted()
	if err != nil || len(told) == 0 {
		t.Fatalf("%d notes, %v", len(told), err)
	}
	for i, e := range told {
		if e.Rule() != "card-omits" || i > 0 && e.Fact == told[i-1].Fact || !strings.Contains(e.Error(), "(") {
			t.Errorf("note %d: %s of %s: %v", i, e.Rule(), e.Fact, e)
		}
	}
}

// TestSheetsOmitted: slides and sheets are told of as pictures are, and what had
// no room on one that is no fact's.
func TestSheetsOmitted(t *testing.T) {
	k := build(t, campaign.Default(), &share.Options{Languages: []string{"en"}, Formats: graphic.Formats()[4:5]})
	told, err := k.Omitted()
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, e := range told {
		all.WriteString(e.Error() + "\n")
	}
	t.Log(all.String())
	for _, kind := range []string{"handbill", "slides"} {
		if !strings.Contains(all.String(), kind) {
			t.Errorf("nothing is said of %s:\n%s", kind, all.String())
		}
	}
}

func omittedOf(t *testing.T, c *campaign.Campaign, f *campaign.Fact, told map[string]int) {
	t.Helper()
	pics, err := share.Pictures(context.Background(), c, f.ID, &share.Options{Languages: []string{"en"}, Formats: graphic.Formats()[:6]})
	if err != nil {
		t.Fatal(err)
	}
	for i := range pics {
		keys, err := pics[i].Omitted()
		if err != nil {
			t.Fatal(err)
		}
		g, err := pics[i].Graphic()
		if err != nil {
			t.Fatal(err)
		}
		drawn := map[string]bool{"claim": f.Scene.As == "" && pics[i].Card().Body != "", "attribution": !f.Attribution.Has("en")}
		for _, b := range g.Boxes() {
			for _, p := range []struct{ key, field string }{{"attribution", "Attribution"}, {"tags", "Tags"}} {
				drawn[p.key] = drawn[p.key] || strings.HasPrefix(b.Field, p.field)
			}
		}
		for _, key := range []string{"claim", "attribution", "tags"} {
			if !drawn[key] && !slices.Contains(keys, key) && !said(f, key, g) {
				t.Errorf("%s: %s is neither drawn nor omitted: %v", pics[i].Name(), key, keys)
			}
		}
		for _, key := range keys {
			told[key]++
			if key == "tags" && drawn[key] {
				t.Errorf("%s: %s is drawn and omitted", pics[i].Name(), key)
			}
		}
	}
}

// said reports what a picture says in other words: a record or a timeline the
// claim, a source line on a low card who says it.
func said(f *campaign.Fact, key string, g *graphic.Graphic) bool {
	if key == "attribution" {
		format := g.Format()
		return format.Landscape()
	}
	return key == "claim" && f.Scene.As == "" && (f.Chart.Quote.Record.Has("en") || len(f.Chart.Timeline.Events) > 0)
}

// manyFacts is the mill with n facts, each with words of its own.
func manyFacts(t testing.TB, n int) *campaign.Campaign {
	c := mill(t)
	two := c.Facts
	c.Facts = nil
	for i := range n {
		f := two[i%len(two)]
		f.ID = fmt.Sprintf("%s-%d", f.ID, i)
		f.Claim = maps.Clone(f.Claim)
		for lang := range f.Claim {
			f.Claim[lang] += fmt.Sprintf(" (%d)", i)
		}
		c.Facts = append(c.Facts, f)
	}
	return c
}

// peak is the largest live heap, in bytes, that a collection finds while f
// runs.
func peak(f func()) uint64 {
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	var most uint64
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			metrics.Read(live)
			most = max(most, live[0].Value.Uint64())
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	f()
	close(done)
	<-stopped
	return most
}

// BenchmarkManyFacts writes kits of more and more facts and reports the most
// memory that was in use. SHARE_FACTS=2000 writes one of that many alone, in
// every language and format, to be measured from outside.
func BenchmarkManyFacts(b *testing.B) {
	if n, err := strconv.Atoi(os.Getenv("SHARE_FACTS")); err == nil {
		writeMany(b, n, nil)
		return
	}
	for _, n := range []int{20, 200, 2000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			writeMany(b, n, &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
		})
	}
}

func writeMany(b *testing.B, facts int, o *share.Options) {
	c := manyFacts(b, facts)
	var most uint64
	for b.Loop() {
		dir := filepath.Join(b.TempDir(), "kit")
		most = max(most, peak(func() {
			k, err := share.Build(context.Background(), c, o)
			if err == nil {
				err = k.WriteDir(context.Background(), dir)
			}
			if err != nil {
				b.Fatal(err)
			}
		}))
	}
	b.ReportMetric(float64(most)/1e6, "MB-peak")
}

// mostZip is what a small zip may have of bytes.
const mostZip = 8_000_000

// zipsOf are the small zips of a kit for an app, by name.
func zipsOf(t *testing.T, k *share.Kit, prefix string) map[string]*zip.Reader {
	t.Helper()
	all := make(map[string]*zip.Reader)
	for _, name := range k.Names() {
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		data := read(t, k, name)
		if len(data) > mostZip {
			t.Errorf("%s has %d bytes", name, len(data))
		}
		z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = z
	}
	return all
}

// TestBundles: the small zips of an app are so many that none is too large.
// Together they have each card once, in a folder with its pictures, its words
// and what they show, and each has a page that shows what is in it.
func TestBundles(t *testing.T) {
	k := build(t, manyFacts(t, scaled(20, 60, 150)), &share.Options{Languages: []string{"es"}})
	for app, want := range map[string][]string{
		"instagram": {"%s-portrait.jpg", "%s-story.jpg"}, "x": {"%s-wide.png"}, "whatsapp": {"%s-portrait.png"}, "sms": nil,
	} {
		zips := zipsOf(t, k, "zips/es-"+app)
		cards := make(map[string]int)
		for name, z := range zips {
			if named := regexp.MustCompile(`^zips/es-` + app + `(-[1-9]\d*-of-(\d+))?\.zip$`).FindStringSubmatch(name); named == nil {
				t.Errorf("a zip is called %s", name)
			} else if named[2] != "" && named[2] != fmt.Sprint(len(zips)) {
				t.Errorf("%s is one of %d", name, len(zips))
			}
			holdBundle(t, name, z, want, cards)
		}
		for _, p := range k.Pictures() {
			if cards[p.Fact] != 1 {
				t.Errorf("%s: %s is in %d folders", app, p.Fact, cards[p.Fact])
			}
		}
	}
}

// holdBundle holds one zip to what its folders have to have, and counts them.
func holdBundle(t *testing.T, name string, z *zip.Reader, want []string, cards map[string]int) {
	t.Helper()
	page, err := fs.ReadFile(z, "START-HERE.html")
	if err != nil {
		t.Fatal(err)
	}
	folders, err := fs.ReadDir(z, "cards")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		id := folder.Name()
		cards[id]++
		files := []string{"about.txt", "text.txt"}
		if want != nil {
			files = append(files, "alt.txt")
		}
		for _, pattern := range want {
			files = append(files, fmt.Sprintf(pattern, id))
			if shown := fmt.Sprintf(`src="cards/%s/`+pattern+`"`, id, id); !bytes.Contains(page, []byte(shown)) {
				t.Errorf("%s: the page does not show %s", name, shown)
			}
		}
		slices.Sort(files)
		if got := namesIn(t, z, path.Join("cards", id)); !slices.Equal(got, files) {
			t.Errorf("%s: %s holds %q, want %q", name, id, got, files)
		}
	}
	for _, src := range regexp.MustCompile(`src="([^"]+)"`).FindAllSubmatch(page, -1) {
		if _, err := fs.Stat(z, string(src[1])); err != nil {
			t.Errorf("%s: the page shows %v", name, err)
		}
	}
}

func namesIn(t *testing.T, fsys fs.FS, dir string) (names []string) {
	t.Helper()
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestBundledCarousel: an app that shows carousels has their slides in a folder
// of their own, in order and with words.
func TestBundledCarousel(t *testing.T) {
	k := build(t, manyFacts(t, 6), &share.Options{Languages: []string{"en"}})
	slides := 0
	for _, name := range k.Names() {
		if strings.HasPrefix(name, "carousels/en/") && path.Ext(name) == ".png" {
			slides++
		}
	}
	if slides == 0 {
		t.Fatal("the kit has no carousel")
	}
	for app, want := range map[string]int{"instagram": slides, "threads": slides, "bluesky": 0} {
		got := 0
		for _, z := range zipsOf(t, k, "zips/en-"+app) {
			for _, f := range z.File {
				if ext := path.Ext(f.Name); strings.HasPrefix(f.Name, "carousels/") && (ext == ".jpg" || ext == ".png") {
					got++
					if _, err := fs.Stat(z, path.Dir(f.Name)+"/text.txt"); err != nil {
						t.Error(err)
					}
				}
			}
		}
		if got != want {
			t.Errorf("%s: %d slides, want %d", app, got, want)
		}
	}
}
