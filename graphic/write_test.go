package graphic

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestJPEG: a file is what image/jpeg makes of the picture, however it was
// painted; where sides are odd, up to what lies beyond the last pixel.
func TestJPEG(t *testing.T) {
	for _, size := range [][2]int{{1080, 1350}, {1081, 1351}, {1200, 629}} {
		f, err := CustomFormat(size[0], size[1], 375)
		if err != nil {
			t.Fatal(err)
		}
		g := mustNew(t, sampleCards()["people"], &Options{Format: f})
		var got, plain bytes.Buffer
		if err := g.WriteJPEG(&got); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(got.String(), "AltTextAccessibility") {
			t.Error("no alt text in the file")
		}
		if err := jpeg.Encode(&plain, g.Image(), &jpeg.Options{Quality: 90}); err != nil {
			t.Fatal(err)
		}
		a, b := decoded(t, &got), decoded(t, &plain)
		if a.Rect != b.Rect || a.Rect.Max != image.Pt(size[0], size[1]) {
			t.Fatalf("%v: the picture is %v", size, a.Rect)
		}
		if string(a.Y) != string(b.Y) {
			t.Errorf("%v: another brightness", size)
		}
		if even := size[0]%2+size[1]%2 == 0; even && string(a.Cb)+string(a.Cr) != string(b.Cb)+string(b.Cr) {
			t.Errorf("%v: other colours", size)
		}
		for i := range a.Cb {
			if d := max(int(a.Cb[i])-int(b.Cb[i]), int(b.Cb[i])-int(a.Cb[i]), int(a.Cr[i])-int(b.Cr[i]), int(b.Cr[i])-int(a.Cr[i])); d > 8 {
				t.Fatalf("%v: a colour is %d off", size, d)
			}
		}
	}
}

// TestJPEGOfManyWords: where a segment does not hold all that a file says, it
// holds the alt text.
func TestJPEGOfManyWords(t *testing.T) {
	for _, n := range []int{10, 20_000, 40_000} {
		c := Card{Headline: "Open on Sundays", Description: strings.Repeat("w ", n), Rights: "All may share it"}
		var b bytes.Buffer
		if err := mustNew(t, c, nil).WriteJPEG(&b); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "AltTextAccessibility") || !strings.Contains(b.String(), c.Rights) {
			t.Errorf("a description of %d words is in place of the alt text", n)
		}
		if _, err := jpeg.Decode(&b); err != nil {
			t.Errorf("%d words: %v", n, err)
		}
	}
}

func decoded(t *testing.T, r io.Reader) *image.YCbCr {
	t.Helper()
	m, err := jpeg.Decode(r)
	if err != nil {
		t.Fatal(err)
	}
	return m.(*image.YCbCr)
}

// TestPNG: a file holds the very pixels of the picture, however it was
// painted.
func TestPNG(t *testing.T) {
	noise := image.NewRGBA(image.Rect(0, 0, 90, 60))
	r := rand.New(rand.NewPCG(4, 4))
	for i := range noise.Pix {
		noise.Pix[i] = uint8(r.Uint32())
	}
	photo, err := NewPicture(noise)
	if err != nil {
		t.Fatal(err)
	}
	cards := sampleCards()
	cards["photo"] = Card{Headline: "The reading room", Blocks: []Block{Photo{Picture: photo, Alt: "Noise."}}}
	cards["duotone"] = Card{Headline: "The reading room", Blocks: []Block{Photo{Picture: photo, Alt: "Noise.", Duotone: true}}}
	for name, c := range cards {
		for _, th := range Themes()[:scaled(1, 2, 5)] {
			g := mustNew(t, c, &Options{Theme: th})
			var buf bytes.Buffer
			if err := g.WritePNG(&buf); err != nil {
				t.Fatal(err)
			}
			m, err := png.Decode(&buf)
			if err != nil {
				t.Fatalf("%s %s: %v", th.Name, name, err)
			}
			if _, few := m.(*image.Paletted); !few && !slices.ContainsFunc(c.Blocks, manyColours) {
				t.Errorf("%s %s: the file is a %T", th.Name, name, m)
			}
			got, want := image.NewRGBA(m.Bounds()), g.Image()
			draw.Draw(got, got.Rect, m, image.Point{}, draw.Src)
			if got.Rect != want.Rect || !bytes.Equal(got.Pix, want.Pix) {
				t.Errorf("%s %s: the file shows something else", th.Name, name)
			}
		}
	}
}

// TestSVG holds the file to XML and to what a screen reader needs.
func TestSVG(t *testing.T) {
	for name, c := range sampleCards() {
		c.Body += " <script> & \"quotes\""
		g := mustNew(t, c, nil)
		var buf bytes.Buffer
		if err := g.WriteSVG(&buf); err != nil {
			t.Fatal(err)
		}
		var desc string
		d := xml.NewDecoder(&buf)
		for in := ""; ; {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch tok := tok.(type) {
			case xml.StartElement:
				in = tok.Name.Local
			case xml.CharData:
				if in == "desc" {
					desc += string(tok)
				}
			}
		}
		if !strings.Contains(desc, g.Alt()) {
			t.Errorf("%s: description is %q", name, desc)
		}
	}
}

// TestExiftool reads what the files say of themselves with a program that others use.
func TestExiftool(t *testing.T) {
	tool, err := exec.LookPath("exiftool")
	if err != nil {
		t.Skip("exiftool is not installed: the metadata was not read by another program")
	}
	c := sampleCards()["claim"]
	c.Action = Action{Verb: "Venga", URL: "https://library.example/audiencia?de=tarjeta"}
	c.Description, c.Rights = "A table of the hours: Mondays & Fridays, 9 to 17.", "May be shared, translated and remixed"
	g := mustNew(t, c, nil)
	for ext, write := range map[string]func(io.Writer) error{"png": g.WritePNG, "jpg": g.WriteJPEG} {
		file := filepath.Join(t.TempDir(), "card."+ext)
		w, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := write(w); err != nil {
			t.Fatal(err)
		}
		w.Close()
		for tag, want := range map[string]string{
			"XMP-iptcCore:AltTextAccessibility": g.Alt(), "XMP-dc:Source": c.Source, "XMP-dc:Rights": c.Rights,
			"XMP-iptcCore:ExtDescrAccessibility": strings.Join([]string{g.Alt(), c.Description, c.Action.URL, "#" + c.Tags[0]}, " "),
		} {
			out, err := exec.Command(tool, "-s3", "-charset", "utf8", "-"+tag, file).CombinedOutput()
			if got := strings.TrimSpace(string(out)); err != nil || got != want {
				t.Errorf("%s: exiftool says %s is %q, %v; want %q", ext, tag, got, err, want)
			}
		}
	}
}

// manyColours reports a block that a palette may not hold: a photograph, or a
// map, whose marks have edges on land, on sea and on coasts.
func manyColours(b Block) bool {
	switch b.(type) {
	case Photo, Map:
		return true
	}
	return false
}

// TestIndexed: every PNG without a photograph or a map has a palette, in any theme.
// Beside photographs only emoji of a bitmap font, and sheets of cards of several
// themes, can need more than its 256 colours.
func TestIndexed(t *testing.T) {
	check := func(name string, g *Graphic) {
		var file bytes.Buffer
		if err := g.WritePNG(&file); err != nil {
			t.Fatal(name, err)
		}
		if kind := file.Bytes()[25]; kind != 3 {
			t.Errorf("%s: the colour type is %d, not 3", name, kind)
		}
	}
	eachSample(func(name string, c Card, o Options) {
		if manyColours(first(c.Blocks)) {
			return
		}
		if g, err := New(c, &o); err == nil {
			check(name, g)
		}
	})
	var file bytes.Buffer
	code, err := QR("https://library.example", nil)
	if err == nil {
		err = code.WritePNG(&file)
	}
	if err != nil {
		t.Fatal(err)
	}
	if m, err := png.Decode(&file); err != nil || !slices.Equal(m.(*image.Paletted).Palette, color.Palette{code.light, code.dark}) {
		t.Errorf("a code is %T, %v", m, err)
	}
	for name, m := range mockups {
		theme, format := mockupLook(t, name)
		check(name, mustNew(t, m.card, &Options{Theme: theme, Format: format, Ground: m.ground}))
	}
}
