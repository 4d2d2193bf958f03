package graphic

import (
	"maps"

	"github.com/shutdowncecot/toolkit/graphic/internal/rules"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Rules returns the rules by which this package refuses a card, a theme, a
// font, a picture or a code, with their English. The names are stable.
func Rules() fault.Rules { return maps.Clone(rules.English) }
