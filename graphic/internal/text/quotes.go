package text

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
)

// Quotes are the quotation marks of a language, as CLDR has them.
type Quotes struct {
	Open, Close           string // around what somebody said
	innerOpen, innerClose string // within that
}

//go:embed quotes.txt
var quotesFile string

// quotesBy are the quotes of languages that do not write as English does.
var quotesBy = sync.OnceValue(func() map[string]Quotes {
	all := make(map[string]Quotes)
	for line := range strings.Lines(quotesFile) {
		if words := strings.Fields(line); words[0] != "#" {
			for _, lang := range words[4:] {
				all[lang] = Quotes{words[0], words[1], words[2], words[3]}
			}
		}
	}
	return all
})

// QuotesOf returns the quotation marks of a language, those of its parent
// where it has none of its own.
func QuotesOf(lang language.Tag) Quotes {
	for t := lang; t != language.Und; t = t.Parent() {
		if q, ok := quotesBy()[t.String()]; ok {
			return q
		}
	}
	base, _ := lang.Base()
	if q, ok := quotesBy()[base.String()]; ok {
		return q
	}
	return Quotes{"“", "”", "‘", "’"}
}

const apostrophe = '’'

// curl turns typewriter quotation marks and apostrophes into the language's
// own. Runes keep their number. Marks that are none stay: inches and feet, and
// the gershayim within a Hebrew word.
func curl(text []rune, lang string) {
	tag, _ := language.Parse(lang) // the zero tag writes as English does
	q := QuotesOf(tag)
	c := curler{text: text}
	c.pair('"', first(q.Open), first(q.Close), first(q.Close))
	c.pair('\'', first(q.innerOpen), first(q.innerClose), apostrophe)
}

func first(s string) rune { return []rune(s)[0] }

type curler struct{ text []rune }

// pair turns one kind of mark into two. What neither opens nor closes becomes
// alone.
func (c *curler) pair(mark, open, end, alone rune) {
	pending := false
	for i, r := range c.text {
		switch {
		case r != mark:
		case (c.opens(i) || !pending && c.prefixed(i)) && (mark == '"' || c.closed(i)):
			c.text[i], pending = open, true
		case pending && c.closes(i) && !c.measured(i):
			c.text[i], pending = end, false
		case c.sign(i):
		case mark == '"':
			c.text[i] = end
		default:
			c.text[i] = alone
		}
	}
}

// opens reports a mark that stands where a quotation begins.
func (c *curler) opens(i int) bool {
	if i+1 == len(c.text) || unicode.IsSpace(c.text[i+1]) {
		return false
	}
	if c.text[i] == '"' && i > 0 && inSet(c.text[i-1], "'’") && wordRune(c.text[i+1]) {
		return true // d'"été" and '"inner" outer'
	}
	return i == 0 || unicode.IsSpace(c.text[i-1]) || inSet(c.text[i-1], "([{«“„‘‚「『¿¡—–\"（：，。、")
}

// prefixed reports a mark that begins a quotation behind a letter: in a script
// without spaces, and in Hebrew behind a word of one letter, ב"הארץ", where a
// mark that closes is the next. Elsewhere in a Hebrew word it is a gershayim.
func (c *curler) prefixed(i int) bool {
	if i == 0 || i+1 == len(c.text) {
		return false
	}
	if noSpaces(c.text[i-1]) {
		return !unicode.IsSpace(c.text[i+1]) && slices.Contains(c.text[i+1:], c.text[i])
	}
	if c.text[i] != '"' || !inSet(c.text[i-1], "בהוכלמש") || i > 1 && wordRune(c.text[i-2]) || !wordRune(c.text[i+1]) {
		return false
	}
	next := slices.Index(c.text[i+1:], '"')
	return next > 1 && c.closes(i+1+next)
}

// measured reports inches behind feet, 6'2", that do not end the quotation they
// stand in, since another mark does.
func (c *curler) measured(i int) bool {
	start := i
	for start > 0 && (unicode.IsDigit(c.text[start-1]) || unicode.IsSpace(c.text[start-1])) {
		start--
	}
	return c.text[i] == '"' && start < i && start > 1 && c.text[start-1] == '\'' && unicode.IsDigit(c.text[start-2]) && slices.Contains(c.text[i+1:], '"')
}

// closes reports a mark that stands where a quotation may end, and not within
// a word.
func (c *curler) closes(i int) bool {
	return i > 0 && !unicode.IsSpace(c.text[i-1]) && (i+1 == len(c.text) || !wordRune(c.text[i+1]) || noSpaces(c.text[i+1]))
}

// noSpaces reports a letter of a script that puts no spaces between words.
func noSpaces(r rune) bool { return kindOf(r) != otherKind || thai(r) }

// closed reports an opening single mark that a closing one answers. Others are
// apostrophes, as in 'tis, and so are those around a letter: rock 'n' roll.
func (c *curler) closed(i int) bool {
	if unicode.IsDigit(c.text[i+1]) || elided[strings.ToLower(bare(wordAfter(c.text, i)))] {
		return false // the '90s
	}
	for j := i + 2; j < len(c.text); j++ {
		if c.text[j] == '\'' && c.closes(j) {
			return true
		}
	}
	return false
}

// elided are English and Dutch words that begin with an apostrophe.
var elided = set("tis twas twere til em n cause bout round neath s t k")

// sign reports a mark that is none of a quotation: inches and feet behind a
// number, a geresh or gershayim behind a Hebrew letter.
func (c *curler) sign(i int) bool {
	if i == 0 {
		return false
	}
	if unicode.IsNumber(c.text[i-1]) {
		return i+1 == len(c.text) || !unicode.IsLetter(c.text[i+1]) || inSet(c.text[i+1], "xX")
	}
	return unicode.Is(unicode.Hebrew, c.text[i-1])
}

// spaced sets the space that French puts within its quotation marks,
// where the writer has set none. It returns as many flags as runes.
func spaced(text []rune, strong []bool, lang language.Tag) ([]rune, []bool) {
	base, _ := lang.Base()
	if base.String() != "fr" {
		return text, strong
	}
	var out []rune
	var flags []bool
	add := func(r rune, s bool) { out, flags = append(out, r), append(flags, s) }
	for i, r := range text {
		if r == '»' && i > 0 && !unicode.IsSpace(text[i-1]) {
			add(nbsp, strong[i])
		}
		add(r, strong[i])
		if r == '«' && i+1 < len(text) && !unicode.IsSpace(text[i+1]) {
			add(nbsp, strong[i])
		}
	}
	return out, flags
}

func inSet(r rune, set string) bool { return strings.ContainsRune(set, r) }
