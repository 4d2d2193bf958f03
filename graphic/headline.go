package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

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
