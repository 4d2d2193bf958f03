package text

import "strings"

// Plain returns s without its emphasis marks.
func Plain(s string) string { return strings.ReplaceAll(s, "**", "") }

// emphasis splits s at its ** marks into runes and a flag for each. A mark
// without its partner is printed as it stands.
func emphasis(s string) ([]rune, []bool) {
	if strings.Count(s, "**")%2 == 1 {
		runes := []rune(s)
		return runes, make([]bool, len(runes))
	}
	var runes []rune
	var strong []bool
	for i, part := range strings.Split(s, "**") {
		for _, r := range part {
			runes = append(runes, r)
			strong = append(strong, i%2 == 1)
		}
	}
	return runes, strong
}
