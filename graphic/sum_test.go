package graphic

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// TestSumOfFonts: two files of one name are two fonts, though every letter of
// one may be as wide as that of the other.
func TestSumOfFonts(t *testing.T) {
	const name = "libre-franklin/LibreFranklin_500Medium.ttf"
	data, err := shelfFiles.ReadFile("fonts/" + name)
	if err != nil {
		t.Fatal(err)
	}
	draw := func(data []byte) (*Graphic, []byte) {
		own := fstest.MapFS{"own.json": {Data: []byte(`{"name": "own", "extends": "newsroom"}`)}, name: {Data: data}}
		th, err := LoadTheme(own, "own.json")
		if err != nil {
			t.Fatal(err)
		}
		g := mustNew(t, Card{Headline: "Open on Sundays", Body: "oooo"}, &Options{Theme: th})
		var file bytes.Buffer
		if err := g.WriteSVG(&file); err != nil {
			t.Fatal(err)
		}
		return g, file.Bytes()
	}
	a, fileA := draw(data)
	b, fileB := draw(blanked(data, letterOf(a, "Body")))
	if bytes.Equal(fileA, fileB) {
		t.Fatal("the fonts do not differ")
	}
	if a.Sum() == b.Sum() {
		t.Error("two files have one sum")
	}
}

// letterOf is the second glyph of a field.
func letterOf(g *Graphic, field string) text.ID {
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Field == field && n.Glyphs != nil {
			return n.Glyphs.Glyphs[1].ID
		}
	}
	return 0
}

// blanked is a TrueType font with a glyph that shows nothing.
func blanked(font []byte, id text.ID) []byte {
	out := slices.Clone(font)
	tables := make(map[string][]byte)
	for i := range int(binary.BigEndian.Uint16(out[4:])) {
		record := out[12+16*i:]
		tables[string(record[:4])] = out[binary.BigEndian.Uint32(record[8:]):]
	}
	at := 2 * int(binary.BigEndian.Uint16(tables["loca"][2*id:]))
	if long := tables["head"][51] == 1; long {
		at = int(binary.BigEndian.Uint32(tables["loca"][4*id:]))
	}
	copy(tables["glyf"][at:], "\x00\x00") // contours
	return out
}

// TestSumOfWords: what a file says of itself is in its sum, also where nothing
// of it is drawn.
func TestSumOfWords(t *testing.T) {
	low, _ := LookupFormat("og")
	said := "The reading room will stay open on Sundays until the end of the summer, and the garden until dusk."
	cards := []Card{
		{Headline: "Open on Sundays"},
		{Headline: "Open on Sundays", Body: said},
		{Headline: "Open on Sundays", Attribution: said},
		{Headline: "Open on Sundays", Note: said},
		{Headline: "Open on Sundays", Description: said},
		{Headline: "Open on Sundays", Rights: said},
		{Headline: "Open on Sundays", Source: said},
		{Headline: "**Open** on Sundays"},
	}
	files := make(map[[sha256.Size]byte]string)
	for i, c := range cards {
		g := mustNew(t, c, &Options{Format: low})
		var file bytes.Buffer
		if err := g.WritePNG(&file); err != nil {
			t.Fatal(err)
		}
		if other, same := files[g.Sum()]; same && other != file.String() {
			t.Errorf("card %d has the sum of another and another file", i)
		}
		files[g.Sum()] = file.String()
	}
}
