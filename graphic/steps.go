package graphic

import (
	"fmt"
	"strconv"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Steps is two to six things to do, in order.
type Steps struct {
	Items []Step
}

// Step is one thing to do and one line of help.
type Step struct {
	Text string
	Help string // may be empty
}

// Sources is up to six numbered sources: who published what, and what it
// shows.
type Sources struct {
	Items []SourceItem
}

// SourceItem is one row of Sources.
type SourceItem struct {
	Name string // publisher and date
	What string // what it shows; may be empty
}

func (s Steps) traits() traits   { return traits{wide: leftOut} }
func (s Sources) traits() traits { return traits{wide: leftOut} }

func (s Steps) check() *FieldError   { return checkRows(s.rows(), 2) }
func (s Sources) check() *FieldError { return checkRows(s.rows(), 1) }

func (s Steps) describe(*tongue) string   { return describeRows(s.rows()) }
func (s Sources) describe(*tongue) string { return describeRows(s.rows()) }

func (s Steps) slots(c *composer, field string, w float64, r rank) []*slot {
	return c.stepSlots(s.rows(), field, w, r, true)
}

func (s Sources) slots(c *composer, field string, w float64, r rank) []*slot {
	return c.stepSlots(s.rows(), field, w, r, false)
}

// arrange sets what the steps are for beside the headline, not after them.
func (s Steps) arrange(c *composer, i int) []*column {
	if c.f.Landscape() {
		return nil
	}
	w := c.live()
	own, last := c.closing(w)
	title, rows := focal, heading
	if len(s.Items) > 4 {
		title, rows = heading, focal
	}
	head := group{scheme: c.scheme(c.ground.Head), slots: append(c.masthead(w), c.headline(c.headlineText(), w, title, 0.26))}
	if b := c.bodyText(); b != "" {
		head.slots = append(head.slots, c.slot(c.prose("Body", b, "body", w, c.sz().bodyMin, c.sz().bodyMax, plainText), prose1, 4.4*c.u))
	}
	foot := group{scheme: c.scheme(c.ground.Foot), slots: append(s.slots(c, c.blockField(i), w, rows), c.others(i, w)...)}
	if c.Attribution != "" {
		foot.slots = append(foot.slots, c.slot(c.prose("Attribution", c.Attribution, "label", w, c.sz().labelMin, c.sz().labelMax, plainText), prose1, 3*c.u))
	}
	foot.slots = append(foot.slots, own...)
	return []*column{c.vertical(head, foot, last)}
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

func (c *composer) stepSlots(rows []row, field string, w float64, r rank, boxed bool) []*slot {
	help := ".What"
	if boxed {
		help = ".Help"
	}
	s := &stepRows{field: field, boxed: boxed, w: w, u: c.u, rule: c.t.Rule.Row * c.u / 10}
	chars := 0
	for i, row := range rows {
		at := field + ".Items[" + strconv.Itoa(i) + "]"
		p := stepRow{head: c.prose(at, row.head, "label", w-s.indent(), c.sz().labelMin*1.1, 4.6*c.u, plainText)}
		if row.help != "" {
			p.help = c.prose(at+help, row.help, "body", w-s.indent(), c.f.Floor, c.sz().bodyMin*1.08, plainText)
		}
		if n := c.shape(at, strconv.Itoa(i+1), "number"); c.err == nil {
			p.numeral, s.capital = n.Whole(), n.Style.Font.CapHeight
		}
		chars += len([]rune(row.head + row.help))
		s.rows = append(s.rows, p)
	}
	sl := &slot{part: s, field: field, rank: r, gap: blockGap * c.u, chars: chars}
	if c.err == nil {
		sl.want = s.height(1) + float64(len(rows))*c.u
	}
	return []*slot{sl}
}

// stepRows draws Steps, whose numerals stand in boxes, and Sources, whose
// rows hang from rules.
type stepRows struct {
	field   string
	rows    []stepRow
	boxed   bool
	capital float64 // cap height of the numerals' font, em
	w, u    float64
	rule    float64

	pad float64 // above and below a row's words
	gap float64 // between rows
}

type stepRow struct {
	head, help *prose // help may be nil
	numeral    text.Line
}

func (s *stepRows) indent() float64 {
	if s.boxed {
		return 12.4 * s.u
	}
	return 10.8 * s.u
}

// lineGap is between a row's head and its help.
func (s *stepRows) lineGap() float64 { return 2.2 * s.u }

func (s *stepRows) span() (least, most float64) {
	return s.height(0), s.height(1) + float64(len(s.rows))*9*s.u
}

// height of all rows; size runs from the smallest text, 0, to the largest.
func (s *stepRows) height(size float64) float64 {
	h := 0.0
	s.pad = (1.4 + 1.6*size) * s.u
	for i := range s.rows {
		h += s.rowHeight(&s.rows[i], size) + 2*s.pad + s.rule
	}
	return h
}

func (s *stepRows) rowHeight(r *stepRow, size float64) float64 {
	h := r.head.at(size)
	if r.help != nil {
		h += s.lineGap() + r.help.at(size)
	}
	if s.boxed {
		h = max(h, s.box())
	}
	return h
}

// box is the side of a numeral's box.
func (s *stepRows) box() float64 { return 7 * s.u }

// at sets a prose between its least and its largest size and returns its
// height.
func (t *prose) at(share float64) float64 {
	t.size = t.min + share*(t.largest()-t.min)
	return t.height(t.size)
}

func (s *stepRows) set(h float64) float64 {
	_, most := s.span()
	size := 1.0
	for size > 0 && s.height(size) > h {
		size = max(0, size-0.05)
	}
	used := s.height(size)
	s.gap = max(0, min(h, most)-used) / float64(len(s.rows))
	return used + s.gap*float64(len(s.rows))
}

func (s *stepRows) draw(p *pen, x, y float64) {
	for i := range s.rows {
		r := &s.rows[i]
		field := fmt.Sprintf("%s.Items[%d]", s.field, i)
		h := s.textHeight(r)
		if s.boxed {
			h = max(h, s.box())
		}
		pitch := h + 2*s.pad + s.gap + s.rule
		switch {
		case !s.boxed:
			p.rect(scene.Furniture, field, p.Rule.RGBA, x, y, s.w, s.rule)
		case i > 0:
			p.rect(scene.Furniture, field, p.Rule.RGBA, x+s.indent(), y, s.w-s.indent(), s.rule)
		}
		top := y + s.rule + s.pad + s.gap/2
		s.drawRow(p, r, field, x, top, h)
		y += pitch
	}
}

func (s *stepRows) drawRow(p *pen, r *stepRow, field string, x, y, h float64) {
	ink, size := p.Text, 4.6*s.u
	if s.boxed {
		side := min(h, 9*s.u)
		p.rect(scene.Furniture, field, p.Text.RGBA, x, y, side, side)
		ink, size = p.Ground, 0.55*side
		mid := x + (side-(r.numeral.Ink.MaxX-r.numeral.Ink.MinX)*size)/2
		p.start(field, &r.numeral, size, mid, y+side/2+s.capital*size/2, ink.RGBA)
		if text := s.textHeight(r); text < side {
			y += (side - text) / 2
		}
	} else {
		p.start(field, &r.numeral, size, x, y+s.capital*size, ink.RGBA)
	}
	r.head.draw(p, x+s.indent(), y)
	if r.help != nil {
		r.help.draw(p, x+s.indent(), y+r.head.height(r.head.size)+s.lineGap())
	}
}

func (s *stepRows) textHeight(r *stepRow) float64 {
	h := r.head.height(r.head.size)
	if r.help != nil {
		h += s.lineGap() + r.help.height(r.help.size)
	}
	return h
}
