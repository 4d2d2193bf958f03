package share_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/inspect"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/review"
)

// TestInspect finds nothing wrong with the built-in campaign: with a sample of
// its facts, and all that is drawn besides. A usual run takes one language.
func TestInspect(t *testing.T) {
	if testing.Short() {
		t.Skip("paints hundreds of pictures")
	}
	c := campaign.Default()
	for i := range c.Facts {
		if i%scaled(60, 60, 13) != 0 {
			c.Facts[i].Status = campaign.Retracted
		}
	}
	k := build(t, c, &share.Options{Languages: c.Languages[scaled(1, 1, 0):]})
	last := 0
	found, err := review.Pictures(t.Context(), k, func(done, total int) {
		if done != last+1 || total < len(k.Pictures()) {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range found {
		t.Error(p)
	}
	if last < len(k.Pictures()) {
		t.Errorf("%d pictures seen of %d", last, len(k.Pictures()))
	}
}

// longAddress makes a code of so many modules that a messenger wears them
// away.
var longAddress = "https://library.example/hearing/" + strings.Repeat("a7Bq", 25)

// TestInspectFinds plants a code that is too fine.
func TestInspectFinds(t *testing.T) {
	c := mill(t)
	c.Actions[0].URL = campaign.Text{"": longAddress}
	c.Facts[0].Chart = campaign.Chart{Kind: campaign.KindAction} // a call's card has a code
	portrait, _ := graphic.LookupFormat("portrait")
	k := build(t, c, &share.Options{Languages: []string{"es"}, Formats: []graphic.Format{portrait}})
	found, err := review.Pictures(t.Context(), k, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatal("nothing was found")
	}
	for _, p := range found {
		if p.Kind != inspect.QR || p.Field() != "Action.URL" || !strings.HasSuffix(p.Name, "-portrait.png") || p.Page != 0 {
			t.Error(p)
		}
	}
	if s := found[0].String(); !strings.HasPrefix(s, "pictures/") || !strings.Contains(s, "portrait.png: qr: Action.URL: ") {
		t.Error(s)
	}
}

func TestInspectCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	k := small(t, mill(t))
	cancel()
	if _, err := review.Pictures(ctx, k, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
