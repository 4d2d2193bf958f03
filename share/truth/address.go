package truth

import (
	"maps"
	"net/url"
	"slices"
	"strings"
)

// Address are an address and the words that it carries, such as a message's
// text or the subject of a letter: whoever opens it reads them.
func Address(address string) []Text {
	bare, _, _ := strings.Cut(address, "?")
	texts := []Text{{Words: bare}}
	u, err := url.Parse(address)
	if err != nil {
		return texts
	}
	query := u.Query()
	for _, name := range slices.Sorted(maps.Keys(query)) {
		texts = append(texts, Text{Words: strings.Join(query[name], "\n")})
	}
	return texts
}
