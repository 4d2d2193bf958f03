package graphic

import (
	"math"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Flow draws one group that parts in two, a bar for each: they come in one
// stream, and between the two that they part into stand the words. On a low
// canvas it is a field of two groups.
// A Flow is safe for concurrent use as long as nobody changes it.
type Flow struct {
	Parts  []Segment `json:"parts,omitempty"` // two, of different marks; the label of the first follows a figure that the headline does not hold
	Figure string    `json:"figure,omitzero"` // as printed, drawn large
	Prefix string    `json:"prefix,omitzero"` // "At least", before a figure that the headline does not hold
	Unit   string    `json:"unit,omitzero"`   // what a bar stands for, in alt text: "vote"
}

var _ = wired[Flow]("flow")

func (b Flow) traits() traits { return traits{claims: true, whole: true} }

func (b Flow) check() *FieldError {
	if len(b.Parts) != 2 {
		return refuse("flow-parts", "Parts", fault.Values{"n": len(b.Parts)})
	}
	return checkGroups("Parts", b.Parts)
}

func (b Flow) describe(w *tongue) string {
	unit := b.Unit
	if unit == "" {
		unit = w.say("person", nil)
	}
	var said []string
	for _, p := range b.Parts {
		said = append(said, joinWords(w.say(markWords[p.Mark], fault.Values{"n": p.Count}), text.Plain(p.Label)))
	}
	return w.say("flow", fault.Values{"n": countOf(b.Parts), "unit": unit}) + ": " + strings.Join(said, "; ")
}

func (b Flow) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Flow) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

func (b Flow) draw(k *Canvas) error {
	if k.c.f.Landscape() {
		return sow(k, b.Parts, listFields("Parts", 2), b.Prefix, b.Figure).draw()
	}
	s, ok := b.streams(k)
	if !ok {
		return refuse("flow-uneven", k.field+".Parts", fault.Values{"a": b.Parts[0].Count, "b": b.Parts[1].Count})
	}
	for i, p := range b.Parts {
		k.Bars(p.Mark, s.bars[i]...)
	}
	b.speak(k, s)
	return nil
}

// speak sets the words into the opening: what is meant above, the other part
// below.
func (b Flow) speak(k *Canvas, s *streams) {
	u, room := k.Unit(), k.wordRoom()
	a := s.opening(u)
	foot := k.foot(Area{a.X, room.Y, a.W, room.H})
	a.H = foot.top - 3.4*u - a.Y
	other := b.Parts[1]
	label := k.Text(k.field+".Parts[1].Label", joinWords(other.Figure, other.Label), FaceLabel)
	if !label.Empty() && !k.c.says(other.Figure) {
		l := label.Set(max(k.Floor(), 4.2*u), a.W)
		a.H -= l.Height + 5*u
		k.Draw(l, ToneText, a.X, a.Y+a.H+5*u)
	}
	said, ok := newSaying(k, b.Prefix, b.Figure, b.Parts[0].Label).in(a)
	if !ok {
		k.Refuse("Headline", 5)
		return
	}
	said.draw(k)
	foot.draw(k)
}

// streams are the bars of both parts in their lanes.
type streams struct {
	lanes  [2]int
	rows   int
	w, h   float64
	narrow float64 // pitch of the lanes once they have parted
	bars   [2][]Area
}

// The measures of streams: the rows over which they part, the opening's share of
// the width, and how much of its lane and row a bar takes.
const (
	partingRows = 4
	openingWide = 0.42
	laneInk     = 0.68
	rowInk      = 0.77
	mostStreams = 26   // lanes
	unevenMost  = 0.03 // the lanes' error against the counts
)

// streams chooses the lanes that come nearest to the counts and to bars of a good
// shape.
func (b Flow) streams(k *Canvas) (*streams, bool) {
	var best *streams
	least := math.Inf(1)
	ratio := float64(b.Parts[0].Count) / float64(b.Parts[1].Count)
	for all := 6; all <= mostStreams; all++ {
		for a := 1; a < all; a++ {
			off := math.Abs(float64(a)/float64(all-a)/ratio - 1)
			if off > unevenMost {
				continue
			}
			s := b.laid(k, [2]int{a, all - a})
			if s == nil {
				continue
			}
			pitch := s.w / float64(all)
			cost := math.Abs(math.Log(s.h/float64(s.rows)/pitch/1.83)) + 0.6*math.Abs(math.Log(pitch/(5.7*k.Unit()))) + 4*off
			if cost < least {
				best, least = s, cost
			}
		}
	}
	return best, best != nil
}

// laid puts the bars into so many lanes; nil where they come too small.
func (b Flow) laid(k *Canvas, lanes [2]int) *streams {
	w, h := k.Size()
	all := float64(lanes[0] + lanes[1])
	s := &streams{lanes: lanes, w: w, h: h, narrow: w * (1 - openingWide) / all}
	bar := math.Round(laneInk * s.narrow)
	if bar < leastInside+2*k.hair() {
		return nil
	}
	s.rows = max((b.Parts[0].Count+lanes[0]-1)/lanes[0], (b.Parts[1].Count+lanes[1]-1)/lanes[1])
	for ; s.rows < 60; s.rows++ {
		high := math.Round(rowInk * h / float64(s.rows))
		if high < standing.leastH || s.rows <= partingRows {
			return nil
		}
		left := [2]int{b.Parts[0].Count, b.Parts[1].Count}
		s.bars = [2][]Area{}
		for row := range s.rows {
			for i := range left {
				for lane := 0; lane < lanes[i] && left[i] > 0; lane++ {
					if a := s.at(i, lane, row, bar, high); !stuck(k, a) {
						s.bars[i] = append(s.bars[i], a)
						left[i]--
					}
				}
			}
		}
		if left == [2]int{} {
			return s
		}
	}
	return nil
}

// at is the bar of a lane, counted from its own edge.
func (s *streams) at(part, lane, row int, bar, high float64) Area {
	t := min(1, float64(row)/partingRows)
	t = t * t * (3 - 2*t)
	wide := s.w / float64(s.lanes[0]+s.lanes[1])
	pitch := wide + t*(s.narrow-wide)
	x := (float64(lane)+0.5)*pitch - bar/2
	if part == 1 {
		x = s.w - x - bar
	}
	rows := s.h / float64(s.rows)
	return Area{math.Round(x), math.Round(float64(row)*rows + (rows-high)/2), bar, high}
}

// opening is where the words stand between the streams that have parted.
func (s *streams) opening(u float64) Area {
	gap := 1.8 * u
	from, to := float64(s.lanes[0])*s.narrow+gap, s.w-float64(s.lanes[1])*s.narrow-gap
	rows := s.h / float64(s.rows)
	y := (partingRows + (1-rowInk)/2) * rows
	return Area{from, y, to - from, 0}
}

// stuck reports a mark that meets a story's link sticker.
func stuck(k *Canvas, a Area) bool {
	s := linkSticker
	return k.c.f.deep && a.X+a.W > s.X && a.X < s.X+s.W && a.Y+a.H > s.Y && a.Y < s.Y+s.H
}
