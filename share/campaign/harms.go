package campaign

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign/internal/harm"
)

// personalData finds what identifies or locates private people, wherever it
// stands: what is for editors travels with the campaign too.
func personalData(k *checker, w words) {
	for _, f := range harm.Personal(w.harmText(), k.official, MostMistakes) {
		k.findIn(Error, w, f.At, f.Rule, with{"found": f.Text})
	}
}

// wording finds words that the campaign's own cautions advise against. What
// somebody else says and what is for editors is left as it is, and so are
// pages that list such words in order to advise against them.
func wording(k *checker, w words) {
	if w.forEditors() || w.spoken() || k.glossary(w) {
		return
	}
	for _, f := range harm.Wording(w.harmText(), w.lang, MostMistakes) {
		if k.another(w, f.Rule) {
			continue
		}
		k.findIn(Warning, w, f.At, f.Rule, with{"found": f.Text, "instead": f.Instead})
	}
}

// another reports whether a text of a fact tells what those say who reply:
// what they call people is theirs, and the campaign says so.
func (k *checker) another(w words, rule string) bool {
	if w.fact == "" || rule != "says-terrorist" && rule != "says-no-criminal" {
		return false
	}
	f, ok := k.c.Fact(w.fact)
	return ok && f.Reply
}

func (k *checker) glossary(w words) bool {
	for _, p := range k.c.Pages {
		if p.Glossary && p.at.File == w.at.File && p.at.File != "" {
			return true
		}
	}
	return false
}

// official are the numbers and addresses of the campaign's contacts and
// actions, and its own.
func (c *Campaign) official() *harm.Official {
	var may harm.Official
	for _, contact := range c.Contacts {
		may.Phones = append(may.Phones, contact.Phone, contact.Tel)
		may.Mails = append(may.Mails, contact.Mail)
		may.Addresses = slices.AppendSeq(may.Addresses, maps.Values(contact.Address))
	}
	for i := range c.Events {
		for _, t := range c.Events[i].where() {
			may.Addresses = slices.AppendSeq(may.Addresses, maps.Values(t))
		}
	}
	for _, a := range c.Actions {
		for _, phone := range a.Phone {
			may.Phones = append(may.Phones, phone)
		}
		for _, address := range a.URL {
			to, _, _ := strings.Cut(address, "?")
			switch scheme, to, _ := strings.Cut(to, ":"); scheme {
			case "mailto":
				may.Mails = append(may.Mails, to)
			case "tel", "sms":
				may.Phones = append(may.Phones, to)
			}
		}
	}
	if mail, ok := strings.CutPrefix(c.Corrections, "mailto:"); ok {
		may.Mails = append(may.Mails, mail)
	}
	for _, o := range c.Orgs.List {
		for _, name := range o.Name {
			may.Names = append(may.Names, name)
		}
		may.Hosts = append(may.Hosts, host(o.Link))
	}
	may.Listed = c.People.numbers()
	for _, p := range c.People.List {
		if p.Mail != "" {
			may.Mails = append(may.Mails, p.Mail)
		}
	}
	for _, contact := range c.Contacts {
		may.Hosts = append(may.Hosts, host(contact.URL))
	}
	return &may
}

// host returns the host of an address, without www.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// where are the texts that say where an event is.
func (e *EventCard) where() []Text {
	all := []Text{e.Place, e.Address}
	for _, f := range e.Fields {
		if f.ID == "place" || f.ID == "address" {
			all = append(all, f.Value)
		}
	}
	return all
}
