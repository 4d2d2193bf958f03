package share

import (
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/page"
	"github.com/shutdowncecot/toolkit/share/internal/rules"
)

// Rules are the rules that this package's errors break, each with its words
// in English. Their names never change; what they say may. The map is the
// caller's own.
func Rules() fault.Rules {
	all := maps.Clone(rules.English)
	maps.Copy(all, page.Rules())
	return all
}
