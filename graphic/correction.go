package graphic

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Correction replaces what was shared before. The headline says what is true,
// with a [Stat] of its figure drawn large; what was said is struck through,
// the only place where a card strikes anything.
type Correction struct {
	Label    string // "Correction"
	Date     string // "9 September 2025"
	Said     string // "We first shared a report of the plan:"
	Was      string // "$6 million"
	Replaces string // "Replaces card pay-6-million"; stands in the tag's place
}

func (k Correction) traits() traits { return traits{claims: true, wide: leftOut} }

func (k Correction) check() *FieldError {
	if k.Label == "" || k.Date == "" || k.Was == "" {
		return refuse("correction-part", "Was", nil)
	}
	return nil
}

func (k Correction) describe(*tongue) string {
	return joinWords(k.Label+",", k.Date+".", k.Said, k.Was+".", k.Replaces)
}

// slots are what was said and then struck.
func (k Correction) slots(c *composer, field string, w float64, _ rank) []*slot {
	var out []*slot
	if k.Said != "" {
		out = append(out, c.slot(c.prose(field+".Said", k.Said, "body", w, c.sz().bodyMin, c.sz().bodyMax, plainText), prose2, 4*c.u))
	}
	s := &struck{figure: c.figure(field+".Was", k.Was, "number", w, 0, 8*c.u)}
	s.color = plainText
	return append(out, &slot{part: s, field: field + ".Was", rank: prose2, gap: 3 * c.u, chars: len([]rune(k.Was))})
}

func (k Correction) arrange(c *composer, i int) []*column {
	if c.f.Landscape() {
		return nil
	}
	w, field := c.live(), c.blockField(i)
	line := &bandLine{field: field, size: c.sz().slug, w: w, start: c.shape(field+".Label", k.Label, "label"), end: c.shape(field+".Date", k.Date, "label")}
	band := group{scheme: c.scheme(c.t.Correction.Head), slots: []*slot{c.bandLine(line, field+".Label")}}
	body := group{scheme: c.scheme(c.t.Correction.Foot), slots: k.slots(c, field, w, prose2)}
	if lead, _ := c.leading(); lead != nil {
		body.slots = append(body.slots, lead.corrected(c, w)...)
	} else {
		body.slots = append(body.slots, c.headline(c.headlineText(), w, focal, 0.5))
	}
	body.slots = append(body.slots, c.follow(w)...)
	own, last := c.closing(w)
	if k.Replaces != "" {
		end := append(own, last.slots...)
		if s, ok := end[len(end)-1].part.(*slug); ok {
			s.tag = c.shape(field+".Replaces", k.Replaces, "label")
		}
	}
	body.slots = append(body.slots, own...)
	return []*column{c.vertical(band, body, last)}
}

// struck is a line of type with a bar through it.
type struck struct{ *figure }

func (s *struck) draw(p *pen, x, y float64) {
	s.figure.draw(p, x, y)
	thick := max(3, 0.1*s.size)
	mid := y + (s.over()+0.55*s.cap)*s.size
	p.rect(scene.Furniture, s.field, p.Text.RGBA, x-0.06*s.size, math.Floor(mid-thick/2), s.width()+0.12*s.size, thick)
}

// bandLine is one line with something at its start and, bold, at its end, where
// the card's place in a set stands too.
type bandLine struct {
	field      string
	start, end *text.Passage // end may be nil
	folio      *masthead
	size, w    float64
}

func (b *bandLine) width() float64 {
	w := b.start.Width() * b.size
	if b.end != nil {
		w += (b.end.Width() + 1.2) * b.size
	}
	return w + b.folioRoom()
}

// folioRoom is what the folio and the space before it take of the line.
func (b *bandLine) folioRoom() float64 {
	if w := b.folio.folioWidth(); w > 0 {
		return w + 1.2*b.size
	}
	return 0
}

// bandLine refuses a line whose two ends would meet.
func (c *composer) bandLine(b *bandLine, field string) *slot {
	b.folio = &masthead{folio: folio{c.Folio.Number, c.Folio.Of}, w: b.w, u: c.u}
	if c.f.Landscape() {
		b.folio.folio = folio{}
	}
	if c.err == nil && b.width() > b.w {
		c.fail(fitError(field, c.f.Name, max(1, b.start.Runes()-int(float64(b.start.Runes())*b.w/b.width()))))
	}
	return &slot{part: b, field: b.field, rank: fixed}
}

func (b *bandLine) height() float64 {
	return max(b.start.Style.Font.CapHeight*b.size, b.folio.folioHeight())
}
func (b *bandLine) span() (float64, float64) { return b.height(), b.height() }
func (b *bandLine) set(float64) float64      { return b.height() }

func (b *bandLine) draw(p *pen, x, y float64) {
	line := b.start.Whole()
	p.line(b.field, &line, b.size, x, y+b.height(), b.w, p.Accent.RGBA, p.Accent.RGBA)
	if b.end != nil {
		end := b.end.Whole()
		p.lineEnd(b.field, &end, b.size, x+b.w-b.folioRoom(), y+b.height(), p.Accent.RGBA)
	}
	b.folio.drawFolio(p, x, y+b.height())
}
