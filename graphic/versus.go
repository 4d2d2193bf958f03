package graphic

import "github.com/shutdowncecot/toolkit/graphic/internal/parts"

// Versus corrects what is going round. The card's headline is the fact and
// stands at least six times as high as the outdated line, which is small,
// plain and marked as what it is.
// A Versus is safe for concurrent use as long as nobody changes it.
type Versus struct {
	Label string `json:"label,omitzero"` // "Outdated:", "Wrong:", "Missing context:"
	Claim string `json:"claim,omitzero"` // as it is going round
}

var _ = wired[Versus]("versus")

func (v Versus) traits() traits { return traits{claims: true, wide: leftOut} }

func (v Versus) check() *FieldError {
	if v.Label == "" || v.Claim == "" {
		return refuse("versus-part", "Claim", nil)
	}
	return nil
}

func (v Versus) describe(*tongue) string { return joinWords(v.Label, v.Claim) }

// factShare is how many times higher than the outdated line the fact stands.
const factShare = 6

func (v Versus) slots(ts *typesetter, field string, w float64, _ parts.Rank) []*parts.Slot {
	t := ts.prose(field, "**"+v.Label+"** "+v.Claim, w, ts.as("small").upTo(ts.f.Floor*1.2).in(parts.MuteText))
	return []*parts.Slot{ts.slot(t, parts.Prose2, blockGap*ts.u)}
}

func (v Versus) arrange(c *composer, i int) []*parts.Column {
	if c.f.Landscape() {
		return nil
	}
	w := c.live()
	end := c.closing(w)
	line := v.slots(c.typesetter, c.blockField(i), w, parts.Prose2)[0]
	fact := c.headline(c.headlineText(), w, parts.Focal, 0.55)
	if c.err != nil {
		return []*parts.Column{} // the error says it
	}
	height, _ := line.Part.Span()
	fact.Part = &parts.Tall{Part: fact.Part, Least: factShare * height}
	return c.page(end, c.head(w, line, fact), c.foot(append(c.others(i, w), c.follow(w)...)...))
}
