package truth

import (
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// known is what a fact holds: every number that its words, its figures, its
// drawing and the dates of its sources say.
type known struct {
	numbers map[float64]bool
	shares  map[float64]bool // those that are percentages
	fact    *campaign.Fact
}

func newKnown() known { return known{numbers: map[float64]bool{}, shares: map[float64]bool{}} }

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
		for _, v := range n.values {
			f.numbers[v] = true
			if n.kind == percent {
				f.shares[v] = true
			}
		}
	}
	for _, n := range sharesIn(p.Words) {
		f.shares[n.values[0]] = true
	}
}

// learn takes the numbers that a fact holds as data.
func (k *Checker) learn(fact *campaign.Fact) {
	f := k.know(fact.ID)
	f.fact = fact
	for _, g := range fact.Figures {
		f.numbers[g.Value] = true
		if g.Unit == "percent" {
			f.shares[g.Value] = true
		}
	}
	f.scene(&fact.Scene)
	f.date(fact.AsOf)
	for _, s := range append([]campaign.Source{fact.Source}, fact.Sources...) {
		f.date(s.Published)
	}
	for _, r := range fact.Replies {
		f.date(r.Date)
	}
	for _, old := range fact.Outdated {
		k.all.numbers[old.Value] = true // a page of corrections tells it
	}
}

func (f *known) date(d campaign.Date) {
	if d.IsZero() {
		return
	}
	day := d.First()
	f.count(day.Year(), day.Day())
}

func (f *known) count(all ...int) {
	for _, n := range all {
		f.numbers[float64(n)] = true
	}
}

// scene takes what a drawing holds, with what follows from it: the days
// between two dates, the rest of a whole.
func (f *known) scene(s *campaign.Scene) {
	f.count(s.Of, s.Total, s.Count, s.Days, s.Hours, s.Capacity, s.Pavilions, s.Then.Count)
	f.count(s.PerCell...)
	f.numbers[s.Square] = true
	for _, state := range s.States {
		f.count(state.Count)
	}
	for _, part := range s.Parts {
		f.count(part.Value)
	}
	for _, p := range append([]campaign.ScenePoint{s.Start}, s.Points...) {
		f.numbers[p.Value] = true
		f.date(p.Date)
	}
	for _, m := range s.Marks {
		f.date(m.Date)
	}
	f.date(s.Date)
	f.date(s.Then.Date)
}

func (f *known) add(other *known) {
	for v := range other.numbers {
		f.numbers[v] = true
	}
	for v := range other.shares {
		f.shares[v] = true
	}
}
