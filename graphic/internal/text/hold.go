package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed hold.txt
var holdFile string

// companions are the words of holdFile by what they stand beside.
var companions = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for line := range strings.Lines(holdFile) {
		words := strings.Fields(line)
		if words[0] == "#" {
			continue
		}
		if all[words[0]] == nil {
			all[words[0]] = map[string]bool{}
		}
		for _, w := range words[1:] {
			all[words[0]][w] = true
		}
	}
	return all
})

// belongs reports two words of which one says nothing without the other: "pág.
// 12", "20 °C", "8 p. m.", "US$ 20", "Dr. Smith", "J. K. Rowling", "z. B.".
func belongs(before, after string) bool {
	lead := strings.TrimLeft(before, "([«“\"'‘¿¡*")
	tail := strings.TrimRight(after, ",;:)]»”\"'’?!*…")
	switch {
	case lead == "" || tail == "":
		return false
	case unicode.IsDigit(firstRune(tail)) && inSet(lastRune(lead), "년월"):
		return unicode.IsDigit(firstRune(lead)) // 3월 4일
	case unicode.IsDigit(firstRune(tail)):
		return utf8.RuneCountInString(tail) <= shortNumber && names(lead)
	case unicode.IsDigit(lastRune(lead)):
		return measures(tail) || dotted(tail) || unicode.Is(unicode.No, firstRune(tail))
	case strings.HasSuffix(lead, "°"):
		return tail == "C" || tail == "F"
	case companions()["titles"][strings.ToLower(lead)] || initial(lead):
		return unicode.IsUpper(firstRune(tail)) || short(tail)
	}
	return initial(tail) && short(lead)
}

// shortNumber is how many characters a number has that a word before it is held
// to: "section 1231(b)(3)" would be too wide for many columns.
const shortNumber = 8

// names reports a word that says which number the one after it is.
func names(word string) bool {
	return companions()["before"][strings.ToLower(word)] || currency(word) || numbered(word) || word == "×" || dotted(word)
}

// measures reports a word that says of what a number is.
func measures(word string) bool {
	word, _, _ = strings.Cut(word, "/") // km/h, kWh/Tag
	low := strings.ToLower(strings.TrimRight(word, "²³"))
	known := companions()["after"]
	return known[low] || known[strings.TrimSuffix(low, ".")] || currency(word) || word == "×" || strings.HasPrefix(word, "°") || strings.Trim(word, "%‰") == ""
}

// currency reports a word of a sign of money alone, or of thousands or millions
// of it: k€, M$.
func currency(word string) bool {
	word = strings.TrimLeft(word, "kKM")
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.Is(unicode.Sc, r)
}

// numbered reports an abbreviation of "number": N.º, N°.
func numbered(word string) bool {
	return len(word) > 1 && (word[0] == 'n' || word[0] == 'N') && strings.Trim(word[1:], ".º°") == ""
}

// initial reports a letter with a point behind it.
func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) && word[size:] == "."
}

// short reports an abbreviation of one or two letters.
func short(word string) bool {
	letters, found := strings.CutSuffix(word, ".")
	return found && utf8.RuneCountInString(letters) <= 2 && strings.IndexFunc(letters, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// dotted reports capitals with points, as in "5 U.N.T.S. 552"
func dotted(word string) bool {
	n := 0
	for part := range strings.SplitSeq(strings.TrimSuffix(word, "."), ".") {
		if r, size := utf8.DecodeRuneInString(part); size != len(part) || !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n > 1 && strings.HasSuffix(word, ".")
}

// longestName is how many characters a name has that no line ends within.
const longestName = 20

// cited reports a space within a citation or a name that the words on both sides
// do not tell by themselves: "45 CFR 46", "in The Texas Tribune".
func cited(text []rune, i int, before, after string) bool {
	ahead := wordAfter(text, min(i+1+utf8.RuneCountInString(after), len(text)-1))
	start := i - utf8.RuneCountInString(before) - 1
	behind := wordBefore(text, start)
	switch {
	case acronym(after) && ahead != "" && unicode.IsDigit(firstRune(ahead)):
		return unicode.IsDigit(lastRune(before))
	case acronym(before) && unicode.IsDigit(firstRune(after)):
		return behind != "" && unicode.IsDigit(lastRune(behind))
	case before == "The" && start > 0:
		return capitalised(after) && capitalised(ahead) && utf8.RuneCountInString("The "+after+" "+ahead) <= longestName
	case behind == "The" && start > len("The"):
		return capitalised(before) && capitalised(after) && utf8.RuneCountInString("The "+before+" "+after) <= longestName
	}
	return false
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }
