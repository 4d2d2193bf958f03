package letter_test

import (
	"bytes"
	"cmp"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/letter"
)

// TestUnfilled: every letter asks for what Merge would miss, and with answers to
// all of that it is finished.
func TestUnfilled(t *testing.T) {
	c := campaign.Default()
	for _, l := range c.Letters {
		d := letter.Draft{Letter: l.ID, Lang: l.Lang, To: campaign.Recipient{Name: "Sam Example", LastName: "Example", Office: cmp.Or(l.Office, "senator")}}
		open := d.Unfilled(c)
		if _, err := letter.Merge(c, d); len(open) > 0 && err == nil {
			t.Errorf("%s in %s is finished without %s", l.ID, l.Lang, open[0].ID)
		}
		if err := d.Try(c, open); err != nil {
			t.Errorf("%s in %s: %v", l.ID, l.Lang, err)
			continue
		}
		if d.Own != nil {
			t.Fatalf("%s: trying has changed the draft: %v", l.ID, d.Own)
		}
		d.Own = map[string]string{}
		for _, s := range open {
			d.Own[s.ID] = "Eight words that I would say to them myself."
		}
		m, err := letter.Merge(c, d)
		if err != nil || d.Unfilled(c) != nil {
			t.Errorf("%s in %s: %v", l.ID, l.Lang, err)
			continue
		}
		if !bytes.Equal(m.As(letter.FormMail), m.EML()) || string(m.As(letter.FormText)) != m.Text() {
			t.Errorf("%s in %s: another form", l.ID, l.Lang)
		}
	}
}
