package share

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// readings are the labels of the ways in which a source was read.
var readings = map[campaign.Reading]string{
	campaign.ReadPage: "read_page", campaign.ReadCopy: "read_copy", campaign.ReadReport: "read_report", campaign.ReadNo: "read_no",
}

// A freshness says how a fact was read, for which day it is true and what it
// replaced.
type freshness struct{ *edition }

// howRead says how the main source of a fact was read; nothing where the
// campaign does not say.
func (ed freshness) howRead(f *campaign.Fact) string {
	way := f.Source.Read
	if way == "" && f.Source.Unread {
		way = campaign.ReadCopy
	}
	on := f.Source.ReadOn
	if on.IsZero() {
		on = ed.campaign.AsOf
	}
	return ed.labelled(readings[way], "date", ed.say.Long(on))
}

// readCount says how many of the kit's main sources were read as pages; nothing
// where the campaign says of none how it was read, or all were.
func (ed freshness) readCount() string {
	said := slices.DeleteFunc(slices.Clone(ed.facts), func(f *campaign.Fact) bool { return f.Source.Read == "" && !f.Source.Unread })
	n := 0
	for _, f := range said {
		if f.Source.Read == campaign.ReadPage {
			n++
		}
	}
	if n == len(said) {
		return ""
	}
	return ed.labelled("read_count", "n", strconv.Itoa(n), "m", strconv.Itoa(len(said)))
}

// age answers whether a fact is outdated, as far as the kit can know: for
// which day it is true, when to look again, which figures it replaced, and
// what to use once it no longer stands.
func (ed freshness) age(f *campaign.Fact) []string {
	all := []string{ed.labelled("true_on", "date", ed.say.Long(f.AsOf))}
	if f.Source.URL != "" { // a call to action alone has nothing to look up
		all = append(all, ed.oldValues(f)...)
	}
	if !f.ReviewAfter.IsZero() {
		all = append(all, ed.labelled("review_after", "date", ed.say.Long(f.ReviewAfter)))
	}
	if !f.Expires.IsZero() {
		all = append(all, ed.labelled("expires_after", "date", ed.say.Long(f.Expires)))
	}
	return all
}

// oldValues are the figures of a fact that were true once.
func (ed freshness) oldValues(f *campaign.Fact) []string {
	var all []string
	for _, old := range f.Outdated {
		if !old.Text.Has(ed.lang) {
			continue
		}
		line := ed.labelled("old_value", "date", ed.say.Long(old.ReplacedOn), "old", old.Text.Plain(ed.lang))
		if by := ed.factByID([]string{old.By}); by != nil && by.ID != f.ID {
			line = joined(" ", line, ed.instead(by))
		}
		all = append(all, line)
	}
	if all == nil && len(f.Figures) > 0 {
		all = append(all, ed.say.Label("no_old_value"))
	}
	return all
}

// instead names the fact to use in the place of another.
func (ed freshness) instead(by *campaign.Fact) string {
	return ed.labelled("use_instead", "headline", strings.TrimSuffix(figure.Sentence(by.Headline.Plain(ed.lang)), "."))
}

// labelled is a label with its places filled in, "" if there is no such label.
func (ed *edition) labelled(label string, pairs ...string) string {
	places := make([]string, len(pairs))
	for i, s := range pairs {
		if i%2 == 0 {
			s = "{" + s + "}"
		}
		places[i] = s
	}
	return strings.NewReplacer(places...).Replace(ed.say.Label(label))
}

// oldFigures are the figures of a fact that were true once; none without any.
func (ed freshness) oldFigures(f *campaign.Fact) []string {
	if len(f.Outdated) == 0 {
		return nil
	}
	return ed.oldValues(f)
}
