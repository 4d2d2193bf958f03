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

// TestOmitted: what a fact says is on its picture, or named as left out.
func TestOmitted(t *testing.T) {
	told := map[string]int{}
	for _, c := range []*campaign.Campaign{mill(t), campaign.Default()} {
		for i := 0; i < len(c.Facts); i += 1 + len(c.Facts)/10 {
			omittedOf(t, c, &c.Facts[i], told)
		}
	}
	for _, key := range []string{"claim", "tags", "chart.note", "topic"} {
		if told[key] == 0 {
			t.Errorf("no picture leaves out %s", key)
		}
	}
	if _, err := new(share.FactCard).Omitted(); err == nil {
		t.Error("a card of no kit leaves nothing out")
	}
}

// TestKitOmitted: a note for each fact, with the formats that leave a part out.
func TestKitOmitted(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[:6]})
	told, err := k.Omitted()
	if err != nil || len(told) == 0 {
		t.Fatalf("%d notes, %v", len(told), err)
	}
	for i, e := range told {
		if e.Rule() != "card-omits" || i > 0 && e.Fact == told[i-1].Fact || !strings.Contains(e.Error(), "(") {
			t.Errorf("note %d: %s of %s: %v", i, e.Rule(), e.Fact, e)
		}
	}
}

// TestSheetsOmitted: slides and sheets are told of as pictures are, and what had
// no room on one that is no fact's.
func TestSheetsOmitted(t *testing.T) {
	k := build(t, campaign.Default(), &share.Options{Languages: []string{"en"}, Formats: graphic.Formats()[4:5]})
	told, err := k.Omitted()
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, e := range told {
		all.WriteString(e.Error() + "\n")
	}
	t.Log(all.String())
	for _, kind := range []string{"handbill", "slides"} {
		if !strings.Contains(all.String(), kind) {
			t.Errorf("nothing is said of %s:\n%s", kind, all.String())
		}
	}
}

func omittedOf(t *testing.T, c *campaign.Campaign, f *campaign.Fact, told map[string]int) {
	t.Helper()
	pics, err := share.Pictures(context.Background(), c, f.ID, &share.Options{Languages: []string{"en"}, Formats: graphic.Formats()[:6]})
	if err != nil {
		t.Fatal(err)
	}
	for i := range pics {
		keys, err := pics[i].Omitted()
		if err != nil {
			t.Fatal(err)
		}
		g, err := pics[i].Graphic()
		if err != nil {
			t.Fatal(err)
		}
		drawn := map[string]bool{"claim": f.Scene.As == "" && pics[i].Card().Body != "", "attribution": !f.Attribution.Has("en")}
		for _, b := range g.Boxes() {
			for _, p := range []struct{ key, field string }{{"attribution", "Attribution"}, {"tags", "Tags"}} {
				drawn[p.key] = drawn[p.key] || strings.HasPrefix(b.Field, p.field)
			}
		}
		for _, key := range []string{"claim", "attribution", "tags"} {
			if !drawn[key] && !slices.Contains(keys, key) && !said(f, key, g) {
				t.Errorf("%s: %s is neither drawn nor omitted: %v", pics[i].Name(), key, keys)
			}
		}
		for _, key := range keys {
			told[key]++
			if key == "tags" && drawn[key] {
				t.Errorf("%s: %s is drawn and omitted", pics[i].Name(), key)
			}
		}
	}
}

// said reports what a picture says in other words: a record or a timeline the
// claim, a source line on a low card who says it.
func said(f *campaign.Fact, key string, g *graphic.Graphic) bool {
	if key == "attribution" {
		format := g.Format()
		return format.Landscape()
	}
	return key == "claim" && f.Scene.As == "" && (f.Chart.Quote.Record.Has("en") || len(f.Chart.Timeline.Events) > 0)
}
