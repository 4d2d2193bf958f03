package choices

import (
	"reflect"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestOutline: what is chosen from the built-in campaign's outline is what the
// whole campaign has.
func TestOutline(t *testing.T) {
	whole, outline := campaign.Default(), campaign.DefaultOutline()
	if !reflect.DeepEqual(whole.Languages, outline.Languages) {
		t.Fatalf("languages %v, in the outline %v", whole.Languages, outline.Languages)
	}
	for _, k := range Kinds() {
		for _, lang := range whole.Languages {
			all := k.Rows(whole, lang)
			if got := k.Rows(outline, lang); len(all) == 0 || !reflect.DeepEqual(all, got) {
				t.Errorf("%s in %s: %d rows, in the outline %d: %v", k.Name, lang, len(all), len(got), got)
			}
		}
	}
	var reels, outlined []string
	for _, r := range whole.Reels {
		reels = append(reels, r.ID)
	}
	for _, r := range outline.Reels {
		outlined = append(outlined, r.ID)
	}
	if len(reels) == 0 || !reflect.DeepEqual(reels, outlined) {
		t.Errorf("reels %v, in the outline %v", reels, outlined)
	}
}
