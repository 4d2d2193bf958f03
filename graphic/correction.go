package graphic

import "github.com/shutdowncecot/toolkit/graphic/internal/parts"

// Correction replaces what was shared before. The headline says what is true,
// with a [Stat] of its figure drawn large; what was said is struck through,
// the only place where a card strikes anything.
// A Correction is safe for concurrent use as long as nobody changes it.
type Correction struct {
	Label    string `json:"label,omitzero"`    // "Correction"
	Date     string `json:"date,omitzero"`     // "9 September 2025"
	Said     string `json:"said,omitzero"`     // "We first shared a report of the plan:"
	Was      string `json:"was,omitzero"`      // "$6 million"
	Replaces string `json:"replaces,omitzero"` // "Replaces card pay-6-million"; stands in the tag's place
}

var _ = wired[Correction]("correction")

func (k Correction) traits() traits { return traits{claims: true, kept: true, wide: leftOut} }

func (k Correction) check() *FieldError {
	if k.Label == "" || k.Date == "" || k.Was == "" {
		return refuse("correction-part", "Was", nil)
	}
	return nil
}

func (k Correction) describe(*tongue) string {
	return joinWords(k.Label+",", k.Date+".", k.Said, k.Was+".", k.Replaces)
}

// slots are what was said and then struck.
func (k Correction) slots(ts *typesetter, field string, w float64, _ parts.Rank) []*parts.Slot {
	var out []*parts.Slot
	if k.Said != "" {
		out = append(out, ts.slot(ts.prose(field+".Said", k.Said, w, ts.as("body")), parts.Prose2, 4*ts.u))
	}
	return append(out, k.struck(ts, field+".Was", w))
}

// struck is what was said: a few words in one line, larger than running text,
// more of them in several.
func (k Correction) struck(ts *typesetter, field string, w float64) *parts.Slot {
	line := parts.NewFigure(field, ts.shape(field, k.Was, "number"), w, 0, 8*ts.u)
	if line.Largest() >= ts.sz().subMax {
		line.Color = parts.PlainText
		return &parts.Slot{Part: &parts.Struck{Figure: line}, Field: field, Rank: parts.Prose2, Gap: 3 * ts.u, Chars: len([]rune(k.Was))}
	}
	s := ts.slot(ts.prose(field, k.Was, w, ts.as("sub").from(ts.f.Floor)), parts.Prose2, 3*ts.u)
	s.Part = &parts.StruckProse{Prose: s.Part.(*parts.Prose)}
	return s
}

func (k Correction) arrange(c *composer, i int) []*parts.Column {
	if c.f.Landscape() {
		return k.across(c, i)
	}
	w, field := c.live(), c.blockField(i)
	body := parts.Group{Scheme: c.scheme(c.t.Correction.Foot), Slots: k.slots(c.typesetter, field, w, parts.Prose2)}
	body.Slots = append(body.Slots, k.truth(c, w, 0.5)...)
	end := c.closing(w)
	if s := end.slug(); s != nil && k.Replaces != "" {
		s.Tag = c.shape(field+".Replaces", k.Replaces, "label")
	}
	return c.page(end, k.band(c, field, w), body)
}

// across is what is true beside what was said.
func (k Correction) across(c *composer, i int) []*parts.Column {
	share := 0.58
	if c.v.drop { // it is long
		share = 0.44
	}
	a, b := c.halves(share)
	field := c.blockField(i)
	a.Groups = []parts.Group{{Scheme: c.scheme(c.t.Correction.Foot), Slots: append(k.truth(c, a.W, 0.62), c.slug(a.W, true))}}
	heading := c.slot(c.prose(field+".Label", k.Label+", "+k.Date, b.W, c.as("label").from(c.f.Floor).in(parts.AccentText)), parts.Prose2, 0)
	b.Groups = []parts.Group{{Scheme: c.scheme(c.t.Correction.Head), Slots: append([]*parts.Slot{heading}, k.slots(c.typesetter, field, b.W, parts.Prose2)...)}}
	return []*parts.Column{a, b}
}

// band names the card a correction, and its day.
func (k Correction) band(c *composer, field string, w float64) parts.Group {
	line := &parts.BandLine{
		Field: field, Size: c.sz().slug, W: w,
		Start: c.shape(field+".Label", k.Label, "label"), End: c.shape(field+".Date", k.Date, "label"),
	}
	return parts.Group{Scheme: c.scheme(c.t.Correction.Head), Slots: []*parts.Slot{c.bandLine(line, field+".Label")}}
}

// truth is what is right, share of the card's height where it is words alone.
func (k Correction) truth(c *composer, w, share float64) []*parts.Slot {
	if lead, _ := c.leading(); lead >= 0 {
		return append(c.Blocks[lead].(leader).corrected(c, lead, w), c.follow(w)...)
	}
	return append([]*parts.Slot{c.headline(c.headlineText(), w, parts.Focal, share)}, c.follow(w)...)
}
