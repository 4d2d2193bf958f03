package choices_test

import (
	"slices"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/choices"
)

// TestKinds: every row has an id by which the thing is found again.
func TestKinds(t *testing.T) {
	c := campaign.Default()
	known := map[string]func(id string) bool{
		"formats":   func(id string) bool { _, ok := graphic.LookupFormat(id); return ok },
		"themes":    func(id string) bool { _, ok := graphic.LookupTheme(id); return ok },
		"platforms": func(id string) bool { _, ok := hashtag.Lookup(id); return ok },
		"languages": func(id string) bool { return c.Title.In(id) != "" },
		"facts":     func(id string) bool { _, ok := c.Fact(id); return ok },
		"threads": func(id string) bool {
			return slices.ContainsFunc(c.Threads, func(t campaign.Thread) bool { return t.ID == id })
		},
		"letters": func(id string) bool { _, ok := c.Letter(id, "en"); return ok },
	}
	for _, k := range choices.Kinds() {
		of := c
		if !k.OfCampaign {
			of = nil
		}
		rows := k.Rows(of, "en")
		if len(rows) == 0 || known[k.Name] == nil {
			t.Errorf("%s: %d rows", k.Name, len(rows))
		}
		for _, r := range rows {
			if !known[k.Name](r.ID) {
				t.Errorf("%s: nothing is called %q", k.Name, r.ID)
			}
		}
	}
}
