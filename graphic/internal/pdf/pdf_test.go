package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/color"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

func font(t testing.TB, name string) *text.Font {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := text.ParseFont(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func latin(t testing.TB) *text.Font {
	return font(t, "../../fonts/newsreader/Newsreader_400Regular.ttf")
}

func arabic(t testing.TB) *text.Font {
	return font(t, "../../testdata/pictures/fonts/tajawal/Tajawal_700Bold.ttf")
}

// page is one paragraph of lines on a ground, below a described mark.
func page(t testing.TB, f *text.Font, s, alt, url string, width float64) (Page, bool) {
	t.Helper()
	p, err := text.Shape(s, &text.Style{Font: f, Leading: 1.2}, language.English)
	if err != nil {
		return Page{}, false
	}
	sc := &scene.Scene{W: 400, H: 500}
	sc.Rect(scene.Ground, "", color.RGBA{240, 230, 210, 255}, image.Rect(0, 0, 400, 500))
	sc.Rect(scene.Mark, "Block", color.RGBA{200, 0, 0, 255}, image.Rect(20, 20, 100, 60))
	e := Element{Type: "P", URL: url, Label: url}
	for i, l := range p.Lines(width) {
		e.Nodes = append(e.Nodes, len(sc.Nodes))
		sc.Nodes = append(sc.Nodes, scene.Node{Role: scene.Words,
			Glyphs: &scene.Run{Text: l.Text, Joined: l.Joined, Glyphs: l.Glyphs, Size: 20, X: 20, Y: 100 + 24*float64(i)}})
	}
	return Page{Scene: sc, Width: 300, Height: 375, Title: s, Elements: []Element{{Type: "Figure", Alt: alt, Nodes: []int{1}}, e}}, true
}

func write(t testing.TB, d *Document) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, d); err != nil {
		t.Fatal(err)
	}
	checkFile(t, buf.Bytes())
	return buf.Bytes()
}

var (
	object = regexp.MustCompile(`^(\d+) 0 obj\n`)
	stream = regexp.MustCompile(`(?s)<<([^\n]*)/Length (\d+)[^\n]*>>\nstream\n`)
)

// checkFile holds a file to its own table: every entry leads to its object,
// every stream is as long as it says, and marked content nests.
func checkFile(t testing.TB, data []byte) {
	t.Helper()
	start := strings.LastIndex(string(data), "startxref\n") + len("startxref\n")
	at, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(string(data[start:]), "%%EOF\n")))
	if err != nil || !bytes.HasPrefix(data[at:], []byte("xref\n0 ")) {
		t.Fatalf("startxref leads to %d, %v", at, err)
	}
	for i, row := range strings.Split(string(data[at:start]), "\n")[3:] {
		if strings.HasPrefix(row, "trailer") {
			break
		}
		offset, _ := strconv.Atoi(row[:10])
		if m := object.FindSubmatch(data[offset:min(len(data), offset+20)]); m == nil || string(m[1]) != strconv.Itoa(i+1) {
			t.Fatalf("object %d is not at %d", i+1, offset)
		}
	}
	for _, s := range streams(t, data) {
		checkContent(t, s)
	}
}

// streams are the file's streams, inflated where they are deflated.
func streams(t testing.TB, data []byte) []string {
	t.Helper()
	var out []string
	for _, m := range stream.FindAllSubmatchIndex(data, -1) {
		n, _ := strconv.Atoi(string(data[m[4]:m[5]]))
		body := data[m[1]:][:n]
		if !bytes.HasPrefix(data[m[1]+n:], []byte("\nendstream\n")) {
			t.Fatalf("a stream at %d is not %d bytes long", m[1], n)
		}
		if bytes.Contains(data[m[0]:m[1]], []byte("/FlateDecode")) {
			z, err := zlib.NewReader(bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			if body, err = io.ReadAll(z); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, string(body))
	}
	return out
}

func checkContent(t testing.TB, s string) {
	t.Helper()
	if !strings.Contains(s, " cm\n") {
		return
	}
	depth, texts := 0, 0
	for line := range strings.SplitSeq(s, "\n") {
		switch {
		case strings.HasSuffix(line, "BDC") && strings.HasPrefix(line, "/"), line == "/Artifact BMC":
			depth++
		case line == "EMC":
			depth--
		case line == "BT":
			texts++
		case line == "ET":
			texts--
		}
		if depth < 0 || depth > 1 || texts < 0 || texts > 1 {
			t.Fatalf("marked content or text objects do not nest:\n%s", s)
		}
	}
	if depth != 0 || texts != 0 {
		t.Fatalf("marked content or a text object is left open:\n%s", s)
	}
}

var bfchar = regexp.MustCompile(`<([0-9A-F]{2})><([0-9A-F]{4,})>`)

// TestLetters: what a line's codes say, in the order of reading, is what was
// typed.
func TestLetters(t *testing.T) {
	for _, tc := range []struct {
		font *text.Font
		text string
	}{
		{latin(t), "The first official finding (5 %)"},
		{latin(t), "q\u0301 and x\u0302 stand on one baseline"},
		{arabic(t), "لا إغلاق"},
		{arabic(t), "تُغلَق السَّاعَة"},
	} {
		p, err := text.Shape(tc.text, &text.Style{Font: tc.font}, language.English)
		if err != nil {
			t.Errorf("%s: %v", tc.text, err)
			continue
		}
		got := ""
		for _, tok := range tokens(p.Whole().Glyphs) {
			var chars []letter
			for _, l := range tok.letters {
				chars = append(chars, l.spread()...)
			}
			if chars[0].right() {
				slices.Reverse(chars)
			}
			for _, l := range chars {
				if l.right() && utf8.RuneCountInString(l.text) != 1 {
					t.Errorf("%s: one code says %q", tc.text, l.text)
				}
				got += l.text
			}
		}
		if got != tc.text {
			t.Errorf("got %q, want %q", got, tc.text)
		}
		if s, _ := spelled(&scene.Run{Glyphs: p.Whole().Glyphs}); s != tc.text {
			t.Errorf("spelled %q, want %q", s, tc.text)
		}
	}
}

// TestLigatureIsOneCode: its text is all of its letters.
func TestLigatureIsOneCode(t *testing.T) {
	p, ok := page(t, latin(t), "first office", "x", "", 40)
	if !ok {
		t.Fatal("no glyphs")
	}
	data := write(t, &Document{Pages: []Page{p}})
	found := false
	for _, s := range streams(t, data) {
		for _, m := range bfchar.FindAllStringSubmatch(s, -1) {
			found = found || m[2] == utf16hex("fi") || m[2] == utf16hex("ffi")
		}
	}
	if !found {
		t.Error("no code stands for a ligature")
	}
}

// TestManyCodes: a font of more than 256 codes is split, and a line goes on
// from one part to the next.
func TestManyCodes(t *testing.T) {
	f := latin(t)
	run := &scene.Run{Size: 10, Y: 50}
	for i := range 300 {
		run.Glyphs = append(run.Glyphs, text.Glyph{Font: f, ID: text.ID(i % 40), Cluster: i, X: float64(i) / 2, Advance: 0.5, Text: string(rune(0x100 + i))})
	}
	s := &scene.Scene{W: 100, H: 100, Nodes: []scene.Node{{Role: scene.Words, Glyphs: run}}}
	data := write(t, &Document{Pages: []Page{{Scene: s, Width: 100, Height: 100, Elements: []Element{{Type: "P", Nodes: []int{0}}}}}})
	if n := bytes.Count(data, []byte("/Subtype/Type3")); n != 2 {
		t.Errorf("%d fonts, want 2", n)
	}
	seen := make(map[string]bool)
	for _, s := range streams(t, data) {
		for _, m := range bfchar.FindAllStringSubmatch(s, -1) {
			if m[2] != utf16hex(joiner) {
				seen[m[2]] = true
			}
		}
	}
	if len(seen) != 300 {
		t.Errorf("the codes stand for %d texts, want 300", len(seen))
	}
}

// TestSpaceAtLineEnd: words of two lines are two words, but not those that a
// hyphen joins.
func TestSpaceAtLineEnd(t *testing.T) {
	p, ok := page(t, latin(t), "eighty-something readers", "x", "", 5)
	if !ok {
		t.Fatal("no glyphs")
	}
	pl := newTree(newFileForTest()).plan(&p, 1, false)
	var spaces []bool
	for _, i := range p.Elements[1].Nodes {
		spaces = append(spaces, pl.marks[i].space)
	}
	if want := []bool{false, true, false}; !slices.Equal(spaces, want) {
		t.Errorf("spaces after lines: %v, want %v", spaces, want)
	}
}

func newFileForTest() *file {
	f := new(file)
	f.reserve() // the page
	return f
}

func TestStrings(t *testing.T) {
	for s, want := range map[string]string{
		"":         "()",
		`a (b) \c`: `(a \(b\) \\c)`,
		"é":        "<FEFF00E9>",
		"😀":        "<FEFFD83DDE00>",
		"a\nb":     "<FEFF0061000A0062>",
		"\xff":     "<FEFFFFFD>",
	} {
		if got := textString(s); got != want {
			t.Errorf("%q is %s, want %s", s, got, want)
		}
	}
	for v, want := range map[float64]string{1.5: "1.5", -0.001: "0", 2: "2", 1e20: "100000000000000000000", 0.126: "0.13"} {
		if got := number(v, 2); got != want {
			t.Errorf("%g is %s, want %s", v, got, want)
		}
	}
}

func TestBleed(t *testing.T) {
	c := &content{page: &Page{Scene: &scene.Scene{W: 100, H: 200}}, bleedX: 5, bleedY: 7}
	for _, tc := range []struct {
		r    image.Rectangle
		want box
	}{
		{image.Rect(0, 0, 100, 200), box{-5, -7, 105, 207}},
		{image.Rect(10, 0, 90, 50), box{10, 150, 90, 207}},
		{image.Rect(10, 10, 90, 50), box{10, 150, 90, 190}},
	} {
		if got := c.span(tc.r, true); got != tc.want {
			t.Errorf("%v becomes %v, want %v", tc.r, got, tc.want)
		}
	}
	if got := c.span(image.Rect(0, 0, 100, 200), false); got != (box{0, 0, 100, 200}) {
		t.Errorf("a mark becomes %v", got)
	}
}

// FuzzWrite writes odd strings everywhere that strings go.
func FuzzWrite(f *testing.F) {
	f.Add("At least 62 classes", "Bars", "https://library.example/", 8.0)
	f.Add("q\u0301\u200d\u202eabc\u2069", "(\\)\r\n<>", "tel:+1 (555) \xff", 1.0)
	f.Add("المكتبة لا تُغلَق 2031", "\x00", "https://é.example/?a=(b)", 5.0)
	fonts := []*text.Font{latin(f), arabic(f)}
	f.Fuzz(func(t *testing.T, s, alt, url string, width float64) {
		if len(s) > 300 {
			return // breaking lines takes the square of their length
		}
		for _, font := range fonts {
			p, ok := page(t, font, s, alt, url, max(1, width))
			if !ok {
				continue
			}
			d := &Document{Title: s, Subject: alt, Lang: url, XMP: alt, Pages: []Page{p, p}}
			if a, b := write(t, d), write(t, d); !bytes.Equal(a, b) {
				t.Error("two runs differ")
			}
		}
	})
}

func ExampleWrite() {
	s := &scene.Scene{W: 100, H: 100}
	s.Rect(scene.Ground, "", color.RGBA{255, 255, 255, 255}, image.Rect(0, 0, 100, 100))
	var b bytes.Buffer
	err := Write(&b, &Document{Title: "Blank", Pages: []Page{{Scene: s, Width: 75, Height: 75}}})
	fmt.Println(strings.SplitN(b.String(), "\n", 2)[0], err)
	// Output: %PDF-1.7 <nil>
}
