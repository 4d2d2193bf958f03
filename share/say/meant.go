package say

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

//go:embed othernames.txt
var otherNamesFile string

// otherNames are what people call what has another name here.
var otherNames = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(otherNamesFile) {
		name, theirs, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, n := range strings.Fields(theirs) {
			all[n] = name
		}
	}
	return all
})

// Meant is the one of some names that was probably meant by another: what
// people also call it, such as twitter for x, or else the one that is spelled
// nearly so. It is "" for none.
func Meant(name string, have []string) string {
	name = strings.ToLower(strings.TrimLeft(name, "@#-"))
	if slices.Contains(have, name) {
		return name
	}
	if other := otherNames()[name]; slices.Contains(have, other) {
		return other
	}
	return fault.Nearest(name, have)
}
