package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// shape is glyphs of one font at their offsets, as a key of maps: numbers of
// variable length, three to a glyph. The empty shape draws nothing.
type shape string

// with adds a glyph dx em to the right. A glyph without an outline adds
// nothing.
func (s shape) with(g *text.Glyph, dx float64) shape {
	if len(g.Font.Outline(g.ID).Segments) == 0 {
		return s
	}
	u := g.Font.UnitsPerEm()
	b := binary.AppendVarint([]byte(s), int64(g.ID))
	b = binary.AppendVarint(b, int64(math.Round(dx*u)))
	return shape(binary.AppendVarint(b, int64(math.Round(-g.Y*u))))
}

// parts calls f for every glyph with its offset in the font's units, y
// upwards.
func (s shape) parts(f func(id text.ID, dx, dy float64)) {
	for b := []byte(s); len(b) > 0; {
		var v [3]int64
		for i := range v {
			n := 0
			v[i], n = binary.Varint(b)
			b = b[n:]
		}
		f(text.ID(v[0]), float64(v[1]), float64(v[2]))
	}
}

// key of a character code: what is drawn, how wide it is and which text it
// stands for. What stands for two texts has two codes, so that both can be
// copied.
type key struct {
	font  *text.Font
	shape shape
	width float64 // in the font's units
	text  string
}

// code is a character in one of the document's fonts.
type code struct {
	font *type3
	char byte
}

// fonts are all fonts of a document. A Type 3 font has 256 codes at most; a
// text.Font that needs more is split.
type fonts struct {
	list  []*type3
	codes map[key]code
	open  map[*text.Font]*type3 // the last of each, which may have codes left
}

func newFonts() *fonts {
	return &fonts{codes: make(map[key]code), open: make(map[*text.Font]*type3)}
}

// type3 is a font whose glyphs are drawn by content streams.
type type3 struct {
	name  string // in the page's resources
	font  *text.Font
	used  [256]bool
	shape [256]shape
	width [256]float64 // in the font's units
	text  [256]string
	n     int // codes in use
	next  int // in the order of spare, the first that may be free
}

// measure is a code that no text uses: a blank named m, 0.6 em wide. Poppler
// guesses from the width of m how large the letters of a Type 3 font are, and
// from that which gaps part words and columns.
const measure = 31

func newType3(n int, f *text.Font) *type3 {
	t := &type3{name: fmt.Sprintf("F%d", n), font: f, n: 1}
	t.used[measure], t.width[measure] = true, math.Round(0.6*f.UnitsPerEm())
	return t
}

// code returns the code of a letter. A character of ASCII has its own where that
// is free, which keeps the text legible to programs that know no more.
func (fs *fonts) code(l *letter) code {
	k := key{l.font, l.shape, math.Round(l.width * l.font.UnitsPerEm()), l.text}
	c, ok := fs.codes[k]
	if ok {
		return c
	}
	t := fs.open[k.font]
	if t == nil || t.n == len(t.used) {
		t = newType3(len(fs.list)+1, k.font)
		fs.list, fs.open[k.font] = append(fs.list, t), t
	}
	c = code{t, t.free(k.text)}
	t.used[c.char], t.shape[c.char], t.width[c.char], t.text[c.char] = true, k.shape, k.width, k.text
	t.n++
	fs.codes[k] = c
	return c
}

func (t *type3) free(s string) byte {
	if len(s) == 1 && s[0] >= ' ' && s[0] <= '~' && !t.used[s[0]] {
		return s[0]
	}
	for t.used[spare(t.next)] {
		t.next++
	}
	return spare(t.next)
}

// spare is the order in which codes are given to what is not ASCII: from 128
// up, then from 0.
func spare(i int) byte { return byte(i + 128) }

// write adds the font's objects.
func (t *type3) write(f *file) ref {
	first, last := slices.Index(t.used[:], true), len(t.used)-1
	for !t.used[last] {
		last--
	}
	procs := make(map[drawing]string)
	var names, differences, widths strings.Builder
	for i := first; i <= last; i++ {
		if !t.used[i] {
			widths.WriteString("0 ")
			continue
		}
		if i == first || !t.used[i-1] {
			fmt.Fprintf(&differences, " %d", i)
		}
		d := drawing{t.shape[i], t.width[i]}
		if procs[d] == "" || i == measure {
			procs[d] = procName(i, len(procs))
			fmt.Fprintf(&names, "/%s %v", procs[d], t.procedure(f, d))
		}
		fmt.Fprintf(&differences, "/%s", procs[d])
		widths.WriteString(number(t.width[i], 0) + " ")
	}
	toUnicode := f.reserve()
	f.deflated(toUnicode, "", t.toUnicode())
	descriptor := f.add("<</Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0>>", pdfName(t.font.Name))
	return f.add("<</Type/Font/Subtype/Type3/Name/%s/FontBBox[0 0 0 0]/FontMatrix[%s 0 0 %[2]s 0 0]/Resources<<>>"+
		"/FirstChar %d/LastChar %d/Widths[%s]/Encoding<</Type/Encoding/Differences[%s]>>/CharProcs<<%s>>/ToUnicode %v/FontDescriptor %v>>",
		t.name, number(1/t.font.UnitsPerEm(), 12), first, last, strings.TrimSpace(widths.String()),
		differences.String(), names.String(), toUnicode, descriptor)
}

// drawing is what a glyph procedure draws; codes of one drawing share it.
type drawing struct {
	shape shape
	width float64
}

func procName(code, n int) string {
	if code == measure {
		return "m"
	}
	return fmt.Sprintf("g%d", n)
}

// procedures holds those of late, compressed: the files of a kit share most.
// It is bounded: when full it starts anew.
var procedures = struct {
	sync.Mutex
	m map[procedureKey][]byte
}{m: make(map[procedureKey][]byte)}

const maxProcedures = 4096

type procedureKey struct {
	font uint64 // its number
	drawing
}

func (t *type3) procedure(f *file, d drawing) ref {
	k := procedureKey{t.font.Number, d}
	procedures.Lock()
	data, ok := procedures.m[k]
	procedures.Unlock()
	if !ok {
		data = deflate(procedure(t.font, d.shape, d.width))
		procedures.Lock()
		if len(procedures.m) >= maxProcedures {
			clear(procedures.m)
		}
		procedures.m[k] = data
		procedures.Unlock()
	}
	r := f.reserve()
	f.stream(r, "/Filter/FlateDecode", data)
	return r
}

// pdfName keeps of a font's file name what may stand in a name object.
func pdfName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}, strings.TrimSuffix(s[strings.LastIndexByte(s, '/')+1:], ".ttf"))
	if s == "" {
		return "Font"
	}
	return s
}

// joiner stands for shapes without a character. Readers do not show it and
// do not break words at it.
const joiner = "\u2060"

// toUnicode maps every code to its text.
func (t *type3) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<00><FF>\nendcodespacerange\n")
	const most = 100 // entries of one section
	var rows []string
	for i, used := range t.used {
		if !used {
			continue
		}
		s := t.text[i]
		if s == "" {
			s = joiner
		}
		rows = append(rows, fmt.Sprintf("<%02X><%s>\n", i, utf16hex(s)))
	}
	for len(rows) > 0 {
		n := min(most, len(rows))
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", n, strings.Join(rows[:n], ""))
		rows = rows[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// procedure draws a shape in its font's units. It sets no colour: that is
// the text's.
func procedure(f *text.Font, s shape, width float64) []byte {
	u := f.UnitsPerEm()
	tr := tracer{unit: u}
	var ink box
	s.parts(func(id text.ID, dx, dy float64) {
		o := f.Outline(id)
		b := box{math.Floor(float64(o.MinX*u) + dx), math.Floor(float64(-o.MaxY*u) + dy), math.Ceil(float64(o.MaxX*u) + dx), math.Ceil(float64(-o.MinY*u) + dy)}
		if len(tr.b) == 0 {
			ink = b
		}
		ink = box{min(ink[0], b[0]), min(ink[1], b[1]), max(ink[2], b[2]), max(ink[3], b[3])}
		tr.dx, tr.dy = dx, dy
		for i := range o.Segments {
			tr.segment(&o.Segments[i])
		}
	})
	b := appendNumber(nil, width, 0)
	b = append(b, " 0"...)
	for _, v := range ink {
		b = appendNumber(append(b, ' '), v, 0)
	}
	b = append(b, " d1\n"...)
	if len(tr.b) == 0 {
		return b
	}
	return append(append(b, tr.b...), 'f') // closes what is open
}

// tracer writes outlines as path operators.
type tracer struct {
	b            []byte
	unit, dx, dy float64
	at           [2]float64
}

func (t *tracer) point(p text.Point) [2]float64 {
	return [2]float64{float64(float64(p.X)*t.unit) + t.dx, float64(-float64(p.Y)*t.unit) + t.dy}
}

func (t *tracer) segment(s *text.Segment) {
	a := t.point(s.P[0])
	switch s.Op {
	case text.MoveTo:
		t.op("m", a)
	case text.LineTo:
		t.op("l", a)
	case text.QuadTo: // PDF has cubic curves alone
		end := t.point(s.P[1])
		t.op("c", twoThirds(t.at, a), twoThirds(end, a), end)
	case text.CubeTo:
		t.op("c", a, t.point(s.P[1]), t.point(s.P[2]))
	}
}

func twoThirds(from, to [2]float64) [2]float64 {
	return [2]float64{from[0] + 2*(to[0]-from[0])/3, from[1] + 2*(to[1]-from[1])/3}
}

func (t *tracer) op(name string, points ...[2]float64) {
	for _, p := range points {
		t.b = append(appendNumber(t.b, p[0], 1), ' ')
		t.b = append(appendNumber(t.b, p[1], 1), ' ')
		t.at = p
	}
	t.b = append(append(t.b, name...), '\n')
}
