package graphic

import (
	"fmt"
	"strconv"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// List is two to six numbered rows.
type List struct {
	Items []string
}

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

// numbered draws List: a numeral and a text a row, rules between.
type numbered struct {
	field    string
	items    []*prose
	numerals []text.Line
	capital  float64 // cap height of the numerals' font, em
	w, u     float64
	rule     float64

	pitch float64
}

func (l *numbered) indent() float64 { return 12.4 * l.u }

// Around the text of a row: the least, what looks well, and what the last row,
// which no rule follows, does without. In units.
const (
	rowLeast = 3.4
	rowRoom  = 5.6
	rowTail  = 1.7
)

func (l *numbered) span() (float64, float64) {
	least, n := 0.0, float64(len(l.items))
	for _, it := range l.items {
		it.w = l.w - l.indent()
		h, _ := it.span()
		least = max(least, h+rowLeast*l.u)
	}
	return n*least - rowTail*l.u, n*max(least, 17*l.u) - rowTail*l.u
}

// set gives all rows the size that the longest needs.
func (l *numbered) set(h float64) float64 {
	n := float64(len(l.items))
	_, most := l.span()
	l.pitch = (min(h, most) + rowTail*l.u) / n
	size := 1e9
	for _, it := range l.items {
		least, _ := it.span()
		it.set(max(least, l.pitch-rowRoom*l.u))
		size = min(size, it.size)
	}
	for _, it := range l.items {
		it.size = size
	}
	return l.pitch*n - rowTail*l.u
}

func (l *numbered) draw(p *pen, x, y float64) {
	size := min(11.6*l.u, 0.74*l.pitch)
	for i, it := range l.items {
		field := fmt.Sprintf("%s.Items[%d]", l.field, i)
		mid := y + (l.pitch-l.rule)/2
		num := &l.numerals[i]
		p.start(field, num, size, x, mid+l.capital*size/2, p.Figure.RGBA)
		h := it.height(it.size) - it.under(it.size)
		it.draw(p, x+l.indent(), mid-h/2)
		if i < len(l.items)-1 {
			p.rect(scene.Furniture, field, p.Rule.RGBA, x+l.indent(), y+l.pitch-l.rule, l.w-l.indent(), l.rule)
		}
		y += l.pitch
	}
}

func (l List) slots(c *composer, field string, w float64, r rank) []*slot {
	return []*slot{{part: c.numbered(l, field, w), field: field, rank: r, gap: blockGap * c.u, chars: listRunes(l)}}
}

func listRunes(l List) int {
	n := 0
	for _, it := range l.Items {
		n += len([]rune(it))
	}
	return n
}

func (c *composer) numbered(b List, field string, w float64) *numbered {
	l := &numbered{field: field, w: w, u: c.u, rule: c.t.Rule.Row * c.u / 10}
	for i, it := range b.Items {
		at := field + ".Items[" + strconv.Itoa(i) + "]"
		l.items = append(l.items, c.prose(at, it, "label", w-l.indent(), c.f.Floor*1.1, c.sz().subMax, plainText))
		n := c.shape(at, strconv.Itoa(i+1), "number")
		if c.err == nil {
			l.numerals = append(l.numerals, n.Whole())
			l.capital = n.Style.Font.CapHeight
		}
	}
	return l
}
