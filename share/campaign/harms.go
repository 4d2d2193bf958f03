package campaign

import (
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign/internal/harm"
)

// personalData finds what identifies or locates private people, wherever it
// stands: what is for editors travels with the campaign too.
func personalData(k *checker, w words) {
	for _, f := range harm.Personal(w.text, k.official, mostMistakes) {
		k.findIn(Error, w, f.At, f.Rule, with{"found": f.Text})
	}
}

// wording finds words that the campaign's own cautions advise against. What a
// source calls itself and what is for editors is left as it is, and so are
// pages that list such words in order to advise against them.
func wording(k *checker, w words) {
	if w.forEditors() || strings.HasSuffix(w.at.Path, "source.title") || k.glossary(w) {
		return
	}
	for _, f := range harm.Wording(w.text, w.lang, mostMistakes) {
		k.findIn(Warning, w, f.At, f.Rule, with{"found": f.Text, "instead": f.Instead})
	}
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
// actions.
func (c *Campaign) official() *harm.Official {
	var may harm.Official
	for _, contact := range c.Contacts {
		may.Phones = append(may.Phones, contact.Phone, contact.Tel)
		may.Mails = append(may.Mails, contact.Mail)
	}
	for _, a := range c.Actions {
		for _, phone := range a.Phone {
			may.Phones = append(may.Phones, phone)
		}
		for _, address := range a.URL {
			mail, _, _ := strings.Cut(strings.TrimPrefix(address, "mailto:"), "?")
			switch {
			case strings.HasPrefix(address, "mailto:"):
				may.Mails = append(may.Mails, mail)
			case strings.HasPrefix(address, "tel:"), strings.HasPrefix(address, "sms:"):
				may.Phones = append(may.Phones, address)
			}
		}
	}
	return &may
}
