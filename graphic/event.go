package graphic

import (
	"fmt"
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Event is what, when, where and how one gets in: a row for each, to be
// written in by hand where it is not yet known. The headline is its title,
// the body its purpose.
type Event struct {
	Rows []EventRow
}

// EventRow is one row of an Event. An empty Text leaves a line to write on.
type EventRow struct {
	Label string // "Date"
	Text  string
}

func (e Event) traits() traits { return traits{wide: leftOut} }

func (e Event) check() *FieldError {
	if n := len(e.Rows); n < 1 || n > 7 {
		return refuse("event-rows", "Rows", fault.Values{"n": n})
	}
	for i, r := range e.Rows {
		if r.Label == "" {
			return refuse("event-row-label", fmt.Sprintf("Rows[%d].Label", i), nil)
		}
	}
	return nil
}

func (e Event) describe(w *tongue) string {
	var parts []string
	for _, r := range e.Rows {
		said := r.Text
		if said == "" {
			said = w.say("to_fill_in", nil)
		}
		parts = append(parts, joinWords(r.Label+":", said))
	}
	return joinWords(listing(parts)[len(": "):])
}

func (e Event) slots(c *composer, field string, w float64, r rank) []*slot {
	f := &form{field: field, w: w, u: c.u, line: max(2, 0.3*c.u)}
	for i, row := range e.Rows {
		p := c.shape(field+".Rows["+strconv.Itoa(i)+"].Label", row.Label, "label")
		f.long = f.long || c.err == nil && p.Count((f.start()-1.6*c.u)/c.f.Floor) > 2
	}
	for i, row := range e.Rows {
		at := field + ".Rows[" + strconv.Itoa(i) + "]"
		label := c.prose(at+".Label", row.Label, "label", f.start()-1.6*c.u, c.f.Floor, c.sz().labelMax, accentText)
		if c.err == nil && !label.fits() {
			c.fail(fitError(label.field, c.f.Name, 1))
		}
		var said *prose
		if row.Text != "" {
			said = c.prose(at+".Text", row.Text, "body", w-f.start(), c.sz().bodyMin, c.sz().bodyMax, plainText)
		}
		f.labels, f.texts = append(f.labels, label), append(f.texts, said)
	}
	return []*slot{{part: f, field: field, rank: r, gap: blockGap * c.u, chars: 20 * len(e.Rows)}}
}

func (e Event) arrange(c *composer, i int) []*column {
	if c.f.Landscape() {
		return nil
	}
	if c.f.DPI > 0 {
		c.ground.Foot = c.t.Lightest() // to be written on
	}
	return c.titled(focal, 0.34, func(w float64) []*slot {
		out := append(c.others(i, w), c.purpose(w)...)
		return append(out, e.slots(c, c.blockField(i), w, heading)...)
	})
}

// purpose is what an event is for, set as its second line.
func (c *composer) purpose(w float64) []*slot {
	out := c.follow(w)
	for _, s := range out {
		if s.field == "Body" {
			s.part = c.prose("Body", c.bodyText(), "sub", w, c.sz().bodyMin, c.sz().subMax, plainText)
		}
	}
	return out
}

// form draws Event: labels at the start; words, or room for them, on a line
// beside them.
type form struct {
	field  string
	labels []*prose
	texts  []*prose // nil: written in by hand
	w, u   float64
	line   float64
	long   bool

	air float64 // above the words of every row
}

// start is where the lines begin: further in where a label is long.
func (f *form) start() float64 {
	if f.long {
		return 0.43 * f.w
	}
	return 0.32 * f.w
}

// foot is what stands below the last baseline of a row.
func (f *form) foot() float64 { return 1.3*f.u + f.line }

func (f *form) span() (least, most float64) {
	n := float64(len(f.labels))
	return f.words(0) + n*(2.2*f.u+f.foot()), f.words(1) + n*(6*f.u+f.foot())
}

// words is the height of all rows' words; size runs from the smallest, 0, to
// the largest.
func (f *form) words(size float64) float64 {
	h := 0.0
	for i := range f.labels {
		f.labels[i].at(size)
		if t := f.texts[i]; t != nil {
			t.at(size)
		}
		h += f.row(i)
	}
	return h
}

// row is from the cap top of a row's first line to the baseline of its last.
func (f *form) row(i int) float64 {
	h := 0.0
	for _, t := range []*prose{f.labels[i], f.texts[i]} {
		if t != nil {
			h = max(h, t.height(t.size)-t.under(t.size))
		}
	}
	return h
}

func (f *form) set(h float64) float64 {
	_, most := f.span()
	n := float64(len(f.labels))
	h = min(h, most)
	size := 1.0
	for size > 0 && f.words(size)+n*(2.2*f.u+f.foot()) > h {
		size = max(0, size-0.05)
	}
	f.air = (h-f.words(size))/n - f.foot()
	return h
}

func (f *form) draw(p *pen, x, y float64) {
	for i, label := range f.labels {
		y += f.air
		base := label.text.Style.Font.CapHeight * label.size
		if t := f.texts[i]; t != nil {
			own := t.text.Style.Font.CapHeight * t.size
			t.draw(p, x+f.start(), y+max(0, base-own))
			base = max(base, own)
		}
		label.draw(p, x, y+base-label.text.Style.Font.CapHeight*label.size)
		y += f.row(i) + f.foot()
		p.rect(scene.Furniture, label.field, p.Rule.RGBA, x+f.start(), y-f.line, f.w-f.start(), f.line)
	}
}
