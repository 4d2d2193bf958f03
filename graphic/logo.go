package graphic

import (
	"fmt"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Logo is the mark of a group that speaks or hosts, with its name: it stands at
// the foot of own words, posters, placards, postcards and stickers, above the
// citation, because who joins in is not a source. One of a single colour takes
// that of the words; others stand on a white plate where the ground takes their
// contrast, and one that shows on neither is a *[ContrastError].
// A Logo is safe for concurrent use as long as nobody changes it.
type Logo struct {
	Art  *Artwork `json:"art,omitzero"`
	Name string   `json:"name,omitzero"` // set beside it
}

// mostLogos is how many groups speak on one card.
const mostLogos = 3

func (c *Card) checkLogos() error {
	if n := len(c.Logos); n > mostLogos {
		return refuse("logo-many", "Logos", fault.Values{"n": n, "most": mostLogos})
	}
	for i, l := range c.Logos {
		at := fmt.Sprintf("Logos[%d]", i)
		switch {
		case l.Art == nil || len(l.Art.source) == 0:
			return refuse("logo-art", at+".Art", nil)
		case l.Name == "":
			return refuse("logo-name", at+".Name", nil)
		}
	}
	return nil
}
