package graphic

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A sowing is a field of bars about to be laid out: cells in rows and columns
// over the whole canvas, of which some are left out for words.
type sowing struct {
	k      *Canvas
	cell   cell
	n      int
	groups []Segment
	fields []string // of the words of groups
	say    *saying
	labels []*Text // of groups; nil: the figure's words say it
	body   *Text   // a sentence above the citation; nil: none
	cite   *Text
	clear  Clear
	legend bool   // at the foot, instead of labels among the bars
	plain  func() // leaves the figure out; nil: it is in the headline

	feetSet map[float64]setFeet // by width
}

func (b Field) sowing(k *Canvas) *sowing {
	f := sow(k, b.Groups, listFields("Groups", len(b.Groups)), b.Prefix, b.Figure)
	f.clear = b.Clear
	return f
}

// countOf is how many marks the groups have.
func countOf(groups []Segment) int {
	n := 0
	for _, g := range groups {
		n += g.Count
	}
	return n
}

// checkGroups holds the groups of a list to what a field can show. Those that
// follow each other differ in their marks: else nobody sees where one ends.
func checkGroups(list string, groups []Segment) *FieldError {
	for i, g := range groups {
		at := fmt.Sprintf("%s[%d]", list, i)
		switch {
		case g.Count < 1 || g.Count > mostField:
			return refuse("field-count", at+".Count", fault.Values{"n": g.Count, "most": mostField})
		case g.Mark < Solid || g.Mark > Foot:
			return refuse("people-mark", at+".Mark", nil)
		case i > 0 && g.Mark == groups[i-1].Mark:
			return refuse("field-marks", at+".Mark", fault.Values{"mark": marks[g.Mark]})
		}
	}
	if n := countOf(groups); n < leastField || n > mostField {
		return refuse("field-size", list, fault.Values{"n": n, "least": leastField, "most": mostField})
	}
	return nil
}

// listFields name the labels of a list of segments.
func listFields(list string, n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("%s[%d].Label", list, i))
	}
	return out
}

// sow is a field of groups with the words of its card, and the block's fields
// that the labels are.
func sow(k *Canvas, groups []Segment, fields []string, prefix, figure string) *sowing {
	f := &sowing{
		k: k, cell: standing, groups: groups, fields: fields, feetSet: make(map[float64]setFeet),
		cite: k.Citation(), say: newSaying(k, prefix, figure, groups[0].Label),
	}
	f.say.begins(k.field + "." + fields[0])
	f.n = countOf(groups)
	if k.c.f.Landscape() {
		f.cell = low
	}
	if k.c.f.Landscape() && figure != "" && !k.c.says(figure) {
		f.plain = func() { f.say = newSaying(k, "", "", ""); f.labelled(figure) }
	}
	if body := k.Card().Body; body != "" && !k.c.f.Landscape() {
		f.body = k.Text("Body", body, FaceSmall)
	}
	f.legend = k.c.f.deep && len(groups) > 1
	f.labelled(figure)
	return f
}

// labelled makes the labels of the groups: that of the first where the words do
// not begin with it.
func (f *sowing) labelled(figure string) {
	k, groups, fields := f.k, f.groups, f.fields
	f.labels = make([]*Text, len(groups))
	for i, g := range groups {
		apart := i > 0 || f.legend && f.say.so == nil || len(groups) > 1 && k.c.f.Landscape() && f.say.figure == nil
		if apart && g.Label != "" {
			f.labels[i] = k.Text(k.field+"."+fields[i], joinWords(g.Figure, g.Label), FaceLabel)
		}
	}
}

// A plot is one grid: its cells, and which of them are left out.
type plot struct {
	cols, rows int
	from       int     // the column at which clearings begin
	px, py     float64 // pitch
	bw, bh     float64 // of a bar
	x0         float64 // where words begin that stand at the start
	main       block
	foot       block
	sticker    block
	labels     []block // by group; none: zero
	cost       float64
	words      []placed
	lines      []footLine
	at         [][]int // cells of the marks by group, in reading order
}

// block is cells left out.
type block struct{ col, row, w, h int }

func (b block) has(col, row int) bool {
	return col >= b.col && col < b.col+b.w && row >= b.row && row < b.row+b.h
}

// A cell is the shape of one: how much of it a bar takes, the pitch down over
// that across, and the least bar, px.
type cell struct {
	wide, high         float64
	least, most, ideal float64
	leastW, leastH     float64
	from               int // the column at which clearings begin
	columns            [2]int
}

// Cells of people stand, two to the height of one on a low canvas; those of
// names lie, and those of money are square.
var (
	standing = cell{wide: 0.45, high: 0.79, least: 0.9, most: 1.2, ideal: 1.04, leastW: 4, leastH: 14, from: 1, columns: [2]int{5, 64}}
	low      = cell{wide: 0.45, high: 0.79, least: 1.45, most: 2.15, ideal: 1.7, leastW: 4, leastH: 14, from: 1, columns: [2]int{5, 64}}
	square   = cell{wide: 0.78, high: 0.78, least: 0.94, most: 1.06, ideal: 1, leastW: 14, leastH: 14, from: 1, columns: [2]int{5, 40}}
	lying    = cell{wide: 0.91, high: 0.57, least: 0.1, most: 0.2, ideal: 0.15, leastW: 40, leastH: 6, columns: [2]int{4, 12}}
)

// The measures of a field's words, in units.
const (
	groupLabel = 4.2
	groupAfter = 1.2 // after a label, up to the bars
	wordsTop   = 0.8 // below what a story covers
)

// sayWorth is what a well filled clearing is worth beside the shape of a grid.
const sayWorth = 0.9

// wanted is how much of a grid the words want, and of its width.
type wanted struct{ share, wide float64 }

var (
	wantLowSo   = wanted{0.44, 0.6} // with a sentence below
	wantPreview = wanted{0.28, 0.525}
	wantLow     = wanted{0.28, 0.55}
	wantDeep    = wanted{0.24, 0.82}
	wantSquare  = wanted{0.3, 0.75}
	wantUpright = wanted{0.25, 0.62}
)

// footSize and labelSize are of words at the foot and of groups, px per em.
func (f *sowing) footSize() float64  { return max(f.k.Floor(), 3*f.k.Unit()) }
func (f *sowing) labelSize() float64 { return max(f.k.Floor(), groupLabel*f.k.Unit()) }

// tried is how many grids have their words set: the best by their shape.
const tried = 10

func (f *sowing) best() (*plot, bool) {
	var plots []*plot
	w, h := f.k.Size()
	least, most := f.cell.least, f.cell.most
	for cols := f.cell.columns[0]; cols <= f.cell.columns[1]; cols++ {
		for rows := int(math.Ceil(h / (most * w / float64(cols)))); float64(rows) <= h/(least*w/float64(cols)); rows++ {
			if cols*rows > f.n && cols*rows < 3*f.n+60 {
				plots = f.shapes(plots, cols, rows)
			}
		}
	}
	slices.SortStableFunc(plots, func(a, b *plot) int { return cmp.Compare(a.cost, b.cost) })
	var best *plot
	set := 0
	for i, p := range plots {
		if set == tried || i == 5*tried {
			break
		}
		if !f.sow(p) {
			continue
		}
		set++
		if f.speak(p) && (best == nil || p.cost < best.cost) {
			best = p
		}
	}
	return best, best != nil
}

// shapes appends the clearings that leave a grid as many cells as there are
// marks.
func (f *sowing) shapes(plots []*plot, cols, rows int) []*plot {
	w, h := f.k.Size()
	p := plot{cols: cols, rows: rows, px: w / float64(cols), py: h / float64(rows)}
	p.bw, p.bh = math.Round(f.cell.wide*p.px), math.Round(f.cell.high*p.py)
	if p.bw < f.cell.leastW || p.bh < f.cell.leastH || f.opens() && p.bw < leastInside+2*f.k.hair() {
		return plots
	}
	p.from = f.cell.from
	p.x0 = max(float64(p.from)*p.px+(p.px-p.bw)/2, f.k.Room().X)
	if !f.feet(&p) {
		return plots
	}
	left := cols*rows - f.n - p.foot.w*p.foot.h - f.stuck(&p)
	for i, l := range f.labels {
		if l == nil || f.legend {
			continue
		}
		b := block{col: p.from, w: p.cells(p.x0 + l.Width(f.labelSize()) + groupAfter*f.k.Unit()), h: 1}
		if p.from+b.w > cols {
			return plots
		}
		p.labels = slices.Grow(p.labels, len(f.labels))[:len(f.labels)]
		p.labels[i] = b
		left -= b.w
	}
	for mw := cols / 3; mw < cols-p.from; mw++ {
		if mh := left / mw; mh >= 2 && left-mw*mh < cols {
			if q, ok := f.shape(p, mw, mh, left-mw*mh); ok {
				plots = append(plots, q)
			}
		}
	}
	return plots
}

func (f *sowing) opens() bool {
	return slices.ContainsFunc(f.groups, func(g Segment) bool { return g.Mark == Open })
}

// cells is how many of them, from the second of a row, words that end at x
// take.
func (p *plot) cells(x float64) int {
	return max(1, int(math.Ceil((x-(p.px-p.bw)/2)/p.px))-p.from)
}

func (f *sowing) stickerTop() float64 {
	return min(linkSticker.Y*float64(f.k.scene.H)/1920, float64(f.k.c.f.Safe.Max.Y))
}

// stuck leaves out the cells whose bars would meet the sticker, and counts
// them.
func (f *sowing) stuck(p *plot) int {
	if !f.k.c.f.deep {
		return 0
	}
	s := linkSticker
	p.sticker = block{col: p.cols, row: p.rows}
	last := block{}
	for row := range p.rows {
		for col := range p.cols {
			a := p.bar(col, row)
			if a.X+a.W > s.X && a.X < s.X+s.W && a.Y+a.H > s.Y && a.Y < s.Y+s.H {
				p.sticker.col, p.sticker.row = min(p.sticker.col, col), min(p.sticker.row, row)
				last.col, last.row = max(last.col, col), max(last.row, row)
			}
		}
	}
	p.sticker.w, p.sticker.h = last.col-p.sticker.col+1, last.row-p.sticker.row+1
	return p.sticker.w * p.sticker.h
}

// wants is what the format suits.
func (f *sowing) wants() wanted {
	fm := f.k.c.f
	switch {
	case fm.Landscape() && f.say.so != nil:
		return wantLowSo
	case fm.preview && fm.Landscape():
		return wantPreview
	case fm.Landscape():
		return wantLow
	case fm.deep:
		return wantDeep
	case fm.W == fm.H:
		return wantSquare
	}
	return wantUpright
}

// shape is a grid with a clearing of mw by mh cells, the rest of which widens
// the foot.
func (f *sowing) shape(p plot, mw, mh, rest int) (*plot, bool) {
	if more := min(rest/p.foot.h, p.cols-p.from-p.foot.w); more > 0 {
		p.foot.w += more
		rest -= more * p.foot.h
	}
	want := f.wants()
	p.main = block{p.from, f.first(&p), mw, mh}
	last := p.foot.row - 1
	switch f.clear {
	case ClearMiddle:
		p.main.row = max(p.main.row, (last-mh)/2)
	case ClearBottom:
		p.main.row = max(p.main.row, last-mh-1)
	case ClearEnd:
		p.main.col = p.cols - 1 - mw
	}
	if f.k.c.f.preview {
		p.main.col = (p.cols - mw) / 2
	}
	if p.main.row+mh >= p.foot.row {
		return nil, false
	}
	p.cost = 2*math.Abs(math.Log(float64(mw*mh)/float64(p.cols*p.rows)/want.share)) + 1.5*math.Abs(math.Log(float64(mw)/float64(p.cols)/want.wide))
	p.cost += 0.5 * math.Abs(math.Log(p.py/p.px/f.cell.ideal))
	if rest > 0 {
		p.cost += 0.25
	}
	p.labels = slices.Clone(p.labels)
	return &p, true
}

// first is the row at which words may begin.
func (f *sowing) first(p *plot) int {
	switch {
	case f.cell.from == 0 && !f.k.c.f.deep:
		return max(2, p.rows/9)
	case f.k.c.f.deep:
		return int(math.Ceil((float64(f.k.c.f.Safe.Min.Y) + wordsTop*f.k.Unit() - (p.py-p.bh)/2) / p.py))
	case f.k.c.f.Landscape() || p.rows < 16:
		return 1
	}
	return 2
}

// sow walks the cells in reading order, gives each mark one, and puts the
// labels into rows of their own groups.
func (f *sowing) sow(p *plot) bool {
	p.at = make([][]int, len(f.groups))
	runs := f.runs(p)
	for row := range p.rows {
		if len(runs) > 0 {
			f.label(p, row, runs[0].group)
		}
		for col := range p.cols {
			if len(runs) == 0 || p.taken(col, row) {
				continue
			}
			r := &runs[0]
			p.at[r.group] = append(p.at[r.group], row*p.cols+col)
			if r.count--; r.count == 0 {
				runs = runs[1:]
			}
		}
	}
	for i, l := range f.labels {
		if l != nil && !f.legend && p.labels[i].row == 0 {
			return false
		}
	}
	return len(runs) == 0
}

// sownRun is bars of one group in reading order.
type sownRun struct{ group, count int }

// fewAmong is how many times as many bars as are meant there are, so that these
// stand together below the figure and not above it.
const fewAmong = 2.6

// runs are the groups in reading order. A few that are meant among many others
// begin below the figure, which then stands on them.
func (f *sowing) runs(p *plot) []sownRun {
	var runs []sownRun
	for i, g := range f.groups {
		runs = append(runs, sownRun{i, g.Count})
	}
	if len(runs) != 2 || f.groups[0].Mark != Solid || f.clear == ClearBottom || f.k.c.f.Landscape() || float64(f.n) < fewAmong*float64(runs[0].count) {
		return runs
	}
	above := 0
	for row := range p.main.row + p.main.h {
		for col := range p.cols {
			if !p.taken(col, row) {
				above++
			}
		}
	}
	if above = min(above, runs[1].count-1); above < 1 {
		return runs
	}
	return []sownRun{{1, above}, runs[0], {1, runs[1].count - above}}
}

// label leaves out cells of a row for the group that its first mark is of.
func (f *sowing) label(p *plot, row, group int) {
	if f.labels[group] == nil || f.legend || p.labels[group].row > 0 {
		return
	}
	b := p.labels[group]
	b.row = row
	if row >= p.foot.row && row < p.foot.row+p.foot.h || row < f.first(p) || f.k.c.f.deep && row >= p.foot.row || group > 0 && len(p.at[0]) == 0 {
		return
	}
	for col := b.col; col < b.col+b.w; col++ {
		if p.main.has(col, row) || p.sticker.has(col, row) {
			return
		}
	}
	p.labels[group] = b
}

func (p *plot) taken(col, row int) bool {
	if p.main.has(col, row) || p.foot.has(col, row) || p.sticker.has(col, row) {
		return true
	}
	return slices.ContainsFunc(p.labels, func(b block) bool { return b.row > 0 && b.has(col, row) })
}

// bar is the mark of a cell, on whole pixels.
func (p *plot) bar(col, row int) Area {
	x := math.Round(float64(col)*p.px + (p.px-p.bw)/2)
	y := math.Round(float64(row)*p.py + (p.py-p.bh)/2)
	return Area{x, y, p.bw, p.bh}
}

// within is where words stand in a block: flush with the bars that it leaves
// out.
func (p *plot) within(b block) Area {
	first, last := p.bar(b.col, b.row), p.bar(b.col+b.w-1, b.row+b.h-1)
	return Area{first.X, first.Y, last.X + last.W - first.X, last.Y + last.H - first.Y}
}

// speak sets the words of a grid.
func (f *sowing) speak(p *plot) bool {
	room := f.k.Room()
	a := p.within(p.main)
	if over := room.X - a.X; over > 0 {
		a.X, a.W = a.X+over, a.W-over
	}
	a.W = min(a.W, room.X+room.W-a.X)
	said, ok := f.say.in(a)
	if !ok {
		return false
	}
	p.words = said.placed
	p.cost -= sayWorth * said.score
	for i, l := range f.labels {
		if l == nil || f.legend {
			continue
		}
		box := p.within(p.labels[i])
		s := l.Set(f.labelSize(), 1e6)
		p.words = append(p.words, placed{s, ToneText, p.x0, box.Y + (box.H-s.Height)/2})
	}
	lines, h := f.footLines(float64(f.k.scene.W) - room.X - p.x0)
	box := f.footArea(p)
	for i := range lines {
		l := &lines[i]
		l.y += box.Y + (box.H-h)/2
		p.words = append(p.words, placed{l.Setting, l.tone, p.x0 + l.indent, l.y})
	}
	p.lines = lines
	return true
}

// stand is the bars of one kind.
type stand struct {
	mark Mark
	bars []Area
}

// marks are the bars, group by group.
func (p *plot) marks(f *sowing) []stand {
	var out []stand
	for i, g := range f.groups {
		s := stand{mark: g.Mark}
		for _, cell := range p.at[i] {
			s.bars = append(s.bars, p.bar(cell%p.cols, cell/p.cols))
		}
		out = append(out, s)
	}
	return out
}
