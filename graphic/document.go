package graphic

import "github.com/shutdowncecot/toolkit/graphic/internal/parts"

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

func (d Document) slots(c *composer, field string, w float64, r parts.Rank) []*parts.Slot {
	var out []*parts.Slot
	add := func(name, s, role string, least, most float64, rk parts.Rank, gap float64) *parts.Slot {
		if s == "" {
			return nil
		}
		at := field + "." + name
		if name == "Headline" {
			at = name
		}
		sl := c.slot(c.prose(at, s, w, c.as(role).from(least).upTo(most)), rk, gap)
		out = append(out, sl)
		return sl
	}
	text, marked := "body", d.marked(c.words)
	least, most := c.sz().bodyMin, c.sz().bodyMax
	if marked == "" {
		most = c.sz().subMax * 1.3
		s := add("Headline", "**"+c.plainHeadline()+"**", "display", c.sz().headMin, c.sz().headMax*0.8, parts.Focal, blockGap*c.u)
		s.Want = 0.3 * float64(c.f.H)
	}
	add("Lead", d.Lead, text, least, most, parts.Prose2, 5*c.u)
	if marked != "" {
		s := add("Passage", "**"+marked+"**", "display", c.sz().headMin, c.sz().headMax, parts.Focal, 5.6*c.u)
		s.Want = 0.36 * float64(c.f.H)
	}
	add("Tail", d.Tail, text, least, most, parts.Prose2, 5.2*c.u)
	return out
}

// besidePassage is how much of its least size a headline keeps that stands below
// a passage: the record's own words are what the card shows.
const besidePassage = 0.72

func (d Document) arrange(c *composer, i int) []*parts.Column {
	field, w := c.blockField(i), c.live()
	if d.Passage != "" && c.alone() {
		return c.onCanvas(i, d.excerpt)
	}
	if c.f.Landscape() && d.Passage != "" {
		return nil
	}
	desk, sheet := c.scheme(c.t.Document.Head), c.scheme(c.t.Document.Foot)
	file := parts.Group{Scheme: desk, Slots: []*parts.Slot{c.fileLine(d, field, w)}}
	inset := 4 * c.u
	page := parts.Group{Scheme: sheet, Inset: inset, Desk: desk, Slots: d.slots(c, field, w-inset, parts.Focal)}
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
func (c *composer) fileLine(d Document, field string, w float64) *parts.Slot {
	m := &parts.BandLine{Field: field + ".File", Size: c.sz().slug, W: w, Start: c.shape(field+".File", d.File, "small")}
	if d.Page != "" {
		m.End = c.shape(field+".Page", d.Page, "label")
	}
	return c.bandLine(m, m.Field)
}
