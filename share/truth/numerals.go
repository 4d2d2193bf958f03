package truth

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Numerals are the words of which numbers are made.
type numerals struct {
	Units map[string]float64 // what is added: twenty, three
	Times map[string]float64 // what multiplies what stands before it: hundred
	Joins []string           // what may stand between them: and
}

// inWords finds the numbers of a text that are written out, from fewest on.
func inWords(s string) (all []number) {
	for at := 0; at < len(s); {
		start, end := wordAt(s, at)
		word := strings.ToLower(s[start:end])
		if lists().Numerals.Units[word] == 0 && !alone(s[:start], word) {
			at = max(end, at+1)
			continue
		}
		n := numeralAt(s, start)
		if n.values[0] >= fewest {
			n.kind = kindOf(s[max(0, n.start-nearby):n.start], s[n.end:min(len(s), n.end+nearby)])
			all = append(all, n)
		}
		at = n.end
	}
	return all
}

// alone reports a word that multiplies and stands for a number by itself: a
// thousand, mil.
func alone(before, word string) bool {
	body := strings.TrimRight(before, " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(body)
	if word == "mil" {
		return !unicode.IsDigit(last)
	}
	return lists().Numerals.Times[word] > 0 && (body == "a" || body == "A" || strings.HasSuffix(strings.ToLower(body[max(0, len(body)-len(" a")):]), " a"))
}

// wordAt is the first word from a byte on, empty at the end of s if there is none.
func wordAt(s string, from int) (start, end int) {
	first := strings.IndexFunc(s[from:], unicode.IsLetter)
	if first < 0 {
		return len(s), len(s)
	}
	start = from + first
	if n := strings.IndexFunc(s[start:], func(r rune) bool { return !unicode.IsLetter(r) }); n >= 0 {
		return start, start + n
	}
	return start, len(s)
}

// numeralAt is the number in words that begins at a byte.
func numeralAt(s string, start int) number {
	whole, part, end := 0.0, 0.0, start
	for at := start; at < len(s); {
		from, to := wordAt(s, at)
		word := strings.ToLower(s[from:to])
		unit, by := lists().Numerals.Units[word], lists().Numerals.Times[word]
		switch {
		case from > at+1 || from == to || from > start && s[at] != ' ' && s[at] != '-':
			at = len(s)
			continue
		case unit > 0:
			part, end = part+unit, to
		case by == 100:
			part, end = max(part, 1)*by, to
		case by > 0:
			whole, part, end = whole+max(part, 1)*by, 0, to
		case !slices.Contains(lists().Numerals.Joins, word):
			at = len(s)
			continue
		}
		at = to
	}
	return number{values: []float64{whole + part}, start: start, end: end, text: s[start:end]}
}
