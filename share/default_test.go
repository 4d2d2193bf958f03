package share_test

import (
	"cmp"
	"context"
	"encoding/csv"
	"image"
	"image/png"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// defaultKit is built once for the tests of this file.
var defaultKit = sync.OnceValues(func() (*share.Kit, error) {
	return share.Build(context.Background(), campaign.Default(), nil)
})

func cecot(t *testing.T) *share.Kit {
	t.Helper()
	k, err := defaultKit()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// written is the default kit in a folder, written once. Its videos take as long as
// all else together, so usual runs leave them out.
var written = sync.OnceValues(func() (fs.FS, error) {
	k, err := share.Build(context.Background(), campaign.Default(), &share.Options{WithoutVideos: withoutVideos()})
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(scratch, "kit")
	return os.DirFS(dir), k.WriteDir(context.Background(), dir)
})

// scratch lives as long as the tests of the package.
var scratch string

func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // a fifth less of work
	var err error
	if scratch, err = os.MkdirTemp("", "share-test-"); err != nil {
		panic(err)
	}
	status := m.Run()
	os.RemoveAll(scratch)
	os.Exit(status)
}

func withoutVideos() bool { return scaled(0, 0, 1) == 0 }

// cecotFiles is the default kit in a folder. It takes some seconds to write.
func cecotFiles(t *testing.T) fs.FS {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: the default kit is not written")
	}
	files, err := written()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// eachFile reads the files of the default kit but its pictures and small zips.
func eachFile(t *testing.T, f func(name string, data []byte)) {
	files := cecotFiles(t)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "zips/") || path.Ext(name) == ".png" {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err == nil {
			f(name, data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// eachCard lays out every card of the default kit, or every tenth with -short.
func eachCard(t *testing.T, f func(t *testing.T, p *share.FactCard, g *graphic.Graphic)) {
	pictures := cecot(t).Pictures()
	if want := 39 * 2 * 5; len(pictures) < want {
		t.Fatalf("%d cards, want at least %d", len(pictures), want)
	}
	step := 1
	if testing.Short() {
		step = 7 // coprime to the number of formats
	}
	for i := 0; i < len(pictures); i += step {
		p := &pictures[i]
		g, err := p.Graphic()
		if err != nil {
			t.Fatal(err)
		}
		f(t, p, g)
	}
}

// TestEveryCard holds every card of the kit to what a card promises: nothing
// overlaps, nothing leaves the safe area, every text is large and clear
// enough, source and date are there.
func TestEveryCard(t *testing.T) {
	eachCard(t, func(t *testing.T, p *share.FactCard, g *graphic.Graphic) {
		boxes := g.Boxes()
		fields := make(map[string]bool)
		for i, b := range boxes {
			fields[b.Field] = true
			checkBox(t, p, &b)
			for _, o := range boxes[:i] {
				if !strings.HasPrefix(b.Field, o.Field) && !strings.HasPrefix(o.Field, b.Field) && b.Rect.Overlaps(o.Rect) {
					t.Errorf("%s: %s %q overlaps %s %q", p.Name(), b.Field, b.Text, o.Field, o.Text)
				}
			}
		}
		if !fields["Source"] {
			t.Errorf("%s: no source on the card", p.Name())
		}
		if year := regexp.MustCompile(`\b(19|20)\d\d\b`); !year.MatchString(p.Card().Source + p.Card().AsOf) {
			t.Errorf("%s: no date on the card", p.Name())
		}
	})
}

func checkBox(t *testing.T, p *share.FactCard, b *graphic.Box) {
	safe := p.Format.Safe
	switch {
	case b.Bleeds && b.Text == "": // marks of a picture run to the edges
		safe = image.Rect(0, 0, p.Format.W, p.Format.H)
	case b.Bleeds:
		safe = image.Rect(24, 24, p.Format.W-24, p.Format.H-24)
	}
	want := 3.0
	if b.Text != "" {
		want = 4.5
		if b.Size < p.Format.Floor-0.01 {
			t.Errorf("%s: %s %q is %.1f px", p.Name(), b.Field, b.Text, b.Size)
		}
	}
	if !b.Rect.Empty() && !b.Rect.In(safe) {
		t.Errorf("%s: %s %q at %v leaves %v", p.Name(), b.Field, b.Text, b.Rect, safe)
	}
	if b.Contrast < want {
		t.Errorf("%s: %s %q has a contrast of %.1f", p.Name(), b.Field, b.Text, b.Contrast)
	}
}

// TestEveryCode reads every QR code off its painted card. Of stories those have
// one that are calls: an app has no way to scan what it shows.
func TestEveryCode(t *testing.T) {
	codes := 0
	c := campaign.Default()
	eachCard(t, func(t *testing.T, p *share.FactCard, g *graphic.Graphic) {
		before := codes
		for _, b := range g.Boxes() {
			if !b.Code {
				continue
			}
			codes++
			if got := decode(t, g.Image(), b.Rect.Inset(-24)); got != p.Card().Action.URL {
				t.Errorf("%s: the code says %q, want %q", p.Name(), got, p.Card().Action.URL)
			}
		}
		// Who reads a story or a low picture has a link, and no second screen.
		none := p.Format.Name == "story" || p.Format.Landscape()
		if f, ok := c.Fact(p.Fact); ok && (codes > before) != (f.IsAction() && !none) {
			t.Errorf("%s: %d codes", p.Name(), codes-before)
		}
	})
	if codes == 0 {
		t.Error("no card has a code")
	}
}

func decode(t *testing.T, m *image.RGBA, r image.Rectangle) string {
	t.Helper()
	crop := image.NewGray(image.Rect(0, 0, r.Dx(), r.Dy()))
	for y := range r.Dy() {
		for x := range r.Dx() {
			crop.Set(x, y, m.At(r.Min.X+x, r.Min.Y+y))
		}
	}
	bmp, err := gozxing.NewBinaryBitmapFromImage(crop)
	if err != nil {
		t.Fatal(err)
	}
	res, err := qrcode.NewQRCodeReader().Decode(bmp, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
	if err != nil {
		t.Fatal(err)
	}
	return res.GetText()
}

// TestZbar reads some cards whole with another decoder.
func TestZbar(t *testing.T) {
	tool, err := exec.LookPath("zbarimg")
	if err != nil {
		t.Skip("zbarimg is not installed: codes were read by one decoder only")
	}
	for _, name := range []string{
		"pictures/en/act-call-congress-portrait.png", "pictures/es/act-call-congress-square.png", "pictures/en/act-file-foia-square.png",
		"pictures/es/act-file-foia-portrait.png", "qr/action-call-representatives.png",
	} {
		data, err := fs.ReadFile(cecot(t), name)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "card.png")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(tool, "-q", "--raw", file).Output()
		if got := strings.TrimSpace(string(out)); err != nil || !strings.HasPrefix(got, "https://www.house.gov/") && !strings.HasPrefix(got,
			"https://www.foia.gov/") {
			t.Errorf("%s: zbarimg says %q, %v", name, got, err)
		}
	}
}

// TestEveryPost counts every post as its platform does.
func TestEveryPost(t *testing.T) {
	data, err := fs.ReadFile(cecot(t), "data/posts.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, row := range rows[1:] {
		fact, lang, platform, text := row[0], row[1], row[2], row[4]
		seen[fact+" "+lang+" "+platform] = true
		on, ok := hashtag.Lookup(platform)
		if !ok {
			t.Fatalf("no platform %q", platform)
		}
		if on.MaxLength > 0 && platform != "bluesky" && on.Length(text) > on.MaxLength {
			t.Errorf("%s %s on %s: %d of %d characters", fact, lang, platform, on.Length(text), on.MaxLength)
		}
		for _, p := range on.Check(text) {
			if p.Kind == hashtag.TooLong {
				t.Errorf("%s %s: %v", fact, lang, p)
			}
		}
	}
	if want := 50 * 2 * 12; len(seen) != want {
		t.Errorf("posts for %d facts, languages and platforms, want %d", len(seen), want)
	}
}

// TestEveryLink: no address in the kit leads anywhere but to a source, an
// organisation, an official contact point or a platform.
func TestEveryLink(t *testing.T) {
	known := map[string]bool{"openfontlicense.org": true, "json-schema.org": true}
	note := func(links ...string) {
		for _, l := range links {
			if u, err := url.Parse(l); err == nil {
				known[strings.TrimPrefix(u.Host, "www.")] = true
			}
		}
	}
	c := campaign.Default()
	note(c.Licence.URL)
	for _, f := range c.Facts {
		note(f.Source.URL)
		note(f.AltURLs...)
	}
	for _, a := range c.Actions {
		note(a.URL["en"], a.URL["es"])
	}
	for _, o := range c.Orgs.List {
		note(o.Link, o.Donate, o.Volunteer)
		for _, h := range o.Handles {
			note(h.URL)
		}
	}
	for _, p := range c.Contacts {
		note(p.URL, p.Also)
	}
	for _, s := range c.Steps {
		note(s.Links...)
	}
	link := regexp.MustCompile(`https?://[^\s"'<>)\]|,]+`)
	typefaces := fontLicences(t)
	eachFile(t, func(name string, data []byte) {
		if name == "START-HERE.html" {
			return
		}
		for _, l := range link.FindAllString(string(data), -1) {
			if namespaces[l] && slices.Contains([]string{".svg", ".pdf", ".mp4"}, path.Ext(name)) {
				continue
			}
			if name == "LICENSES.txt" && strings.Contains(typefaces, "("+l+")") {
				continue // part of a copyright line, which goes unchanged with its typeface
			}
			u, err := url.Parse(strings.TrimRight(l, ".,;*"))
			if err != nil || u.Scheme != "https" || !known[strings.TrimPrefix(u.Host, "www.")] && !strings.HasPrefix(name, "pages/") {
				t.Errorf("%s: %s leads to none of the campaign's addresses", name, l)
			}
		}
	})
}

// namespaces are names of vocabularies, which nobody opens.
var namespaces = map[string]bool{
	"http://www.w3.org/2000/svg": true, "http://www.w3.org/1999/02/22-rdf-syntax-ns#": true, "http://purl.org/dc/elements/1.1/": true,
	"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": true,
}

// TestNothingForEditors: caveats and notes for editors stay in the campaign.
func TestNothingForEditors(t *testing.T) {
	c := campaign.Default()
	var public strings.Builder
	for _, set := range c.Captions {
		for _, captions := range set.Captions {
			for _, one := range captions {
				public.WriteString(one.Text + "\n")
			}
		}
	}
	public.WriteString("Prosecutors accuse her of illicit enrichment; she and Cristosal deny it.\n") // a page says both sides
	var private []string
	for _, f := range c.Facts {
		for _, caveat := range f.Caveats {
			if !strings.Contains(public.String(), caveat) { // some were worded into a caption
				private = append(private, caveat)
			}
		}
	}
	eachFile(t, func(name string, data []byte) {
		said := string(data)
		for _, p := range private {
			if strings.Contains(said, p) {
				t.Errorf("%s carries a caveat: %s", name, p)
			}
		}
	})
}

// TestGovernmentReply: the reply ships with the pack, in every language.
func TestGovernmentReply(t *testing.T) {
	for _, name := range []string{"pictures/en/response-dhs-2025-portrait.png", "pictures/es/response-dhs-2025-story.png", "posts/es/x/response-dhs-2025.txt"} {
		if _, err := fs.Stat(cecot(t), name); err != nil {
			t.Error(err)
		}
	}
}

// TestSizes: chat apps recompress larger pictures, and phones do not open
// larger pages.
func TestSizes(t *testing.T) {
	files := cecotFiles(t)
	sizes := map[string]int64{"START-HERE.html": 10_000_000, "zips/es-whatsapp.zip": 4_000_000}
	for _, name := range cecot(t).Names() {
		if path.Ext(name) == ".zip" && !strings.HasSuffix(name, "-video.zip") {
			sizes[name] = min(mostZip, cmp.Or(sizes[name], mostZip))
		}
	}
	for name, most := range sizes {
		info, err := fs.Stat(files, name)
		if err != nil || info.Size() > most {
			t.Errorf("%s: %v bytes, %v", name, info.Size(), err)
		}
	}
	for _, p := range cecot(t).Pictures() {
		f, err := files.Open(p.Name())
		if err != nil {
			t.Fatal(err)
		}
		info, _ := f.Stat()
		if info.Size() > 250_000 {
			t.Errorf("%s has %d bytes", p.Name(), info.Size())
		}
		if cfg, err := png.DecodeConfig(f); err != nil || cfg.Width != p.Format.W || cfg.Height != p.Format.H {
			t.Errorf("%s: %dx%d, %v", p.Name(), cfg.Width, cfg.Height, err)
		}
		f.Close()
	}
}

// TestSums: the kit verifies as it was written.
func TestSums(t *testing.T) {
	if _, err := share.Verify(cecotFiles(t)); err != nil {
		t.Error(err)
	}
}
