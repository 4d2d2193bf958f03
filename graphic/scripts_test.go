package graphic

import (
	"bytes"
	"errors"
	"image"
	"io"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/text/language"
)

// scripts are one headline each: "All libraries are open on Sundays" or near
// it, all about the same invented library.
func scripts(t *testing.T) map[string]script {
	t.Helper()
	data, err := os.ReadFile("testdata/scripts/scripts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]script{}
	for line := range strings.Lines(string(data)) {
		if row := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(row) == 5 {
			all[row[0]] = script{row[1], row[2], row[3], row[4] == "true"}
		}
	}
	return all
}

type script struct {
	lang     string
	headline string
	body     string
	right    bool
}

// TestScripts draws a card in every script with the fonts of this computer.
func TestScripts(t *testing.T) {
	fonts, err := SystemFonts()
	if err != nil {
		t.Skip("NOT TESTED: cards in other scripts: ", err)
	}
	for name, s := range scripts(t) {
		t.Run(name, func(t *testing.T) {
			c := Card{
				Lang: language.MustParse(s.lang), Headline: s.headline, Body: s.body, Kicker: s.headline[:0], Source: "Millbrook 2031",
				Blocks: []Block{People{Segments: []Segment{{62, Solid, "62", ""}, {58, Foot, "58", ""}}}}, Folio: Folio{1, 3},
			}
			for _, th := range Themes() {
				for i, f := range Formats()[:5] {
					if testing.Short() && i > 0 {
						break
					}
					g, err := New(c, &Options{Theme: th, Format: f, Fonts: fonts, Words: WordsOf(language.English)})
					var missing *GlyphError
					if errors.As(err, &missing) {
						t.Skipf("NOT TESTED: no font for %q is installed", missing.Char)
					}
					if err != nil {
						t.Fatalf("%s %s: %v", th.Name, f.Name, err)
					}
					checkBoxes(t, g, &f)
					if word := torn(g); word != "" {
						t.Errorf("%s %s: letters of two fonts in a word: %q", th.Name, f.Name, word)
					}
					if got := mirrored(g); got != s.right && f.Name == "portrait" {
						t.Errorf("%s: mirrored is %v, want %v", th.Name, got, s.right)
					}
				}
			}
		})
	}
}

// torn is a line in which letters of one script that follow each other come
// from two fonts.
func torn(g *Graphic) string {
	for i := range g.scene.Nodes {
		r := g.scene.Nodes[i].Glyphs
		if r == nil {
			continue
		}
		for j := 1; j < len(r.Glyphs); j++ {
			a, b := []rune(r.Glyphs[j-1].Text), []rune(r.Glyphs[j].Text)
			if len(a) == 0 || len(b) == 0 || r.Glyphs[j-1].Strong != r.Glyphs[j].Strong || r.Glyphs[j-1].Font == r.Glyphs[j].Font {
				continue
			}
			for _, of := range []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Ethiopic} {
				if unicode.Is(of, a[0]) && unicode.Is(of, b[0]) {
					return r.Text
				}
			}
		}
	}
	return ""
}

// TestTagInArabic: a hashtag in Latin letters keeps its sign before them.
func TestTagInArabic(t *testing.T) {
	for _, tag := range []string{"#SaveOldMill", "@OldMill"} {
		g := mustNew(t, Card{Lang: language.Arabic, Headline: "انظر " + tag + " الآن"}, nil)
		x := make(map[string]float64)
		for i := range g.scene.Nodes {
			if r := g.scene.Nodes[i].Glyphs; r != nil {
				for _, gl := range r.Glyphs {
					x[strings.ToUpper(gl.Text)] = r.X + gl.X*r.Size
				}
			}
		}
		sign, first := tag[:1], strings.ToUpper(tag[1:2])
		if first == "O" {
			first = "D" // of which there is one
		}
		if x[sign] >= x[first] {
			t.Errorf("%s: the sign at %g, the letter at %g", tag, x[sign], x[first])
		}
	}
}

// mirrored reports whether the source line stands at the right margin.
func mirrored(g *Graphic) bool {
	for _, b := range g.Boxes() {
		if b.Field == "Source" {
			return b.Rect.Min.X > g.format.W-b.Rect.Max.X
		}
	}
	return false
}

// TestEmoji draws one from a colour font among letters, on flat ground and in
// every kind of file.
func TestEmoji(t *testing.T) {
	data, err := os.ReadFile("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")
	if err != nil {
		t.Skip("NOT TESTED: emoji: ", err)
	}
	fonts, err := LoadFonts(fstest.MapFS{"emoji.ttf": {Data: data}})
	if err != nil {
		t.Fatal(err)
	}
	for _, emoji := range []string{"📚", "👩‍👩‍👧", "🏳️‍🌈"} {
		g := mustNew(t, Card{Headline: "Read " + emoji + " here", Source: "S"}, &Options{Fonts: fonts})
		bright := 0
		m := g.Image()
		for i := 0; i < len(m.Pix); i += 4 {
			if r, b := int(m.Pix[i]), int(m.Pix[i+2]); b > r+40 || m.Pix[i+1] > m.Pix[i]+40 {
				bright++
			}
		}
		if bright < 100 {
			t.Errorf("%s: %d pixels of a colour that the theme does not have", emoji, bright)
		}
		for _, write := range []func(io.Writer) error{g.WritePNG, g.WriteSVG, g.WritePDF} {
			if err := write(io.Discard); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestLoadFonts(t *testing.T) {
	data, err := os.ReadFile("fonts/anton/Anton_400Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := LoadFonts(fstest.MapFS{"a/b.TTF": {Data: data}, "readme.txt": {Data: []byte("x")}}); err != nil {
		t.Error(err)
	}
	for name, fsys := range map[string]fstest.MapFS{
		"none":    {"readme.txt": {Data: []byte("x")}},
		"cut":     {"cut.ttf": {Data: data[:len(data)/3]}},
		"garbage": {"garbage.otf": {Data: bytes.Repeat([]byte("x"), 500)}},
		"empty":   {"empty.ttc": {}},
		"claims":  {"claims.ttf": {Data: claim(data)}},
		"woff":    {"woff.ttf": {Data: append([]byte("wOFF"), data[4:]...)}},
		"many":    {"many.ttc": {Data: append([]byte("ttcf\x00\x01\x00\x00\xff\xff\xff\xff"), data...)}},
	} {
		if _, err := LoadFonts(fsys); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// claim says of a font's first table that it has four gigabytes.
func claim(font []byte) []byte {
	bad := bytes.Clone(font)
	copy(bad[24:28], "\xff\xff\xff\xff")
	return bad
}

// TestDamagedInside has a font that loads and cannot be shaped with: its
// feature refers to a lookup that is not there.
func TestDamagedInside(t *testing.T) {
	tables := plainTables()
	tables["GSUB"][42] = 0xff
	_, err := New(Card{Headline: "Read 📚", Source: "S"}, &Options{Fonts: loadOne(t, sfnt(tables))})
	var field *FieldError
	if !errors.As(err, &field) || field.Field() != "Options.Fonts" || !strings.Contains(err.Error(), "emoji.ttf") {
		t.Errorf("the error is %v", err)
	}
	mustNew(t, Card{Headline: "Read on", Source: "S"}, nil) // shapers are in order again
}

// FuzzLoadFonts damages a font and draws with it: an error or a card, never a
// panic.
func FuzzLoadFonts(f *testing.F) {
	data, err := os.ReadFile("fonts/anton/Anton_400Regular.ttf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(40, uint8(0xff), 9000)
	f.Add(300, uint8(1), len(data))
	f.Add(20000, uint8(0x80), len(data))
	f.Fuzz(func(t *testing.T, at int, v uint8, end int) {
		bad := bytes.Clone(data)
		if at < 0 || at >= len(bad) || end < 0 || end > len(bad) {
			return
		}
		bad[at] ^= v
		fonts, err := LoadFonts(fstest.MapFS{"bad.ttf": {Data: bad[:end]}})
		if err != nil {
			return
		}
		// Ω is in no font of the theme, so that the bad one is asked.
		g, err := New(Card{Headline: "Library Ωδ", Source: "S"}, &Options{Fonts: fonts})
		if err == nil {
			g.Image()
		}
	})
}

// FuzzColorFonts damages the tables of fonts with colours and draws with them.
func FuzzColorFonts(f *testing.F) {
	fonts := [][]byte{colrFont(), sbixFont(image.NewRGBA(image.Rect(0, 0, 8, 6)), 100, 10, 20)}
	f.Add(true, 198, uint8(0xff), 1015) // a lookup that is not there
	f.Add(false, 24, uint8(0xff), len(fonts[0]))
	for at := 12; at < len(fonts[0]); at += 97 {
		f.Add(false, at, uint8(0xff), len(fonts[0]))
		f.Add(true, at, uint8(0x80), len(fonts[1]))
	}
	f.Fuzz(func(t *testing.T, picture bool, at int, v uint8, end int) {
		data := fonts[0]
		if picture {
			data = fonts[1]
		}
		bad := bytes.Clone(data)
		if at < 0 || at >= len(bad) || end < 0 || end > len(bad) {
			return
		}
		bad[at] ^= v
		loaded, err := LoadFonts(fstest.MapFS{"bad.ttf": {Data: bad[:end]}})
		if err != nil {
			return
		}
		g, err := New(Card{Headline: "Read 📚 📖 👩‍👩‍👧 🇨🇦", Source: "S"}, &Options{Fonts: loaded})
		if err == nil {
			g.Image()
		}
	})
}

// TestScenesInScripts: pictures of data have their words in five scripts, and
// as many marks in each.
func TestScenesInScripts(t *testing.T) {
	fonts, err := SystemFonts()
	if err != nil {
		t.Skip("NOT TESTED: pictures of data in other scripts: ", err)
	}
	for _, name := range []string{"arabic", "devanagari", "thai", "chinese", "cyrillic"} {
		s := scripts(t)[name]
		for _, f := range Formats()[:3] {
			c := Card{Lang: language.MustParse(s.lang), Headline: s.headline, Source: "Millbrook 2031",
				Blocks: []Block{Field{Figure: "62", Groups: []Segment{{Count: 62}, {Count: 58, Mark: Open}}}}}
			g, err := New(c, &Options{Format: f, Fonts: fonts, Words: WordsOf(language.English)})
			var missing *GlyphError
			if errors.As(err, &missing) {
				t.Logf("NOT TESTED: no font for %q is installed", missing.Char)
				break
			}
			if err != nil || !g.Whole() {
				t.Errorf("%s %s: the field is not drawn: %v", name, f.Name, err)
				continue
			}
			if got := readBars(g); got != [4]int{Solid: 62, Open: 58} {
				t.Errorf("%s %s: %v", name, f.Name, got)
			}
			if word := torn(g); word != "" {
				t.Errorf("%s %s: letters of two fonts in a word: %q", name, f.Name, word)
			}
		}
	}
}
