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

func (l List) slots(c *composer, field string, w float64, r parts.Rank) []*parts.Slot {
	return []*parts.Slot{{Part: c.numbered(l, field, w), Field: field, Rank: r, Gap: blockGap * c.u, Chars: listRunes(l)}}
}

func listRunes(l List) int {
	n := 0
	for _, it := range l.Items {
		n += len([]rune(it))
	}
	return n
}

func (c *composer) numbered(b List, field string, w float64) *parts.Numbered {
	l := &parts.Numbered{Field: field, W: w, U: c.u, Rule: c.t.Rule.Row * c.u / 10}
	for i, it := range b.Items {
		at := field + ".Items[" + strconv.Itoa(i) + "]"
		l.Items = append(l.Items, c.prose(at, it, w-l.Indent(), c.as("label").from(c.f.Floor*1.1).upTo(c.sz().subMax)))
		n := c.shape(at, strconv.Itoa(i+1), "number")
		if c.err == nil {
			l.Numerals = append(l.Numerals, n.Whole())
			l.Capital = n.Style.Font.CapHeight
		}
	}
	return l
}
