package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const nbsp = '\u00a0'

// glue replaces the spaces that must not break: number and unit, the parts of
// a number and of a date, "El Paso", "EE. UU.", "U.S." and the word after it, an
// acronym and its article, and what French sets apart from the word before.
func glue(text []rune) {
	dial(text)
	for i, r := range text {
		if i == 0 || i == len(text)-1 || r != ' ' && !thin(r) {
			continue
		}
		before, after := wordBefore(text, i), wordAfter(text, i)
		switch {
		case thin(r) && !dash(text[i-1]) && !dash(text[i+1]):
			text[i] = nnbsp // it sets apart what belongs together
		case r == ' ' && (mustHold(before, after) || belongs(before, after) || cited(text, i, before, after) ||
			dated(text, i, before, after) || tallied(text, i, before, after)):
			text[i] = nbsp
		}
	}
}

// thin reports a space too narrow for one between words: the sixth of an em, of
// a stop, the thin and the hair space.
func thin(r rune) bool { return r == '\u2006' || r >= '\u2008' && r <= '\u200a' }

func dash(r rune) bool { return r == '–' || r == '—' || r == '―' }

// longestDial is how many characters a telephone number has that no line ends within.
const longestDial = 20

// dial holds telephone numbers together: three groups of digits or more, of which
// the first has a plus or begins with 0.
func dial(text []rune) {
	group := func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("+()-.‑", r) }
	for start := 0; start < len(text); start++ {
		if start > 0 && !unicode.IsSpace(text[start-1]) || text[start] != '+' && text[start] != '(' && !zero(text[start]) {
			continue
		}
		end, spaces := start, []int(nil)
		for ; end < len(text) && (group(text[end]) || text[end] == ' ' && end+1 < len(text) && unicode.IsDigit(text[end+1])); end++ {
			if text[end] == ' ' {
				spaces = append(spaces, end)
			}
		}
		if len(spaces) > 1 && end-start <= longestDial && (end == len(text) || !wordRune(text[end])) {
			for _, i := range spaces {
				text[i] = nbsp
			}
		}
		start = end
	}
}

// dated reports a space within a date that the words on both sides do not tell
// by themselves: "Nov 12, 2025", "7 de julio" and "julio de 2025".
func dated(text []rune, i int, before, after string) bool {
	day, month := before, wordAfter(text, min(i+1+len([]rune(after)), len(text)-1))
	switch {
	case strings.HasSuffix(before, ","):
		return digits(ordinal(strings.TrimSuffix(before, ",")), 1, 2) && digits(bare(after), 4, 4)
	case after == "de" && isMonth(before): // a day, its month and its year may part before the year
		return digits(bare(month), 4, 4) && wordBefore(text, i-len([]rune(before))-1) != "de"
	case after == "de":
		return digits(ordinal(bare(day)), 1, 2) && isMonth(month)
	case before == "de" && i > len("de"):
		if digits(bare(after), 4, 4) {
			return isMonth(wordBefore(text, i-len("de")-1))
		}
		return isMonth(after) && digits(ordinal(bare(wordBefore(text, i-len("de")-1))), 1, 2)
	}
	return false
}

// tallied reports the space of a clause that is a number and one word, as those of a
// vote are: "45 for, 50 against".
func tallied(text []rune, i int, before, after string) bool {
	start := i - utf8.RuneCountInString(before) - 1
	word := strings.TrimRight(after, ".,;:!?…")
	opens := start > 0 && strings.ContainsRune(",;:", text[start-1])
	ends := word != after || i+1+utf8.RuneCountInString(after) == len(text)
	return opens && ends && numeral(before) && word != "" && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// bare is a word without the punctuation around it.
func bare(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return !wordRune(r) })
}

// digits reports a word of that many digits and nothing else.
func digits(s string, least, most int) bool {
	return len(s) >= least && len(s) <= most && strings.Trim(s, "0123456789") == ""
}

// grouped reports a number whose next three digits a space sets apart, as in
// Spanish, French and many other languages: 1 250 000.
func grouped(before, after string) bool {
	lead, next := []rune(before), []rune(after)
	n := len(lead)
	for n > 0 && unicode.IsDigit(lead[n-1]) {
		n--
	}
	if n > 0 && !strings.ContainsRune("+-−–~≈([{«“„‘‚\"'’¿¡*/", lead[n-1]) && !unicode.Is(unicode.Sc, lead[n-1]) {
		return false // 5.1 000
	}
	if own := len(lead) - n; own < 1 || own > 3 || len(next) < 3 {
		return false
	}
	return !slices.ContainsFunc(next[:3], func(r rune) bool { return !unicode.IsDigit(r) }) && (len(next) == 3 || !unicode.IsDigit(next[3]))
}

// zero reports the digit 0 of any script.
func zero(r rune) bool { return unicode.IsDigit(r) && !unicode.IsDigit(r-1) }

// wordBefore is the word that ends at i; before the first one there is none.
func wordBefore(text []rune, i int) string {
	i = max(i, 0)
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
	if strings.Contains("· – — : ; ! ? » % ‰ € £", after) && after != "" {
		return true // ends a line, and begins none
	}
	if before == "§" || before == "§§" || before == "«" || grouped(before, after) {
		return true
	}
	if after == "x" && unicode.IsDigit(lastRune(before)) || before == "x" && after != "" && unicode.IsDigit(firstRune(after)) {
		return true // 3 x 4
	}
	before = strings.TrimLeft(before, "([«“\"'‘¿¡*")
	after = strings.TrimRight(after, ".,;:)]»”\"'’?!*…")
	switch {
	case after == "":
		return false
	case numeral(ordinal(before)) && isMonth(after), numeral(ordinal(after)) && isMonth(before), roman(after) && (capitalised(before) || before == "siglo"):
		return true
	case numeral(before):
		return units[strings.ToLower(after)] || capitalised(after) && units[strings.ToLower(before+" "+after)]
	case before == "U.S.":
		return !loose[after]
	case before == "EE." || before == "art." || before == "Art." || before == "No.":
		return true
	case articles[before] && capitalised(after):
		return true
	}
	return lowerArticles[before] && acronym(after)
}

// roman reports a number as kings, wars and centuries have it: XIV.
func roman(s string) bool { return len(s) > 1 && strings.Trim(s, "IVXL") == "" }

// shortWord is how many characters a word with hyphens may have to be kept
// whole in any column, as other words of that length are.
const shortWord = 12

// hyphenated reports a hyphen before i that stands within a word.
func hyphenated(text []rune, i int) bool {
	return i > 1 && i < len(text) && (text[i-1] == '-' || text[i-1] == '\u2010') && wordRune(text[i-2]) && wordRune(text[i])
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordLength is the length of the word around i, without the punctuation around it.
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
		usd km kg px`)
	// Words that do not belong to a "U.S." before them.
	loose = set(`to and or but had has have must may can will would is are was were did does for in on at by of from said
		TO AND OR BUT HAD HAS HAVE MUST MAY CAN WILL WOULD IS ARE WAS WERE DID DOES FOR IN ON AT BY OF FROM SAID`)
	articles      = set(`El La Los Las San Santa Santo New North South`)
	lowerArticles = set(`el al del la the El La Al Del`)
)
