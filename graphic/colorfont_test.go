package graphic

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"slices"
)

// The glyphs of the made font, in a square of 1000 units to the em: the
// parts are rectangles, the others have no outline of their own but one.
const (
	glyphLeft   = 1 + iota // the left half of the square
	glyphRight             // its right half
	glyphBar               // a bar in its middle
	glyphWide              // twice as wide as high
	glyphBook              // left, right in the colour of the text, bar
	glyphOwn               // the square, which is its own lowest layer, and the bar
	glyphFaded             // the square below a half translucent one
	glyphGone              // an invisible square above the bar
	glyphWoman             // a whole square, without colours
	glyphGirl              // another
	glyphJoiner            // nothing
	glyphC                 // regional indicators
	glyphA                 //
	glyphFamily            // wide, with a bar: woman, joiner, woman, joiner, girl
	glyphFlag              // wide, with a bar: C, A
	glyphCount
)

// letters of the made font: books, people and the parts of a flag.
var colorLetters = map[rune]uint16{
	'📚': glyphBook, '📕': glyphOwn, '📖': glyphFaded, '📗': glyphGone,
	'👩': glyphWoman, '👧': glyphGirl, '\u200d': glyphJoiner, '🇨': glyphC, '🇦': glyphA,
}

// palette of the made font.
var (
	fontRed    = color.NRGBA{210, 30, 40, 255}
	fontGreen  = color.NRGBA{20, 160, 70, 255}
	fontBlue   = color.NRGBA{30, 60, 200, 255}
	fontShade  = color.NRGBA{0, 0, 0, 128}
	fontHidden = color.NRGBA{250, 0, 250, 0}
	palette    = []color.NRGBA{fontRed, fontGreen, fontBlue, fontShade, fontHidden}
)

const ofText = 0xffff // the entry that means the colour of the text

// colorLayers are glyph and palette entry, the lowest first.
var colorLayers = map[uint16][][2]uint16{
	glyphBook:   {{glyphLeft, 0}, {glyphRight, ofText}, {glyphBar, 1}},
	glyphOwn:    {{glyphOwn, 2}, {glyphBar, 1}},
	glyphFaded:  {{glyphOwn, 0}, {glyphOwn, 3}},
	glyphGone:   {{glyphBar, 2}, {glyphOwn, 4}},
	glyphFamily: {{glyphWide, 2}, {glyphBar, 0}},
	glyphFlag:   {{glyphWide, 0}, {glyphBar, 1}},
}

// outlines are rectangles by their corners: left, bottom, right, top.
var colorOutlines = map[int][4]int16{
	glyphLeft: {0, 0, 500, 800}, glyphRight: {500, 0, 1000, 800}, glyphBar: {300, 300, 700, 500},
	glyphWide: {0, 0, 2000, 800}, glyphOwn: {0, 0, 1000, 800}, glyphWoman: {0, 0, 1000, 800}, glyphGirl: {0, 0, 1000, 800},
	glyphC: {0, 0, 1000, 800}, glyphA: {0, 0, 1000, 800},
}

func advance(glyph int) int {
	switch glyph {
	case glyphWide, glyphFamily, glyphFlag:
		return 2000
	case glyphJoiner:
		return 0
	}
	return 1000
}

// be is big-endian bytes of 8, 16 and 32 bit numbers and of bytes.
func be(values ...any) []byte {
	var b bytes.Buffer
	for _, v := range values {
		switch v := v.(type) {
		case int:
			binary.Write(&b, binary.BigEndian, uint16(v))
		case string:
			b.WriteString(v)
		default:
			binary.Write(&b, binary.BigEndian, v)
		}
	}
	return b.Bytes()
}

// colrFont is a font whose colours are in the tables COLR (version 0) and CPAL.
func colrFont() []byte {
	t := plainTables()
	t["COLR"], t["CPAL"] = colrTable(), cpalTable()
	return sfnt(t)
}

// sbixFont is a font with one picture: that of the glyphs, placed at x, y px from
// the origin, of ppem px to the em. Its other glyphs are plain.
func sbixFont(m image.Image, ppem, x, y int, glyphs ...int) []byte {
	var picture bytes.Buffer
	png.Encode(&picture, m)
	data := be(x, y, "png ", picture.Bytes())
	strike := be(ppem, 72)
	at := uint32(4 + 4*(glyphCount+1))
	for g := range glyphCount + 1 {
		strike = append(strike, be(at)...)
		if slices.Contains(glyphs, g) {
			at += uint32(len(data))
		}
	}
	t := plainTables()
	t["sbix"] = slices.Concat(be(1, 1, uint32(1), uint32(12)), strike, bytes.Repeat(data, len(glyphs)))
	return sfnt(t)
}

func plainTables() map[string][]byte {
	loca, glyf := outlineTables()
	var hmtx []byte
	for g := range glyphCount {
		hmtx = append(hmtx, be(advance(g), colorOutlines[g][0])...)
	}
	return map[string][]byte{
		"head": be(uint32(0x10000), uint32(0x10000), uint32(0), uint32(0x5f0f3cf5), 3, 1000, uint64(0), uint64(0), 0, 0, 2000, 1000, 0, 8, 2, 1, 0),
		"hhea": be(uint32(0x10000), 800, int16(-200), 0, 2000, 0, 0, 2000, 1, 0, 0, uint64(0), 0, glyphCount),
		"maxp": be(uint32(0x10000), glyphCount, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
		"hmtx": hmtx, "loca": loca, "glyf": glyf, "cmap": cmapTable(), "GSUB": ligatureTable(),
	}
}

func outlineTables() (loca, glyf []byte) {
	for g := range glyphCount {
		loca = append(loca, be(uint32(len(glyf)))...)
		if r, ok := colorOutlines[g]; ok {
			w, h := r[2]-r[0], r[3]-r[1]
			glyf = append(glyf, be(1, r, 3, 0)...)
			// Four points on the outline: lower left, upper left, upper right,
			// lower right, each from the one before.
			glyf = append(glyf, be(uint32(0x01010101), r[0], 0, w, 0, r[1], h, 0, -h)...)
		}
	}
	return append(loca, be(uint32(len(glyf)))...), glyf
}

func cmapTable() []byte {
	var groups []byte
	runes := make([]rune, 0, len(colorLetters))
	for r := range colorLetters {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	for _, r := range runes {
		groups = append(groups, be(uint32(r), uint32(r), uint32(colorLetters[r]))...)
	}
	return slices.Concat(be(0, 1, 3, 10, uint32(12)), be(12, 0, uint32(16+len(groups)), uint32(0), uint32(len(runes))), groups)
}

// ligatureTable joins the family and the flag.
func ligatureTable() []byte {
	scripts := be(1, "DFLT", 8, 4, 0, 0, 0xffff, 1, 0)
	features := be(1, "ccmp", 8, 0, 1, 0)
	family := be(glyphFamily, 5, glyphJoiner, glyphWoman, glyphJoiner, glyphGirl)
	flag := be(glyphFlag, 2, glyphA)
	sets := [][]byte{slices.Concat(be(1, 4), family), slices.Concat(be(1, 4), flag)}
	coverage := be(1, 2, glyphWoman, glyphC)
	at := 10 + len(coverage)
	subtable := slices.Concat(be(1, 10, 2, at, at+len(sets[0])), coverage, sets[0], sets[1])
	lookups := slices.Concat(be(1, 4, 4, 0, 1, 8), subtable)
	return slices.Concat(be(1, 0, 10, 10+len(scripts), 10+len(scripts)+len(features)), scripts, features, lookups)
}

func colrTable() []byte {
	var bases, layers []byte
	n := 0
	for g := range uint16(glyphCount) {
		if ls := colorLayers[g]; ls != nil {
			bases = append(bases, be(g, n, len(ls))...)
			for _, l := range ls {
				layers = append(layers, be(l)...)
			}
			n += len(ls)
		}
	}
	return slices.Concat(be(0, len(colorLayers), uint32(14), uint32(14+len(bases)), n), bases, layers)
}

func cpalTable() []byte {
	b := be(0, len(palette), 1, len(palette), uint32(14), 0)
	for _, c := range palette {
		b = append(b, c.B, c.G, c.R, c.A)
	}
	return b
}

// sfnt puts tables into a file.
func sfnt(t map[string][]byte) []byte {
	names := make([]string, 0, len(t))
	for name := range t {
		names = append(names, name)
	}
	slices.Sort(names)
	out := be(uint32(0x10000), len(t), 0, 0, 0)
	var data []byte
	for _, name := range names {
		out = append(out, be(name, uint32(0), uint32(12+16*len(t)+len(data)), uint32(len(t[name])))...)
		data = append(data, t[name]...)
		data = append(data, make([]byte, -len(data)&3)...)
	}
	return append(out, data...)
}
