package graphic

import (
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// rank is the order in which parts give up height when a column is too full,
// and the reverse of the order in which they take it when there is some left.
type rank int

const (
	fixed   rank = iota // as high as it is
	prose1              // body text
	prose2              // attribution, rows
	chart               // a block that supports
	heading             // the headline beside a block
	focal               // what the card is about
)

// A slot is a part in its column.
type slot struct {
	part
	field string
	rank  rank
	gap   float64 // above it
	drop  int     // the order in which optional parts go; 0 stays
	want  float64 // preferred height; 0: the most
	chars int     // of its text, for a FitError
	noted bool    // is the card's note
	x     float64 // from the column's start, may be negative for what bleeds

	h float64
}

// A group of slots stands on one ground. An inset ground is a sheet: it
// begins at the margin, on the desk's colour, and its slots that much further
// in.
type group struct {
	scheme *theme.Scheme
	slots  []*slot
	inset  float64
	desk   *theme.Scheme
	sunk   bool // slack opens above what it says, not above its furniture

	tint    *photograph // stands on this photograph instead of a ground
	picture bool        // is a photograph that reaches the ground's edges
	field   string
}

// A column is groups from top to bottom between two heights.
type column struct {
	x, w        float64 // live area
	top, bottom float64
	from, to    float64 // of its grounds, across
	pad         float64 // between a ground's edge and what stands on it
	roomy       float64 // the same, where text has no use for it
	groups      []group
	all         []*slot // of the groups, once asked for
	taut        bool    // its gaps have given what they can
	low         bool    // stands on the bottom margin instead of hanging from the top
}

func (c *column) slots() []*slot {
	if c.all == nil {
		for _, g := range c.groups {
			c.all = append(c.all, g.slots...)
		}
	}
	return c.all
}

// tooMuch is what a column has no room for: the field that would have to be
// shorter, and by about how many characters.
type tooMuch struct {
	field string
	over  int
}

// solve gives every slot its height, nil if all fit. A column may drop parts,
// and tighten its gaps before that unless its lines are ragged.
func (c *column) solve(drop, ragged bool) *tooMuch {
	excess := c.excess()
	for excess > 0 {
		if !drop || (ragged || !c.tighten(excess)) && !c.dropOne() {
			return c.blame(excess)
		}
		excess = c.excess()
	}
	excess += c.restore(-excess)
	c.prefer()
	c.shrink()
	c.loosen(-excess)
	c.ease()
	c.grow()
	return nil
}

// excess is how much higher than the column all are at their least.
func (c *column) excess() float64 {
	h := c.gaps()
	for _, s := range c.slots() {
		least, _ := s.span()
		h += least
	}
	return h - (c.bottom - c.top)
}

// tightest is the share that every gap but those of the furniture keeps before
// anything is left out.
const tightest = 0.85

// tighten takes an excess out of the gaps, if they have as much to give.
func (c *column) tighten(excess float64) bool {
	var loose []*slot
	room := 0.0
	for _, g := range c.groups {
		for _, s := range g.slots[min(1, len(g.slots)):] {
			if s.rank != fixed {
				loose, room = append(loose, s), room+s.gap
			}
		}
	}
	if c.taut || excess > (1-tightest)*room {
		return false
	}
	for _, s := range loose {
		s.gap *= 1 - excess/room
	}
	c.taut = true
	return true
}

// gaps are those above slots, of which the very first has none, and the
// padding at every edge between grounds.
func (c *column) gaps() float64 {
	h, first := 0.0, true
	for gi, g := range c.groups {
		for i, s := range g.slots {
			if !first && i > 0 {
				h += s.gap
			}
			first = false
		}
		if gi > 0 {
			h += 2 * c.pad
		}
	}
	return h
}

// dropOne removes the optional part that goes first: the tag, where it takes a
// line, then others in their order.
func (c *column) dropOne() bool {
	for _, s := range c.slots() {
		if t, ok := s.part.(*slug); ok && t.shed() {
			return true
		}
	}
	gi, si := -1, -1
	for i, g := range c.groups {
		for j, s := range g.slots {
			if s.drop > 0 && (gi < 0 || s.drop < c.groups[gi].slots[si].drop) {
				gi, si = i, j
			}
		}
	}
	if gi < 0 {
		return false
	}
	g := &c.groups[gi]
	g.slots = append(g.slots[:si:si], g.slots[si+1:]...)
	if len(g.slots) == 0 {
		c.groups = slices.Delete(c.groups, gi, gi+1)
	}
	c.all = nil
	return true
}

// restore brings back the tag where what was left out after it made enough
// room, and returns the height that this takes.
func (c *column) restore(room float64) float64 {
	for _, s := range c.slots() {
		if t, ok := s.part.(*slug); ok {
			return t.restore(room)
		}
	}
	return 0
}

// blame names the lowest-ranked text and how many of its characters the
// excess amounts to.
func (c *column) blame(excess float64) *tooMuch {
	var worst *slot
	for _, s := range c.slots() {
		if s.chars == 0 || s.rank == fixed {
			continue
		}
		least, _ := s.span()
		if worst == nil || s.rank < worst.rank && least > excess/2 {
			worst = s
		}
	}
	if worst == nil {
		return &tooMuch{"Blocks", 1}
	}
	least, _ := worst.span()
	over := int(math.Ceil(excess / least * float64(worst.chars)))
	return &tooMuch{worst.field, max(1, min(over, worst.chars))}
}

func (c *column) used() float64 {
	h := c.gaps()
	for _, s := range c.slots() {
		h += s.h
	}
	return h
}

// fixed reports a column of which no part could take more.
func (c *column) fixed() bool {
	return !slices.ContainsFunc(c.slots(), func(s *slot) bool { return s.rank >= chart })
}

func (c *column) free() float64 { return c.bottom - c.top - c.used() }

func (c *column) prefer() {
	for _, s := range c.slots() {
		least, most := s.span()
		if s.want > 0 {
			most = max(least, min(most, s.want))
		}
		s.h = s.set(most)
	}
}

// shrink takes height rank by rank: first down to a comfortable share, then
// to the least.
func (c *column) shrink() {
	for round, keep := range comfort {
		for r := prose1; r <= focal && c.free() < 0; r++ {
			for _, s := range c.slots() {
				if s.rank == r && c.free() < 0 {
					least, _ := s.span()
					s.shrink(max(least, keep[r]*s.h, s.h+c.free()), r >= heading && round < gentle)
				}
			}
		}
	}
}

// gentle is the number of rounds in which what reaches both edges stays: a
// headline would lose a whole line at once, a number its hold on the margin.
const gentle = 2

// shrink sets a slot at most h high. A gentle one refuses to lose much more.
func (s *slot) shrink(h float64, gentle bool) {
	was := s.h
	_, number := s.part.(*figure)
	if s.h = s.set(h); gentle && (number || s.h < h-0.1*was) {
		s.h = s.set(was)
	}
}

// comfort is how much of its height each rank keeps in the rounds of
// shrinking; in the last all go to their least. Text gives way down to a size
// that reads well, then what leads does, and only then text to its least.
var comfort = []map[rank]float64{
	{prose1: 0.8, prose2: 0.84, chart: 0.75, heading: 0.95, focal: 1},
	{prose1: 0.84, prose2: 0.84, chart: 0.7, heading: 0.86, focal: 1},
	{prose1: 1, prose2: 1, chart: 0.8, heading: 1, focal: 0.84},
	{prose1: 0, prose2: 0.7, chart: 0.4, heading: 0.88, focal: 0.92},
	{focal: 0.6},
	{},
}

// loosen takes room around the grounds from text that is larger than it has to
// be, as far as numbers keep their size and what leads nearly so.
func (c *column) loosen(room float64) {
	edges := 2 * float64(len(c.groups)-1)
	if edges == 0 || c.pad >= c.roomy {
		return
	}
	pad, numbers, led := c.pad, c.numbers(), c.leads()
	for _, share := range []float64{0.9, 0.5, 0.25, 0} {
		c.pad = pad + min(c.roomy-pad, max(0, share*room/edges))
		c.prefer()
		c.shrink()
		if c.numbers() > numbers-1 && c.leads() > 0.88*led {
			return
		}
	}
}

// numbers is how high the lines of figures are.
func (c *column) numbers() float64 {
	return c.heights(func(s *slot) bool {
		_, ok := s.part.(*figure)
		return ok
	})
}

// leads is how high all is that is no text to read.
func (c *column) leads() float64 {
	return c.heights(func(s *slot) bool { return s.rank >= chart })
}

func (c *column) heights(of func(*slot) bool) float64 {
	h := 0.0
	for _, s := range c.slots() {
		if of(s) {
			h += s.h
		}
	}
	return h
}

// grow gives what is left to the focal part, then to the headline and the
// charts; prose keeps its size.
func (c *column) grow() {
	for r := focal; r >= chart; r-- {
		for _, s := range c.slots() {
			if free := c.free(); s.rank == r && free > 1 {
				was := s.h
				if s.h = s.set(was + free); s.h < was {
					s.h = s.set(was)
				}
			}
		}
	}
}

// ease opens the gaps before anything grows beyond what it asked for: those
// below display type most, which wants air in proportion to its size.
func (c *column) ease() {
	total := 0.0
	c.eachGap(func(s *slot, more float64) { total += more })
	if total == 0 {
		return
	}
	share := min(1, max(0, c.free())/total)
	c.eachGap(func(s *slot, more float64) { s.gap += share * more })
}

// eachGap visits the gaps within groups with how much wider they may become.
func (c *column) eachGap(visit func(s *slot, more float64)) {
	for _, g := range c.groups {
		for i := 1; i < len(g.slots); i++ {
			switch s := g.slots[i]; {
			case g.furniture(i):
			case g.slots[i-1].rank >= heading:
				visit(s, 0.8*s.gap)
			case g.slots[i-1].rank != fixed:
				visit(s, 0.4*s.gap)
			}
		}
	}
}
