package examples_test

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

var figures = regexp.MustCompile(`\d[\d.,]*\d|\d`)

// months are those of English and Spanish.
var months = regexp.MustCompile(`January|February|March|April|May|June|July|August|September|October|November|December|` +
	`enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre`)

// TestReelsAreTrue: what the cards and captions of a reel say is held to its
// facts, and each figure that a caption tells stands on the card above it or in
// what the scene's fact says.
func TestReelsAreTrue(t *testing.T) {
	c := campaign.Default()
	checker := truth.New(c)
	for _, want := range c.Reels {
		all, err := share.Reels(context.Background(), c, want.ID, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			film, err := r.Film()
			if err != nil {
				t.Fatal(err)
			}
			cards, err := film.Cards()
			if err != nil {
				t.Fatal(err)
			}
			at := time.Duration(0)
			for i, s := range film.Scenes {
				f, _ := c.Fact(want.Scenes[i].Fact)
				shown := drawn(cards[i])
				for _, finding := range checker.Read(truth.Text{Words: shown, Lang: r.Lang, Where: truth.Reel, Facts: want.Facts, Sourced: true}) {
					if finding.Severity == campaign.Error {
						t.Errorf("%s %s, scene %d: %v\n%s", r.ID, r.Lang, i+1, finding, shown)
					}
				}
				held := cards[i].Alt() + f.Claim.In(r.Lang) + f.Headline.In(r.Lang) + f.Attribution.In(r.Lang) + f.Source.Published.String()
				if want.Scenes[i].Show == campaign.ShowSource {
					held = shown // a source has one date
				}
				for _, cue := range film.Cues {
					if cue.From < at || cue.From >= at+s.Length {
						continue
					}
					if month := months.FindString(cue.Text); month != "" && want.Scenes[i].Show == campaign.ShowSource && !strings.Contains(shown, month) {
						t.Errorf("%s %s, scene %d: the caption dates the source to %s, the card says\n%s", r.ID, r.Lang, i+1, month, shown)
					}
					for _, n := range figures.FindAllString(cue.Text, -1) {
						if !strings.Contains(held, n) {
							t.Errorf("%s %s, scene %d: the caption says %s, which is not on\n%s", r.ID, r.Lang, i+1, n, shown)
						}
					}
				}
				at += s.Length
			}
		}
	}
}

// drawn is what stands on a card, but for the numbers of a list and to call.
func drawn(g *graphic.Graphic) string {
	var b strings.Builder
	field := ""
	for _, box := range g.Boxes() {
		if len(box.Text) < 2 || box.Field == "Action.Phone" {
			continue
		}
		if box.Field != field && field != "" {
			b.WriteString(".")
		}
		field = box.Field
		b.WriteString(" " + box.Text)
	}
	return b.String()
}
