package share_test

import (
	"context"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestScenesDrawn: each fact of the built-in campaign that has a scene is drawn
// as it says, in every language of a portrait and a story.
func TestScenesDrawn(t *testing.T) {
	c := campaign.Default()
	portrait, _ := graphic.LookupFormat("portrait")
	story, _ := graphic.LookupFormat("story")
	drawn := 0
	for i := range c.Facts {
		f := &c.Facts[i]
		if f.Scene.As == "" {
			continue
		}
		all, err := share.Pictures(context.Background(), c, f.ID, &share.Options{Formats: []graphic.Format{portrait, story}})
		if err != nil {
			t.Fatal(err)
		}
		for j := range all {
			p := &all[j]
			if lost := p.Undrawn(); lost != nil {
				t.Error(lost)
			}
			if theme, ground := p.Theme(); theme != f.Style.Theme || ground != f.Style.Ground {
				t.Errorf("%s is drawn in %s on %s", f.ID, theme, ground)
			}
			if p.Card().Action != (graphic.Action{}) {
				t.Errorf("%s: a %s of data holds a code", f.ID, p.Format.Name)
			}
		}
		drawn++
	}
	if drawn*10 < 7*len(c.Facts) {
		t.Errorf("%d of %d facts are drawn", drawn, len(c.Facts))
	}
}
