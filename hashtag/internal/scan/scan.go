// Package scan reads a text from left to right for what platforms link in it:
// classes of runes, a rune's neighbours, runs, signs and spans.
package scan

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Span is a range of bytes, half-open.
type Span struct{ Start, End int }

// Apart orders pieces of a text by their start and drops each that begins within one
// before it; of two that begin together the first stays. It reuses the slice.
func Apart[T any](pieces []T, span func(T) Span) []T {
	slices.SortStableFunc(pieces, func(a, b T) int { return span(a).Start - span(b).Start })
	out := pieces[:0]
	end := 0
	for _, p := range pieces {
		if s := span(p); s.Start >= end {
			out = append(out, p)
			end = s.End
		}
	}
	return out
}

// A Mark is the place of a sign in a text: '#', '@' or '$'.
type Mark struct{ At, After int }

// NextMark finds the next ASCII sign or its fullwidth form from i on.
func NextMark(text string, i int, sign byte, wide string) (Mark, bool) {
	for ; i < len(text); i++ {
		if text[i] == sign {
			return Mark{i, i + 1}, true
		}
		if text[i] == wide[0] && strings.HasPrefix(text[i:], wide) {
			return Mark{i, i + len(wide)}, true
		}
	}
	return Mark{}, false
}

// RuneBefore returns the rune that ends at byte i, or -1 at the start.
func RuneBefore(s string, i int) rune {
	if i == 0 {
		return -1
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

// RuneAt returns the rune at byte i, or -1 at the end.
func RuneAt(s string, i int) rune {
	if i >= len(s) {
		return -1
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// IndexFrom is strings.IndexByte from i on.
func IndexFrom(text string, c byte, i int) int {
	if n := strings.IndexByte(text[i:], c); n >= 0 {
		return i + n
	}
	return -1
}

// SchemeLength is that of "http://" or "https://", in any case, or 0.
func SchemeLength(s string) int {
	for _, scheme := range []string{"https://", "http://"} {
		if _, ok := CutPrefixFold(s, scheme); ok {
			return len(scheme)
		}
	}
	return 0
}

// CutAt cuts before the first c, which stays with what follows.
func CutAt(s string, c byte) (before, after string) {
	if i := strings.IndexByte(s, c); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// UTF16Length counts code units. An invalid byte counts as the U+FFFD that any
// platform would receive in its place.
func UTF16Length(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// RunLength is how many bytes s begins with whose runes are in.
func RunLength(s string, in func(rune) bool) int {
	for i, r := range s {
		if !in(r) {
			return i
		}
	}
	return len(s)
}

// CutPrefixFold is strings.CutPrefix without regard to case.
func CutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// NameLength counts the letters, digits and "_" (and "-" if dash) that s begins with.
func NameLength(s string, limit int, dash bool) int {
	i := 0
	for i < len(s) && i < limit && (IsASCIILetter(s[i]) || IsDigit(s[i]) || s[i] == '_' || dash && s[i] == '-') {
		i++
	}
	return i
}
