package truth

import (
	"maps"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// labelsOf are the stems of what each figure of a fact is called, those of a
// language in a line of their own; empty for what counts nobody.
func labelsOf(f *campaign.Fact) []string {
	all := make([]string, len(f.Figures))
	for i, g := range f.Figures {
		if g.Unit != "people" && g.Unit != "percent" {
			continue
		}
		var langs []string
		for _, lang := range slices.Sorted(maps.Keys(g.Label)) {
			langs = append(langs, strings.Join(slices.Sorted(maps.Keys(stems(g.Label[lang]))), " "))
		}
		all[i] = strings.Join(langs, "\n")
	}
	return all
}

// A label is what a figure of a fact is called.
type label struct {
	value float64
	stems string // as labelsOf has them
}

// labelsWith are what the figures of a fact are called that states a value.
func (k *Checker) labelsWith(id string) (all []label) {
	f := k.facts[id]
	for i, g := range f.fact.Figures {
		if f.labels[i] != "" {
			all = append(all, label{g.Value, f.labels[i]})
		}
	}
	return all
}

var (
	// clause is what is told of a number before the next one.
	clause = pattern.New(`^[^\d.,;:!?()\n]{4,90}`)

	// wholeOf is what stands before a number of which a part is told.
	wholeOf = pattern.New(`(?i)\b(?:of|out of|among|de|entre)(?: (?:the|those|these|all|los|las|es[oa]s|est[oa]s|\pL+))? $`)
)

// mislabelled finds a number that is told as what another of the same fact is:
// "33 with charges pending" where 33 were convicted.
func (r countReader) mislabelled() bool {
	for _, n := range r.numbers() {
		said := stems(clause().FindString(r.Words[n.end:]))
		if n.kind == money || n.values[0] < fewest || len(said) == 0 || n.isYear() || wholeOf().MatchString(r.Words[max(0, n.start-nearby):n.start]) {
			continue
		}
		if id := r.otherLabel(n, said); id != "" {
			return r.doubt("figure-of-others", n, fault.Values{"fact": id})
		}
	}
	return false
}

// otherLabel is a fact that has what is said of one of its numbers of another, and
// nothing of it of this one; or "".
func (r countReader) otherLabel(n number, said map[string]bool) string {
	for _, id := range r.stating(n) {
		own, all := map[string]bool{}, r.labelsWith(id)
		for _, l := range all {
			for stem := range strings.FieldsSeq(l.stems) {
				own[stem] = own[stem] || slices.Contains(n.values, l.value)
			}
		}
		if !slices.ContainsFunc(slices.Collect(maps.Keys(said)), func(stem string) bool { return own[stem] }) &&
			slices.ContainsFunc(all, func(l label) bool { return !slices.Contains(n.values, l.value) && l.saidBy(said, own) }) {
			return id
		}
	}
	return ""
}

// saidBy reports whether all that a label says, and that others do not, is said.
func (l *label) saidBy(said, others map[string]bool) bool {
	for line := range strings.SplitSeq(l.stems, "\n") {
		only := slices.DeleteFunc(strings.Fields(line), func(stem string) bool { return others[stem] })
		if len(only) > 0 && !slices.ContainsFunc(only, func(stem string) bool { return !said[stem] }) {
			return true
		}
	}
	return false
}
