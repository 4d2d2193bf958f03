package graphic

import (
	"fmt"
	"math"
)

// The measures of a row of dates, in units: how high its bars are, and the
// space around its words.
const (
	rowMost   = 46
	rowLeast  = 7
	rowWanted = 16 // for which words are set smaller
	rowGap    = 2.4
	rowHeads  = 11 // the largest words
	rowApart  = 3  // between words of one row
)

// rowHead are the parts of the height that the headline may take, in turn.
var rowHead = [...]float64{0.2, 0.12}

// A dateWords is one event's words in a row.
type dateWords struct {
	date, head Setting
	x, wide    float64
	high       float64
	low        bool // in the second row
}

// row lays the bars along the top of a low card, with the events below their
// rules: the last ends at its own, below the others where these leave no room.
func (b Dates) row(k *Canvas) error {
	w, h := k.Size()
	room, u := k.Room(), k.Unit()
	foot := k.foot(room)
	var head Setting
	var words []dateWords
	var y, top, high float64
	for i, part := range rowHead {
		var ok bool
		if head, ok = k.Text("Headline", k.Card().Headline, FaceDisplay).Into(room.W, part*h, k.Floor(), 9*u); ok {
			y = max(room.Y, 5*u) + max(0, head.Rise()-0.5*u)
			top = y + head.Height + head.Under() + rowGap*u
			words, high, ok = b.rowWords(k, room, foot.top-1.5*rowGap*u-top)
		}
		if ok {
			break
		}
		if i == len(rowHead)-1 {
			k.Refuse("Headline", 5)
			return nil
		}
	}
	k.Draw(head, ToneText, room.X, y)
	n, _ := b.Bars()
	pitch, band := w/float64(n), Area{0, math.Round(top), 0, math.Floor(high)}
	var bars []Area
	for i := range n {
		bars = append(bars, Area{math.Round((float64(i) + 0.25) * pitch), band.Y, max(2, math.Round(0.5*pitch)), band.H})
	}
	drawWeeks(k, bars)
	b.rowEvents(k, words, band.Y+band.H)
	foot.draw(k)
	return nil
}

// rowWords sets the events' words as large as they stand beside each other with
// room left for the bars, and says how high these are.
func (b Dates) rowWords(k *Canvas, room Area, all float64) (words []dateWords, high float64, ok bool) {
	u := k.Unit()
	for _, try := range []struct {
		face   Face
		wanted float64
	}{{FaceDisplay, rowWanted}, {FaceDisplay, rowLeast}, {FaceLabel, rowLeast}} {
		for size := rowHeads * u; size >= k.Floor()-0.01; size = smaller(size, k.Floor()) {
			words, ok = b.rowSet(k, room, try.face, size)
			if !ok {
				continue
			}
			first, second := rowHeights(words)
			if second > 0 {
				second += rowGap * u
			}
			if high = all - first - second - rowGap*u; high >= try.wanted*u {
				return words, min(high, rowMost*u), true
			}
		}
	}
	return nil, 0, false
}

// rowHeights returns the heights of the two rows of words.
func rowHeights(words []dateWords) (first, second float64) {
	for _, e := range words {
		if e.low {
			second = max(second, e.high)
		} else {
			first = max(first, e.high)
		}
	}
	return first, second
}

// smaller is the next smaller size, which ends at the least.
func smaller(size, least float64) float64 {
	if size <= least {
		return 0
	}
	return max(least, size*slopeShrink)
}

// rowSet sets each event's words at a size between its rule and the next. The
// first and the last stand lower where they have no room there: their rules run
// along the edges.
func (b Dates) rowSet(k *Canvas, room Area, face Face, size float64) (out []dateWords, ok bool) {
	w, _ := k.Size()
	u, last := k.Unit(), len(b.Events)-1
	rules := b.rules(Area{0, 0, 0, w})
	end, lowEnd := room.X, room.X
	for i := range b.Events {
		from, to := max(room.X, rules[i]+rowGap*u), room.X+room.W
		if i < last {
			to = min(to, rules[i+1]-rowGap*u)
		} else {
			from = lowEnd + rowApart*u
		}
		d := b.rowEvent(k, i, face, size, to-from)
		if i == 0 && d.wide > to-from+1 {
			d = b.rowEvent(k, i, face, size, room.W/2)
			d.low, lowEnd, to = true, from+d.wide, from+room.W/2
		}
		if d.wide > to-from+1 {
			return nil, false
		}
		if d.x = from; i == last {
			d.x = to - d.wide
			d.low = d.x < end+rowApart*u
		}
		if !d.low {
			end = max(end, d.x+d.wide)
		}
		out = append(out, d)
	}
	return out, true
}

// rowEvent is an event's words at a size, within a width.
func (b Dates) rowEvent(k *Canvas, i int, face Face, size, wide float64) dateWords {
	u, field := k.Unit(), fmt.Sprintf("%s.Events[%d]", k.field, i)
	date := k.Text(field+".Date", b.Events[i].Date, FaceLabel).Set(k.Floor(), wide)
	head := k.Text(field+".Head", b.Events[i].Head, face).Set(size, wide)
	high := date.Height + max(1.9*u, date.Under()+0.9*u) + max(0, head.Rise()-0.6*u) + head.Height + head.Under()
	return dateWords{date: date, head: head, wide: max(date.Wide, head.Wide), high: high}
}

// rowEvents draws the rules and the words below the bars.
func (b Dates) rowEvents(k *Canvas, words []dateWords, y float64) {
	w, _ := k.Size()
	u, last := k.Unit(), len(words)-1
	first, _ := rowHeights(words)
	thick := max(3, math.Round(0.5*u))
	rules := b.rules(Area{0, 0, 0, w})
	for i, e := range words {
		top, tone := y+rowGap*u, ToneText
		if e.low {
			top += first + rowGap*u
		}
		if i == last {
			tone = ToneAccent
		}
		k.Rect(ToneRule, Area{min(math.Round(rules[i]), w-thick), y, thick, top + e.high - y})
		k.Draw(e.date, ToneText, e.x, top)
		k.Draw(e.head, tone, e.x, top+e.high-e.head.Height-e.head.Under())
	}
}
