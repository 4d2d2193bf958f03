package parts

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestSolve fills columns by chance: what is solved lies between its least and
// its most within the column, and what is refused has no room at its least.
func TestSolve(t *testing.T) {
	d := rand.New(rand.NewPCG(2031, 3))
	solved, refused := 0, 0
	for i := range 2000 {
		c := &Column{Bottom: 400 + 1200*d.Float64(), Pad: 40}
		for range 1 + d.IntN(3) {
			var g Group
			for n := range 1 + d.IntN(4) {
				least := 20 + 150*d.Float64()
				part, rank := &GapPart{Least: least, Most: least * (1 + 2*d.Float64())}, Rank(d.IntN(6))
				if rank == Fixed {
					part.Most = least
				}
				g.Slots = append(g.Slots, &Slot{Part: part, Field: fmt.Sprint(n), Rank: rank, Gap: 30 * d.Float64(), Chars: d.IntN(90)})
			}
			c.Groups = append(c.Groups, g)
		}
		excess := c.Excess()
		much := c.Solve(false, false)
		if much != nil {
			refused++
			if excess <= 0 || much.Over < 1 || much.Field == "" {
				t.Errorf("column %d: refused with %.1f px to spare: %+v", i, -excess, *much)
			}
			continue
		}
		solved++
		if free := c.free(); free < -0.5 {
			t.Errorf("column %d: %.1f px too high", i, -free)
		}
		for _, s := range c.Slots() {
			if least, most := s.Span(); s.H < least-slop || s.H > most+slop {
				t.Errorf("column %d: a part is %.1f px high, not from %.1f to %.1f", i, s.H, least, most)
			}
		}
	}
	if solved < 300 || refused < 300 {
		t.Errorf("%d solved, %d refused: the test says little", solved, refused)
	}
}
