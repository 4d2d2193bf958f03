package text

import (
	"strings"
	"unicode"
)

const nbsp = '\u00a0'

// glue replaces the spaces that must not break: number and unit, day and
// month, "El Paso", "EE. UU.", "U.S." and the word after it, an acronym
// and its article.
func glue(text []rune) {
	for i, r := range text {
		if r != ' ' || i == 0 || i == len(text)-1 {
			continue
		}
		if mustHold(wordBefore(text, i), wordAfter(text, i)) {
			text[i] = nbsp
		}
	}
}

func wordBefore(text []rune, i int) string {
	start := i
	for start > 0 && !unicode.IsSpace(text[start-1]) {
		start--
	}
	return string(text[start:i])
}

func wordAfter(text []rune, i int) string {
	end := i + 1
	for end < len(text) && !unicode.IsSpace(text[end]) {
		end++
	}
	return string(text[i+1 : end])
}

func mustHold(before, after string) bool {
	if code := strings.TrimPrefix(before, "("); code != before && numeral(strings.TrimSuffix(code, ")")) && after != "" && unicode.IsDigit(rune(after[0])) {
		return true // a telephone number
	}
	if strings.HasPrefix(after, "ๆ") || strings.HasPrefix(after, "ໆ") {
		return true // it says the word before again
	}
	if after == "·" || after == "–" || after == "—" {
		return true // ends a line, and begins none
	}
	before = strings.TrimLeft(before, "([«“\"'‘¿¡*")
	after = strings.TrimRight(after, ".,;:)]»”\"'’?!*…")
	switch {
	case after == "":
		return false
	case numeral(before):
		return units[strings.ToLower(after)] || capitalised(after) && units[strings.ToLower(before+" "+after)]
	case numeral(after) && months[strings.ToLower(strings.TrimRight(before, "."))]:
		return true
	case before == "U.S.":
		return !loose[after]
	case before == "EE." || before == "art." || before == "Art." || before == "No.":
		return true
	case articles[before] && capitalised(after):
		return true
	}
	return lowerArticles[before] && acronym(after)
}

// shortWord is how many characters a word with hyphens may have to be kept
// whole in any column, as other words of that length are.
const shortWord = 12

// hyphenated reports a hyphen before i that stands within a word.
func hyphenated(text []rune, i int) bool {
	return i > 1 && i < len(text) && (text[i-1] == '-' || text[i-1] == '\u2010') && wordRune(text[i-2]) && wordRune(text[i])
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordLength is that of the word around i, without the punctuation around it.
func wordLength(text []rune, i int) int {
	in := func(r rune) bool { return wordRune(r) || r == '-' || r == '\u2010' }
	start, end := i, i
	for start > 0 && in(text[start-1]) {
		start--
	}
	for end < len(text) && in(text[end]) {
		end++
	}
	return end - start
}

func numeral(s string) bool {
	digits := false
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits = true
		} else if !strings.ContainsRune(".,$€£%", r) {
			return false
		}
	}
	return digits
}

func capitalised(s string) bool {
	r := []rune(s)
	return len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1])
}

func acronym(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n > 1
}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[strings.ReplaceAll(w, "_", " ")] = true
	}
	return m
}

var (
	// Words that complete a number. "60 Minutes" is a name.
	units = set(`% million millions billion millón millones mil years year months month weeks week days day hours hour
		minutes años año meses mes semanas semana días día horas hora minutos people men women persons personas hombres mujeres
		january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep oct nov dec ene abr ago dic
		usd km kg px`)
	months = set(`january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep oct nov dec
		enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago dic`)
	// Words that do not belong to a "U.S." before them.
	loose = set(`to and or but had has have must may can will would is are was were did does for in on at by of from said
		TO AND OR BUT HAD HAS HAVE MUST MAY CAN WILL WOULD IS ARE WAS WERE DID DOES FOR IN ON AT BY OF FROM SAID`)
	articles      = set(`El La Los Las San Santa Santo New North South`)
	lowerArticles = set(`el al del la the El La Al Del`)
)
