package campaign

import "strings"

// Text is the same words in several languages, keyed by BCP 47 tag. The key ""
// holds words that are the same in every language, such as a name; in a file
// that is a plain value in place of a map. It is a value, safe for concurrent
// use.
type Text map[string]string

// In returns the words in lang, or in the language it is a variety of ("es"
// for "es-MX"), or those that every language shares. It never answers in
// another language: a missing translation is "".
func (t Text) In(lang string) string {
	s, _ := t.Lookup(lang)
	return s
}

// Lookup is In, and says whether there are such words.
func (t Text) Lookup(lang string) (string, bool) {
	for {
		if s, ok := t[lang]; ok {
			return s, true
		}
		i := strings.LastIndexByte(lang, '-')
		if i < 0 {
			break
		}
		lang = lang[:i]
	}
	s, ok := t[""]
	return s, ok
}

// base is the language that a tag is a variety of.
func base(lang string) string {
	lang, _, _ = strings.Cut(lang, "-")
	return lang
}

// Has reports whether there are any words in lang.
func (t Text) Has(lang string) bool { return t.In(lang) != "" }

// Plain returns the words in lang without the ** marks of emphasis.
func (t Text) Plain(lang string) string { return StripMarks(t.In(lang)) }

// StripMarks returns s without the ** marks of emphasis.
func StripMarks(s string) string { return strings.ReplaceAll(s, "**", "") }
