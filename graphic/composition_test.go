package graphic

import (
	"image"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// TestFocal: on every card one element leads. A headline with the figure in
// it is one, a block with all of its rows another; either takes three tenths
// of its column, nearly, the action's panel left aside. What an element may
// take at most is a matter of kinds: a record or a timeline is most of its
// card.
func TestFocal(t *testing.T) {
	cards, wide := 0, 0
	eachSample(func(name string, c Card, o Options) {
		if strings.HasPrefix(name, "stretch") {
			return // its row of bars leads, which stands in no column
		}
		share, ok := mostShare(t, c, o)
		if !ok {
			return
		}
		if o.Format.Name == "story" && share < leastShare {
			c.Kicker, c.Body = "", "" // kits put one thing on a story
			share, _ = mostShare(t, c, o)
		}
		if cards++; share >= 0.4 {
			wide++
		}
		if share < leastShare {
			t.Errorf("%s: the largest element takes %.0f %% of its column", name, 100*share)
		}
	})
	t.Logf("of %d cards %d give their focal element two fifths of the column", cards, wide)
	if 10*wide < 8*cards {
		t.Error("that should be eight in ten")
	}
}

// leastShare is nearly three tenths.
const leastShare = 0.285

// mostShare is the share that the largest element of a card takes of its column;
// not ok where the words do not fit.
func mostShare(t *testing.T, c Card, o Options) (share float64, ok bool) {
	t.Helper()
	g, cols := composed(t, c, o)
	for _, col := range cols {
		share = max(share, focalShare(col, g))
	}
	return share, g != nil
}

// composed is a sample card and its columns, nil where the theme has no such
// ground or the words do not fit.
func composed(t *testing.T, c Card, o Options) (*Graphic, []*parts.Column) {
	t.Helper()
	th := o.Theme.t
	gr, err := groundFor(th, c.ID, o.Ground)
	if err != nil {
		t.Fatal(err)
	}
	if o.Ground == "" {
		gr = th.Action
	}
	_, cols, err := build(&c, &o.Format, th, gr, nil, &tongue{lang: c.Lang})
	if err != nil {
		return nil, nil
	}
	return mustNew(t, c, &o), cols
}

// focalShare is the share of the column that its largest element takes.
func focalShare(c *parts.Column, g *Graphic) float64 {
	s := &g.scene
	boxes := map[string]image.Rectangle{}
	across := image.Rect(parts.Round(c.From), 0, parts.Round(c.To), s.H)
	live := image.Rect(parts.Round(c.X), 0, parts.Round(c.X+c.W), s.H)
	for i := range s.Nodes {
		n := &s.Nodes[i]
		ink := n.Ink()
		middle := image.Pt((ink.Min.X+ink.Max.X)/2, (ink.Min.Y+ink.Max.Y)/2)
		if e := g.elementOf(n.Field); e != "" && middle.In(across) && (n.Role != scene.Ground || n.Picture != nil) {
			boxes[e] = boxes[e].Union(ink.Intersect(live))
		}
	}
	height := c.Bottom - c.Top
	for _, s := range c.Slots() {
		if s.Field == "Action" {
			height -= s.H + s.Gap
		}
	}
	share := 0.0
	for e, r := range boxes {
		if e != "Action" {
			share = max(share, float64(r.Dx()*r.Dy())/(height*c.W))
		}
	}
	return share
}

// elementOf names what a field is part of. Figures are read as part of the
// headline.
func (g *Graphic) elementOf(field string) string {
	if block, part, ok := strings.Cut(field, "]"); ok {
		i := int(block[len(block)-1] - '0')
		if _, stat := g.card.Blocks[i].(Stat); stat && part != "" {
			return "Headline"
		}
		return block
	}
	name, _, _ := strings.Cut(field, ".")
	return name
}

// TestSlack: room that is left over goes to what leads, before it is left
// empty. What may stay is less than a line of the headline needs.
func TestSlack(t *testing.T) {
	cards, slack := 0, 0
	eachSample(func(name string, c Card, o Options) {
		g, cols := composed(t, c, o)
		if g == nil {
			return
		}
		cards++
		if s := parts.Slackest(cols); s > o.Theme.t.Slack() {
			slack++
			if s > 0.48 && !(o.Format.Landscape() && !strings.Contains(c.Headline, " ")) { // one word is as wide as it can be
				t.Errorf("%s: %.0f %% of a column is empty", name, 100*s)
			}
		}
	})
	t.Logf("of %d cards %d leave more empty than their theme wants", cards, slack)
	if 8*slack > cards {
		t.Error("that should be one in eight at most")
	}
}
