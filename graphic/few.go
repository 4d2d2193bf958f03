package graphic

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Few draws up to thirty of a thing as tall bars that hang from the top edge,
// over the figure and the headline.
// A Few is safe for concurrent use as long as nobody changes it.
type Few struct {
	Count  int    `json:"count,omitzero"`
	Mark   Mark   `json:"mark,omitzero"`
	Figure string `json:"figure,omitzero"` // as printed, "five" or "11", drawn large
	Prefix string `json:"prefix,omitzero"` // "At least", before a figure that the headline does not hold
	Label  string `json:"label,omitzero"`  // follows a figure that the headline does not hold
	Unit   string `json:"unit,omitzero"`   // what a bar stands for, in alt text: "justice"
}

var _ = wired[Few]("few")

// How many tall bars there may be: one compares nothing, more are a field.
const leastFew, mostFew = 2, 30

func (b Few) traits() traits { return traits{claims: true, whole: true} }

func (b Few) check() *FieldError {
	switch {
	case b.Count < leastFew || b.Count > mostFew:
		return refuse("few-count", "Count", fault.Values{"n": b.Count, "least": leastFew, "most": mostFew})
	case b.Mark < Solid || b.Mark > Foot:
		return refuse("people-mark", "Mark", nil)
	}
	return nil
}

func (b Few) describe(w *tongue) string {
	unit := b.Unit
	if unit == "" {
		unit = w.say("person", nil)
	}
	return w.say("few", fault.Values{"n": b.Count, "unit": unit})
}

func (b Few) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Few) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

// The measures of tall bars: how much of the pitch one takes, how far down they
// hang, and from how many on they stand in two rows.
const (
	tallWide = 0.53
	tallEnd  = 0.49
	lowEnd   = 0.42
	twoRows  = 15
)

func (b Few) draw(k *Canvas) error {
	w, h := k.Size()
	end := math.Round(tallEnd * h)
	if k.Format().Landscape() {
		end = math.Round(lowEnd * h)
	}
	k.Bars(b.Mark, b.tall(w, end)...)
	room := k.Room()
	foot := k.Foot(room)
	a := Area{room.X, end + 3.6*k.Unit(), room.W, 0}
	a.H = foot.Top - 4.2*k.Unit() - a.Y
	said, ok := k.Say(b.Prefix, b.Figure, b.Label, a)
	if !ok {
		k.Refuse("Headline", 5)
		return nil
	}
	said.Draw()
	foot.Draw()
	return nil
}

// tall are the bars over a width, down to an end.
func (b Few) tall(w, end float64) []Area {
	rows := 1
	if b.Count > twoRows {
		rows = 2
	}
	var out []Area
	top := 0.0
	for row, left := 0, b.Count; row < rows; row++ {
		n := (left + rows - row - 1) / (rows - row)
		pitch, low := w/float64(n), end*float64(row+1)/float64(rows)
		for i := range n {
			wide := math.Round(tallWide * pitch)
			out = append(out, Area{math.Round(float64(i)*pitch + (pitch-wide)/2), top, wide, math.Floor(low) - top})
		}
		left, top = left-n, math.Floor(low)+math.Round(0.03*end)
	}
	return out
}
