// Package disguise undoes what letters are dressed up as: those of other scripts
// that only look Latin, full-width and mathematical ones, marks that strike
// through, and what is not seen at all. Lists of words are asked afterwards, so
// that nothing gets past them by how it is typed.
package disguise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// Undo returns what readers take a text for, and the offset in the text of each
// of its bytes, with the text's length at the end. The offsets are nil where
// nothing is dressed up.
func Undo(s string) (plain string, at []int) {
	if strings.IndexFunc(s, odd) < 0 {
		return s, nil
	}
	var runes []rune
	var from []int
	for i := 0; i < len(s); {
		n := max(norm.NFKC.NextBoundaryInString(s[i:], true), 1)
		for _, r := range segment(s[i : i+n]) {
			runes, from = append(runes, r), append(from, i)
		}
		i += n
	}
	Letters(runes)
	for i, r := range runes {
		for range utf8.RuneLen(r) {
			at = append(at, from[i])
		}
	}
	return string(runes), append(at, len(s))
}

// odd reports a character that the text of no ordinary keyboard holds.
func odd(r rune) bool {
	return r >= 0x250 && !ordinary(r) || lookalikes[r] != 0 || unicode.Is(unicode.Cf, r)
}

// ordinary reports punctuation, signs of currencies, arrows and pictures.
func ordinary(r rune) bool {
	punctuation := r >= 0x2010 && r < 0x2060 && r != oneDot && !unicode.Is(unicode.Cf, r)
	return punctuation || r >= 0x20a0 && r < 0x20d0 || r >= 0x2190 && r < 0x2200 || r >= 0x2600 && r < 0x27c0
}

const oneDot = '․' // a leader of one dot

// segment is what the characters that make up one are read as.
func segment(s string) []rune {
	if strings.IndexFunc(s, odd) < 0 {
		return []rune(s)
	}
	out := []rune(norm.NFKC.String(s))
	for i, r := range out {
		if unicode.Is(unicode.Nd, r) {
			out[i] = Digit(r)
		} else if dot := strings.ContainsRune("。․｡", r); dot {
			out[i] = '.'
		}
	}
	return slices.DeleteFunc(out, unseen)
}

// unseen reports what adds nothing that is read: marks that change how letters
// run or look, and accents that make no letter.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector) || r >= 0x300 && r < 0x370
}

// Digit is the ASCII digit for any script's, which stand in tens.
func Digit(r rune) rune {
	n := rune(0)
	for n < 9 && unicode.Is(unicode.Nd, r-n-1) {
		n++
	}
	return '0' + n
}

// lookalikes are letters of other scripts and the Latin ones they pass for, of
// Unicode's confusables.txt.
var lookalikes = func() map[rune]rune {
	pairs := []rune("аaвbсcеeёeһhіiїiјjкkӏlмmоoрpԛqѕsтtуyѵvԝwхxгrԁdԍgոnսuօoհhցgɩi" + "АAВBСCЕEНHІIЈJКKМMОOРPЅSТTУYХXԌGԜWҮY" +
		"αaεeιiκkοoρpτtυuνvχxγyηnϲcϳjσo" + "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX" + "ıiɑaɡgɪiʀrᴀaᴇeᴏoᴛtꜱs")
	m := make(map[rune]rune)
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = pairs[i+1]
	}
	return m
}()

// Letters puts Latin letters for those that only look so: in words that are
// Latin otherwise, and where the text is, in words of nothing else.
func Letters(text []rune) {
	if !slices.ContainsFunc(text, foreign) {
		return
	}
	latin := 0
	for _, r := range text {
		if unicode.Is(unicode.Latin, r) {
			latin++
		} else if unicode.IsLetter(r) {
			latin--
		}
	}
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && (unicode.IsLetter(text[j]) || unicode.IsDigit(text[j])) {
			j++
		}
		if word := text[i:j]; slices.ContainsFunc(word, ascii) || latin > 0 {
			undress(word)
		}
		i = max(j, i+1)
	}
}

func ascii(r rune) bool   { return r < utf8.RuneSelf }
func foreign(r rune) bool { return r >= utf8.RuneSelf }

// undress puts the Latin letters, if all others are Latin.
func undress(word []rune) {
	other := func(r rune) bool { return !unicode.Is(unicode.Latin, r) && !unicode.IsDigit(r) && lookalikes[r] == 0 }
	if slices.ContainsFunc(word, other) {
		return
	}
	for i, r := range word {
		if l, ok := lookalikes[r]; ok {
			word[i] = l
		}
	}
}

// spread is a word whose letters stand apart, fewestSpread and one more. Fewer may
// be initials, or words of one letter.
var spread = pattern.New(`(?:^|[^\pL\d])((?:\pL[ ._*·-]){5,}\pL)(?:[^\pL\d]|$)`)

// leet is a word in which digits stand for letters.
var leet = pattern.New(`(?:^|[\s"“(¡¿])\pL+(?:[013457]\p{Ll}+){2,4}(?:[^\pL\d@._/-]|$)`)

// Digits puts letters for the digits that stand within words, "l1br4ry". What it
// returns is as long.
func Digits(s string) string {
	if !digitWithin(s) {
		return s // quicker than the expression
	}
	return leet().ReplaceAllStringFunc(s, func(word string) string {
		return strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t").Replace(word)
	})
}

// digitWithin reports whether a digit that may stand for a letter has letters on
// both sides.
func digitWithin(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if strings.IndexByte("013457", s[i]) >= 0 && letterByte(s[i-1]) && letterByte(s[i+1]) {
			return true
		}
	}
	return false
}

func letterByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

// between are the marks that may stand between letters which are spread.
const between = " ._*·-"

// fewestSpread is how many letters of a word have a mark after them at least.
const fewestSpread = 5

// spreads reports whether so many letters in a row have a mark each.
func spreads(s string) bool {
	n, after := 0, false // letters with a mark; whether a letter went before
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) && n >= fewestSpread && !after:
			return true
		case unicode.IsLetter(r) && !after:
			after = true
		case after && strings.ContainsRune(between, r):
			n, after = n+1, false
		default:
			n, after = 0, unicode.IsLetter(r)
		}
	}
	return false
}

// Gather puts words together whose letters stand apart, "l i b r a r y", and
// returns the offset in the text of each byte of what it made, with the text's
// length at the end. The offsets are nil where nothing stands apart.
func Gather(s string) (words string, at []int) {
	if !spreads(s) {
		return s, nil // quicker than the expression
	}
	found := spread().FindAllStringSubmatchIndex(s, -1)
	if found == nil {
		return s, nil
	}
	var b strings.Builder
	last := 0
	for _, m := range append(found, []int{0, 0, len(s), len(s)}) {
		b.WriteString(s[last:m[2]])
		for i := last; i < m[2]; i++ {
			at = append(at, i)
		}
		for i, c := range s[m[2]:m[3]] {
			if !strings.ContainsRune(between, c) {
				n, _ := b.WriteRune(c)
				for range n {
					at = append(at, m[2]+i)
				}
			}
		}
		last = m[3]
	}
	return b.String(), append(at, len(s))
}
