package truth

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// accents are the marks of Spanish that people leave out.
const accents = "áéíóúüñÁÉÍÓÚÜÑ"

var unaccent = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u", "ñ", "n")

// unaccented are words that are others with an accent, and far more common without.
var unaccented = []string{"esta", "unas", "dona", "solo", "cartel", "joven", "publica"}

// accented are words that have an accent, in small letters, by what they are
// without.
var accented = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	add := func(word string) {
		plain := unaccent.Replace(word)
		noun := strings.HasSuffix(word, "ó") && !strings.HasSuffix(word, "ió") // voto, pago
		if plain != word && utf8.RuneCountInString(word) > shortNoun && !slices.Contains(unaccented, plain) && !noun {
			all[plain] = word
		}
	}
	for _, h := range lists().Harms {
		for _, p := range h.Patterns {
			for word := range strings.FieldsFuncSeq(p.String(), func(r rune) bool { return !unicode.IsLetter(r) }) {
				if strings.ContainsAny(word, accents) {
					add(word)
				}
			}
		}
	}
	for _, word := range lists().Accents {
		all[unaccent.Replace(word)] = word
	}
	return all
})

// being is what tells "está" from "esta" where no accents are written.
var being = pattern.New(`^ (?:\pL+[aei]ndo|\pL+[ai]d[oa]s?|pres[oa]s?|en|siendo)\b`)

// withAccents writes the accents of a Spanish text in which nobody wrote one, and
// the offset in the text of each of its bytes, with the text's length at the end;
// nil where nothing was to be written.
func withAccents(s, lang string) (words string, at []int) {
	if !strings.HasPrefix(lang, "es") || strings.ContainsAny(s, accents) {
		return s, nil
	}
	var b strings.Builder
	last := 0
	for from := 0; from < len(s); {
		start, end := wordAt(s, from)
		from = max(end, from+1)
		word := s[start:end]
		low := strings.ToLower(word)
		with := accented()[low]
		if low == "esta" && being().MatchString(s[end:]) {
			with = "está"
		}
		if with == "" || inAddress(s, start, end) {
			continue
		}
		b.WriteString(s[last:start])
		for i := last; i < start; i++ {
			at = append(at, i)
		}
		from := b.Len()
		b.WriteString(cased(with, word))
		for i := range b.Len() - from {
			at = append(at, min(start+i, end))
		}
		last = end
	}
	if last == 0 {
		return s, nil
	}
	b.WriteString(s[last:])
	for i := last; i <= len(s); i++ {
		at = append(at, i)
	}
	return b.String(), at
}

// inAddress reports a word of a link, a mail address or a tag.
func inAddress(s string, start, end int) bool {
	if start > 0 && strings.IndexByte("@/._-#", s[start-1]) >= 0 {
		return true
	}
	rest := s[end:]
	return rest != "" && (strings.IndexByte("@/_", rest[0]) >= 0 || len(rest) > 1 && rest[0] == '.' && small(rest[1]))
}

// cased is a word with the capitals of another that has as many letters.
func cased(word, like string) string {
	capital := []rune(like)
	runes := []rune(word)
	for i, r := range runes {
		if i < len(capital) && unicode.IsUpper(capital[i]) {
			runes[i] = unicode.ToUpper(r)
		}
	}
	return string(runes)
}
