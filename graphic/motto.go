package graphic

import (
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Motto is words that fill the card: somebody's own, or those of a postcard.
// What they leave free a field of bars takes; the card's note says what one
// stands for.
// A Motto is safe for concurrent use as long as nobody changes it.
type Motto struct {
	Bars int `json:"bars,omitzero"` // 0: none
}

var _ = wired[Motto]("motto")

func (b Motto) traits() traits { return traits{whole: true, loud: true} }

func (b Motto) check() *FieldError {
	if b.Bars < 0 || b.Bars > mostField {
		return refuse("field-count", "Bars", fault.Values{"n": b.Bars, "most": mostField})
	}
	return nil
}

func (b Motto) describe(w *tongue) string {
	if b.Bars == 0 {
		return ""
	}
	return w.say("people", fault.Values{"n": b.Bars})
}

func (b Motto) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Motto) arrange(c *composer, i int) []*parts.Column { return c.onCanvas(i, b.draw) }

// The measures of a motto, in units, and the share of the height under which a
// field takes what the words leave. A preview is too
// small for one, and for a kicker.
const (
	mottoField = 6
	mottoLow   = 0.56
	mottoTall  = 0.6
	mottoLeast = 6.6
	mottoBody  = 9
	mottoFrom  = 5.4
	mottoSmall = 3.6 // the sizes of kicker and body
	mottoNote  = 3.3
	mottoGap   = 3.4 // below the kicker, over body and foot
	mottoWords = 4.4 // between words and field, at least
	wordsUnder = 1.2 // below their overhang
	barsUnder  = 2.6
	mottoAbove = 0.12 // of the height, over words without a field
)

func (b Motto) draw(k *Canvas) error {
	u, c := k.Unit(), k.Card()
	p := pile{k, k.Room()}
	bare := p
	end := b.end(&p)
	if c.Kicker != "" && !k.c.f.preview {
		p.put(p.line("Kicker", c.Kicker, FaceLabel, mottoSmall*u), ToneText, mottoGap*u)
	}
	said := p.line("Body", c.Body, FaceBody, mottoSmall*u)
	if said.Height > 0 {
		p.a.H -= said.Height + said.Under() + mottoGap*u
	}
	title := k.Text("Headline", c.Headline, FaceDisplay)
	words, ok := title.loud(p.a.W, p.a.H, mottoLeast*u)
	if !ok {
		if words, ok = k.Text("Headline", c.Headline, FaceLabel).Even(p.a.W, p.a.H, mottoFrom*u, mottoBody*u); !ok {
			k.Refuse("Headline", max(1, title.p.Runes()/5))
			return nil
		}
	}
	note := p.line("Note", c.Note, FaceLabel, mottoNote*u)
	field := min(p.a.H-words.Height-max(mottoWords*u, words.Under()+wordsUnder*u)-note.Height-note.Under()-3*u, mottoTall*bare.a.H)
	if b.Bars == 0 || k.c.f.preview || words.Height > mottoLow*bare.a.H || field < mottoField*u {
		field = 0
	}
	if field == 0 { // what is left stands above and below
		p.skip(min(0.5*max(0, p.a.H-words.Height-words.Under()), mottoAbove*bare.a.H))
	}
	p.put(words, ToneText, mottoWords*u)
	if field > 0 {
		k.Bars(Solid, ranks(b.Bars, Area{p.a.X, math.Round(p.a.Y), p.a.W, field})...)
		p.skip(field + barsUnder*u)
		p.put(note, ToneText, 3*u)
	}
	if said.Height > 0 {
		k.Draw(said, ToneText, p.a.X, p.a.Y+p.a.H+mottoGap*u)
	}
	end()
	return nil
}

// end is how a motto ends: with its slug line or, if somebody speaks with their
// mark, with a band of that and the citation. What it returns draws it.
func (b Motto) end(p *pile) (draw func()) {
	k, u := p.k, p.k.Unit()
	cite := k.c.cited()
	if len(k.c.Card.Logos) == 0 || k.c.f.preview || k.c.f.deep {
		slug := p.slugLine(cite)
		p.a.H -= mottoGap * u
		return slug
	}
	_, slug := p.slugLow(cite)
	row := p.logoRow()
	top := math.Round(p.a.Y + p.a.H)
	p.a.H -= mottoGap * u
	w, h := k.Size()
	return func() {
		k.on(k.schemes().otherThan(k.pen.Scheme.Ground.RGBA), Area{0, top, w, h - top})
		row()
		slug()
	}
}

// loud sets words so that all lines reach both edges, in a quiet theme as large
// as they fit.
func (t *Text) loud(w, h, least float64) (Setting, bool) {
	least = max(least, t.k.Floor())
	if t.Empty() {
		return Setting{Text: t}, true
	}
	even, fits := t.evenUnder(t.p.Rise(), w, h, least, math.Inf(1))
	if t.k.c.t.Edge {
		return even, fits
	}
	best, cost := -1, math.Inf(1)
	ways := t.k.c.fillings(t.p, text.Limits{Ratio: fillRatio, Least: fillLeast, MaxSize: math.Inf(1)})
	for i := range ways {
		way := &ways[i]
		high := t.filledHeight(way, w) + max(0, -way.Inks[0].MinY-t.p.Style.Font.CapHeight)*way.Sizes[0]*w
		if slices.Min(way.Sizes)*w < least || high > h {
			continue
		}
		if c := way.Cost + loudWorth*max(0, loudShare-high/h) + loudTorn*float64(t.p.Torn(way)); c < cost {
			best, cost = i, c
		}
	}
	if best < 0 {
		return even, fits
	}
	s := t.filledBy(&ways[best], w)
	if fits && len(ways[best].Sizes) == 1 && s.Height*w < even.Height*t.Set(even.Size, w).Wide {
		return even, true
	}
	return s, true
}

// loudShare is how much of its area loud text takes up where it can: more of it
// makes no difference. loudWorth is what that is worth beside good lines, loudTorn
// what one costs whose last word belongs to the next.
const (
	loudShare = 0.84
	loudWorth = 4
	loudTorn  = 1.2
)
