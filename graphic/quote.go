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

func (q Quote) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	most := ts.sz().subMax
	if r == parts.Focal {
		most = ts.sz().headMax
	}
	p := ts.prose(field+".Text", q.marked(ts.words), w, ts.as("passage").upTo(most).in(parts.AccentText))
	s := ts.slot(p, r, blockGap*ts.u)
	if r == parts.Focal {
		s.Want = 0.34 * float64(ts.f.H)
	}
	below := 3.6 * ts.u
	if r == parts.Focal {
		below = 6 * ts.u // of large type
	}
	who := ts.slot(ts.prose(field+".Speaker", q.Speaker, w, ts.as("label")), parts.Prose2, below)
	out := []*parts.Slot{ts.edge(s), who}
	if q.Role != "" {
		role := ts.prose(field+".Role", q.Role, w, ts.as("small").from(ts.sz().slug).in(parts.MuteText))
		out = append(out, ts.slot(role, parts.Prose2, max(1.8*ts.u, 0.75*ts.f.Floor)))
	}
	return out
}
