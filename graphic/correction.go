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

func (k Correction) traits() traits { return traits{claims: true, wide: leftOut} }

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
func (k Correction) slots(c *composer, field string, w float64, _ parts.Rank) []*parts.Slot {
	var out []*parts.Slot
	if k.Said != "" {
		out = append(out, c.slot(c.prose(field+".Said", k.Said, w, c.as("body")), parts.Prose2, 4*c.u))
	}
	s := &parts.Struck{Figure: c.figure(field+".Was", k.Was, "number", w, 0, 8*c.u)}
	s.Color = parts.PlainText
	return append(out, &parts.Slot{Part: s, Field: field + ".Was", Rank: parts.Prose2, Gap: 3 * c.u, Chars: len([]rune(k.Was))})
}

func (k Correction) arrange(c *composer, i int) []*parts.Column {
	if c.f.Landscape() {
		return nil
	}
	w, field := c.live(), c.blockField(i)
	line := &parts.BandLine{Field: field, Size: c.sz().slug, W: w, Start: c.shape(field+".Label", k.Label, "label"), End: c.shape(field+".Date", k.Date, "label")}
	band := parts.Group{Scheme: c.scheme(c.t.Correction.Head), Slots: []*parts.Slot{c.bandLine(line, field+".Label")}}
	body := parts.Group{Scheme: c.scheme(c.t.Correction.Foot), Slots: k.slots(c, field, w, parts.Prose2)}
	if lead, _ := c.leading(); lead != nil {
		body.Slots = append(body.Slots, lead.corrected(c, w)...)
	} else {
		body.Slots = append(body.Slots, c.headline(c.headlineText(), w, parts.Focal, 0.5))
	}
	body.Slots = append(body.Slots, c.follow(w)...)
	end := c.closing(w)
	if s := end.slug(); s != nil && k.Replaces != "" {
		s.Tag = c.shape(field+".Replaces", k.Replaces, "label")
	}
	return c.page(end, band, body)
}
