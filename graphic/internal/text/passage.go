package text

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// A Passage is a shaped string, cut at every place where a line may end. It
// is immutable.
type Passage struct {
	Style *Style
	Right bool // reads from right to left

	pieces     []piece
	runes      int
	rise, fall float64
	whole      Line
	phrased    bool
}

// A piece cannot be broken. Its width does not count its trailing space.
type piece struct {
	frags     []fragment
	width     float64
	space     float64
	lead      float64  // ink before the origin of its first glyph
	hang      float64  // ink beyond the advance of its last glyph
	hyphen    fragment // what a soft hyphen at its end shows where a line ends
	runes     int
	text      string
	strong    bool // all of it but what stands around its word
	loud      bool // its emphasis goes on in the next piece
	soft      bool // a line ends after it only where nothing else fits
	syllable  bool // soft, in a script without spaces
	clinging  bool // soft, before a particle or an ending
	word      bool // soft, within what is probably a word of Japanese or Chinese
	mandatory bool // a line must end after it
}

// A fragment is the part of a run that lies in one piece.
type fragment struct {
	level  bidi.Level
	glyphs []Glyph // X relative to the fragment
	width  float64
	space  bool
}

// Shape prepares s, which may mark **emphasis**, to be set in st. The
// error is a *MissingError.
func Shape(s string, st *Style, lang language.Tag) (*Passage, error) {
	s = norm.NFC.String(strings.TrimSpace(s))
	runes, strong := emphasis(s)
	base, _ := lang.Base()
	curl(runes, lang.String())
	runes, strong = spaced(runes, strong, lang)
	glue(runes)
	if st.Upper {
		runes, strong = upper(runes, strong, lang)
	}
	p := &Passage{Style: st, runes: len(runes)}
	if len(runes) == 0 {
		return p, nil
	}
	state := shapers.Get().(*shaperState)
	defer shapers.Put(state)
	runs, right, err := state.shape(runes, strong, st, lang.String())
	if err != nil {
		return nil, err
	}
	p.Right = right
	p.cut(runes, strong, runs, base.String())
	p.whole = p.line(0, len(p.pieces))
	ink := p.whole.Ink
	p.rise, p.fall = max(0, -ink.MinY-st.Font.CapHeight), max(0, ink.MaxY)
	return p, nil
}

// upper maps rune by rune group, since "ß" becomes two.
func upper(runes []rune, strong []bool, lang language.Tag) ([]rune, []bool) {
	caser := cases.Upper(lang)
	out := make([]rune, 0, len(runes))
	flags := make([]bool, 0, len(runes))
	for start := 0; start < len(runes); {
		end := start + 1
		for end < len(runes) && strong[end] == strong[start] {
			end++
		}
		for _, r := range caser.String(string(runes[start:end])) {
			out = append(out, r)
			flags = append(flags, strong[start])
		}
		start = end
	}
	return out, flags
}

// cut makes the pieces. In Korean a line ends only at a space, as it is set in
// display type, though UAX #14 allows it within a word.
func (p *Passage) cut(text []rune, strong []bool, runs []run, lang string) {
	var seg segmenter.Segmenter
	seg.Init(text)
	lang = linedAs(text, lang)
	start := 0
	for iter := seg.LineIterator(); iter.Next(); {
		line := iter.Line()
		end := line.Offset + len(line.Text)
		body := end
		for body > start && unicode.IsSpace(text[body-1]) && text[body-1] != nbsp {
			body--
		}
		if body == end && end < len(text) && (lang == "ko" || inHangul(text, end) || counted(text, end) || text[end] == '(') {
			continue
		}
		soft := hyphenated(text, end)
		if soft && wordLength(text, end) <= shortWord {
			continue
		}
		soft = soft || body > start && text[body-1] == softHyphen
		within := body == end && eastAsianWord(text, end, lang)
		for i := start + 1; i < body; i++ {
			if unspaced(text, i) {
				p.piece(text, strong, runs, span{start, i, i}, piece{soft: true, syllable: true})
				start = i
			}
		}
		p.piece(text, strong, runs, span{start, body, end}, piece{
			soft: soft || within, syllable: within, word: within, clinging: within && clings(text, end, lang),
			mandatory: line.IsMandatoryBreak && end < len(text),
		})
		start = end
	}
}

// span is a piece's place in the text: its space is from body to end.
type span struct{ start, body, end int }

// piece adds pc with what the runs hold of its span.
func (p *Passage) piece(text []rune, strong []bool, runs []run, s span, pc piece) {
	pc.text, pc.runes, pc.strong = string(text[s.start:s.body]), s.end-s.start, emphatic(text[s.start:s.body], strong[s.start:s.body])
	pc.loud = s.end < len(text) && s.body > s.start && strong[s.body-1] && strong[s.end]
	first := sort.Search(len(runs), func(i int) bool { return runs[i].end > s.start })
	for i := first; i < len(runs) && runs[i].start < s.end; i++ {
		pc.add(&runs[i], s.start, s.body, false)
		pc.add(&runs[i], s.body, s.end, true)
	}
	pc.measureHang()
	if s.body > s.start && s.end < len(text) && text[s.body-1] == softHyphen {
		pc.addHyphen(runs, s.body-1)
	}
	p.pieces = append(p.pieces, pc)
}

// emphatic reports a word of which all is emphasised.
func emphatic(text []rune, strong []bool) bool {
	found := false
	for i, r := range text {
		if wordRune(r) && !strong[i] {
			return false
		}
		found = found || strong[i]
	}
	return found
}

func (pc *piece) add(r *run, from, to int, space bool) {
	from, to = max(from, r.start), min(to, r.end)
	if from >= to {
		return
	}
	var held int
	for i := range r.glyphs {
		if c := r.glyphs[i].Cluster; c >= from && c < to {
			held++
		}
	}
	f := fragment{level: r.level, space: space, glyphs: make([]Glyph, 0, held)}
	for _, g := range r.glyphs {
		if g.Cluster < from || g.Cluster >= to {
			continue
		}
		g.X = f.width + g.offset
		f.width += g.Advance
		f.glyphs = append(f.glyphs, g)
	}
	if space {
		pc.space += f.width
	} else {
		pc.width += f.width
	}
	pc.frags = append(pc.frags, f)
}

// addHyphen takes the hyphen of the run that holds the soft hyphen at i.
func (pc *piece) addHyphen(runs []run, i int) {
	r := &runs[sort.Search(len(runs), func(k int) bool { return runs[k].end > i })]
	pc.hyphen = fragment{level: r.level, glyphs: slices.Clone(r.hyphen)}
	for k := range pc.hyphen.glyphs {
		g := &pc.hyphen.glyphs[k]
		g.Cluster, g.X = i, pc.hyphen.width+g.offset
		pc.hyphen.width += g.Advance
	}
}

// spaced reports whether white space follows the piece.
func (pc *piece) spaced() bool { return len(pc.frags) > 0 && pc.frags[len(pc.frags)-1].space }

// measureHang looks at the first and the last glyph from left to right; a
// piece that begins or ends in a right-to-left run keeps its ink inside by its
// bearings.
func (pc *piece) measureHang() {
	if len(pc.frags) > 0 && len(pc.frags[0].glyphs) > 0 {
		g := &pc.frags[0].glyphs[0]
		pc.lead = max(0, -g.X-g.Font.Outline(g.ID).MinX)
	}
	for i := len(pc.frags) - 1; i >= 0; i-- {
		if f := &pc.frags[i]; !f.space && len(f.glyphs) > 0 {
			g := &f.glyphs[len(f.glyphs)-1]
			pc.hang = max(0, g.X+g.Font.Outline(g.ID).MaxX-f.width)
			return
		}
	}
}

// Whole is the passage on one line.
func (p *Passage) Whole() Line { return p.whole }

// Runes is the length of the passage in characters.
func (p *Passage) Runes() int { return p.runes }

// Empty reports whether there is nothing to draw.
func (p *Passage) Empty() bool { return len(p.pieces) == 0 }

// Words is the number of unbreakable pieces.
func (p *Passage) Words() int { return len(p.pieces) }

// Width is the passage's width on one line.
func (p *Passage) Width() float64 { return p.width(0, len(p.pieces)) }

// span is the ink of pieces i to j as a line, which all read from left to right.
func (p *Passage) span(i, j int) Ink {
	ink := Ink{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	x := 0.0
	for k := i; k < j; k++ {
		for f := range p.pieces[k].frags {
			frag := &p.pieces[k].frags[f]
			for n := range frag.glyphs {
				ink.add(&frag.glyphs[n], x)
			}
			x += frag.width
		}
	}
	for n := range p.pieces[j-1].hyphen.glyphs {
		ink.add(&p.pieces[j-1].hyphen.glyphs[n], x)
	}
	return ink
}

// Widest is the width of the widest piece: no column can be narrower.
func (p *Passage) Widest() float64 {
	w := 0.0
	for i := range p.pieces {
		w = max(w, p.pieces[i].lead+p.pieces[i].width+p.end(i))
	}
	return w
}

// WidestWord is the widest word up to most, those of Japanese and Chinese whole.
func (p *Passage) WidestWord(most float64) float64 {
	widest, from := p.Widest(), 0
	for i := range p.pieces {
		if !p.pieces[i].word {
			if w := p.width(from, i+1); w <= most {
				widest = max(widest, w)
			}
			from = i + 1
		}
	}
	return widest
}

// width of pieces i to j on one line, without the last one's space.
func (p *Passage) width(i, j int) float64 {
	w := 0.0
	for k := i; k < j; k++ {
		w += p.pieces[k].width
		if k < j-1 {
			w += p.pieces[k].space
		}
	}
	if j > i {
		w += p.pieces[i].lead + p.end(j-1)
	}
	return max(0, w)
}

// end is what a line that ends with piece k adds to its advances: the ink
// that hangs over, its hyphen, or the tracking that no glyph follows.
func (p *Passage) end(k int) float64 {
	return max(p.pieces[k].hang, p.pieces[k].hyphen.width-p.Style.Tracking)
}

// Rise is how far the passage's highest glyph stands above the cap line,
// Fall how far its lowest hangs below the baseline.
func (p *Passage) Rise() float64 { return p.rise }

// Fall is described at Rise.
func (p *Passage) Fall() float64 { return p.fall }

// Ink is a box in em around glyphs, y downwards from the baseline.
type Ink struct{ MinX, MinY, MaxX, MaxY float64 }

// A Line is a range of a passage with its glyphs placed from x 0 on its
// baseline.
type Line struct {
	Glyphs []Glyph
	Width  float64 // advance
	Ink    Ink
	Text   string
	Joined bool // goes on in the next line without a space, as after a hyphen
}

// line places pieces i to j, in visual order.
func (p *Passage) line(i, j int) Line {
	frags := make([]fragment, 0, 2*(j-i))
	var b strings.Builder
	for k := i; k < j; k++ {
		pc := &p.pieces[k]
		for _, f := range pc.frags {
			if !f.space || k < j-1 {
				frags = append(frags, f)
			}
		}
		if k == j-1 && len(pc.hyphen.glyphs) > 0 {
			frags = append(frags, pc.hyphen)
		}
		b.WriteString(pc.text)
		if k < j-1 && pc.space > 0 {
			b.WriteByte(' ')
		}
	}
	reorder(frags)
	glyphs := 0
	for _, f := range frags {
		glyphs += len(f.glyphs)
	}
	l := Line{Glyphs: make([]Glyph, 0, glyphs), Text: b.String(), Joined: j > i && j < len(p.pieces) && !p.pieces[j-1].spaced(),
		Ink: Ink{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}}
	for _, f := range frags {
		for _, g := range f.glyphs {
			g.X += l.Width
			l.Glyphs = append(l.Glyphs, g)
			l.Ink.add(&g, 0)
		}
		l.Width += f.width
	}
	if l.Ink.MinX > l.Ink.MaxX {
		l.Ink = Ink{}
	}
	l.Width -= p.Style.Tracking // after the last glyph there is none
	return l
}

func (k *Ink) add(g *Glyph, x float64) {
	o := g.Font.Outline(g.ID)
	if o.MaxX <= o.MinX {
		return
	}
	x += g.X
	k.MinX, k.MaxX = min(k.MinX, x+o.MinX), max(k.MaxX, x+o.MaxX)
	k.MinY, k.MaxY = min(k.MinY, g.Y+o.MinY), max(k.MaxY, g.Y+o.MaxY)
}

// reorder is rule L2 of the bidirectional algorithm.
func reorder(frags []fragment) {
	var high bidi.Level
	for _, f := range frags {
		high = max(high, f.level)
	}
	for level := high; level > 0; level-- {
		for i := 0; i < len(frags); i++ {
			if frags[i].level < level {
				continue
			}
			j := i
			for j < len(frags) && frags[j].level >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				frags[a], frags[b] = frags[b], frags[a]
			}
			i = j
		}
	}
}
