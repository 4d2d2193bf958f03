package graphic

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/language"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// variant is one way to word and set a card. Composition tries them in order.
type variant struct {
	compact bool // smaller code, legend below its field, less room around grounds
	drop    bool // leave out kicker, folio and note
	ragged  bool // do not fill lines
	short   bool // use the short forms
	bare    bool // without blocks: a low card falls back to its claim
	ample   int  // 1: larger where there is room; 2: and the focal lines are not filled
}

// A typesetter sets a card's words in the type of a theme and the sizes of a
// format. It remembers the first error, after which nothing fits.
type typesetter struct {
	*Card
	f      *Format
	t      *theme.Theme
	fonts  *Fonts
	ground theme.Ground
	v      variant
	words  *tongue
	u      float64
	sizes  sizes
	styles map[string]*text.Style
	shaped map[shapeKey]*text.Passage // by all variants
	filled map[fillKey][]text.Filling
	err    error // the first that a passage met
}

// maxRunes is far more than a card holds and little enough to lay out fast.
const maxRunes = 2000

type shapeKey struct{ role, s string }

type fillKey struct {
	p   *text.Passage
	lim text.Limits
}

// sz are the sizes of the format, or larger ones on an ample card.
func (ts *typesetter) sz() *sizes { return &ts.sizes }

// most is the greatest height of a block, more on an ample card.
func (ts *typesetter) most(h float64) float64 {
	if ts.v.ample > 0 {
		return 1.6 * h
	}
	return h
}

// height and live are what lies between the margins.
func (ts *typesetter) height() float64 { return float64(ts.f.H) - ts.sz().top - ts.sz().bottom }
func (ts *typesetter) live() float64   { return float64(ts.f.W) - 2*ts.sz().side }

func (ts *typesetter) scheme(name string) *theme.Scheme { return ts.t.Schemes[name] }

func (ts *typesetter) style(role string) *text.Style {
	st := ts.styles[role]
	if st == nil {
		var err error
		if st, err = ts.t.Style(role, ts.fonts.all()); err != nil {
			ts.fail(err)
			return &text.Style{}
		}
		suit(st, ts.Lang)
		ts.styles[role] = st
	}
	return st
}

// leadings are those of scripts whose letters reach further up and down than
// Latin ones. Their letters join or carry marks, so they are not tracked.
var leadings = map[string]float64{
	"Arab": 1.5, "Deva": 1.45, "Beng": 1.45, "Gujr": 1.45, "Guru": 1.45, "Taml": 1.45, "Telu": 1.5, "Knda": 1.5, "Mlym": 1.45,
	"Sinh": 1.45, "Thai": 1.5, "Laoo": 1.5, "Khmr": 1.6, "Mymr": 1.6, "Ethi": 1.3,
}

// suit fits a theme's style to a language.
func suit(st *text.Style, lang language.Tag) {
	script, _ := lang.Script()
	if least, ok := leadings[script.String()]; ok {
		st.Leading, st.Tracking = max(st.Leading, least), 0
	}
}

func (ts *typesetter) fail(err error) {
	if ts.err == nil {
		ts.err = err
	}
}

// shape is text.Shape with the field named in the error.
func (ts *typesetter) shape(field, s, role string) *text.Passage {
	if p := ts.shaped[shapeKey{role, s}]; p != nil {
		return p
	}
	st := ts.style(role)
	if n := utf8.RuneCountInString(s); n > maxRunes {
		ts.fail(fitError(field, ts.f.Name, n-maxRunes))
	}
	if ts.err != nil {
		return &text.Passage{Style: st}
	}
	p := ts.t.Kept(ts.fonts, ts.Lang, role, s)
	if p == nil {
		var err error
		if p, err = text.Shape(s, st, ts.Lang); err != nil {
			ts.fail(shapingError(field, err))
			return &text.Passage{Style: st}
		}
		ts.t.Keep(ts.fonts, ts.Lang, role, s, p)
	}
	ts.shaped[shapeKey{role, s}] = p
	return p
}

func (ts *typesetter) slot(t *parts.Prose, r parts.Rank, gap float64) *parts.Slot {
	if ts.err == nil && !t.Fits() {
		ts.fail(fitError(t.Field, ts.f.Name, t.Text.Runes()-int(float64(t.Text.Runes())*t.W/(t.Text.Widest()*t.Min))))
	}
	return &parts.Slot{Part: t, Field: t.Field, Rank: r, Gap: gap, Chars: t.Text.Runes()}
}

func (ts *typesetter) headlineText() string {
	if ts.v.short && ts.HeadlineShort != "" {
		return ts.HeadlineShort
	}
	return ts.Headline
}

func (ts *typesetter) plainHeadline() string { return text.Plain(ts.headlineText()) }

// says reports whether the headline holds a figure.
func (ts *typesetter) says(figure string) bool { return figures.In(ts.plainHeadline(), figure) }

func (ts *typesetter) bodyText() string {
	if ts.v.short && ts.BodyShort != "" {
		return ts.BodyShort
	}
	return ts.Body
}

func (ts *typesetter) sourceText() string {
	if (ts.v.short || ts.f.Landscape()) && ts.SourceShort != "" {
		return ts.SourceShort
	}
	return ts.Source
}

// blockField names a block in errors.
func (ts *typesetter) blockField(i int) string { return fmt.Sprintf("Blocks[%d]", i) }

// right reports whether the card reads from right to left: by its language,
// or by its headline where that is not known.
func (ts *typesetter) right() bool {
	if ts.Lang != language.Und {
		return rightToLeft(ts.Lang)
	}
	return ts.shape("Headline", ts.Headline, "display").Right
}

// fillings remembers what earlier variants asked for.
func (ts *typesetter) fillings(p *text.Passage, lim text.Limits) []text.Filling {
	k := fillKey{p, lim}
	ways, ok := ts.filled[k]
	if !ok {
		ways = p.Fillings(lim)
		ts.filled[k] = ways
	}
	return ways
}
