package graphic

import (
	"fmt"
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// List is two to six numbered rows.
// A List is safe for concurrent use as long as nobody changes it.
type List struct {
	Items []string `json:"items,omitempty"`
}

var _ = wired[List]("list")

func (l List) traits() traits { return traits{wide: leftOut} }

func (l List) check() *FieldError {
	if n := len(l.Items); n < figures.LeastRows || n > figures.MostRows {
		return refuse("list-items", "Items", fault.Values{"n": n})
	}
	for i, it := range l.Items {
		if it == "" {
			return refuse("list-item", fmt.Sprintf("Items[%d]", i), nil)
		}
	}
	return nil
}

func (l List) describe(*tongue) string {
	out := ""
	for i, it := range l.Items {
		out += joinWords(strconv.Itoa(i+1)+".", it) + " "
	}
	return out
}

func (l List) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	return []*parts.Slot{{Part: l.numbered(ts, field, w), Field: field, Rank: r, Gap: blockGap * ts.u, Chars: listRunes(l)}}
}

func listRunes(l List) int {
	n := 0
	for _, it := range l.Items {
		n += len([]rune(it))
	}
	return n
}

func (l List) numbered(ts *typesetter, field string, w float64) *parts.Numbered {
	n := &parts.Numbered{Field: field, W: w, U: ts.u, Rule: ts.t.Rule.Row * ts.u / 10}
	for i, it := range l.Items {
		at := field + ".Items[" + strconv.Itoa(i) + "]"
		n.Items = append(n.Items, ts.prose(at, it, w-n.Indent(), ts.as("label").from(ts.f.Floor*1.1).upTo(ts.sz().subMax)))
		place := ts.shape(at, strconv.Itoa(i+1), "number")
		if ts.err == nil {
			n.Numerals = append(n.Numerals, place.Whole())
			n.Capital = place.Style.Font.CapHeight
		}
	}
	return n
}
