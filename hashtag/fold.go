package hashtag

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Small letters that Unicode does not decompose, each before the ASCII letter that
// Mastodon takes it for.
var undecomposed = strings.NewReplacer("ð", "d", "ø", "o", "đ", "d", "ħ", "h", "ı", "i", "ĸ", "k", "ł", "l", "ŋ", "n", "ŧ", "t")

// foldLatin returns a text of small letters with those of Latin-1 and Latin Extended-A as
// their ASCII base, as Mastodon compares tags: ñ is n.
func foldLatin(s string) string {
	return undecomposed.Replace(strings.Map(latinBase, s))
}

func latinBase(r rune) rune {
	if r < 0xC0 || r >= 0x180 {
		return r
	}
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 && d[0] < utf8.RuneSelf {
		return rune(d[0])
	}
	return r
}

// isTagSeparator reports the characters that Mastodon allows inside a tag's name
// beside letters and digits.
func isTagSeparator(r rune) bool {
	return r == '_' || r == '·' || r == '・' || r == 0x200C
}
