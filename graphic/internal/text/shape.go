package text

import (
	"fmt"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	unibidi "golang.org/x/text/unicode/bidi"
)

// Style is how a passage is set. The fallback is asked for what Font lacks,
// then further fonts in order, which [Ask] finds.
type Style struct {
	Font     *Font
	Strong   *Font        // draws **emphasis**; nil: Font
	Fallback *Font        // nil: none
	Further  []*Further   // for what is not emphasised
	Heavy    []*Further   // for **emphasis**
	Last     func() *Font // asked after all others, and loaded only then; nil: none
	Tracking float64      // em added after every glyph
	Leading  float64      // baseline to baseline, in em
	Upper    bool
}

// Glyph is one placed shape. X and Y are in em from the start of its line,
// y downwards.
type Glyph struct {
	Font    *Font
	ID      ID
	X, Y    float64
	Advance float64
	Strong  bool

	// Cluster is the place in its passage of the first character that the
	// glyph stands for. Glyphs of one cluster share it; the first of them has
	// the cluster's Text, the others none.
	Cluster int
	Text    string

	offset float64 // of X from the pen
}

// MissingError names a grapheme that no font of the style has.
type MissingError struct{ Char string }

func (e *MissingError) Error() string { return fmt.Sprintf("no font has %q", e.Char) }

// DamagedError names a font whose tables contradict each other, which shows
// only in shaping some text.
type DamagedError struct{ Font string }

func (e *DamagedError) Error() string { return e.Font + ": damaged font" }

// A run is text of one font, script, level and emphasis, shaped.
type run struct {
	start, end int // runes
	level      bidi.Level
	strong     bool
	font       *Font
	glyphs     []Glyph // visual order, X relative to the run
	hyphen     []Glyph // what a soft hyphen shows at the end of a line, if the run has one
}

// shaperState is what one goroutine needs to shape: the shaper and its faces
// must not be shared.
type shaperState struct {
	shaper shaping.HarfbuzzShaper
	faces  map[*Font]*font.Face
	para   bidi.Paragraph
}

var shapers = sync.Pool{New: func() any { return newShaperState() }}

func newShaperState() *shaperState {
	s := &shaperState{faces: make(map[*Font]*font.Face)}
	s.shaper.SetFontCacheSize(32)
	return s
}

func (s *shaperState) face(f *Font) *font.Face {
	face, ok := s.faces[f]
	if !ok {
		if len(s.faces) > 64 {
			clear(s.faces)
		}
		face = font.NewFace(f.font)
		s.faces[f] = face
	}
	return face
}

// shape splits text into runs and shapes each. strong[i] tells whether rune i
// is emphasised.
func (s *shaperState) shape(text []rune, strong []bool, st *Style, lang string) ([]run, bool, error) {
	right := readsRight(text, lang)
	level := s.levels(text, right)
	leadTags(text, level)
	if right {
		holdLeft(text, level)
	}
	shown := st.shown(text)
	fonts, err := pickFonts(shown, strong, st)
	if err != nil {
		return nil, false, err
	}
	scripts := itemise(text)
	src := newSource(text)
	src.runes = shown
	var runs []run
	for start := 0; start < len(text); {
		end := start + 1
		for end < len(text) && level[end] == level[start] && fonts[end] == fonts[start] &&
			scripts[end] == scripts[start] && strong[end] == strong[start] {
			end++
		}
		r := run{start: start, end: end, level: level[start], strong: strong[start], font: fonts[start]}
		if r.glyphs, err = s.shapeRun(src, &r, scripts[start], lang, st.Tracking); err != nil {
			return nil, false, err
		}
		if err := s.shapeHyphen(text, &r, scripts[start], lang, st.Tracking); err != nil {
			return nil, false, err
		}
		runs = append(runs, r)
		start = end
	}
	return runs, right, nil
}

// levels are the embedding levels of text, paragraph by paragraph: Segment
// stops at the first separator of two.
func (s *shaperState) levels(text []rune, right bool) []bidi.Level {
	direction := bidi.LeftToRight
	if right {
		direction = bidi.RightToLeft
	}
	level := make([]bidi.Level, len(text))
	for start := 0; start < len(text); {
		end := paragraphEnd(text, start)
		runs := s.para.Segment(text[start:end], direction)
		for i := range runs.NumRuns() {
			r := runs.Run(i)
			for j := r.Start; j < r.End; j++ {
				level[start+j] = r.Level
			}
		}
		if right && separates(text[end-1]) {
			level[end-1] = 1 // rule L1, which Segment leaves out
		}
		start = end
	}
	return level
}

// paragraphEnd is behind the first paragraph separator from start on.
func paragraphEnd(text []rune, start int) int {
	for i := start; i < len(text); i++ {
		if separates(text[i]) {
			return i + 1
		}
	}
	return len(text)
}

func separates(r rune) bool {
	p, _ := unibidi.LookupRune(r)
	return p.Class() == unibidi.B
}

// leadTags keeps the sign of a hashtag or a handle before its Latin letters in
// text that reads from right to left, where it would else end up behind them.
func leadTags(text []rune, level []bidi.Level) {
	for i := 0; i+1 < len(text); i++ {
		if (text[i] == '#' || text[i] == '@') && level[i]%2 == 1 && level[i+1]%2 == 0 && unicode.IsLetter(text[i+1]) {
			level[i] = level[i+1]
		}
	}
}

// source is a text by its characters and, without copies, by their spans.
type source struct {
	runes []rune
	text  string
	at    []int // byte offset of every rune, and the end
}

func newSource(runes []rune) *source {
	s := &source{runes: runes, text: string(runes), at: make([]int, 0, len(runes)+1)}
	for i := range s.text {
		s.at = append(s.at, i)
	}
	s.at = append(s.at, len(s.text))
	return s
}

func (s *source) span(from, to int) string { return s.text[s.at[from]:s.at[to]] }

// shapeRun returns the run's glyphs, of which every outline has been read.
func (s *shaperState) shapeRun(src *source, r *run, script language.Script, lang string, tracking float64) (glyphs []Glyph, err error) {
	defer func() {
		if recover() != nil {
			*s = *newShaperState() // the old one may be left in any state
			err = &DamagedError{r.font.Name}
		}
	}()
	in := shaping.Input{
		Text: src.runes, RunStart: r.start, RunEnd: r.end,
		Direction: di.DirectionLTR,
		Face:      s.face(r.font),
		Size:      fixed.Int26_6(r.font.upem * 64),
		Script:    script,
		Language:  language.NewLanguage(lang),
	}
	if r.level%2 == 1 {
		in.Direction = di.DirectionRTL
	}
	if cursive(script) {
		tracking = 0
	}
	out := s.shaper.Shape(in)
	glyphs = make([]Glyph, len(out.Glyphs))
	em := 1 / (r.font.upem * 64)
	x := 0.0
	for i := range out.Glyphs {
		g := &out.Glyphs[i]
		r.font.Outline(g.GlyphID)
		glyphs[i] = Glyph{
			Font: r.font, ID: g.GlyphID, Strong: r.strong, Cluster: g.TextIndex(),
			X: x + float64(float64(g.XOffset)*em), Y: -float64(g.YOffset) * em, offset: float64(g.XOffset) * em,
			Advance: float64(float64(g.Advance) * em),
		}
		if i == 0 || glyphs[i-1].Cluster != glyphs[i].Cluster {
			glyphs[i].Text = src.span(g.TextIndex(), g.TextIndex()+g.RunesCount())
		}
		if g.Advance != 0 {
			glyphs[i].Advance += tracking
		}
		if narrow(src, g.TextIndex()) {
			glyphs[i].Advance /= 2
		}
		x += glyphs[i].Advance
	}
	return glyphs, nil
}

// narrow reports the space before a percent sign and the narrow space, which
// are set half as wide as one between words. They stay the same characters, so
// that text taken from a page reads as it was given.
func narrow(src *source, i int) bool {
	if src.span(i, i+1) == string(nnbsp) {
		return true
	}
	return src.runes[i] == nbsp && i+1 < len(src.runes) && src.runes[i+1] == '%'
}

// cursive scripts join their letters: tracking would tear them apart.
func cursive(s language.Script) bool {
	switch s {
	case language.Arabic, language.Syriac, language.Devanagari, language.Bengali, language.Mongolian, language.Nko,
		language.Adlam, language.Hanifi_Rohingya, language.Mandaic, language.Phags_Pa, language.Sogdian:
		return true
	}
	return false
}

// itemise assigns a script to every rune; common runes take that of their
// neighbour before, or of the first letter after.
func itemise(text []rune) []language.Script {
	scripts := make([]language.Script, len(text))
	last := language.Script(0)
	for i, r := range text {
		s := language.LookupScript(r)
		if s == language.Common || s == language.Inherited || s == language.Unknown {
			s = last
		}
		scripts[i], last = s, s
	}
	next := language.Latin
	for i := len(scripts) - 1; i >= 0; i-- {
		if scripts[i] == 0 {
			scripts[i] = next
		}
		next = scripts[i]
	}
	return scripts
}
