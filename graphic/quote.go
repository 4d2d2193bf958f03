package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
)

// Quote is a passage and who said it. Verbatim puts the language's quotation
// marks around it; a summary carries none.
// A Quote is safe for concurrent use as long as nobody changes it.
type Quote struct {
	Text     string `json:"text,omitzero"`
	Speaker  string `json:"speaker,omitzero"`
	Role     string `json:"role,omitzero"`
	Verbatim bool   `json:"verbatim,omitzero"`
}

var _ = wired[Quote]("quote")

func (q Quote) traits() traits {
	t := traits{claims: true, wide: belowHeadline, element: "BlockQuote", across: titling{headline: parts.Prose2, share: 0.2, block: parts.Focal}}
	if !q.Verbatim { // the summary explains the finding
		t.upright = titling{headline: parts.Focal, share: 0.36, block: parts.Chart, edge: true}
		t.across = finding(0.44)
	}
	return t
}

func (q Quote) check() *FieldError {
	if q.Text == "" {
		return refuse("quote-text", "Text", nil)
	}
	if q.Speaker == "" {
		return refuse("quote-speaker", "Speaker", nil)
	}
	return nil
}

func (q Quote) describe(w *tongue) string {
	return joinWords(figures.Sentence(q.marked(w)), listed(q.Speaker, q.Role))
}

// marked puts the language's quotation marks around verbatim words.
func (q Quote) marked(w *tongue) string {
	if q.Verbatim {
		return w.quoted(q.Text)
	}
	return q.Text
}

func (q Quote) slots(c *composer, field string, w float64, r parts.Rank) []*parts.Slot {
	most := c.sz().subMax
	if r == parts.Focal {
		most = c.sz().headMax
	}
	p := c.prose(field+".Text", q.marked(c.words), w, c.as("passage").upTo(most).in(parts.AccentText))
	s := c.slot(p, r, blockGap*c.u)
	if r == parts.Focal {
		s.Want = 0.34 * float64(c.f.H)
	}
	below := 3.6 * c.u
	if r == parts.Focal {
		below = 6 * c.u // of large type
	}
	who := c.slot(c.prose(field+".Speaker", q.Speaker, w, c.as("label")), parts.Prose2, below)
	out := []*parts.Slot{c.edge(s), who}
	if q.Role != "" {
		out = append(out, c.slot(c.prose(field+".Role", q.Role, w, c.as("small").from(c.sz().slug).in(parts.MuteText)), parts.Prose2, max(1.8*c.u, 0.75*c.f.Floor)))
	}
	return out
}
