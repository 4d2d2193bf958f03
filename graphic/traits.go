package graphic

import "github.com/shutdowncecot/toolkit/graphic/internal/parts"

// traits are what the rest of a card has to know of a block. The zero traits
// are those of a chart of the campaign's own words: it needs no source, leads
// below a title and stands beside the headline of a landscape card.
type traits struct {
	claims  bool    // says something about the world: the card names its source
	wide    placing // on a landscape card
	kept    bool    // the card is nothing without it, and rather does not fit
	whole   bool    // it is the whole picture, and holds no code
	loud    bool    // alone it stands on one of the theme's loud colours
	upright titling // over it, where it leads an upright card; zero: a title
	across  titling // over it, where it leads a landscape card below its headline; zero: a title
	share   float64 // of a card's height, which it wants where it supports; zero: [supportShare]
	element string  // of PDF, that its words are within; empty: Div
}

// placing is where a block stands on a landscape card.
type placing int

const (
	besideHeadline placing = iota
	belowHeadline          // over the whole width
	leftOut                // has no room in a low card: the headline speaks for it
)

// titling is how a headline stands over the block that leads its card: one of
// the two is the focal part.
type titling struct {
	headline parts.Rank
	share    float64 // of the card's height, which the headline wants
	block    parts.Rank
	edge     bool // the headline is the finding about what somebody said, and marked so
}

// finding is a headline that leads and leaves the block the rest.
func finding(share float64) titling {
	return titling{headline: parts.Focal, share: share, block: parts.Chart}
}

// or returns t, or another where t is zero.
func (t titling) or(other titling) titling {
	if t == (titling{}) {
		return other
	}
	return t
}

// supportShare is how much of a card's height a block wants that supports
// what leads.
const supportShare = 0.24

// An arranger is a block that arranges the whole card, and not only its place
// below the headline. It returns nil where the format does not suit it; the
// card then falls back to its headline.
type arranger interface {
	Block
	arrange(c *composer, i int) []*parts.Column
}

// A leader is a block that stands within the headline, or before it where the
// headline does not hold it.
type leader interface {
	Block
	// card arranges an upright card, wideCard a landscape one, of the leader,
	// which is the block at a place, and the blocks at rest.
	card(c *composer, at int, rest []int) []*parts.Column
	wideCard(c *composer, at int, rest []int) []*parts.Column
	// corrected are the slots of a card that says what is true now.
	corrected(c *composer, at int, w float64) []*parts.Slot
	// within reports that the headline holds it, and unsaid is what the
	// headline then does not say.
	within(headline string) bool
	unsaid() string
	// heads reports a field of the block that is read as part of the headline.
	heads(field string) bool
}

// A bareField is a block that can stand as a field of marks alone, where the
// headline says what they are. It returns nil where the marks need a legend.
type bareField interface {
	Block
	bare(ts *typesetter, field string, w float64) *parts.Slot
}
