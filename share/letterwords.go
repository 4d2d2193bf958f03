package share

import (
	"slices"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/letter"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// LetterTexts are the words that a sender fills into a letter, as
// [truth.Checker.Pass] reads them; their fields are the ids of the slots. A line
// that finds a person, such as the sender's own name and street, is theirs to
// give: it is read only in slots that ask for their own words.
func LetterTexts(k *truth.Checker, c *campaign.Campaign, d *letter.Draft) (texts []truth.Text) {
	l, _ := c.Letter(d.Letter, d.Lang)
	for _, s := range l.Slots {
		text := truth.Text{Words: d.Own[s.ID], Lang: d.Lang, Where: truth.Letter, Field: s.ID}
		if s.Own || !findsPerson(k, text) {
			texts = append(texts, text)
		}
	}
	return texts
}

func findsPerson(k *truth.Checker, text truth.Text) bool {
	return slices.ContainsFunc(k.Read(text), func(f truth.Finding) bool { return truth.AboutPerson(f.Rule()) })
}
