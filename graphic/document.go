package graphic

import (
	"image"
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Document is an excerpt of a record on a sheet: only words that stand in it.
// Without a Passage the card's headline stands on the sheet instead, as for a
// statement ("Homeland Security says") that Lead continues.
// A Document is safe for concurrent use as long as nobody changes it.
type Document struct {
	File     string `json:"file,omitzero"`     // what and when: "Court filing, 7 July 2025"
	Page     string `json:"page,omitzero"`     // "Page 4"; may be empty
	Lead     string `json:"lead,omitzero"`     // before the passage; may be empty
	Passage  string `json:"passage,omitzero"`  // marked
	Tail     string `json:"tail,omitzero"`     // after it; may be empty
	Verbatim bool   `json:"verbatim,omitzero"` // Passage is word for word and takes quotation marks
}

var _ = wired[Document]("document")

func (d Document) traits() traits { return traits{claims: true, wide: leftOut} }

func (d Document) check() *FieldError {
	switch {
	case d.File == "":
		return refuse("document-file", "File", nil)
	case d.Passage+d.Lead == "":
		return refuse("document-passage", "Passage", nil)
	}
	return nil
}

func (d Document) describe(w *tongue) string {
	return joinWords(d.File+",", d.Page, d.Lead, d.marked(w), d.Tail)
}

func (d Document) marked(w *tongue) string {
	if d.Verbatim && d.Passage != "" {
		return w.quoted(d.Passage)
	}
	return d.Passage
}

// The words of a record on a card with more than that.
const (
	leadMost    = 1.3 // of the usual size, without a passage
	recordMost  = 0.8 // the size of a headline on the record
	recordWant  = 0.3 // of the card's height
	passageWant = 0.36
	passageGap  = 5.6 // units
	tailGap     = 5.2
)

func (d Document) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	var out []*parts.Slot
	add := func(name, s, role string, least, most float64, rk parts.Rank, gap float64) *parts.Slot {
		if s == "" {
			return nil
		}
		at := field + "." + name
		if name == "Headline" {
			at = name
		}
		sl := ts.slot(ts.prose(at, s, w, ts.as(role).from(least).upTo(most)), rk, gap)
		out = append(out, sl)
		return sl
	}
	text, marked := "body", d.marked(ts.words)
	least, most := ts.sz().bodyMin, ts.sz().bodyMax
	if marked == "" {
		most = ts.sz().subMax * leadMost
		s := add("Headline", "**"+ts.plainHeadline()+"**", "display", ts.sz().headMin, ts.sz().headMax*recordMost, parts.Focal, blockGap*ts.u)
		s.Want = recordWant * float64(ts.f.H)
	}
	add("Lead", d.Lead, text, least, most, parts.Prose2, 5*ts.u)
	if marked != "" {
		s := add("Passage", "**"+marked+"**", "display", ts.sz().headMin, ts.sz().headMax, parts.Focal, passageGap*ts.u)
		s.Want = passageWant * float64(ts.f.H)
	}
	add("Tail", d.Tail, text, least, most, parts.Prose2, tailGap*ts.u)
	return out
}

// besidePassage is how much of its least size a headline keeps that stands below
// a passage: the record's own words are what the card shows.
const besidePassage = 0.72

func (d Document) arrange(c *composer, i int) []*parts.Column {
	field, w := c.blockField(i), c.live()
	if d.Passage != "" && c.alone() {
		return c.onPicture(i, d.excerpt)
	}
	if c.f.Landscape() && d.Passage != "" {
		return nil
	}
	desk, sheet := c.scheme(c.t.Document.Head), c.scheme(c.t.Document.Foot)
	file := parts.Group{Scheme: desk, Slots: []*parts.Slot{d.fileLine(c, field, w)}}
	inset := 4 * c.u
	page := parts.Group{Scheme: sheet, Inset: inset, Desk: desk, Slots: d.slots(c.typesetter, field, w-inset, parts.Focal)}
	foot := parts.Group{Scheme: desk, Slots: c.others(i, w)}
	if d.Passage != "" {
		small := c.as("display").from(besidePassage * c.sz().headMin).upTo(c.sz().headMin).in(parts.HeadlineText)
		foot.Slots = append(foot.Slots, c.slot(c.prose("Headline", c.headlineText(), w, small), parts.Heading, blockGap*c.u))
	}
	if !c.f.Landscape() {
		foot.Slots = append(foot.Slots, c.follow(w)...)
	}
	return c.page(c.closing(w), file, page, foot)
}

// fileLine is the record's name at the start of the card and its page at the
// end.
func (d Document) fileLine(c *composer, field string, w float64) *parts.Slot {
	m := &parts.BandLine{Field: field + ".File", Size: c.sz().slug, W: w, Start: c.shape(field+".File", d.File, "small")}
	if d.Page != "" {
		m.End = c.shape(field+".Page", d.Page, "label")
	}
	return c.bandLine(m, m.Field)
}

// An excerpt is a Document that is the whole picture: the sheet on its desk, and
// over both, from edge to edge, a band for each line of the passage.

// The measures of an excerpt, in units: how much of the desk shows at the start
// and the foot, a band's height over its capitals and the space between two.
const (
	deskSide  = 6
	bandOver  = 0.42 // of the capitals' height, above and below
	bandGap   = 1.8
	bandMost  = 16   // px per em, in units
	bandLeast = 0.72 // of the largest size that fits, to fill the bands
	// A band is filled by words of this share of its width.
	bandFilled = 0.3
	passageTo  = 0.5
	bandsFrom  = 5.6 // px per em, in units, at least
	bandsStep  = 0.96
	sheetEnd   = 4.2 // between the page and the foot
	leadAbove  = 3.2
	bandsAbove = 3.4
)

// alone reports a card that is nothing but its record.
func (c *composer) alone() bool {
	asks := !c.Action.empty() && c.f.DPI == 0 // on paper a strip below does
	return len(c.Blocks) == 1 && !asks && c.Kicker == "" && c.Attribution == "" && c.Folio == Folio{}
}

func (d Document) excerpt(k *Canvas) error {
	desk, sheet := k.c.scheme(k.c.t.Document.Head), k.c.scheme(k.c.t.Document.Foot)
	u, room := k.Unit(), k.wordRoom()
	w, h := k.Size()
	k.pen.Scheme = desk
	k.Rect(ToneGround, Area{0, 0, w, h})
	foot := k.foot(room)
	if d.File != k.Card().Headline {
		file := k.Text(k.field+".File", listed(d.File, d.Page), FaceLabel).Set(max(k.Floor(), 3*u), room.W)
		foot.top -= file.Height + max(2*u, file.Under()+u)
		k.Draw(file, ToneText, room.X, foot.top)
	}
	page := Area{deskSide * u, 0, w - deskSide*u, foot.top - sheetEnd*u}
	foot.draw(k)
	k.pen.Scheme = sheet
	k.Rect(ToneGround, page)
	x := max(room.X, deskSide*u+4*u)
	words := Area{x, max(room.Y, 5*u), room.X + room.W - x, 0}
	words.H = page.H - 4*u - words.Y
	if !d.onSheet(k, words) {
		k.Refuse(k.field+".Passage", 4)
	}
	return nil
}

// onSheet sets what stands on the page. Where a low canvas has no room for the
// words around a quotation it stands alone; "has denied" would say nothing.
func (d Document) onSheet(k *Canvas, a Area) bool {
	return d.onPage(k, a, true) || d.Verbatim && k.c.f.Landscape() && d.onPage(k, a, false)
}

// onPage sets the headline, what leads to the passage, its bands and what
// follows.
func (d Document) onPage(k *Canvas, a Area, around bool) bool {
	u := k.Unit()
	body := max(k.Floor(), 4*u)
	head := k.Text("Headline", k.Card().Headline, FaceLabel).Set(body, a.W)
	var lead, tail Setting
	if around {
		lead = d.running(k, "Lead", d.Lead, body, a.W)
		tail = d.running(k, "Tail", d.Tail, body, a.W)
	}
	used := head.Height + head.Under() + 4*u
	for _, s := range []Setting{lead, tail} {
		if s.Text != nil {
			used += s.Height + s.Under() + 5*u
		}
	}
	passage := k.Text(k.field+".Passage", d.marked(k.c.words), FaceDisplay)
	bands, ok := d.bands(k, passage, a.W, min(a.H-used, passageTo*float64(k.scene.H)))
	if !ok {
		return false
	}
	k.Draw(head, ToneText, a.X, a.Y)
	a.Y += head.Height + head.Under() + leadAbove*u
	if lead.Text != nil {
		k.Draw(lead, ToneText, a.X, a.Y)
		a.Y += lead.Height + lead.Under()
	}
	a.Y = bands.draw(k, a.X, a.Y+bandsAbove*u)
	if tail.Text != nil {
		k.Draw(tail, ToneText, a.X, a.Y+4*u)
	}
	return true
}

// running is words of the record around its passage.
func (d Document) running(k *Canvas, name, s string, size, w float64) Setting {
	if s == "" {
		return Setting{}
	}
	return k.Text(k.field+"."+name, s, FaceBody).Set(size, w)
}

// passageBands are the lines of a passage, each on a band of its own.
type passageBands struct {
	Setting
	high float64 // of a band
	cap  float64
}

// bands sets the passage as large as it fits, at most as large as its bands may
// be high. It is set smaller where that brings a small word to its neighbours:
// "has" does not fill a band of its own.
func (d Document) bands(k *Canvas, t *Text, w, h float64) (first passageBands, ok bool) {
	u := k.Unit()
	for size := bandMost * u; size >= max(k.Floor(), bandsFrom*u); size *= bandsStep {
		if t.Empty() || t.p.Widest()*size > w {
			continue
		}
		s := t.Set(size, w)
		b := passageBands{s, math.Round(t.Capital(size) * (1 + 2*bandOver)), t.Capital(size)}
		if float64(s.Lines())*(b.high+bandGap*u) > h {
			continue
		}
		if !ok {
			first, ok = b, true
		}
		if size < bandLeast*first.Size {
			break
		}
		if b.filled(w) {
			return b, true
		}
	}
	return first, ok
}

// filled reports that no band but the last holds a small word alone.
func (b *passageBands) filled(w float64) bool {
	b.set()
	for _, l := range b.lines[:len(b.lines)-1] {
		if l.Width*l.size < bandFilled*w {
			return false
		}
	}
	return true
}

// draw paints the bands from a height on and returns where they end.
func (b *passageBands) draw(k *Canvas, x, y float64) float64 {
	u, s := k.Unit(), k.pen.Scheme
	paint, words := s.Mark.RGBA, ToneGround
	if s.Highlight.Name != "" {
		paint, words = s.Highlight.RGBA, ToneText
	}
	w, _ := k.Size()
	b.set()
	for i := range b.lines {
		y = math.Round(y)
		k.add(scene.Node{Role: scene.Ground, Color: paint, Rects: []image.Rectangle{Area{0, y, w, b.high}.pixels()}})
		line := b.Setting
		line.lines = b.lines[i : i+1 : i+1]
		line.lines[0].base = b.cap
		k.Draw(line, words, x, y+(b.high-b.cap)/2)
		y += b.high + bandGap*u
	}
	return y - bandGap*u
}
