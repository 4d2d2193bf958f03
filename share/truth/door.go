package truth

import (
	"slices"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Allowing is a checker that lets further contacts be printed, such as those
// of a campaign that a reader did not name.
func (k *Checker) Allowing(contacts ...campaign.Contact) *Checker {
	c := *k.campaign
	c.Contacts = slices.Concat(c.Contacts, contacts)
	allowing := *k
	allowing.campaign, allowing.words = &c, sync.OnceValue(c.WordCheck)
	return &allowing
}

// Pass reads texts that somebody brings to a door: a card, a post, a letter.
// Those of a card stand side by side. It returns what a person has to judge,
// and as an error, a [Finding], the first thing that must not leave.
func (k *Checker) Pass(texts ...Text) (warnings []Finding, err error) {
	var all []Finding
	for _, t := range texts {
		all = append(all, k.Read(t)...)
	}
	for _, f := range append(all, k.beside(texts)...) {
		switch f.Severity {
		case campaign.Error:
			return warnings, f
		case campaign.Warning:
			warnings = append(warnings, f)
		}
	}
	return warnings, nil
}

// beside finds counts that stand in different texts of one card and must not
// stand side by side.
func (k *Checker) beside(texts []Text) []Finding {
	whole := Text{Where: Card}
	for _, t := range texts {
		if t.Where != Card || len(t.Facts) > 0 {
			continue
		}
		if whole.Words == "" {
			whole = t
			continue
		}
		whole.Words += "\n" + t.Words
	}
	r := &reading{Checker: k, Text: whole, lower: strings.ToLower(whole.Words)}
	pairReader{r}.together()
	for i := range r.found {
		r.found[i].Start, r.found[i].End = 0, 0 // of no single text
	}
	return r.found
}

// AboutPerson reports whether a rule protects a private person. No reason
// overrules one of those.
func AboutPerson(rule string) bool {
	return slices.Contains(lists().Persons, rule) || len(rule) > len(private) && rule[:len(private)] == private
}

// private begins the names of rules about data of private people.
const private = "private-"
