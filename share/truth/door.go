package truth

import (
	"slices"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Allowing is a checker that lets further contacts be printed, such as those
// of a campaign that a reader did not name.
func (k *Checker) Allowing(contacts ...campaign.Contact) *Checker {
	c := *k.campaign
	c.Contacts = slices.Concat(c.Contacts, contacts)
	allowing := *k
	allowing.campaign = &c
	return &allowing
}

// Pass reads texts that somebody brings to a door: a card, a post, a letter. It
// returns what a person has to judge, and as an error, a [Finding], the first
// thing that must not leave.
func (k *Checker) Pass(texts ...Text) (warnings []Finding, err error) {
	for _, t := range texts {
		for _, f := range k.Read(t) {
			switch f.Severity {
			case campaign.Error:
				return warnings, f
			case campaign.Warning:
				warnings = append(warnings, f)
			}
		}
	}
	return warnings, nil
}

// AboutPerson reports whether a rule protects a private person. No reason
// overrules one of those.
func AboutPerson(rule string) bool {
	return slices.Contains(lists().Persons, rule) || len(rule) > len(private) && rule[:len(private)] == private
}

// private begins the names of rules about data of private people.
const private = "private-"
