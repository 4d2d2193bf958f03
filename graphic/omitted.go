package graphic

import (
	"fmt"
	"slices"
	"strings"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Omitted lists the card's fields that nothing on the picture says, in the
// order of [Card], named as errors name them: "Body", "Blocks[1]", "Action.URL"
// for its code. A short form stands for the whole, and of the tags only the
// first is drawn; the prompt beside a code and the fields that are never drawn
// are not listed.
func (g *Graphic) Omitted() []string {
	var out []string
	for _, p := range g.card.said() {
		if !g.says(p) {
			out = append(out, p.field)
		}
	}
	for _, s := range g.sheet {
		for _, field := range s.Omitted() {
			if !slices.Contains(out, field) {
				out = append(out, field)
			}
		}
	}
	return out
}

// A cardPart is a field of a card that has something to draw, and its words.
type cardPart struct{ field, words string }

// wordless stands for the words of a block, which has several.
const wordless = "\x00"

// said are the fields of the card that are not empty, but for a figure that the
// headline holds.
func (c *Card) said() []cardPart {
	all := []cardPart{{"Kicker", c.Kicker}, {"Headline", c.Headline}, {"Attribution", c.Attribution}, {"Body", c.Body}}
	for i, b := range c.Blocks {
		if lead, leads := b.(leader); !leads || !lead.within(c.Headline) {
			all = append(all, cardPart{fmt.Sprintf("Blocks[%d]", i), wordless})
		}
	}
	all = append(all, cardPart{"Note", c.Note}, cardPart{"Source", c.Source}, cardPart{"AsOf", c.AsOf},
		cardPart{"Action.Verb", c.Action.Verb}, cardPart{"Action.Detail", c.Action.Detail},
		cardPart{"Action.Phone", c.Action.Phone}, cardPart{"Action.URL", c.Action.URL})
	for i := range c.Logos {
		all = append(all, cardPart{fmt.Sprintf("Logos[%d]", i), wordless})
	}
	if len(c.Tags) > 0 {
		all = append(all, cardPart{"Tags", c.Tags[0]})
	}
	return slices.DeleteFunc(all, func(p cardPart) bool { return p.words == "" })
}

// says reports a field that is on the picture, under its own name or in the
// words of another. In the place of the tag a card may say something else.
func (g *Graphic) says(p cardPart) bool {
	words := spaced(p.words)
	for i := range g.scene.Nodes {
		n := &g.scene.Nodes[i]
		own := n.Field == p.field || strings.HasPrefix(n.Field, p.field+".")
		if n.Glyphs == nil && own || n.Glyphs != nil && (own && p.field != "Tags" || strings.Contains(spaced(n.Glyphs.Text), words)) {
			return true
		}
	}
	if p.field != "Action.Phone" {
		return false
	}
	_, _, said := figures.Cut(text.Plain(g.card.Headline), p.words)
	return said
}

// spaced are plain words with spaces where lines do not break either.
func spaced(s string) string { return strings.ReplaceAll(text.Plain(s), "\u00a0", " ") }
