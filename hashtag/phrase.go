package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FromPhrase joins the words of a phrase into a tag in PascalCase, so that eyes and
// screen readers find the words: "save the ABC mill" is SaveTheABCMill. A word
// that the phrase itself writes with inner capitals (ABC, iPhone) is kept as it is;
// acronyms that it does not are given by the caller in the form wanted. Accents and ñ stay.
// The error is a *TagError.
func FromPhrase(phrase string, acronyms ...string) (Tag, error) {
	var b strings.Builder
	for _, w := range phraseWords(norm.NFC.String(phrase)) {
		b.WriteString(tagWord(w, acronyms))
	}
	if b.Len() == 0 && strings.TrimSpace(phrase) != "" {
		return "", tagError("hashtag-digits", phrase, -1, nil)
	}
	t, err := ParseTag(strings.TrimRight(b.String(), "_"))
	if e, ok := err.(*TagError); ok {
		return "", tagError(e.Rule(), phrase, -1, e.Values())
	}
	return t, err
}

// phraseWords cuts at everything a tag cannot hold. An apostrophe joins: "people's"
// is one word.
func phraseWords(s string) []string {
	s = strings.Map(func(r rune) rune {
		if r == '\'' || r == '’' {
			return -1
		}
		return r
	}, s)
	return strings.FieldsFunc(s, func(r rune) bool { return !isTagRune(r) })
}

// tagWord returns the form that a word has in a tag.
func tagWord(w string, acronyms []string) string {
	for _, a := range acronyms {
		if strings.EqualFold(a, w) {
			return a
		}
	}
	first, n := utf8.DecodeRuneInString(w)
	if strings.ContainsFunc(w[n:], unicode.IsUpper) {
		return w
	}
	return string(unicode.ToTitle(first)) + w[n:]
}
