package examples_test

import (
	"context"
	"image"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestSetVaries walks the cards of the default kit as a feed shows them: no
// two neighbours share theme and ground, nine in a row have at least three
// looks, and no picture of nine is another's layout over again: the same
// kind, look and focal box.
func TestSetVaries(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		set := portraits(t, lang)
		for i, c := range set {
			if i > 0 && c.look == set[i-1].look && !c.action {
				t.Errorf("%s: %s and %s beside it are both in %s", lang, set[i-1].fact, c.fact, c.look)
			}
			nine := set[i:min(i+9, len(set))]
			looks := make(map[string]bool)
			for _, other := range nine {
				looks[other.look] = true
			}
			if len(nine) == 9 && len(looks) < 3 {
				t.Errorf("%s: from %s on nine cards have %d looks", lang, c.fact, len(looks))
			}
			again := slices.IndexFunc(nine[1:], func(o portrait) bool { return o.look == c.look && o.kind == c.kind && o.focal == c.focal })
			if again >= 0 {
				t.Errorf("%s: %s is laid out like %s", lang, nine[1+again].fact, c.fact)
			}
		}
	}
}

// portrait is what one sees of a card from afar.
type portrait struct {
	fact, look string
	action     bool   // stands on the ground that the theme keeps for calls
	kind       string // the field of its largest element
	focal      image.Rectangle
}

func portraits(t *testing.T, lang string) []portrait {
	t.Helper()
	k, err := share.Build(context.Background(), campaign.Default(), &share.Options{Languages: []string{lang}})
	if err != nil {
		t.Fatal(err)
	}
	var out []portrait
	for _, p := range k.Pictures() {
		if p.Lang != lang || p.Format.Name != "portrait" {
			continue
		}
		g, err := p.Graphic()
		if err != nil {
			t.Fatal(err)
		}
		theme, ground := p.Theme()
		parts := make(map[string]image.Rectangle)
		for _, b := range g.Boxes() {
			if b.Bleeds && b.Text == "" {
				continue // marks that fill the card
			}
			_, field, block := strings.Cut(b.Field, "].")
			if !block {
				field = b.Field
			}
			name, _, _ := strings.Cut(field, ".")
			parts[name] = parts[name].Union(b.Rect)
		}
		c := portrait{fact: p.Fact, look: theme + " " + ground, action: ground == ""}
		for name, r := range parts {
			if a, b := r.Dx()*r.Dy(), c.focal.Dx()*c.focal.Dy(); a > b || a == b && name < c.kind {
				c.kind, c.focal = name, r
			}
		}
		out = append(out, c)
	}
	return out
}
