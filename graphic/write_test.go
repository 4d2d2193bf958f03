package graphic

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/gif"
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

	"golang.org/x/image/draw"
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
				if in = tok.Name.Local; in == "svg" && attribute(tok, "role") != "img" || in == "svg" && attribute(tok, "aria-labelledby") != "t d" {
					t.Errorf("%s: screen readers are not told that this is a picture: %v", name, tok.Attr)
				}
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

// attribute is an element's value of that name.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
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
	for name, m := range mockups() {
		theme, format := mockupLook(t, name)
		check(name, mustNew(t, m.Card, &Options{Theme: theme, Format: format, Ground: m.Ground}))
	}
}

// TestThumbnail: a card that is painted small shows what the whole one shows when
// it is shrunk, in every format of its theme, and is as wide as it was asked to be.
func TestThumbnail(t *testing.T) {
	n := 0
	eachSample(func(name string, c Card, o Options) {
		if n++; n%6 != 0 {
			return // each is painted twice and shrunk twice
		}
		g, err := New(c, &o)
		if err != nil {
			return
		}
		const width = 360
		got, whole := g.Thumbnail(width), g.Image()
		if got.Rect.Dx() != width || got.Rect.Dy() != (2*width*whole.Rect.Dy()+whole.Rect.Dx())/(2*whole.Rect.Dx()) {
			t.Errorf("%s: %v of %v", name, got.Rect, whole.Rect)
		}
		// Shrunk once more, so that half a pixel of a letter's place does not count.
		if d := meanDifference(reduced(got, 90), reduced(whole, 90)); d > 9 {
			t.Errorf("%s: the small card differs by %.1f of 255 on average", name, d)
		}
	})
	g := mustNew(t, Card{Headline: "The Old Mill is for sale"}, nil)
	for _, width := range []int{-1, 0, 1, 1080, 5000} {
		if m := g.Thumbnail(width); m.Rect.Dx() != max(1, min(width, 1080)) {
			t.Errorf("%d px wide of %d", m.Rect.Dx(), width)
		}
	}
}

func reduced(m image.Image, width int) image.Image {
	b := m.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, width, width*b.Dy()/b.Dx()))
	draw.CatmullRom.Scale(out, out.Rect, m, b, draw.Src, nil)
	return out
}

func TestWriteGIF(t *testing.T) {
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	for _, name := range []string{"people", "bars", "donut", "stat"} {
		g := mustNew(t, sampleCards()[name], nil)
		var b bytes.Buffer
		if err := g.WriteGIF(&b); err != nil {
			t.Fatal(name, err)
		}
		m, err := gif.DecodeAll(&b)
		if err != nil {
			t.Fatal(name, err)
		}
		total := 0
		canvas := image.NewRGBA(image.Rect(0, 0, m.Config.Width, m.Config.Height))
		for i, f := range m.Image {
			total += m.Delay[i]
			draw.Draw(canvas, f.Rect, f, f.Rect.Min, draw.Src)
			if i > 0 && f.Rect == canvas.Rect {
				t.Errorf("%s: frame %d repeats the whole card", name, i)
			}
		}
		if len(m.Image) < 3 || total > 500 || m.LoopCount != -1 {
			t.Errorf("%s: %d frames in %d hundredths, loop %d", name, len(m.Image), total, m.LoopCount)
		}
		if _, far := difference(canvas, g.Image()); far > 0 {
			t.Errorf("%s: %d pixels of the last frame are not the card's", name, far)
		}
	}
	for _, name := range []string{"claim", "photo"} {
		var bad *FieldError
		if err := mustNew(t, sampleCards()[name], nil).WriteGIF(&bytes.Buffer{}); !errors.As(err, &bad) {
			t.Errorf("%s has no marks: %v, want a FieldError", name, err)
		}
	}
}

// TestPalette: the colours that show a theme are those that its cards are
// painted with, and no two themes look the same.
func TestPalette(t *testing.T) {
	var seen []color.Palette
	for _, th := range Themes() {
		p := th.Palette()
		if len(p) < 2 {
			t.Errorf("%s: %v", th.Name, p)
		}
		m := mustNew(t, sampleCards()["stat"], &Options{Theme: th, Ground: th.Grounds()[0]}).Image()
		if ground := p[0]; m.At(0, m.Rect.Dy()/2) != ground {
			t.Errorf("%s: its first colour is %v, a card's edge %v", th.Name, ground, m.At(0, m.Rect.Dy()/2))
		}
		if slices.ContainsFunc(seen, func(q color.Palette) bool { return slices.Equal(p, q) }) {
			t.Errorf("%s looks like another", th.Name)
		}
		seen = append(seen, p)
	}
	if p := (Theme{Name: "none"}).Palette(); p != nil {
		t.Errorf("a theme of a name alone has colours: %v", p)
	}
}

// TestDotsStaySharp: in a theme of one ink a photograph is dots of two values in
// every output: a bit each in PDF, a PNG in SVG, and on paper thirty to the inch
// or as many as copiers keep.
func TestDotsStaySharp(t *testing.T) {
	shot := image.NewRGBA(image.Rect(0, 0, 640, 480))
	for y := range 480 {
		for x := range 640 {
			v := uint8((x + y) * 255 / 1120)
			shot.SetRGBA(x, y, color.RGBA{v, v / 2, 255 - v, 255})
		}
	}
	pic, err := NewPicture(shot)
	if err != nil {
		t.Fatal(err)
	}
	theme, _ := LookupTheme("photocopy")
	for name, cell := range map[string]float64{"portrait": 10, "square": 10, "letter": 8, "handbill": 10} {
		format, _ := LookupFormat(name)
		if got := format.screen(); got != cell {
			t.Errorf("%s: a cell of %g px, want %g", name, got, cell)
		}
		g := mustNew(t, Card{ID: "p", Headline: "The library", Blocks: []Block{Photo{Picture: pic, Alt: "Stripes"}}}, &Options{Theme: theme, Format: format})
		list := pdfTool(t, "pdfimages", "-list", writePDF(t, g.WritePDF))
		if rows := strings.Split(strings.TrimSpace(list), "\n"); len(rows) != 3 || !strings.Contains(strings.Join(strings.Fields(rows[2]), " "), "gray 1 1 image") {
			t.Errorf("%s: %s", name, list)
		}
		var svg bytes.Buffer
		if err := g.WriteSVG(&svg); err != nil || !bytes.Contains(svg.Bytes(), []byte("data:image/png;base64,")) {
			t.Errorf("%s: no PNG in the SVG: %v", name, err)
		}
	}
}
