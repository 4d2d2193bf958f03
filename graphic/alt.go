package graphic

import (
	"fmt"
	"slices"
	"strings"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Alt says in the card's language what the card shows: the finding first,
// then the figures, who says so and as of when. It says the claim whole: where
// the picture stands in short forms or has no room for the body, the note or
// the action, their words are here. The kicker, the tags and the prompt beside
// a code are not repeated.
func (g *Graphic) Alt() string {
	if g.sheet != nil {
		return g.sheetAlt()
	}
	c, w := &g.card, &g.tongue
	var parts []string
	add := func(s string) {
		if s = strings.TrimSpace(unbroken.Replace(text.Plain(s))); s != "" {
			parts = append(parts, figures.Sentence(s))
		}
	}
	add(c.Headline)
	for i, b := range c.Blocks {
		lead, leads := b.(leader)
		switch {
		case !g.shows(fmt.Sprintf("Blocks[%d]", i)):
		case leads && lead.within(c.Headline):
			add(lead.unsaid())
		default:
			add(b.describe(w))
		}
	}
	add(c.Note)
	add(c.Body)
	add(c.Attribution)
	for i := range c.Logos {
		if g.shows(fmt.Sprintf("Logos[%d]", i)) {
			add(c.Logos[i].Name)
		}
	}
	add(c.Source)
	add(c.AsOf)
	add(c.Action.Verb)
	add(c.Action.Detail)
	if _, _, said := figures.Cut(text.Plain(c.Headline), c.Action.Phone); !said {
		add(c.Action.Phone)
	}
	add(w.leads(&c.Action))
	return strings.Join(parts, " ")
}

// unbroken leaves out what says where a line may end or not: screen readers say
// "hyphen" at a soft one.
var unbroken = strings.NewReplacer("\u00ad", "", "\u2060", "", "\ufeff", "")

// shows reports whether a block was drawn: a low format may have left it out.
func (g *Graphic) shows(prefix string) bool {
	return slices.ContainsFunc(g.scene.Nodes, func(n scene.Node) bool { return strings.HasPrefix(n.Field, prefix) })
}

// sheetAlt says each of the sheet's cards once.
func (g *Graphic) sheetAlt() string {
	var alts []string
	for _, c := range g.sheet {
		alts = append(alts, c.Alt())
	}
	return strings.Join(alts, "\n\n")
}
