package graphic

import (
	"errors"
	"fmt"
	"slices"
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

var variants = []variant{
	{}, {compact: true}, {drop: true}, {drop: true, compact: true},
	{drop: true, ragged: true}, {drop: true, ragged: true, compact: true},
	{short: true}, {short: true, drop: true, compact: true},
	{short: true, drop: true, ragged: true, compact: true},
	{bare: true}, {bare: true, drop: true, ragged: true}, {bare: true, short: true, drop: true, ragged: true},
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

// headline is the card's finding in the display face: beside a block it keeps
// to a title's size, alone it is the focal part.
func (c *composer) headline(s string, w float64, r parts.Rank, share float64) *parts.Slot {
	p := c.shape("Headline", s, "display")
	want := share * c.height()
	if c.ground.Strips && !c.f.Landscape() && c.err == nil {
		if s := c.stripped(p, w, r, want); s != nil {
			return s
		}
	}
	if c.t.Type["display"].Fill && !c.v.ragged && c.err == nil && !(c.v.ample > 1 && r == parts.Focal) {
		if fl := c.filling(p, w, r, share); len(fl.Ways) > 0 {
			want *= 1.1 // heights go in steps: the nearest may be above
			return &parts.Slot{Part: fl, Field: "Headline", Rank: r, Gap: blockGap * c.u, Chars: p.Runes(), Want: want}
		}
	}
	least, lines := c.sz().headMin, 4
	if r == parts.Focal {
		lines = 7
		if !c.v.ragged {
			least *= 1.3
		}
	}
	t := c.prose("Headline", s, w, c.as("display").from(least).upTo(c.headSize(p, r, w)).in(parts.HeadlineText))
	c.limit(t, lines)
	st := c.slot(t, r, blockGap*c.u)
	if r == parts.Focal {
		st.Want, t.Tidy = want, true
		if !c.t.Edge { // a bar beside it would be longer than its lines
			t.Below = 4 * c.u
		}
	}
	return st
}

// headSize is the most of a headline: what suits its rank and face, or up to
// two fifths more where that makes its only line as long as the measure.
func (c *composer) headSize(p *text.Passage, r parts.Rank, w float64) float64 {
	most := c.sz().head
	if r == parts.Focal {
		most = c.sz().headMax
	} else if k := c.t.Type["display"].Size; k > 0 {
		most *= k
	}
	return max(most, min(1.4*most, w/max(p.Width(), p.Whole().Ink.MaxX, 1e-6)))
}

// filling is a headline whose lines reach both edges, without ways where its
// words do not.
func (c *composer) filling(p *text.Passage, w float64, r parts.Rank, share float64) *parts.Filled {
	height := c.height()
	most := c.most(0.42 * height)
	if r == parts.Focal {
		most = max(most, 0.62*height)
	}
	fl := &parts.Filled{Field: "Headline", Text: p, W: w, Gap: 2.4 * c.u, Color: parts.HeadlineText}
	fl.Ways = c.fillings(p, text.Limits{
		Ratio: 2.6, Least: max(c.f.Floor*1.3, 0.07*float64(min(c.f.W, c.f.H))) / w, MaxSize: most / w,
	})
	if r == parts.Focal {
		fl.Ways = fl.Higher(min(0.2, 0.6*share) * height)
	}
	return fl
}

// stripped is a headline on strips, nil where letters or words do not go on one.
func (c *composer) stripped(p *text.Passage, w float64, r parts.Rank, want float64) *parts.Slot {
	s := &parts.Strips{Prose: &parts.Prose{Field: "Headline", Text: p, W: w, Min: c.sz().headMin, Max: c.headSize(p, r, w)}, U: c.u}
	if s.Lone() < s.Column(s.Largest())+1e-6 && !c.v.ragged {
		s.Min = s.Largest() // one strip: across the card
	}
	tall := p.Rise() > parts.StripOver || p.Fall() > parts.StripUnder
	if tall || s.Column(s.Min) < p.Widest() || p.Count(s.Column(s.Min)) > 6 {
		return nil
	}
	want = max(want, stripShare*c.height())
	return &parts.Slot{Part: s, Field: "Headline", Rank: parts.Focal, Gap: blockGap * c.u, Chars: p.Runes(), Want: want}
}

// stripShare is how much of a card its strips want at least: they are both its
// title and its picture.
const stripShare = 0.42

// fillings remembers what earlier variants asked for.
func (c *composer) fillings(p *text.Passage, lim text.Limits) []text.Filling {
	k := fillKey{p, lim}
	ways, ok := c.filled[k]
	if !ok {
		ways = p.Fillings(lim)
		c.filled[k] = ways
	}
	return ways
}

// limit refuses a headline of more lines than one reads at a glance.
func (c *composer) limit(t *parts.Prose, lines int) {
	if c.err != nil {
		return
	}
	if n := t.Text.Count(t.W / t.Min); n > lines {
		runes := t.Text.Runes()
		c.fail(fitError(t.Field, c.f.Name, max(1, runes-runes*lines/n)))
	}
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

// follow is what stands below a card's figure or headline: note, body,
// attribution.
func (c *composer) follow(w float64) []*parts.Slot {
	return slices.Concat(c.note(w), c.body(w, c.as("body"), 4), c.attribution(w, c.as("label"), 3))
}

// note is a line that a card may do without.
func (c *composer) note(w float64) []*parts.Slot {
	if c.Note == "" || c.v.bare {
		return nil
	}
	s := c.slot(c.prose("Note", c.Note, w, c.as("small").from(c.sz().slug).in(parts.MuteText)), parts.Prose1, 2.8*c.u)
	s.Drop, s.Noted = 3, true
	return []*parts.Slot{s}
}

// noteless reports a card that is drawn without its note, other than in a
// format whose cards have none.
func (c *composer) noteless(cols []*parts.Column) bool {
	if c.Note == "" || c.f.Landscape() {
		return false
	}
	return !slices.ContainsFunc(cols, func(col *parts.Column) bool {
		return slices.ContainsFunc(col.Slots(), func(s *parts.Slot) bool { return s.Noted })
	})
}

// compose picks an arrangement by the shape of the content and of the format.
func (c *composer) compose() ([]*parts.Column, error) {
	var cols []*parts.Column
	if i := c.ownKind(); i >= 0 && !c.v.bare {
		cols = c.Blocks[i].(arranger).arrange(c, i)
	}
	switch lead, rest := c.leading(); {
	case cols != nil:
	case c.f.Landscape():
		cols = c.landscape(lead, rest)
	case c.isAction():
		cols = c.actionCard()
	case lead != nil:
		cols = lead.card(c, rest)
	case len(rest) > 0:
		cols = c.blockCard(rest)
	default:
		cols = c.claimCard()
	}
	if c.err != nil {
		return nil, c.err
	}
	for _, col := range cols {
		if much := col.Solve(c.v.drop, c.v.ragged); much != nil {
			return nil, fitError(much.Field, c.f.Name, much.Over)
		}
	}
	return cols, nil
}

// leading separates the block that leads the card from those after it.
func (c *composer) leading() (lead leader, rest []int) {
	if c.v.bare {
		return nil, nil
	}
	for i, b := range c.Blocks {
		if l, ok := b.(leader); ok && lead == nil {
			lead, c.led = l, i
			continue
		}
		rest = append(rest, i)
	}
	return lead, rest
}

// isAction reports a card whose headline is itself the call.
func (c *composer) isAction() bool {
	return !c.Action.empty() && len(c.Blocks) == 0 && (c.ground.Name == c.t.Action.Name)
}

// vertical is one column over the whole canvas. Neighbours on one scheme
// become one group.
func (c *composer) vertical(groups ...parts.Group) *parts.Column {
	var kept []parts.Group
	for _, g := range groups {
		switch n := len(kept); {
		case len(g.Slots) == 0:
		case n > 0 && kept[n-1].Scheme == g.Scheme && kept[n-1].Inset == g.Inset && !kept[n-1].Picture:
			kept[n-1].Slots = append(kept[n-1].Slots, g.Slots...)
		default:
			kept = append(kept, g)
		}
	}
	roomy := 4.4 * c.u
	pad := roomy
	if c.v.compact && !c.f.Landscape() {
		pad = 2.4 * c.u
	}
	return &parts.Column{
		X: c.sz().side, W: c.live(), Top: c.sz().top, Bottom: float64(c.f.H) - c.sz().bottom,
		From: 0, To: float64(c.f.W), Pad: pad, Roomy: roomy, Groups: kept,
	}
}

// build lays the card out in the first variant that fits. The error is that
// of the last, the one with the shortest words.
func build(c *Card, f *Format, t *theme.Theme, g theme.Ground, fonts *Fonts, words *tongue) (*composer, []*parts.Column, error) {
	styles, shaped, filled := make(map[string]*text.Style), make(map[shapeKey]*text.Passage), make(map[fillKey][]text.Filling)
	try := func(v variant) (*composer, []*parts.Column, error) {
		m := &composer{
			Card: c, f: f, t: t, fonts: fonts, ground: g, v: v, u: f.unit(), sizes: f.sizes,
			words: words, styles: styles, shaped: shaped, filled: filled,
		}
		if v.ample > 0 {
			m.sizes = f.sizes.ample()
		}
		cols, err := m.compose()
		return m, cols, err
	}
	var last error
	for _, v := range variants {
		if v.short && !c.hasShort() || v.bare && (!f.low() || len(c.Blocks) == 0) {
			continue
		}
		if v.drop && f.DPI == 0 && len(c.Blocks) > 0 && !c.Action.empty() {
			v.compact = true // a smaller code rather than less above it
		}
		m, cols, err := try(v)
		if err == nil {
			// What a larger setting has to win over the one before it: lines
			// that reach both edges are worth some room.
			for _, worth := range []float64{0, 0.2} {
				slack := parts.Slackest(cols)
				if slack <= t.Slack() {
					break
				}
				v.ample++
				if ma, ample, err := try(v); err == nil && parts.Slackest(ample) < slack-worth && (worth == 0 || parts.Even(ample)) {
					m, cols = ma, ample
				}
			}
			return m, cols, nil
		}
		var fit *FitError
		if !errors.As(err, &fit) {
			return nil, nil, err
		}
		last = err
	}
	return nil, nil, last
}

func (c *Card) hasShort() bool { return c.HeadlineShort+c.BodyShort+c.SourceShort != "" }

// blockGap is the space above a block, in units.
const blockGap = 4.4

// block is the slots of one block at its place below the headline.
func (c *composer) block(i int, w float64, r parts.Rank) []*parts.Slot {
	return c.Blocks[i].slots(c, c.blockField(i), w, r)
}

// blockField names a block in errors, lead a field of the one that leads.
func (c *composer) blockField(i int) string { return fmt.Sprintf("Blocks[%d]", i) }

func (c *composer) lead(field string) string { return c.blockField(c.led) + "." + field }
