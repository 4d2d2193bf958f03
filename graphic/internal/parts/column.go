package parts

import (
	"math"
	"slices"
)

// A Column is groups from top to bottom between two heights.
type Column struct {
	X, W        float64 // live area
	Top, Bottom float64
	From, To    float64 // of its grounds, across
	Pad         float64 // between a ground's edge and what stands on it
	Roomy       float64 // the same, where text has no use for it
	Groups      []Group
	all         []*Slot // of the groups, once asked for
	taut        bool    // its gaps have given what they can
	Low         bool    // stands on the bottom margin instead of hanging from the top
}

func (c *Column) Slots() []*Slot {
	if c.all == nil {
		for _, g := range c.Groups {
			c.all = append(c.all, g.Slots...)
		}
	}
	return c.all
}

// TooMuch is what a column has no room for: the field that would have to be
// shorter, and by about how many characters.
type TooMuch struct {
	Field string
	Over  int
}

// Solve sets the height of every slot and returns nil if all fit. A column may drop parts,
// and tighten its gaps before that unless its lines are ragged.
func (c *Column) Solve(drop, ragged bool) *TooMuch {
	excess := c.Excess()
	for excess > 0 {
		if !drop || (ragged || !c.tighten(excess)) && !c.dropOne() {
			return c.blame(excess)
		}
		excess = c.Excess()
	}
	excess += c.restore(-excess)
	c.prefer()
	c.shrink()
	c.loosen(-excess)
	c.ease()
	c.grow()
	return nil
}

// Excess is how much higher than the column all are at their least.
func (c *Column) Excess() float64 {
	h := c.gaps()
	for _, s := range c.Slots() {
		least, _ := s.Span()
		h += least
	}
	return h - (c.Bottom - c.Top)
}

// tightest is the share that every gap but those of the furniture keeps before
// anything is left out.
const tightest = 0.85

// tighten takes an excess out of the gaps, if they have as much to give.
func (c *Column) tighten(excess float64) bool {
	var loose []*Slot
	room := 0.0
	for _, g := range c.Groups {
		for _, s := range g.Slots[min(1, len(g.Slots)):] {
			if s.Rank != Fixed {
				loose, room = append(loose, s), room+s.Gap
			}
		}
	}
	if c.taut || excess > (1-tightest)*room {
		return false
	}
	for _, s := range loose {
		s.Gap *= 1 - excess/room
	}
	c.taut = true
	return true
}

// gaps are those above slots, of which the very first has none, and the
// padding at every edge between grounds.
func (c *Column) gaps() float64 {
	h, first := 0.0, true
	for gi, g := range c.Groups {
		for i, s := range g.Slots {
			if !first && i > 0 {
				h += s.Gap
			}
			first = false
		}
		if gi > 0 {
			h += 2 * c.Pad
		}
	}
	return h
}

// dropOne removes the optional part that goes first: the tag, where it takes a
// line, then others in their order.
func (c *Column) dropOne() bool {
	for _, s := range c.Slots() {
		if t, ok := s.Part.(*Slug); ok && t.shed() {
			return true
		}
	}
	gi, si := -1, -1
	for i, g := range c.Groups {
		for j, s := range g.Slots {
			if s.Drop > 0 && (gi < 0 || s.Drop < c.Groups[gi].Slots[si].Drop) {
				gi, si = i, j
			}
		}
	}
	if gi < 0 {
		return false
	}
	g := &c.Groups[gi]
	g.Slots = append(g.Slots[:si:si], g.Slots[si+1:]...)
	if len(g.Slots) == 0 {
		c.Groups = slices.Delete(c.Groups, gi, gi+1)
	}
	c.all = nil
	return true
}

// restore brings back the tag where what was left out after it made enough
// room, and returns the height that this takes.
func (c *Column) restore(room float64) float64 {
	for _, s := range c.Slots() {
		if t, ok := s.Part.(*Slug); ok {
			return t.restore(room)
		}
	}
	return 0
}

// blame names the lowest-ranked text and how many of its characters the
// excess amounts to.
func (c *Column) blame(excess float64) *TooMuch {
	var worst *Slot
	for _, s := range c.Slots() {
		if s.Chars == 0 || s.Rank == Fixed {
			continue
		}
		least, _ := s.Span()
		if worst == nil || s.Rank < worst.Rank && least > excess/2 {
			worst = s
		}
	}
	if worst == nil {
		return &TooMuch{"Blocks", 1}
	}
	least, _ := worst.Span()
	over := int(math.Ceil(excess / least * float64(worst.Chars)))
	return &TooMuch{worst.Field, max(1, min(over, worst.Chars))}
}

func (c *Column) used() float64 {
	h := c.gaps()
	for _, s := range c.Slots() {
		h += s.H
	}
	return h
}

// fixed reports a column of which no part could take more.
func (c *Column) fixed() bool {
	return !slices.ContainsFunc(c.Slots(), func(s *Slot) bool { return s.Rank >= Chart })
}

func (c *Column) free() float64 { return c.Bottom - c.Top - c.used() }

func (c *Column) prefer() {
	for _, s := range c.Slots() {
		least, most := s.Span()
		if s.Want > 0 {
			most = max(least, min(most, s.Want))
		}
		s.H = s.Set(most)
	}
}

// shrink takes height rank by rank: first down to a comfortable share, then
// to the least.
func (c *Column) shrink() {
	for round, keep := range comfort {
		for r := Prose1; r <= Focal && c.free() < 0; r++ {
			for _, s := range c.Slots() {
				if s.Rank == r && c.free() < 0 {
					least, _ := s.Span()
					s.shrink(max(least, keep[r]*s.H, s.H+c.free()), r >= Heading && round < gentle)
				}
			}
		}
	}
}

// gentle is the number of rounds in which what reaches both edges stays: a
// headline would lose a whole line at once, a number its hold on the margin.
const gentle = 2

// comfort is how much of its height each rank keeps in the rounds of
// shrinking; in the last all go to their least. Text yields down to a size
// that reads well, then what leads does, and only then text to its least.
var comfort = []map[Rank]float64{
	{Prose1: 0.8, Prose2: 0.84, Chart: 0.75, Heading: 0.95, Focal: 1},
	{Prose1: 0.84, Prose2: 0.84, Chart: 0.7, Heading: 0.86, Focal: 1},
	{Prose1: 1, Prose2: 1, Chart: 0.8, Heading: 1, Focal: 0.84},
	{Prose1: 0, Prose2: 0.7, Chart: 0.4, Heading: 0.88, Focal: 0.92},
	{Focal: 0.6},
	{},
}

// leadShare is how much of its height what leads keeps while the room around
// the grounds grows.
const leadShare = 0.88

// loosen takes room around the grounds from text that is larger than it has to
// be, as far as numbers keep their size and what leads nearly so.
func (c *Column) loosen(room float64) {
	edges := 2 * float64(len(c.Groups)-1)
	if edges == 0 || c.Pad >= c.Roomy {
		return
	}
	pad, numbers, led := c.Pad, c.numbers(), c.leads()
	for _, share := range []float64{0.9, 0.5, 0.25, 0} {
		c.Pad = pad + min(c.Roomy-pad, max(0, share*room/edges))
		c.prefer()
		c.shrink()
		if c.numbers() > numbers-1 && c.leads() > leadShare*led {
			return
		}
	}
}

// numbers is how high the lines of figures are.
func (c *Column) numbers() float64 {
	return c.heights(func(s *Slot) bool {
		_, ok := s.Part.(*Figure)
		return ok
	})
}

// leads is how high all is that is no text to read.
func (c *Column) leads() float64 {
	return c.heights(func(s *Slot) bool { return s.Rank >= Chart })
}

func (c *Column) heights(of func(*Slot) bool) float64 {
	h := 0.0
	for _, s := range c.Slots() {
		if of(s) {
			h += s.H
		}
	}
	return h
}

// grow hands what is left to the focal part, then to the headline and the
// charts; prose keeps its size.
func (c *Column) grow() {
	for r := Focal; r >= Chart; r-- {
		for _, s := range c.Slots() {
			if free := c.free(); s.Rank == r && free > 1 {
				was := s.H
				if s.H = s.Set(was + free); s.H < was {
					s.H = s.Set(was)
				}
			}
		}
	}
}

// ease opens the gaps before anything grows beyond what it asked for: those
// below display type most, which wants air in proportion to its size.
func (c *Column) ease() {
	total := 0.0
	c.eachGap(func(s *Slot, more float64) { total += more })
	if total == 0 {
		return
	}
	share := min(1, max(0, c.free())/total)
	c.eachGap(func(s *Slot, more float64) { s.Gap += share * more })
}

// How much wider a gap may become, below display type, which wants air in
// proportion to its size, and below other text.
const (
	belowDisplay = 0.8
	belowText    = 0.4
)

// eachGap visits the gaps within groups with how much wider they may become.
func (c *Column) eachGap(visit func(s *Slot, more float64)) {
	for _, g := range c.Groups {
		for i := 1; i < len(g.Slots); i++ {
			switch s := g.Slots[i]; {
			case g.furniture(i):
			case g.Slots[i-1].Rank >= Heading:
				visit(s, belowDisplay*s.Gap)
			case g.Slots[i-1].Rank != Fixed:
				visit(s, belowText*s.Gap)
			}
		}
	}
}

// Even reports that no focal line is less than half as long as another.
func Even(cols []*Column) bool {
	for _, c := range cols {
		for _, s := range c.Slots() {
			if t, ok := s.Part.(*Prose); ok && s.Rank == Focal && t.unevenness() > 2 {
				return false
			}
		}
	}
	return true
}

// Slackest is the greatest share of a column that nothing on it wants.
func Slackest(cols []*Column) float64 {
	most := 0.0
	for _, c := range cols {
		if !c.Low && c.Groups[0].Tint == nil && !c.fixed() {
			most = max(most, c.free()/(c.Bottom-c.Top))
		}
	}
	return most
}
