package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// The sizes of a headline.
const (
	focalLeast = 1.3 // times a title's least
	singleMost = 1.4 // times its most, on a single line
)

// A headline whose lines reach both edges.
const (
	titleFill = 0.42 // of the card's height, at most
	focalFill = 0.62
	leastFill = 0.07 // the least line, of the short side
	fillFloor = 1.3  // and in floors of the format
	fillSizes = 2.6  // times as large as the least the largest is, at most
	fillStep  = 1.1  // heights go in steps: the nearest may be above
	fillGap   = 2.4  // units, between lines
)

// headline is the card's finding in the display face: beside a block it keeps
// to a title's size, alone it is the focal part.
func (ts *typesetter) headline(s string, w float64, r parts.Rank, share float64) *parts.Slot {
	p := ts.shape("Headline", s, "display")
	want := share * ts.height()
	if ts.ground.Strips && !ts.f.Landscape() && ts.err == nil {
		if s := ts.stripped(p, w, r, want); s != nil {
			return s
		}
	}
	if ts.t.Type["display"].Fill && !ts.v.ragged && ts.err == nil && !(ts.v.ample > 1 && r == parts.Focal) {
		if fl := ts.filling(p, w, r, share); len(fl.Ways) > 0 {
			want *= fillStep
			return &parts.Slot{Part: fl, Field: "Headline", Rank: r, Gap: blockGap * ts.u, Chars: p.Runes(), Want: want}
		}
	}
	least, lines := ts.sz().headMin, 4
	if r == parts.Focal {
		lines = 7
		if !ts.v.ragged {
			least *= focalLeast
		}
	}
	t := ts.prose("Headline", s, w, ts.as("display").from(least).upTo(ts.headSize(p, r, w)).in(parts.HeadlineText))
	ts.limit(t, lines)
	t.Head = true
	st := ts.slot(t, r, blockGap*ts.u)
	if r == parts.Focal {
		st.Want, t.Tidy = want, true
		if !ts.t.Edge { // a bar beside it would be longer than its lines
			t.Below = 4 * ts.u
		}
	}
	return st
}

// headSize is the most of a headline: what suits its rank and face, or up to
// two fifths more where that makes its only line as long as the measure.
func (ts *typesetter) headSize(p *text.Passage, r parts.Rank, w float64) float64 {
	most := ts.sz().head
	if r == parts.Focal {
		most = ts.sz().headMax
	} else if k := ts.t.Type["display"].Size; k > 0 {
		most *= k
	}
	return max(most, min(singleMost*most, w/max(p.Width(), p.Whole().Ink.MaxX, 1e-6)))
}

// filling is a headline whose lines reach both edges, without ways where its
// words do not.
func (ts *typesetter) filling(p *text.Passage, w float64, r parts.Rank, share float64) *parts.Filled {
	height := ts.height()
	most := ts.most(titleFill * height)
	if r == parts.Focal {
		most = max(most, focalFill*height)
	}
	fl := &parts.Filled{Field: "Headline", Text: p, W: w, Gap: fillGap * ts.u, Color: parts.HeadlineText}
	fl.Ways = ts.fillings(p, text.Limits{
		Ratio: fillSizes, Least: max(ts.f.Floor*fillFloor, leastFill*float64(min(ts.f.W, ts.f.H))) / w, MaxSize: most / w,
	})
	if r == parts.Focal {
		fl.Ways = fl.Higher(min(0.2, 0.6*share) * height)
	}
	return fl
}

// stripped is a headline on strips, nil where letters or words do not go on one.
func (ts *typesetter) stripped(p *text.Passage, w float64, r parts.Rank, want float64) *parts.Slot {
	s := &parts.Strips{Prose: &parts.Prose{Field: "Headline", Text: p, W: w, Min: ts.sz().headMin, Max: ts.headSize(p, r, w)}, U: ts.u}
	if s.Lone() < s.Column(s.Largest())+1e-6 && !ts.v.ragged {
		s.Min = s.Largest() // one strip: across the card
	}
	tall := p.Rise() > parts.StripOver || p.Fall() > parts.StripUnder
	if tall || s.Column(s.Min) < p.Widest() || p.Count(s.Column(s.Min)) > 6 {
		return nil
	}
	want = max(want, stripShare*ts.height())
	return &parts.Slot{Part: s, Field: "Headline", Rank: parts.Focal, Gap: blockGap * ts.u, Chars: p.Runes(), Want: want}
}

// stripShare is how much of a card its strips want at least: they are both its
// title and its picture.
const stripShare = 0.42

// limit refuses a headline of more lines than one reads at a glance.
func (ts *typesetter) limit(t *parts.Prose, lines int) {
	if ts.err != nil {
		return
	}
	if n := t.Text.Count(t.W / t.Min); n > lines {
		runes := t.Text.Runes()
		ts.fail(fitError(t.Field, ts.f.Name, max(1, runes-runes*lines/n)))
	}
}
