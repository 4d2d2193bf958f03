package graphic

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/language"

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

// composer turns a card into columns of slots for one format and theme.
type composer struct {
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
	led    int   // the block that leads, if one does
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
func (c *composer) sz() *sizes { return &c.sizes }

// most is the greatest height of a block, more on an ample card.
func (c *composer) most(h float64) float64 {
	if c.v.ample > 0 {
		return 1.6 * h
	}
	return h
}

// height and live are what lies between the margins.
func (c *composer) height() float64 { return float64(c.f.H) - c.sz().top - c.sz().bottom }
func (c *composer) live() float64   { return float64(c.f.W) - 2*c.sz().side }

func (c *composer) scheme(name string) *theme.Scheme { return c.t.Schemes[name] }

func (c *composer) style(role string) *text.Style {
	st := c.styles[role]
	if st == nil {
		var err error
		if st, err = c.t.Style(role, c.fonts.all()); err != nil {
			c.fail(err)
			return &text.Style{}
		}
		suit(st, c.Lang)
		c.styles[role] = st
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

func (c *composer) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// shape is text.Shape with the field named in the error.
func (c *composer) shape(field, s, role string) *text.Passage {
	if p := c.shaped[shapeKey{role, s}]; p != nil {
		return p
	}
	st := c.style(role)
	if n := utf8.RuneCountInString(s); n > maxRunes {
		c.fail(fitError(field, c.f.Name, n-maxRunes))
	}
	if c.err != nil {
		return &text.Passage{Style: st}
	}
	p := c.t.Kept(c.fonts, c.Lang, role, s)
	if p == nil {
		var err error
		if p, err = text.Shape(s, st, c.Lang); err != nil {
			c.fail(shapingError(field, err))
			return &text.Passage{Style: st}
		}
		c.t.Keep(c.fonts, c.Lang, role, s, p)
	}
	c.shaped[shapeKey{role, s}] = p
	return p
}

func (c *composer) slot(t *parts.Prose, r parts.Rank, gap float64) *parts.Slot {
	if c.err == nil && !t.Fits() {
		c.fail(fitError(t.Field, c.f.Name, t.Text.Runes()-int(float64(t.Text.Runes())*t.W/(t.Text.Widest()*t.Min))))
	}
	return &parts.Slot{Part: t, Field: t.Field, Rank: r, Gap: gap, Chars: t.Text.Runes()}
}

func (c *composer) headlineText() string {
	if c.v.short && c.HeadlineShort != "" {
		return c.HeadlineShort
	}
	return c.Headline
}

func (c *composer) plainHeadline() string { return text.Plain(c.headlineText()) }

func (c *composer) bodyText() string {
	if c.v.short && c.BodyShort != "" {
		return c.BodyShort
	}
	return c.Body
}

func (c *composer) sourceText() string {
	if (c.v.short || c.f.Landscape()) && c.SourceShort != "" {
		return c.SourceShort
	}
	return c.Source
}

// blockField names a block in errors, lead a field of the one that leads.
func (c *composer) blockField(i int) string { return fmt.Sprintf("Blocks[%d]", i) }

func (c *composer) lead(field string) string { return c.blockField(c.led) + "." + field }
