package graphic

import (
	"math"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Field fills the card with one upright bar for each person, up to four groups
// of them, and leaves a clearing for the figure and the headline.
// A Field is safe for concurrent use as long as nobody changes it.
type Field struct {
	Groups []Segment `json:"groups,omitempty"` // in reading order; the label of the first follows a figure that the headline does not hold
	Figure string    `json:"figure,omitzero"`  // as printed, drawn large: at its place in the headline, or before it
	Prefix string    `json:"prefix,omitzero"`  // "At least", before a figure that the headline does not hold
	Unit   string    `json:"unit,omitzero"`    // what a bar stands for, in alt text: "person"
	Clear  Clear     `json:"clear,omitzero"`   // where the words stand
}

var _ = wired[Field]("field")

// Clear is where among its marks a picture leaves room for words.
// A Clear is safe for concurrent use.
type Clear int

// The places of a clearing. End is the side where reading ends.
const (
	ClearTop Clear = iota
	ClearMiddle
	ClearBottom
	ClearEnd
)

var clears = enum{"top", "middle", "bottom", "end"}

// MarshalText writes the place in small letters.
func (c Clear) MarshalText() ([]byte, error) { return clears.text(int(c)) }

// UnmarshalText reads what MarshalText writes.
func (c *Clear) UnmarshalText(b []byte) error {
	i, err := clears.index(b)
	*c = Clear(i)
	return err
}

// How many bars a field holds: fewer are no field, more are no persons.
const leastField, mostField = 31, 500

func (b Field) traits() traits { return traits{claims: true, whole: true} }

func (b Field) check() *FieldError {
	if len(b.Groups) > 4 {
		return refuse("field-groups", "Groups", fault.Values{"n": len(b.Groups)})
	}
	if err := checkGroups("Groups", b.Groups); err != nil {
		return err
	}
	if b.Clear < ClearTop || b.Clear > ClearEnd {
		return refuse("scene-clear", "Clear", nil)
	}
	return nil
}

// markWords are what marks are called in alt text.
var markWords = [...]string{Solid: "mark_solid", Hatch: "mark_hatch", Open: "mark_open", Foot: "mark_foot"}

func (b Field) describe(w *tongue) string {
	unit := b.Unit
	if unit == "" {
		unit = w.say("person", nil)
	}
	return w.say("field", fault.Values{"n": countOf(b.Groups), "unit": unit}) + ": " + groupsSaid(w, b.Groups)
}

// groupsSaid is how many marks of a kind each group has, and what they are.
func groupsSaid(w *tongue, groups []Segment) string {
	parts := make([]string, len(groups))
	for i, g := range groups {
		parts[i] = w.say(markWords[g.Mark], fault.Values{"n": g.Count})
		if g.Label != "" {
			parts[i] += w.say("comma", nil) + " " + text.Plain(g.Label)
		}
	}
	return strings.Join(parts, "; ")
}

func (b Field) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Field) arrange(c *composer, i int) []*parts.Column {
	return c.onPicture(i, b.draw)
}

func (b Field) draw(k *Canvas) error { return b.sowing(k).draw() }

// draw finds the grid whose clearing holds the words best. A low canvas without
// room for the figure has the headline alone. Where labels find no
// room among their bars, they stand at the foot.
func (f *sowing) draw() error {
	k := f.k
	if k.c.err != nil {
		return nil
	}
	best, ok := f.best()
	if !ok && f.plain != nil {
		f.plain()
		clear(f.feetSet)
		best, ok = f.best()
	}
	if !ok && !f.legend {
		f.legend = true
		clear(f.feetSet)
		best, ok = f.best()
	}
	if !ok {
		k.Refuse("Headline", max(1, len(k.Card().Headline)/6))
		return nil
	}
	for _, p := range best.marks(f) {
		k.Bars(p.mark, p.bars...)
	}
	drawWords(k, best.words)
	f.samples(best)
	return nil
}

// samples draws a bar of each kind before its words at the foot.
func (f *sowing) samples(p *plot) {
	field := f.k.field
	for i := range p.lines {
		if l := &p.lines[i]; l.group >= 0 {
			f.k.field = field + "." + strings.Replace(f.fields[l.group], "].Label", "].Mark", 1)
			high := max(l.lines[0].cap+1.2*f.k.Unit(), 3.6*f.k.Unit())
			f.k.Bars(f.groups[l.group].Mark, Area{p.x0, l.y + l.lines[0].cap/2 - high/2, math.Round(sampleWide * f.k.Unit()), math.Round(high)})
		}
	}
	f.k.field = field
}
