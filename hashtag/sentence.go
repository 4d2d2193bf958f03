package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// A cutLevel is how good a place is to break a text, the best last.
type cutLevel int

const (
	cutTight cutLevel = iota // within what belongs together, as after "Dr."
	cutWord
	cutClause
	cutSentence
	cutParagraph
)

// A cut is a place where a text may be broken: what is before ends at end, what is after
// begins at next; the space between is dropped.
type cut struct {
	end, next int
	level     cutLevel
	lone      bool // leaves one word alone: since the sentence began, or up to the text's end
}

// cuts returns every place where the text may be broken, in order, and its end.
func cuts(text string, lang language.Tag) []cut {
	c := cutter{text: text, short: abbreviations(lang)}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case isBreakingSpace(r):
			n = scan.RunLength(text[i:], isBreakingSpace)
			c.space(i, i+n)
		case isIdeographic(r) && c.mayCutIdeographs(i, r):
			c.add(i, i, c.ideographLevel(i))
		}
		i += n
	}
	c.markLastWord()
	c.add(len(text), len(text), cutParagraph)
	return c.found
}

// maxAside bounds, in bytes, what a sentence may have after it in parentheses.
const maxAside = 200

type cutter struct {
	text     string
	short    map[string]abbreviation
	found    []cut
	sentence int  // where the sentence began
	word     int  // where the word began
	words    int  // in the sentence
	aside    bool // in parentheses that follow a sentence, such as its source
}

func (c *cutter) add(end, next int, level cutLevel) {
	if level > cutTight {
		c.words++
	}
	lone := level < cutSentence && c.words <= 1
	c.found = append(c.found, cut{end, next, level, lone})
	c.word = next
	if level >= cutSentence {
		c.sentence, c.words = next, 0
	}
}

// markLastWord marks the cut before the text's last word.
func (c *cutter) markLastWord() {
	for i := len(c.found) - 1; i >= 0; i-- {
		c.found[i].lone = true
		if c.found[i].level > cutTight {
			return
		}
	}
}

// space judges the white space text[end:next].
func (c *cutter) space(end, next int) {
	if end == 0 || next == len(c.text) {
		c.word, c.sentence = next, next
		return
	}
	c.add(end, next, c.level(end, next))
}

func (c *cutter) level(end, next int) cutLevel {
	if strings.Count(c.text[end:next], "\n") > 1 {
		return cutParagraph
	}
	word := strings.TrimRightFunc(c.text[c.word:end], isClosing)
	last, _ := utf8.DecodeLastRuneInString(word)
	switch {
	case last == '.' && c.abbreviates(word, next):
		if strings.Contains(c.text[end:next], "\n") {
			return cutSentence
		}
		return cutTight
	case c.aside && strings.Contains(c.text[c.word:end], ")"):
		c.aside = false
		return cutSentence
	case strings.ContainsRune(".!?…؟۔।。！？", last) && c.beginsSentence(next):
		if c.text[next] == '(' && strings.IndexByte(c.text[next:min(len(c.text), next+maxAside)], ')') > 0 {
			c.aside = true
			return cutClause
		}
		return cutSentence
	case strings.Contains(c.text[end:next], "\n"):
		return cutSentence
	case strings.ContainsRune(",;:—–،؛、，；：", last), len(word) < end-c.word:
		return cutClause
	}
	return cutWord
}

// beginsSentence: a sentence does not begin in lower case.
func (c *cutter) beginsSentence(i int) bool {
	rest := strings.TrimLeftFunc(c.text[i:], func(r rune) bool {
		return unicode.IsPunct(r) && r != '#' && r != '@'
	})
	return !unicode.IsLower(scan.RuneAt(rest, 0))
}

// abbreviates reports whether the full stop that ends word may not end the sentence:
// "Dr.", "EE.", "U.S.", "No." before a number, an initial, or the number of a list's entry.
func (c *cutter) abbreviates(word string, next int) bool {
	name := strings.TrimLeftFunc(strings.TrimSuffix(word, "."), func(r rune) bool { return !scan.IsAlnum(r) })
	if strings.Trim(name, "0123456789") == "" {
		return c.word == c.sentence && name != ""
	}
	if utf8.RuneCountInString(name) == 1 {
		return true
	}
	switch c.short[strings.ToLower(name)] {
	case always:
		return true
	case beforeNumber:
		return scan.IsDigit(c.text[next])
	}
	return initials(name)
}

// initials reports letters with full stops between them: U.S, EE.UU, p.m.
func initials(s string) bool {
	if !strings.Contains(s, ".") {
		return false
	}
	for part := range strings.SplitSeq(s, ".") {
		if n := utf8.RuneCountInString(part); n == 0 || n > 2 || strings.IndexFunc(part, unicode.IsLetter) < 0 {
			return false
		}
	}
	return true
}

// isClosing reports what may follow the punctuation that ends a sentence.
func isClosing(r rune) bool { return strings.ContainsRune(")]}\"'»”’›」』）", r) }

// isBreakingSpace leaves out the spaces that hold words together.
func isBreakingSpace(r rune) bool {
	return unicode.IsSpace(r) && r != 0xA0 && r != 0x202F && r != 0x2007
}

// isIdeographic reports scripts that write without spaces and break anywhere.
func isIdeographic(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// mayCutIdeographs: between two of them, not before a small or iteration sign.
func (c *cutter) mayCutIdeographs(i int, r rune) bool {
	before := scan.RuneBefore(c.text, i)
	if i <= c.word || strings.ContainsRune("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々ゝゞヽヾ", r) {
		return false
	}
	return isIdeographic(before) || strings.ContainsRune("。！？、，；：」』）", before)
}

func (c *cutter) ideographLevel(i int) cutLevel {
	switch before := strings.TrimRightFunc(c.text[c.word:i], isClosing); {
	case strings.HasSuffix(before, "。"), strings.HasSuffix(before, "！"), strings.HasSuffix(before, "？"):
		return cutSentence
	case strings.HasSuffix(before, "、"), strings.HasSuffix(before, "，"), strings.HasSuffix(before, "；"):
		return cutClause
	}
	return cutWord
}

// An abbreviation is a word whose full stop does not end a sentence.
type abbreviation int

const (
	always       abbreviation = iota + 1
	beforeNumber              // else it is a word like "no", "art" or "mar"
)

// Words that end in a full stop within a sentence, by language.
var abbreviated = map[string][2]string{
	"en": {
		"mr mrs ms dr prof sr jr st vs e.g i.e inc ltd co corp gov sen rep gen lt col sgt capt rev hon dept eds",
		"no nos art sec fig vol pp ed approx jan feb mar apr jun jul aug sep sept oct nov dec",
	},
	"es": {
		"sr sra sres sras srta dr dra dres lic ing arq prof profa ud uds vd vds dña ee uu p.ej ej av avda dpto depto gral gob pdte fr " +
			"hno mons s.a inc",
		"núm nro no pág págs art arts cap vol tel aprox ene feb mar abr may jun jul ago sep sept oct nov dic",
	},
}

// abbreviations returns the abbreviations of a language, or all if it is unknown.
func abbreviations(lang language.Tag) map[string]abbreviation {
	base, _, _ := lang.Raw()
	lists := [][2]string{abbreviated[base.String()]}
	if lists[0][0] == "" {
		lists = [][2]string{abbreviated["en"], abbreviated["es"]}
	}
	set := make(map[string]abbreviation)
	for _, list := range lists {
		for i, words := range list {
			for _, w := range strings.Fields(words) {
				set[w] = abbreviation(i + 1)
			}
		}
	}
	return set
}
