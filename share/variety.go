package share

import (
	"hash/fnv"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A look is the theme and the ground of one fact's cards, the same in every
// language and format.
type look struct {
	theme  graphic.Theme
	ground string // "": the theme chooses
}

// grounds that may lead a card, by theme.
var grounds = map[string][]string{
	"broadside": {"paper", "red", "banner"},
	"newsroom":  {"paper", "split", "blue"},
}

// looks walks the set: a topic keeps to one theme, and no two neighbours have
// the same theme and ground. The walk of a card begins where its id says, so
// that a new fact changes few of the others.
func looks(facts []*campaign.Fact, topics []campaign.Topic, themes []graphic.Theme) map[string]look {
	turn := make(map[string]int, len(topics))
	for i, t := range topics {
		turn[t.ID] = i
	}
	out := make(map[string]look, len(facts))
	last := make(map[string]string) // theme → ground
	for _, f := range facts {
		l := look{theme: themes[turn[f.Topic]%len(themes)]}
		if !f.IsAction() {
			l.ground = walk(grounds[l.theme.Name], f.ID, last[l.theme.Name])
			last[l.theme.Name] = l.ground
		}
		out[f.ID] = l
	}
	return out
}

// walk chooses by id and steps on from what the neighbour has.
func walk(all []string, id, neighbour string) string {
	if len(all) == 0 {
		return ""
	}
	h := fnv.New32a()
	h.Write([]byte(id))
	at := int(h.Sum32()>>8) % len(all)
	if all[at] == neighbour {
		at = (at + 1) % len(all)
	}
	return all[at]
}

// themesFor resolves the themes of a kit.
func themesFor(c *campaign.Campaign, given []graphic.Theme) ([]graphic.Theme, error) {
	if len(given) > 0 {
		return given, nil
	}
	names := []string{"broadside", "newsroom"}
	if c.Theme != "" {
		names = []string{c.Theme}
	}
	var themes []graphic.Theme
	for _, name := range names {
		t, ok := graphic.ThemeByName(name)
		if !ok {
			return nil, &FactError{Fact: c.Name, Field: "theme", Problem: "there is no theme " + name}
		}
		themes = append(themes, t)
	}
	return themes, nil
}
