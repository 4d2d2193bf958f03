package graphic

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Steps is two to six things to do, in order.
// Steps are safe for concurrent use as long as nobody changes them.
type Steps struct {
	Items []Step `json:"items,omitempty"`
}

var _ = wired[Steps]("steps")

// Step is one thing to do and one line of help.
// A Step is safe for concurrent use as long as nobody changes it.
type Step struct {
	Text string `json:"text,omitzero"`
	Help string `json:"help,omitzero"` // may be empty
}

// Sources is up to six numbered sources: who published what, and what it
// shows.
// Sources are safe for concurrent use as long as nobody changes them.
type Sources struct {
	Items []SourceItem `json:"items,omitempty"`
}

var _ = wired[Sources]("sources")

// SourceItem is one row of Sources.
// A SourceItem is safe for concurrent use as long as nobody changes it.
type SourceItem struct {
	Name string `json:"name,omitzero"` // publisher and date
	What string `json:"what,omitzero"` // what it shows; may be empty
}

func (s Steps) traits() traits   { return traits{wide: leftOut} }
func (s Sources) traits() traits { return traits{wide: leftOut} }

func (s Steps) check() *FieldError   { return checkRows(s.rows(), 2) }
func (s Sources) check() *FieldError { return checkRows(s.rows(), 1) }

func (s Steps) describe(*tongue) string   { return describeRows(s.rows()) }
func (s Sources) describe(*tongue) string { return describeRows(s.rows()) }

func (s Steps) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	return stepSlots(ts, s.rows(), field, w, r, true)
}

func (s Sources) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	return stepSlots(ts, s.rows(), field, w, r, false)
}

// arrange sets what the steps are for beside the headline, not after them.
func (s Steps) arrange(c *composer, i int) []*parts.Column {
	if c.f.Landscape() {
		return nil
	}
	w := c.live()
	end := c.closing(w)
	title, rows := parts.Focal, parts.Heading
	if len(s.Items) > 4 {
		title, rows = parts.Heading, parts.Focal
	}
	head := c.head(w, c.headline(c.headlineText(), w, title, 0.26))
	head.Slots = append(head.Slots, c.body(w, c.as("body"), blockGap)...)
	foot := c.foot(slices.Concat(s.slots(c.typesetter, c.blockField(i), w, rows), c.others(i, w), c.attribution(w, c.as("label"), 3))...)
	return c.page(end, head, foot)
}

// A row is a head and a line below it.
type row struct{ head, help string }

func (s Steps) rows() []row {
	var rows []row
	for _, it := range s.Items {
		rows = append(rows, row{it.Text, it.Help})
	}
	return rows
}

func (s Sources) rows() []row {
	var rows []row
	for _, it := range s.Items {
		rows = append(rows, row{it.Name, it.What})
	}
	return rows
}

func checkRows(rows []row, least int) *FieldError {
	if n := len(rows); n < least || n > figures.MostRows {
		return refuse("rows-items", "Items", fault.Values{"n": n, "least": least, "most": figures.MostRows})
	}
	for i, r := range rows {
		if r.head == "" {
			return refuse("rows-item", fmt.Sprintf("Items[%d]", i), nil)
		}
	}
	return nil
}

func describeRows(rows []row) string {
	out := ""
	for i, r := range rows {
		out += joinWords(strconv.Itoa(i+1)+".", figures.Sentence(r.head), r.help) + " "
	}
	return out
}

func stepSlots(ts *typesetter, rows []row, field string, w float64, r parts.Rank, boxed bool) []*parts.Slot {
	help := ".What"
	if boxed {
		help = ".Help"
	}
	s := &parts.StepRows{Field: field, Boxed: boxed, W: w, U: ts.u, Rule: ts.t.Rule.Row * ts.u / 10}
	chars := 0
	for i, row := range rows {
		at := field + ".Items[" + strconv.Itoa(i) + "]"
		p := parts.StepRow{Head: ts.prose(at, row.head, w-s.Indent(), ts.as("label").from(ts.sz().labelMin*1.1).upTo(4.6*ts.u))}
		if row.help != "" {
			p.Help = ts.prose(at+help, row.help, w-s.Indent(), ts.as("body").from(ts.f.Floor).upTo(ts.sz().bodyMin*1.08))
		}
		if n := ts.shape(at, strconv.Itoa(i+1), "number"); ts.err == nil {
			p.Numeral, s.Capital = n.Whole(), n.Style.Font.CapHeight
		}
		chars += len([]rune(row.head + row.help))
		s.Rows = append(s.Rows, p)
	}
	sl := &parts.Slot{Part: s, Field: field, Rank: r, Gap: blockGap * ts.u, Chars: chars}
	if ts.err == nil {
		sl.Want = s.Height(1) + float64(len(rows))*ts.u
	}
	return []*parts.Slot{sl}
}
