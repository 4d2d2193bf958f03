package share_test

import (
	"context"
	"strings"
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

// TestSlopeOfRows: values at two times are a slope in every language and each
// format of a screen, the first row the one that is meant.
func TestSlopeOfRows(t *testing.T) {
	c := mill(t)
	f := &c.Facts[0]
	hours := func(name string, from, to float64) campaign.SceneRow {
		return campaign.SceneRow{Label: campaign.Text{"en": name, "es": name}, From: from, To: to}
	}
	f.Picture = campaign.Text{"en": "Mill Lane lost 22 hours a week", "es": "Mill Lane perdió 22 horas"}
	f.Scene = campaign.Scene{
		Kind: campaign.SceneChange, As: campaign.AsSlope, From: "2025", To: "2030-11", Label: campaign.Text{"en": "hours", "es": "horas"},
		Rows: []campaign.SceneRow{hours("Mill Lane", 40, 18), hours("Harbor", 58, 55)},
	}
	pictures, err := share.Pictures(context.Background(), c, f.ID, &share.Options{Formats: graphic.Formats()[:5]})
	if err != nil {
		t.Fatal(err)
	}
	for i := range pictures {
		p := &pictures[i]
		if lost := p.Undrawn(); lost != nil {
			t.Error(lost)
			continue
		}
		b, ok := p.Card().Blocks[0].(graphic.Slope)
		if !ok || len(b.Rows) != 2 || b.Rows[0].ToText != "18" || b.From != "2025" {
			t.Errorf("%s %s: %+v", p.Lang, p.Format.Name, p.Card().Blocks)
		}
		if p.Lang == "es" && !strings.Contains(p.Alt, "Mill Lane: 40 horas en 2025, 18 en nov 2030") {
			t.Errorf("%s: %s", p.Format.Name, p.Alt)
		}
	}
	if len(pictures) < 10 {
		t.Errorf("%d pictures", len(pictures))
	}
}

// TestNeighboursDiffer: no two facts in a row share their ground and drawing, or
// their drawing and the place of its words.
func TestNeighboursDiffer(t *testing.T) {
	facts := campaign.Default().Facts
	for i := range facts[1:] {
		a, b := &facts[i], &facts[i+1]
		switch {
		case a.Scene.As != b.Scene.As || a.IsAction() || b.IsAction():
		case a.Style.Theme == b.Style.Theme && a.Style.Ground == b.Style.Ground:
			t.Errorf("%s and %s share drawing and ground", a.ID, b.ID)
		case a.Scene.As != "" && a.Style.Clear == b.Style.Clear:
			t.Errorf("%s and %s share drawing and clearing", a.ID, b.ID)
		}
	}
}

// TestScenesOnPaper: flyers and handbills are the pictures of the screens, and
// say besides what to do; where one has no room for its data it says why.
func TestScenesOnPaper(t *testing.T) {
	c := campaign.Default()
	letter, _ := graphic.LookupFormat("letter")
	handbill, _ := graphic.LookupFormat("handbill")
	drawn, all := 0, 0
	for i := range c.Facts {
		f := &c.Facts[i]
		if f.Scene.As == "" {
			continue
		}
		pictures, err := share.Pictures(context.Background(), c, f.ID, &share.Options{Formats: []graphic.Format{letter, handbill}})
		if err != nil {
			t.Fatal(err)
		}
		for j := range pictures {
			p := &pictures[j]
			all++
			if p.Undrawn() != nil {
				continue
			}
			drawn++
			if a := p.Card().Action; a.Phone+a.URL == "" {
				t.Errorf("%s says nothing to do", p.Name())
			}
		}
	}
	if drawn*20 < 19*all {
		t.Errorf("%d of %d are drawn", drawn, all)
	}
}
