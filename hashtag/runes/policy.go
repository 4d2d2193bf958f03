package runes

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Policy is what a kind of text takes of the characters that cannot be seen.
// It is safe for concurrent use.
type Policy uint8

// The policies. All but Bare take line feed and tab, unless they say
// otherwise, and what does its work where it stands: joiners in an emoji or
// beside letters that join, variation selectors after what they vary, the
// tags of a flag, a zero width space beside scripts without spaces (Thai, Lao,
// Khmer, Burmese, Japanese …), fillers in Hangul, marks of direction.
const (
	// Words are for people to read: cards, facts, letters, pages. Soft hyphen,
	// word joiner and U+FEFF pass, since Unicode says how to draw them; Clean
	// takes U+FEFF out.
	Words Policy = iota

	// Posts are Words that go through a platform, which counts a soft hyphen,
	// a word joiner or U+FEFF, and finds no word with one inside.
	Posts

	// Terminal is for text of unknown origin on a terminal or in a log: Clean
	// puts U+FFFD where Words would refuse, so that the reader sees that
	// something stood there.
	Terminal

	// Line is Terminal in one line: line feed and tab are replaced, too.
	Line

	// Bare is for comparing: nothing that cannot be seen stays, so that words
	// that look the same are the same.
	Bare
)

var names = [...]string{"words", "posts", "terminal", "line", "bare"}

// String returns the policy's name in small letters.
func (p Policy) String() string {
	if int(p) < len(names) {
		return names[p]
	}
	return fmt.Sprintf("Policy(%d)", uint8(p))
}

// Takes reports whether there is a place where the policy takes a character.
func (p Policy) Takes(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return p != Line
	case !Hidden(r):
		return true
	case p == Bare:
		return false
	case r == softHyphen, r == wordJoiner, r == byteOrder:
		return p != Posts
	}
	return hasHome(r)
}

// Find returns the first character of s that the policy does not take, and the
// byte where it stands. A byte that is no UTF-8 is found as U+FFFD; a U+FFFD
// that s spells out is not.
func (p Policy) Find(s string) (r rune, at int, ok bool) {
	for at, r := range p.All(s) {
		return r, at, true
	}
	return 0, 0, false
}

// All yields every character of s that the policy does not take, after the
// byte where it stands. See Find.
func (p Policy) All(s string) iter.Seq2[int, rune] {
	return func(yield func(at int, r rune) bool) {
		before := rune(-1) // the last that stays
		for at := 0; at < len(s); {
			r, n := utf8.DecodeRuneInString(s[at:])
			if !p.stray(before, r, n, s[at+n:]) {
				before = r
			} else if !yield(at, r) {
				return
			}
			at += n
		}
	}
}

// Clean returns s without the characters that the policy does not take, or
// with U+FFFD in their place for Terminal and Line. Find finds nothing in it.
func (p Policy) Clean(s string) string {
	if _, _, found := p.Find(s); !found && (p != Words || !strings.ContainsRune(s, byteOrder)) {
		return s
	}
	var b strings.Builder
	before := rune(-1) // the last character that stays
	for at, r := range s {
		_, n := utf8.DecodeRuneInString(s[at:])
		switch stray := p.stray(before, r, n, s[at+n:]); {
		case stray && (p == Terminal || p == Line):
			b.WriteRune(unicode.ReplacementChar)
			before = unicode.ReplacementChar
		case !stray && (p != Words || r != byteOrder):
			b.WriteString(s[at : at+n])
			before = r
		}
	}
	return b.String()
}

// stray reports whether the policy does not take r, of n bytes, between before
// and the text after it.
func (p Policy) stray(before, r rune, n int, after string) bool {
	switch {
	case ' ' <= r && r < 0x7F:
		return false
	case r == utf8.RuneError && n == 1:
		return true
	case r == '\n', r == '\t':
		return p == Line
	case !Hidden(r):
		return false
	case p == Bare:
		return true
	case r == softHyphen, r == wordJoiner, r == byteOrder:
		return p == Posts
	}
	next, size := utf8.DecodeRuneInString(after)
	if next == utf8.RuneError && size < 2 || Hidden(next) {
		next = -1 // nothing that stays
	}
	return !atHome(before, r, next)
}
