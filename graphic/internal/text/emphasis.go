package text

import "strings"

// mark stands on both sides of what is emphasised.
const mark = "**"

// paired reports that every mark of s has its partner.
func paired(s string) bool { return strings.Count(s, mark)%2 == 0 }

// Plain returns s as it is read: without its emphasis marks, but with a mark
// that has no partner, which is printed as it stands.
func Plain(s string) string {
	if !paired(s) {
		return s
	}
	return strings.ReplaceAll(s, mark, "")
}

// emphasis splits s at its ** marks into runes and a flag for each. A mark
// without its partner is printed as it stands.
func emphasis(s string) ([]rune, []bool) {
	if !paired(s) {
		runes := []rune(s)
		return runes, make([]bool, len(runes))
	}
	var runes []rune
	var strong []bool
	for i, part := range strings.Split(s, mark) {
		for _, r := range part {
			runes = append(runes, r)
			strong = append(strong, i%2 == 1)
		}
	}
	return runes, strong
}
