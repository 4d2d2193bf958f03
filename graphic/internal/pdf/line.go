package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// letter is a cluster: what is drawn with one code.
type letter struct {
	font    *text.Font
	shape   shape
	text    string
	x       float64 // em, from the line's origin
	natural float64 // em, the width of its base in the font
	width   float64 // em, to the next letter
	cluster int
}

// right reports a letter of a script that reads from right to left.
func (l *letter) right() bool {
	for _, r := range l.text {
		return text.RightToLeft(r)
	}
	return false
}

// letters are a line's clusters from left to right. A base and its marks, or
// the shapes that a character is composed of, are one letter: so they share
// a baseline, and what is copied is what was typed.
func letters(glyphs []text.Glyph) []letter {
	out := make([]letter, 0, len(glyphs))
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n].Cluster == glyphs[0].Cluster && glyphs[n].Font == glyphs[0].Font {
			n++
		}
		l := newLetter(glyphs[:n])
		if l.text != "" || l.shape != "" {
			out = append(out, l)
		}
		glyphs = glyphs[n:]
	}
	for i := range out {
		out[i].setWidth(out[i+1:])
	}
	return out
}

// setWidth writes a large gap before the next letter into the letter's width, so
// that readers do not split the word; small kerning is applied by positioning.
func (l *letter) setWidth(next []letter) {
	w := l.width
	if len(next) > 0 && next[0].x > l.x {
		w = next[0].x - l.x
	}
	if math.Abs(w-l.natural) < 0.05 {
		w = l.natural
	}
	l.width = w
}

func newLetter(cluster []text.Glyph) letter {
	base := &cluster[0]
	for i := range cluster {
		if g := &cluster[i]; base.Advance == 0 && g.Advance != 0 {
			base = g
		}
	}
	l := letter{font: base.Font, x: base.X, natural: base.Font.Outline(base.ID).Advance, cluster: base.Cluster}
	for i := range cluster {
		g := &cluster[i]
		l.width += g.Advance
		l.text += clean(g.Text)
		l.shape = l.shape.with(g, g.X-base.X)
	}
	return l
}

// spread assigns a code to every character of a letter from right to left: the
// shape stands for the last, blanks at its right for those before. Readers
// put the codes of such a word in their order of reading, but some of them do
// not reorder the characters of one code.
func (l letter) spread() []letter {
	chars := []rune(l.text)
	if len(chars) < 2 || !l.right() {
		return []letter{l}
	}
	const width = 0.02
	at := l.x + l.width - float64(width*float64(len(chars)-1))
	l.text = string(chars[len(chars)-1])
	out := []letter{l}
	for i := len(chars) - 2; i >= 0; i-- {
		out = append(out, letter{font: l.font, text: string(chars[i]), x: at, width: width, cluster: l.cluster})
		at += width
	}
	return out
}

// token is a word or a space: neighbouring letters from left to right.
type token struct {
	letters []letter
	first   int // the least cluster: its place in the order of reading
}

// tokens are a line's words and spaces in the order of reading.
func tokens(glyphs []text.Glyph) []token {
	var out []token
	word := false
	for _, l := range letters(glyphs) {
		space := l.text == " "
		if !word || space {
			out = append(out, token{first: l.cluster})
		}
		t := &out[len(out)-1]
		t.letters, t.first = append(t.letters, l), min(t.first, l.cluster)
		word = !space
	}
	slices.SortStableFunc(out, func(a, b token) int { return cmp.Compare(a.first, b.first) })
	return out
}

// spelled is what a line says, and whether any of it reads from right to
// left.
func spelled(r *scene.Run) (s string, right bool) {
	all := letters(r.Glyphs)
	slices.SortStableFunc(all, func(a, b letter) int { return cmp.Compare(a.cluster, b.cluster) })
	for i := range all {
		s += all[i].text
		right = right || all[i].right()
	}
	return s, right
}

// clean makes every space a plain one, as it was typed, and drops what only
// directs breaking and writing direction.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Zs, r):
			return ' '
		case r == '\u00ad', r == '\u2060', r == '\ufeff', unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// run shows a line of text, and a space after it where the element's text
// goes on.
func (c *content) run(r *scene.Run, space bool) {
	s := shower{content: c, run: r}
	c.printf("BT\n")
	words := tokens(r.Glyphs)
	for i := range words {
		for _, l := range words[i].letters {
			for _, part := range l.spread() {
				s.letter(part)
			}
		}
	}
	if space && len(words) > 0 {
		s.space(&words[len(words)-1])
	}
	s.flush()
	c.printf("ET\n")
}

// shower shows letters with as few operators as it can.
type shower struct {
	*content
	run *scene.Run

	font  *type3
	begun bool    // the text matrix is set
	pen   float64 // px, where the next letter would stand
	shown []byte  // of an open TJ array
	inStr bool
}

// space follows the last word, which ends at its left where it reads from
// right to left.
func (s *shower) space(last *token) {
	const width = 0.25
	l := last.letters[len(last.letters)-1]
	x := l.x + l.width
	if first := last.letters[0]; first.right() {
		x = first.x - width
	}
	s.letter(letter{font: l.font, text: " ", x: x, width: width})
}

func (s *shower) letter(l letter) {
	code, size := s.fonts.code(&l), s.run.Size
	x := s.run.X + float64(l.x*size)
	if code.font != s.font {
		s.flush()
		s.font = code.font
		s.printf("/%s %s Tf\n", s.font.name, number(size, 3))
	}
	if !s.begun || math.Abs(x-s.pen) > size {
		s.flush()
		s.printf("1 0 0 1 %s %s Tm\n", number(x, 2), number(float64(s.page.Scene.H)-s.run.Y, 2))
		s.begun, s.pen = true, x
	}
	s.kern(x)
	s.char(code.char)
	s.pen += float64(s.font.width[code.char] / s.font.font.UnitsPerEm() * size)
}

// kern moves the pen to x, in thousandths of an em.
func (s *shower) kern(x float64) {
	decimals, unit := 0, 1.0
	if s.run.Size > 100 {
		decimals, unit = 1, 10
	}
	by := math.Round((s.pen-x)/s.run.Size*1000*unit) / unit
	if by == 0 {
		return
	}
	s.closeString()
	s.shown = appendNumber(s.shown, by, decimals)
	s.pen -= float64(by / 1000 * s.run.Size)
}

func (s *shower) char(b byte) {
	if !s.inStr {
		s.shown, s.inStr = append(s.shown, '('), true
	}
	switch b {
	case '(', ')', '\\':
		s.shown = append(s.shown, '\\', b)
	case '\r':
		s.shown = append(s.shown, '\\', 'r')
	default:
		s.shown = append(s.shown, b)
	}
}

func (s *shower) closeString() {
	if s.inStr {
		s.shown, s.inStr = append(s.shown, ')'), false
	}
}

func (s *shower) flush() {
	s.closeString()
	if len(s.shown) > 0 {
		s.printf("[%s]TJ\n", s.shown)
		s.shown = s.shown[:0]
	}
}
