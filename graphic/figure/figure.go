// Package figure answers what graphic and whoever prepares its cards have to
// answer alike: whether a figure stands in a headline, how a sentence ends and
// how much of a thing one card can show.
package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How many of a thing a reader can take in on one card.
const (
	LeastBars, MostBars     = 2, 7 // one bar compares nothing, an eighth is too thin for its label
	LeastRows, MostRows     = 2, 6 // of a list: one row is a sentence, a seventh is below reading size
	LeastEvents, MostEvents = 2, 6 // of a timeline
	MostUnits               = 320  // bars of people: the eye takes more as a texture, not as a crowd
)

// Landscape reports whether a canvas is read in columns: clearly wider than
// high, by more than 5:4. A little wider than high is set like a square.
func Landscape(w, h int) bool { return 4*w > 5*h }

// In reports whether s holds value as a figure of its own and not as a part of
// a longer number: "252" does not stand in "1,252", nor "3" in "3.5". Spaces
// within it may be of any width, so "4 760" stands in "4\u00a0760 books".
func In(s, value string) bool {
	_, _, ok := Cut(s, value)
	return ok
}

// Cut returns what stands before and after the first value in s that is a
// figure of its own, as [In] tells it, without the spaces around it.
func Cut(s, value string) (before, after string, ok bool) {
	for from := 0; value != ""; {
		start, end := index(s, value, from)
		if start < 0 {
			break
		}
		if !numberEnds(s[:start]) && !numberBegins(s[end:]) {
			return strings.TrimSpace(s[:start]), strings.TrimSpace(s[end:]), true
		}
		from = end
	}
	return "", "", false
}

// CutUnit returns s without the unit that it begins with, "million", where
// that is a word of its own and not the beginning of "millions".
func CutUnit(s, unit string) (rest string, ok bool) {
	start, end := index(s, unit, 0)
	if unit == "" || start != 0 || letterBegins(s[end:]) {
		return s, false
	}
	return strings.TrimSpace(s[end:]), true
}

// index is where the first value at or after from begins and ends in s, -1 if
// it is not there. It takes all spaces for the same.
func index(s, value string, from int) (start, end int) {
	value = fold(value)
	at := strings.Index(fold(s[from:]), value)
	if at < 0 {
		return -1, -1
	}
	start = from + unfolded(s[from:], at)
	return start, start + unfolded(s[start:], len(value))
}

// spaces are those that stand within a number beside the common one: no-break,
// figure, thin and narrow no-break.
const spaces = "\u00a0\u2007\u2009\u202f"

func fold(s string) string {
	if !strings.ContainsAny(s, spaces) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(spaces, r) {
			return ' '
		}
		return r
	}, s)
}

// unfolded is how many bytes of s become the first n bytes of fold(s).
func unfolded(s string, n int) int {
	for i, r := range s {
		if n <= 0 {
			return i
		}
		n -= len(fold(string(r)))
	}
	return len(s)
}

// separators stand between the digits of one number.
const separators = ".,'’٫٬ " + spaces

// numberEnds reports a number that goes on after s: s ends with a digit, or
// with a digit and a separator.
func numberEnds(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(separators, r) {
		r, _ = utf8.DecodeLastRuneInString(s[:len(s)-n])
	}
	return unicode.IsDigit(r)
}

// numberBegins reports a number of which s is the rest.
func numberBegins(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(separators, r) {
		r, _ = utf8.DecodeRuneInString(s[n:])
	}
	return unicode.IsDigit(r)
}

func letterBegins(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// ends are the marks after which a sentence needs no full stop, in the scripts
// that have their own; closers may stand behind them: “It is shut.”
const (
	ends    = ".!?:;…؟؛。！？।"
	closers = `"'”’»)]`
)

// Sentence ends s with a full stop where it has no end yet.
func Sentence(s string) string {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	if s == "" || strings.ContainsRune(ends, last) {
		return s
	}
	return s + "."
}
