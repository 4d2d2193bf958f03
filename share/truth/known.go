package truth

import (
	"maps"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// known is what a fact holds: every number that its words, its figures, its
// drawing and the dates of its sources say, and of what.
type known struct {
	numbers map[float64]bool
	shares  map[float64]bool // those that are percentages
	sums    map[float64]bool // those that are money
	counts  map[float64]bool // those that count something else
	days    map[day]bool     // dates, with their year and without, and months
	told    map[float64]bool // numbers of its words
	said    map[day]bool     // dates of its words
	negated map[float64]bool // of the shares, those that are always told with a negation
	peoples map[int]bool     // whom it names, as peopleIn has them
	units   map[measured]bool
	things  things
	labels  []string // of its figures, as labelsOf has them
	older   []older
	fact    *campaign.Fact
}

func newKnown() known {
	return known{
		numbers: map[float64]bool{}, shares: map[float64]bool{}, sums: map[float64]bool{}, counts: map[float64]bool{},
		days: map[day]bool{}, told: map[float64]bool{}, said: map[day]bool{}, negated: map[float64]bool{}, peoples: map[int]bool{}, units: map[measured]bool{},
		things: things{},
	}
}

// holds reports whether a number stands in the fact and is of the same kind
// there: 252 people are not 252 dollars.
func (f *known) holds(n number) bool {
	if n.kind == counted {
		n.values = n.values[:1] // 19,000 people are not 19
	}
	return n.is(map[kind]map[float64]bool{plain: f.numbers, percent: f.shares, money: f.sums, counted: f.counts}[n.kind])
}

// know returns what is known of a fact.
func (k *Checker) know(id string) *known {
	f, ok := k.facts[id]
	if !ok {
		made := newKnown()
		f = &made
		k.facts[id] = f
	}
	return f
}

// hear takes the numbers of a fact's own words. What must not be said of it is
// no source of numbers, and notes for editors vouch for nothing.
func (k *Checker) hear(p campaign.Piece) {
	f := k.know(p.Fact)
	if p.Editors || strings.Contains(p.Path, ".superseded[") {
		return
	}
	k.heard[p.Words] = numbers(p.Words)
	for _, n := range k.heard[p.Words] {
		for i, v := range n.values {
			if i > 0 && n.kind != percent && n.kind != money {
				continue // 84,000 people are not 84
			}
			f.take(v, n.kind)
			f.told[v] = true
		}
	}
	f.takeUnits(p.Words, k.heard[p.Words])
	f.things.take(p.Words, k.heard[p.Words])
	k.spans = append(k.spans, spansIn(p.Words, k.heard[p.Words])...)
	for _, n := range sharesIn(p.Words) {
		f.shares[n.values[0]] = true
	}
	f.saying(p.Words, k.heard[p.Words])
	for _, d := range daysIn(p.Words, k.heard[p.Words]) {
		f.takeDay(d.day)
		f.said[d.day] = true
	}
}

// saying takes of whom, and how, the fact's words tell its figures.
func (f *known) saying(words string, nums []number) {
	for _, n := range slices.Concat(nums, sharesIn(words)) {
		if v := n.values[0]; n.kind == percent && strings.Contains(words, " ") { // a figure by itself denies nothing
			was, told := f.negated[v]
			f.negated[v] = negated(words, n) && (was || !told)
		}
	}
	for _, group := range countedIn(words) {
		f.peoples[group] = true
	}
}

func (f *known) take(v float64, of kind) {
	f.numbers[v] = true
	switch of {
	case percent:
		f.shares[v] = true
	case money:
		f.sums[v] = true
	default:
		f.counts[v] = true
	}
}

// learn takes the numbers that a fact holds as data.
func (k *Checker) learn(fact *campaign.Fact) {
	f := k.know(fact.ID)
	f.fact, f.labels = fact, labelsOf(fact)
	for _, g := range fact.Figures {
		f.take(g.Value, kindOfUnit(g.Unit))
		f.measure(g.Value, inUnit(g.Unit))
	}
	f.scene(&fact.Scene)
	f.older = append(f.older, olderOf(&fact.Scene)...)
	f.date(fact.AsOf)
	for _, s := range append([]campaign.Source{fact.Source}, fact.Sources...) {
		f.date(s.Published)
	}
	for _, r := range fact.Replies {
		f.date(r.Date)
	}
	for _, old := range fact.Outdated {
		k.all.take(old.Value, kindOfUnit(old.Unit)) // a page of corrections tells it
	}
}

// measure takes a value in a unit, if it is one of the list.
func (f *known) measure(v float64, unit int) {
	if unit >= 0 && v != 0 {
		f.units[measured{v, unit}] = true
	}
}

// kindOfUnit is what a figure's unit counts: money by the code of a currency.
func kindOfUnit(unit string) kind {
	switch {
	case unit == "percent":
		return percent
	case len(unit) == 3 && unit == strings.ToUpper(unit):
		return money
	}
	return counted
}

func (f *known) date(d campaign.Date) {
	if d.IsZero() {
		return
	}
	first := d.First()
	f.numbers[float64(first.Year())], f.numbers[float64(first.Day())] = true, true
	f.takeDay(dayOf(first))
}

// tellDate takes a date that the fact itself tells, and not only its source.
func (f *known) tellDate(d campaign.Date) {
	f.date(d)
	if !d.IsZero() {
		f.said[dayOf(d.First())] = true
	}
}

func (f *known) takeDay(d day) {
	for _, form := range d.forms() {
		f.days[form] = true
	}
}

// scene takes what a drawing holds, with what follows from it: the days
// between two dates, the rest of a whole.
func (f *known) scene(s *campaign.Scene) {
	of := kindOfUnit(s.Unit)
	for _, n := range append([]int{s.Of, s.Total, s.Count, s.Days, s.Hours, s.Capacity, s.Pavilions, s.Then.Count}, s.PerCell...) {
		f.take(float64(n), of)
	}
	f.measure(float64(s.Days), inUnit("days"))
	f.measure(float64(s.Hours), inUnit("hours"))
	f.measure(float64(s.Pavilions), inUnit("pavilions"))
	f.take(s.Square, of)
	for _, state := range s.States {
		f.take(float64(state.Count), of)
	}
	for _, part := range s.Parts {
		f.take(float64(part.Value), of)
	}
	for _, p := range append([]campaign.ScenePoint{s.Start}, s.Points...) {
		f.take(p.Value, of)
		f.date(p.Date)
	}
	for _, m := range s.Marks {
		f.tellDate(m.Date)
	}
	f.tellDate(s.Date)
	f.tellDate(s.Then.Date)
}

func (f *known) add(other *known) {
	maps.Copy(f.numbers, other.numbers)
	maps.Copy(f.shares, other.shares)
	maps.Copy(f.sums, other.sums)
	maps.Copy(f.counts, other.counts)
	maps.Copy(f.days, other.days)
	maps.Copy(f.said, other.said)
	maps.Copy(f.units, other.units)
}
