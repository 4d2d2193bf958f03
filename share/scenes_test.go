package share_test

import (
	"context"
	"slices"
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

// looksOfFacts are the drawing, theme, ground and clearing of each fact, as the
// designer of the set gave them. Without a drawing it is words; without a ground
// any of the theme's.
var looksOfFacts = [][5]string{
	{"who-252-venezuelans", "map", "newsroom", "blue", ""},
	{"who-137-under-wartime-law", "flow", "broadside", "paper", ""},
	{"who-hrw-record-breakdown", "field", "broadside", "red", "top"},
	{"who-cbs-75-percent-no-record", "field", "newsroom", "blue", "bottom"},
	{"who-propublica-32-convicted", "multiples", "newsroom", "paper", ""},
	{"who-no-match-gang-lists", "ledger", "dossier", "sheet", ""},
	{"who-62-pending-asylum", "field", "vigil", "night", "middle"},
	{"response-dhs-2025", "document", "dossier", "file", ""},
	{"due-process-137-ruling", "field", "broadside", "red", "end"},
	{"due-process-scotus-notice", "few", "vigil", "night", ""},
	{"due-process-scotus-24-hours", "clock", "newsroom", "paper", ""},
	{"due-process-no-official-list", "ledger", "dossier", "sheet", ""},
	{"court-un-filing-responsibility", "document", "dossier", "file", ""},
	{"court-constructive-custody", "map", "newsroom", "blue", ""},
	{"court-abrego-scotus", "", "vigil", "night", ""},
	{"court-abrego-outcome", "dates", "broadside", "paper", ""},
	{"court-facilitate-return-2026", "field", "photocopy", "paper", "top"},
	{"court-rfk-v-state", "few", "dossier", "yellow", ""},
	{"court-whistleblower", "", "newsroom", "paper", ""},
	{"conditions-systematic-abuse", "field", "vigil", "night", "bottom"},
	{"conditions-red-cross-reprisals", "", "broadside", "red", ""},
	{"conditions-no-visits-outdoors", "plan", "photocopy", "", ""},
	{"conditions-60-minutes-broadcast", "calendar", "newsroom", "blue", ""},
	{"conditions-abrego-filing", "clock", "photocopy", "paper", ""},
	{"pay-6-million-reported", "bars", "newsroom", "paper", ""},
	{"pay-4-76-million-grant", "scale", "dossier", "yellow", ""},
	{"pay-inl-leahy-money", "", "dossier", "file", ""},
	{"pay-terms-no-torture-condition", "", "broadside", "paper", ""},
	{"law-convention-against-torture", "", "vigil", "night", ""},
	{"law-withholding-of-removal", "", "broadside", "red", ""},
	{"law-leahy-state", "", "dossier", "file", ""},
	{"law-leahy-defense", "", "photocopy", "", ""},
	{"congress-sres-195-vote", "flow", "newsroom", "paper", ""},
	{"law-502b-request", "calendar", "broadside", "paper", ""},
	{"congress-hr-4001", "", "dossier", "sheet", ""},
	{"after-release-july-2025", "calendar", "vigil", "night", ""},
	{"after-hrw-salvadorans-2026", "few", "broadside", "red", ""},
	{"after-first-damages-claim", "field", "vigil", "night", "end"},
	{"after-state-report-reversal", "beforeafter", "photocopy", "paper", ""},
	{"sv-91300-detained", "line", "newsroom", "paper", ""},
	{"sv-470-deaths-in-custody", "field", "vigil", "night", "top"},
	{"sv-experts-crimes-against-humanity", "few", "broadside", "paper", ""},
	{"response-el-salvador", "document", "dossier", "file", ""},
	{"sv-ruth-lopez", "dates", "photocopy", "paper", ""},
	{"sv-cristosal-left", "few", "broadside", "paper", ""},
	{"sv-messages-not-private", "", "newsroom", "blue", ""},
	{"sv-foreign-agents-law", "scale", "dossier", "yellow", ""},
	{"act-call-congress", "", "broadside", "red", ""},
	{"act-file-foia", "", "dossier", "sheet", ""},
	{"safety-uscis-social-media", "", "photocopy", "", ""},
}

// TestSetAsDesigned: each of the fifty facts has the drawing and the look that
// the set was designed with, and more than two thirds draw data.
func TestSetAsDesigned(t *testing.T) {
	c := campaign.Default()
	if len(c.Facts) != len(looksOfFacts) {
		t.Errorf("%d facts, %d looks", len(c.Facts), len(looksOfFacts))
	}
	drawn, grounds := 0, map[string]int{}
	for _, want := range looksOfFacts {
		f, ok := c.Fact(want[0])
		if !ok {
			t.Errorf("no fact %s", want[0])
			continue
		}
		got := [5]string{f.ID, string(f.Scene.As), f.Style.Theme, f.Style.Ground, f.Style.Clear}
		if want[3] == "" {
			want[3] = got[3]
		}
		if want[4] == "" {
			want[4] = got[4]
		}
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if f.Scene.As != "" {
			drawn++
		}
		grounds[f.Style.Theme+" "+f.Style.Ground]++
	}
	if drawn != 36 { // and court-abrego-scotus quotes a word
		t.Errorf("%d facts draw data, show a record, or two states, want 36", drawn)
	}
	for ground, n := range grounds {
		if n*5 > len(c.Facts) {
			t.Errorf("%d of %d facts stand on %s", n, len(c.Facts), ground)
		}
	}
}

// TestUnitsHeard: an alt text says what each bar stands for, and a person only
// where the scene counts people.
func TestUnitsHeard(t *testing.T) {
	c := campaign.Default()
	pending := slices.IndexFunc(c.Facts, func(f campaign.Fact) bool { return f.ID == "who-62-pending-asylum" })
	c.Facts[pending].Scene.Unit = "lanterns" // no language has a word for one
	portrait, _ := graphic.LookupFormat("portrait")
	for id, want := range map[string][2]string{
		"sv-cristosal-left": {"one per year", "una por año"}, "congress-sres-195-vote": {"one per vote", "una por voto"},
		"court-rfk-v-state": {"one per group", "una por grupo"}, "due-process-scotus-notice": {"one per justice", "una por juez"},
		"after-hrw-salvadorans-2026": {"one per person", "una por persona"}, "who-62-pending-asylum": {"one per unit", "una por unidad"},
	} {
		all, err := share.Pictures(t.Context(), c, id, &share.Options{Formats: []graphic.Format{portrait}})
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range all {
			if !strings.Contains(p.Alt, want[i]) {
				t.Errorf("%s: %q says no %q", id, p.Alt, want[i])
			}
		}
	}
}
