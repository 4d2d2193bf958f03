package hashtag

import (
	"slices"
	"sync"
)

// rulebooks holds every platform. Each file of a platform adds its own, and
// nothing else has to know of it.
var rulebooks []*rulebook

// add takes in a platform while the package's variables are set.
func add(b *rulebook) *rulebook {
	rulebooks = append(rulebooks, b)
	return b
}

// noRules are those of a platform that the package does not know.
var noRules = &rulebook{
	length:   graphemeCount,
	entities: func(string) []Entity { return nil },
}

// listed are the platforms that people choose from, in their order.
var listed = sync.OnceValue(func() []*rulebook {
	all := slices.DeleteFunc(slices.Clone(rulebooks), func(b *rulebook) bool { return b.variant })
	slices.SortFunc(all, func(a, b *rulebook) int { return a.rank - b.rank })
	return all
})

var byID = sync.OnceValue(func() map[string]*rulebook {
	m := make(map[string]*rulebook)
	for _, b := range rulebooks {
		m[b.ID] = b
	}
	return m
})

func (p Platform) rules() *rulebook {
	if b, ok := byID()[p.ID]; ok {
		return b
	}
	return noRules
}

// Platforms returns every platform. The slice is the caller's own.
func Platforms() []Platform {
	ps := make([]Platform, len(listed()))
	for i, b := range listed() {
		ps[i] = b.Platform
	}
	return ps
}

// Lookup finds a platform by its ID. Beside those of Platforms it knows
// "mastodon-4.5", for servers that do not yet run 4.6.
func Lookup(id string) (Platform, bool) {
	b, ok := byID()[id]
	if !ok {
		return Platform{}, false
	}
	return b.Platform, true
}
