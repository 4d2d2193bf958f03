package letter

import (
	"maps"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Unfilled are the slots of the letter that the sender must fill and has not.
func (d *Draft) Unfilled(c *campaign.Campaign) (all []campaign.Slot) {
	l, _ := c.Letter(d.Letter, d.Lang)
	for _, s := range l.Slots {
		if s.Required && s.From == "" && d.Own[s.ID] == "" {
			all = append(all, s)
		}
	}
	return all
}

// standIn is words enough for any slot.
var standIn = strings.Repeat("x ", 20)

// Try finishes the letter with stand-ins for slots that have no words yet. Its
// error is that of [Merge]: what nobody could answer is known before anything is
// asked, and each answer when it is given.
func (d *Draft) Try(c *campaign.Campaign, slots []campaign.Slot) error {
	with := *d
	with.Own = maps.Clone(d.Own)
	if with.Own == nil {
		with.Own = make(map[string]string)
	}
	for _, s := range slots {
		with.Own[s.ID] = standIn
	}
	_, err := Merge(c, with)
	return err
}

// The forms that a letter is written in, by the ending of its file.
const (
	FormText = "txt"
	FormMail = "eml"
)

// As is the letter in a form: plain text, or a draft for a mail program.
func (m *Message) As(form string) []byte {
	if form == FormMail {
		return m.EML()
	}
	return []byte(m.Text())
}
