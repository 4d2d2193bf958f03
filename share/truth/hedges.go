package truth

import (
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A hedgeReader looks for the reservations that its facts make.
type hedgeReader struct{ *reading }

// hedges finds texts that tell one fact without its reservations, and figures
// without what qualifies them. A text that rests on several facts does not
// tell all of each.
func (r hedgeReader) hedges() {
	if len(r.Facts) == 0 && !r.read {
		r.unqualified()
	}
	if len(r.Facts) == 0 || r.Where == Page || r.Where == Letter || r.Where == Event || r.Where == Reel {
		return
	}
	f := r.Checker.facts[r.Facts[0]]
	if f == nil || f.fact == nil {
		return
	}
	if r.Where == Caption {
		for _, h := range f.fact.Hedges {
			if h.Where == campaign.InText && !h.StandsIn(r.Lang, r.Words) {
				r.find(campaign.Error, "hedge-missing", 0, 0, fault.Values{"fact": f.fact.ID, "say": h.Say.In(r.Lang)})
			}
		}
	}
	if r.Where == Card || r.Where == Caption && r.read {
		r.qualifiers(f.fact)
	}
}

// countedUnits lists the units of figures that a reader takes for exact where they
// stand alone.
var countedUnits = []string{"people", "percent", "USD"}

// qualifiers finds the figure of a fact without its "at least" or "about".
func (r hedgeReader) qualifiers(f *campaign.Fact) {
	for _, g := range f.Figures {
		q := g.Qualifier.In(r.Lang)
		if q == "" || !slices.Contains(countedUnits, g.Unit) {
			continue
		}
		for _, n := range r.numbers() {
			if slices.Contains(n.values, g.Value) && !r.qualified(q) && !mentioned().MatchString(r.Words[:n.start]) {
				r.find(campaign.Warning, "qualifier-missing", n.start, n.end, fault.Values{"figure": n.text, "qualifier": q, "fact": f.ID})
				return
			}
		}
	}
}

// mentioned is what stands before a figure that was told before: of the 11.
var mentioned = pattern.New(`(?i)\b(?:the|those|these|los|las|esos|esas|estos) $|(?:\d|\b(?:` + amounts + `)) (?:of|de) $|(?:^|[.!?\n] ?)(?:of|de) $`)

// unqualified finds in free words a figure that every fact qualifies.
func (r hedgeReader) unqualified() {
	for _, n := range r.numbers() {
		if n.kind == plain || !r.tells(n) && !r.toldBy(n) {
			continue
		}
		if q, fact := r.qualifierOf(n); q != "" && !r.qualified(q) {
			r.find(campaign.Warning, "qualifier-missing", n.start, n.end, fault.Values{"figure": n.text, "qualifier": q, "fact": fact})
			return
		}
	}
}

// qualifierOf is what qualifies a figure in all facts that state it, and one of
// those; "" where one of them states it alone.
func (r hedgeReader) qualifierOf(n number) (qualifier, fact string) {
	for _, id := range r.stating(n) {
		for _, g := range r.Checker.facts[id].fact.Figures {
			if !slices.Contains(n.values, g.Value) || kindOfUnit(g.Unit) != n.kind {
				continue
			}
			if qualifier, fact = g.Qualifier.In(r.Lang), id; qualifier == "" {
				return "", ""
			}
		}
	}
	return qualifier, fact
}

// qualified reports whether a text has the qualifier of a figure, or one that
// means the same.
func (r hedgeReader) qualified(qualifier string) bool {
	for _, same := range lists().Qualifiers[r.Lang] {
		if slices.Contains(same, qualifier) {
			return anyIn(r.Words, same)
		}
	}
	return anyIn(r.Words, []string{qualifier})
}
