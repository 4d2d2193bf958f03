package share_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
)

func TestKitIsAFileSystem(t *testing.T) {
	o := &share.Options{}
	if scaled(0, 0, 1) == 0 {
		o.Formats, o.Languages = graphic.Formats()[4:5], []string{"es"}
	}
	k := build(t, mill(t), o)
	if err := fstest.TestFS(k, "START-HERE.html", "SHA256SUMS", "data/manifest.json", "pictures/es/sale-og.png", "zips/es-x.zip"); err != nil {
		t.Fatal(err)
	}
}

// TestSameEverywhere: opened, written to a folder or to a zip, today and next
// year, a kit has the same bytes.
func TestSameEverywhere(t *testing.T) {
	a, b := build(t, mill(t), nil), build(t, mill(t), nil)
	dir := filepath.Join(t.TempDir(), "kit")
	var zipped bytes.Buffer
	err := errors.Join(
		a.Deliver(context.Background(), dir, &share.Delivery{Zip: dir + ".zip"}),
		b.WriteZip(context.Background(), &zipped))
	if err != nil {
		t.Fatal(err)
	}
	fromDir, err := os.ReadFile(dir + ".zip")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fromDir, zipped.Bytes()) {
		t.Error("the zip of the folder and the streamed one differ")
	}
	z, err := zip.NewReader(bytes.NewReader(fromDir), int64(len(fromDir)))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range b.Names() {
		opened, err := fs.ReadFile(b, name)
		if err != nil {
			t.Fatal(err)
		}
		written, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil || !bytes.Equal(opened, written) {
			t.Errorf("%s: the folder has other bytes (%v)", name, err)
		}
		if strings.HasPrefix(name, "zips/") {
			continue
		}
		if packed, err := fs.ReadFile(z, "old-mill-kit/"+name); err != nil || !bytes.Equal(opened, packed) {
			t.Errorf("%s: the zip has other bytes (%v)", name, err)
		}
	}
}

// TestNames: lower case, ASCII, no spaces, so that they survive every chat
// app and file system.
func TestNames(t *testing.T) {
	plain := regexp.MustCompile(`^(START-HERE\.(html|txt)|LICENSES\.txt|CHANGELOG\.md|(zips/)?SHA256SUMS|[a-z0-9/._-]+)$`)
	for _, name := range build(t, mill(t), nil).Names() {
		if !plain.MatchString(name) {
			t.Errorf("%q", name)
		}
	}
}

func TestManifest(t *testing.T) {
	k := build(t, mill(t), nil)
	data, err := fs.ReadFile(k, "data/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	var m share.Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	if m.Kit != "old-mill" || m.Version != "2031-03-10" || !slices.Equal(m.Facts, []string{"classes", "sale"}) {
		t.Errorf("manifest says %s %s %v", m.Kit, m.Version, m.Facts)
	}
	pictures := 0
	for _, e := range m.Files {
		if e.Format != "" {
			if e.Alt == "" || e.Language == "" {
				t.Errorf("%s: picture without alt text or language", e.Name)
			}
			if strings.HasPrefix(e.Name, "pictures/") && e.Fact != "" {
				pictures++
			}
		}
	}
	if pictures != 2*2*5 {
		t.Errorf("%d pictures, want 20", pictures)
	}
}

func TestVerify(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kit")
	if err := build(t, mill(t), nil).WriteDir(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	if _, err := share.Verify(os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "posts/en/x/sale.txt"), "another text")
	write(t, filepath.Join(dir, "zips/en-x.zip"), "another zip")
	write(t, filepath.Join(dir, "extra.txt"), "")
	write(t, filepath.Join(dir, "zips/extra.zip"), "")
	for _, name := range []string{"LICENSES.txt", "zips/es-sms.zip"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	_, err := share.Verify(os.DirFS(dir))
	var sums *share.SumError
	if !errors.As(err, &sums) || !slices.Equal(sums.Altered, []string{"posts/en/x/sale.txt", "zips/en-x.zip"}) ||
		!slices.Equal(sums.Added, []string{"extra.txt", "zips/extra.zip"}) || !slices.Equal(sums.Missing, []string{"LICENSES.txt", "zips/es-sms.zip"}) {
		t.Errorf("Verify: %v, %+v", err, sums)
	}
}

// TestVerifyEach alters, removes and misplaces every single file of a kit, so
// that none is left out of the sums.
func TestVerifyEach(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	whole := make(fstest.MapFS)
	for _, name := range k.Names() {
		data, err := fs.ReadFile(k, name)
		if err != nil {
			t.Fatal(err)
		}
		whole[name] = &fstest.MapFile{Data: data}
	}
	if _, err := share.Verify(whole); err != nil {
		t.Fatal(err)
	}
	for _, name := range k.Names() {
		data := slices.Clone(whole[name].Data)
		data[len(data)/2] ^= 1
		for how, other := range map[string]*fstest.MapFile{"altered": {Data: data}, "gone": nil} {
			odd := maps.Clone(whole)
			odd[name] = other
			if other == nil {
				delete(odd, name)
			}
			if _, err := share.Verify(odd); err == nil {
				t.Errorf("%s is %s, and the kit is unaltered", name, how)
			}
		}
	}
	for name := range whole {
		if strings.HasPrefix(name, "zips/") {
			delete(whole, name)
		}
	}
	if _, err := share.Verify(whole); err != nil {
		t.Errorf("without the small zips, as in the whole zip: %v", err)
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(content), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// TestCancelLeavesNothing stops the writing after some files.
func TestCancelLeavesNothing(t *testing.T) {
	k := build(t, mill(t), nil)
	parent := t.TempDir()
	dir := filepath.Join(parent, "kit")
	write(t, filepath.Join(parent, "mine"), "")
	for _, stop := range []int{1, 20, 100} {
		ctx, cancel := context.WithCancel(context.Background())
		err := k.Deliver(ctx, dir, &share.Delivery{Zip: dir + ".zip", Progress: func(done, _ int) {
			if done >= stop {
				cancel()
			}
		}})
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("stopped at %d: %v", stop, err)
		}
		if left, _ := os.ReadDir(parent); len(left) != 1 {
			t.Errorf("stopped at %d: left %v", stop, left)
		}
	}
}

// TestMendsAReplacement plays the moment between the two renames of a
// replacement, and a writing that was killed, and then writes again.
func TestMendsAReplacement(t *testing.T) {
	k := build(t, mill(t), nil)
	dir := filepath.Join(t.TempDir(), "kit")
	if err := k.WriteDir(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	want := listing(t, dir)
	left := filepath.Join(filepath.Dir(dir), ".kit.sharekit-123")
	write(t, filepath.Join(left, "REMOVED-BY-SHAREKIT"), "0 \"another machine\"")
	write(t, filepath.Join(left, "new", "half"), "written")
	if err := errors.Join(os.Rename(dir, filepath.Join(left, "old")), longAgo(filepath.Join(left, "REMOVED-BY-SHAREKIT"))); err != nil {
		t.Fatal(err)
	}
	if err := k.WriteDir(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range listing(t, filepath.Dir(dir)) {
		if !strings.HasPrefix(name, "kit/") {
			t.Errorf("left behind: %s", name)
		}
	}
	if got := listing(t, dir); !slices.Equal(got, want) {
		t.Error("the kit is not what it was")
	}
}

// longAgo makes a file older than any work that goes on.
func longAgo(name string) error {
	return os.Chtimes(name, day(2031, 1, 1), time.Now().AddDate(0, 0, -2))
}

// TestSparesNeighbours: somebody's own folders whose names look like ours, or
// looked like those that were once removed unseen, and a kit that was moved
// away.
func TestSparesNeighbours(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	dir := filepath.Join(t.TempDir(), "kit")
	var mine []string
	for _, name := range []string{dir + ".new-2026", dir + ".old-letters", filepath.Join(filepath.Dir(dir), ".kit.sharekit-2026")} {
		mine = append(mine, filepath.Join(name, "SHA256SUMS"))
		write(t, mine[len(mine)-1], "mine")
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if err := k.WriteDir(cancelled, dir); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := k.WriteDir(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(dir, dir+".old"); err != nil {
		t.Fatal(err)
	}
	mine = append(mine, filepath.Join(dir+".old", "my-notes"))
	write(t, mine[len(mine)-1], "mine")
	for range 2 {
		if err := k.WriteDir(context.Background(), dir); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range mine {
		if got, err := os.ReadFile(name); string(got) != "mine" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := share.Verify(os.DirFS(dir)); err != nil {
		t.Error(err)
	}
}

// TestSparesSetAside: a kit was being replaced by force when the process was
// killed, and somebody put another folder in its place.
func TestSparesSetAside(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	dir := filepath.Join(t.TempDir(), "kit")
	left := filepath.Join(filepath.Dir(dir), ".kit.sharekit-123")
	mark, mine := filepath.Join(left, "REMOVED-BY-SHAREKIT"), filepath.Join(left, "old", "letter")
	for _, name := range []string{mark, mine, filepath.Join(left, "new", "half"), filepath.Join(dir, "other")} {
		write(t, name, "mine")
	}
	if err := longAgo(mark); err != nil {
		t.Fatal(err)
	}
	var exists *share.ExistsError
	err := k.Deliver(context.Background(), dir, &share.Delivery{Force: true})
	if !errors.As(err, &exists) || exists.Path != filepath.Join(left, "old") {
		t.Errorf("what was set aside: %v", err)
	}
	if got, err := os.ReadFile(mine); string(got) != "mine" {
		t.Error(err)
	}
}

// TestTwoAtOnce: one writing does not remove what another gathers.
func TestTwoAtOnce(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	dir := filepath.Join(t.TempDir(), "kit")
	second := sync.OnceValue(func() error { return k.WriteDir(context.Background(), dir) })
	err := k.Deliver(context.Background(), dir, &share.Delivery{Progress: func(done, _ int) {
		if done == 10 {
			if err := second(); err != nil {
				t.Error(err)
			}
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	checkSame(t, dir, k)
	if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) != 1 {
		t.Errorf("left %v", left)
	}
}

// TestFolderAndZipAgree: where the zip cannot be put in its place, the folder
// stays the old one.
func TestFolderAndZipAgree(t *testing.T) {
	opt := &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}, AsOf: day(2031, 3, 10)}
	k := build(t, mill(t), opt)
	dir := filepath.Join(t.TempDir(), "kit")
	if err := k.WriteDir(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	opt.AsOf = day(2031, 3, 11)
	newer := build(t, mill(t), opt)
	err := newer.Deliver(context.Background(), dir, &share.Delivery{Zip: dir + ".zip", Progress: func(done, total int) {
		if done == total {
			write(t, filepath.Join(dir+".zip", "mine"), "came meanwhile")
		}
	}})
	if err == nil {
		t.Error("the zip took the place of a folder")
	}
	checkSame(t, dir, k)
	if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) != 2 {
		t.Errorf("left %v", left)
	}
}

// TestSparesZips: a file of the zip's name is replaced if it is the zip of
// such a kit, and stands in the way if it is somebody's own.
func TestSparesZips(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	dir := filepath.Join(t.TempDir(), "kit")
	deliver := func(force bool) error {
		return k.Deliver(context.Background(), dir, &share.Delivery{Zip: dir + ".zip", Force: force})
	}
	write(t, dir+".zip", "mine")
	var exists *share.ExistsError
	if err := deliver(false); !errors.As(err, &exists) || exists.Path != dir+".zip" {
		t.Errorf("a file of that name stands there: %v", err)
	}
	if err := (&share.Delivery{Zip: dir + ".zip"}).Check(k.Campaign(), dir); !errors.As(err, &exists) {
		t.Errorf("Check says %v", err)
	}
	if err := (*share.Delivery)(nil).Check(k.Campaign(), dir); err != nil {
		t.Errorf("nothing stands where the folder goes, and Check says %v", err)
	}
	if got, err := os.ReadFile(dir + ".zip"); string(got) != "mine" {
		t.Errorf("it was replaced: %v", err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder was written all the same")
	}
	if err := errors.Join(deliver(true), deliver(false)); err != nil {
		t.Error(err)
	}
}

// TestPlaces: what could not be renamed at the end is refused at the beginning.
func TestPlaces(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	t.Chdir(t.TempDir())
	abs, err := filepath.Abs("kit")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ dir, zip string }{
		{".", ""}, {"", ""}, {"kit/..", ""}, {"..", ""}, {"/", ""}, {"kit", "kit/kit.zip"}, {"kit", "kit"},
		{abs, "kit/kit.zip"}, {"kit", filepath.Join(abs, "kit.zip")}, {"nowhere/kit", ""},
	} {
		done := false
		d := &share.Delivery{Zip: tc.zip, Force: true, Progress: func(int, int) { done = true }}
		if err := k.Deliver(context.Background(), tc.dir, d); err == nil || done || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q and %q: %v; began to write: %t", tc.dir, tc.zip, err, done)
		} else if before := d.Check(k.Campaign(), tc.dir); before == nil || before.Error() != err.Error() {
			t.Errorf("%q and %q: Check says %v, Deliver %v", tc.dir, tc.zip, before, err)
		}
	}
	if got := listing(t, "."); got != nil {
		t.Errorf("left %v", got)
	}
}

func listing(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestErrors: what cannot be built is one line with fact, language and field.
func TestErrors(t *testing.T) {
	c := mill(t)
	c.Facts[1].Headline["es"] = strings.Repeat("biblioteca", 15)
	_, err := share.Build(context.Background(), c, nil)
	var card *share.CardError
	var reason fault.Fault
	if !errors.As(err, &card) || !errors.As(card.Err, &reason) || reason.Field() != "Headline" ||
		card.Fact != "sale" || card.Lang != "es" || card.Position().String() != "facts.yaml:23" {
		t.Errorf("long headline: %v", err)
	}
	if err != nil && strings.Contains(err.Error(), "\n") {
		t.Errorf("more than one line: %q", err)
	}

	c = mill(t)
	c.Facts[0].Headline["en"] = "62 クラス"
	if _, err = share.Build(context.Background(), c, nil); !errors.As(err, &card) || !strings.Contains(err.Error(), "ク") {
		t.Errorf("glyph: %v", err)
	}

	c = mill(t)
	c.Facts[0].Source.URL = ""
	var fact *share.FactError
	if _, err = share.Build(context.Background(), c, nil); !errors.As(err, &fact) || fact.Field() != "source.url" {
		t.Errorf("no source: %v", err)
	}
}

// TestExpired: what a kit holds depends on its own day, never on the clock.
func TestExpired(t *testing.T) {
	for _, tc := range []struct {
		asOf  int
		there bool
	}{{2031, true}, {2033, false}} {
		k := build(t, mill(t), &share.Options{AsOf: day(tc.asOf, 6, 1)})
		if _, err := k.Open("pictures/en/sale-portrait.png"); (err == nil) != tc.there {
			t.Errorf("in %d: the fact that expires in 2032: %v", tc.asOf, err)
		}
	}
}

// TestZipLeavesNobody: when WriteZip returns, nobody works for it any more.
func TestZipLeavesNobody(t *testing.T) {
	k := build(t, mill(t), nil)
	stacks := make([]byte, 1<<20)
	for range 5 {
		ctx, cancel := context.WithCancel(context.Background())
		n := 0
		err := k.WriteZip(ctx, writerFunc(func(p []byte) (int, error) {
			if n += len(p); n > 100_000 {
				cancel()
			}
			return len(p), nil
		}))
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if all := stacks[:runtime.Stack(stacks, true)]; bytes.Contains(all, []byte("share.(*Kit).content(")) {
			t.Errorf("files are still made:\n%s", all)
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func TestZipStopsWithItsReader(t *testing.T) {
	r, w := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- build(t, mill(t), nil).WriteZip(context.Background(), w) }()
	io.CopyN(io.Discard, r, 1000)
	r.Close()
	if err := <-done; !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("WriteZip: %v", err)
	}
}

// TestPostErrorWhere: a claim too long for a platform is named by file and line.
func TestPostErrorWhere(t *testing.T) {
	c := mill(t)
	c.Captions = nil
	c.Facts[1].Claim["es"] = strings.Repeat("biblioteca abierta ", 30)
	c.Facts[1].Attribution["es"] = strings.Repeat("según la ordenanza ", 16)
	_, err := share.Build(context.Background(), c, &share.Options{Formats: graphic.Formats()[1:2]})
	var post *share.PostError
	if !errors.As(err, &post) || post.Position().String() != "facts.yaml:26" {
		t.Errorf("%v", err)
	}
}
