package truth

import (
	"maps"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
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
		r.unreserved()
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

// unreserved finds in free words a fact that is certainly told, and nowhere with
// its reservation.
func (r hedgeReader) unreserved() {
	if r.Kept || r.Lang == "" {
		return
	}
	passages := sentences(r.Words)
	if len(r.Words) <= cardful {
		passages = maps.All(map[int]int{0: len(r.Words)}) // read at a glance
	}
	for start, end := range passages {
		for _, id := range r.certain(start, end) {
			for _, h := range r.Checker.facts[id].fact.Hedges {
				if h.Where == campaign.InText && !h.StandsIn(r.Lang, r.Words) {
					r.find(campaign.Warning, "hedge-missing", start, end, fault.Values{"fact": id, "say": h.Say.In(r.Lang)})
					return
				}
			}
		}
	}
}

// cardful is how many bytes are read as one, whatever marks stand in between.
const cardful = 160

// What tells a fact weighs, beside its words.
const (
	dayWeight     = 2.5 // a day that it tells
	figureWeight  = 1.5 // one of its figures
	aloneWeight   = 6   // one that no other fact states
	mostOfFigures = 3   // is how many times what its words weigh all weighs at most
	certainWeight = 16  // what tells it beyond doubt
	todayWeight   = 10  // and where it is told as if it were so today
)

// stillToday is how a text says that something is so today.
var stillToday = needle.Compile(`(?i)\b(?:to this day|still (?:no|not|has|have|hasn|haven)|even now|` +
	`hasta el día de hoy|hasta hoy|hoy (?:en día|nadie|no)|sigue[n]? sin|todavía no|aún no)(?:[^\pL]|$)`)

// certain are the facts that a sentence tells beyond doubt by its words, days and
// figures together, and no other more.
func (r hedgeReader) certain(start, end int) (ids []string) {
	weight, words := r.themes.weigh(r.Words[start:end])
	best := float64(certainWeight)
	if sentence := r.Words[start:end]; stillToday.First(sentence, strings.ToLower(sentence)) != nil {
		best = todayWeight
	}
	for i, id := range r.themes.facts {
		if words[i] < nearWords || weight[i] < best/mostOfFigures {
			continue
		}
		switch w := weight[i] + r.figuresOf(id, start, end); {
		case w > best:
			best, ids = w, []string{id}
		case w == best:
			ids = append(ids, id)
		}
	}
	return ids
}

// figuresOf is what the days and figures of a fact weigh in a sentence.
func (r hedgeReader) figuresOf(id string, start, end int) (weight float64) {
	for _, d := range r.dates() {
		if d.start >= start && d.end <= end && r.Checker.facts[id].said[d.day] {
			weight += dayWeight
		}
	}
	for _, n := range r.numbers() {
		if n.start < start || n.end > end {
			continue
		}
		if stating := r.stating(n); len(stating) == 1 && stating[0] == id && n.values[0] >= unmistaken {
			weight += aloneWeight
		} else if slices.Contains(stating, id) {
			weight += figureWeight
		}
	}
	return weight
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
		if n.kind == plain || !r.tells(n) && !r.toldBy(n) && !r.retold(n) {
			continue
		}
		if q, fact := r.qualifierOf(n); q != "" && (!r.qualified(q) || r.turnedRound(q, n)) {
			r.find(campaign.Warning, "qualifier-missing", n.start, n.end, fault.Values{"figure": n.text, "qualifier": q, "fact": fact})
			return
		}
	}
}

// retold reports a figure of a fact that its sentence tells by some of its words.
func (r hedgeReader) retold(n number) bool {
	before, _, after := around(r.Words, []int{n.start, n.end})
	near := r.themes.alike(before+" "+after, nearWords, nearWeight)
	return n.values[0] >= fewest && slices.ContainsFunc(r.stating(n), func(id string) bool { return slices.Contains(near, id) })
}

// turnedRound reports a figure with the opposite of its qualifier before it.
func (r hedgeReader) turnedRound(qualifier string, n number) bool {
	before := r.Words[max(0, n.start-nearby):n.start]
	if atMost().MatchString(qualifier) {
		return atLeast().MatchString(before)
	}
	return atLeast().MatchString(qualifier+" ") && atMost().MatchString(before)
}

// atLeast and atMost are qualifiers that are a bound below and above.
var (
	atLeast = pattern.New(`(?i)\b(?:at least|at the least|no (?:fewer|less) than|more than|over|above|` +
		`al menos|por lo menos|como mínimo|no menos de|más de|m[aá]s que) ?$`)
	atMost = pattern.New(`(?i)\b(?:at (?:the )?most|no more than|not more than|(?:fewer|less) than|under|below|up to|as many as|` +
		`a lo sumo|a lo más|como mucho|como máximo|no más de|menos de|hasta|apenas|máximo) ?$`)
)

// qualifierOf is what qualifies a figure in all facts that state it, or in those of
// them that its sentence tells, and one of those; "" where one of them states it
// alone.
func (r hedgeReader) qualifierOf(n number) (qualifier, fact string) {
	if n.kind == counted {
		n.values = n.values[:1] // 40,000 people are not 40
	}
	facts := r.stating(n)
	before, _, after := around(r.Words, []int{n.start, n.end})
	near := r.themes.alike(before+" "+after, nearWords, nearWeight)
	if told := slices.DeleteFunc(slices.Clone(facts), func(id string) bool { return !slices.Contains(near, id) }); len(told) > 0 {
		facts = told
	}
	for _, id := range facts {
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
	same := []string{qualifier}
	if i := slices.IndexFunc(lists().Qualifiers[r.Lang], func(all []string) bool { return slices.Contains(all, qualifier) }); i >= 0 {
		same = lists().Qualifiers[r.Lang][i]
	}
	return excused(r.Words, same)
}
