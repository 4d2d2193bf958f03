package harm

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/share/internal/disguise"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A folded text is what readers take a text for: without marks of Markdown,
// invisible characters, odd spaces and line ends, and with Latin letters for
// those that only look so. Checks read it, so that nothing gets past them by
// how it is typed.
type folded struct {
	text  string
	lower string // text in small letters, for a pattern's needles
	at    []int  // offsets in the original of the bytes of text, and its length
}

// set replaces the text by one whose bytes stand for the same.
func (f *folded) set(text string) { f.text, f.lower = text, strings.ToLower(text) }

// origin is the offset in the original of an offset in the folded text.
func (f *folded) origin(i int) int { return f.at[min(i, len(f.at)-1)] }

// A Text is words that are looked for harm.
// It is plain data, safe for concurrent use.
type Text struct {
	words string
	plain folded // without addresses
	links bool   // whether it has some
}

// TextOf reads words as readers do.
func TextOf(words string) *Text {
	t := &Text{words: words, links: strings.Contains(words, "://")}
	if t.links {
		words = addresses().ReplaceAllStringFunc(words, blank)
	}
	t.plain = fold(words)
	return t
}

func fold(s string) folded {
	f := folding{s: s, runes: make([]rune, 0, len(s)), at: make([]int, 0, len(s))}
	for i := 0; i < len(s); {
		n := 1
		if !alone(s[i:]) {
			n = max(norm.NFKC.NextBoundaryInString(s[i:], true), 1)
		}
		f.segment(i, s[i:i+n])
		i += n
	}
	disguise.Letters(f.runes)
	return f.done()
}

// alone reports that s begins with an ASCII character which nothing joins.
func alone(s string) bool { return s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) }

// A folding collects the characters of a folded text.
type folding struct {
	s     string
	runes []rune
	at    []int // their offsets in s
}

func (f *folding) done() folded {
	var b strings.Builder
	b.Grow(len(f.s))
	at := make([]int, 0, len(f.s)+1)
	for i, r := range f.runes {
		n, _ := b.WriteRune(r)
		for range n {
			at = append(at, f.at[i])
		}
	}
	out := folded{at: append(at, len(f.s))}
	out.set(b.String())
	return out
}

// segment folds the characters at i that make up one another.
func (f *folding) segment(i int, seg string) {
	if len(seg) == 1 {
		f.write(i, f.single(i, rune(seg[0])))
		return
	}
	for _, r := range norm.NFKC.String(seg) {
		f.write(i, f.plain(i, r))
	}
}

func (f *folding) write(i int, r rune) {
	if last := f.last(); r < 0 || r == ' ' && (last == ' ' || last == '\n') {
		return
	}
	f.runes, f.at = append(f.runes, r), append(f.at, i)
}

func (f *folding) last() rune {
	if len(f.runes) == 0 {
		return '\n'
	}
	return f.runes[len(f.runes)-1]
}

// single is what an ASCII character is read as, or -1 for nothing.
func (f *folding) single(i int, r rune) rune {
	switch r {
	case '\n':
		return f.lineEnd(i)
	case '\t', '\v', '\f', '\r':
		return ' '
	case '*', '`', '\\':
		return -1
	case '_':
		return f.plain(i, r)
	}
	return r
}

// plain is what a character is read as, or -1 for nothing.
func (f *folding) plain(i int, r rune) rune {
	switch {
	case strings.ContainsRune("*`\\\u034f", r), unicode.In(r, unicode.Cf, unicode.Variation_Selector), r == '_' && !f.within(i):
		return -1
	case r == '’', r == 'ʼ':
		return '\''
	case unicode.Is(unicode.Pd, r), r == '−':
		return '-'
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Nd, r) && r > '9':
		return disguise.Digit(r)
	}
	return r
}

// within reports a mark between letters or digits, as in a mail address.
func (f *folding) within(i int) bool {
	before, _ := utf8.DecodeLastRuneInString(f.s[:i])
	after, _ := utf8.DecodeRuneInString(f.s[i+1:])
	return wordy(before) && wordy(after)
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// lineEnd is a space where a paragraph only goes on in the next line.
func (f *folding) lineEnd(i int) rune {
	if next, _, _ := strings.Cut(f.s[i+1:], "\n"); begins().MatchString(next) {
		return '\n'
	}
	return ' '
}

// begins is the beginning of a paragraph, a list's entry, a title, a row of a
// table, or the end.
var begins = pattern.New(`^[ \t]*(?:$|[-*+>] |#+ |\||\d+[.)] )`)
