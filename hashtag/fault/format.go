package fault

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// Fill puts values into the words. say says a value that is an error.
func (w Words) Fill(lang language.Tag, values Values, say func(error) string) Words {
	return Words{Format(w.Message, lang, values, say), Format(w.Fix, lang, values, say)}
}

// Format fills a sentence in a small part of ICU MessageFormat: {name} is a
// value, and
//
//	{n, plural, one {# card} other {# cards}}
//
// chooses by the plural category that CLDR gives the number n in the language,
// or by =0, =1 … where the number is just that; # is the number. {{ and }} are
// braces. A name without a value stays as it is written. Strings lose line
// breaks and what cannot be seen: they are escaped as in Go.
func Format(sentence string, lang language.Tag, values Values, say func(error) string) string {
	f := formatter{lang: lang, values: values, say: say}
	f.write(sentence, "#")
	return f.out.String()
}

type formatter struct {
	lang   language.Tag
	values Values
	say    func(error) string
	out    strings.Builder
}

// write fills s, in which # stands for number.
func (f *formatter) write(s, number string) {
	for p := range pieces(s) {
		switch {
		case p.argument:
			f.argument(p.text)
		case p.text == "#":
			f.out.WriteString(number)
		default:
			f.out.WriteString(p.text)
		}
	}
}

// A piece of a sentence is a text, "#", or what stands between two braces.
type piece struct {
	text     string
	argument bool
}

func pieces(s string) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for s != "" {
			p, n := first(s)
			if !yield(p) {
				return
			}
			s = s[n:]
		}
	}
}

// first is the piece that s begins with, and how many bytes of s it takes.
func first(s string) (p piece, n int) {
	end := closing(s)
	switch {
	case strings.HasPrefix(s, "{{"), strings.HasPrefix(s, "}}"):
		return piece{text: s[:1]}, 2
	case end > 0:
		return piece{s[1:end], true}, end + 1
	case strings.IndexByte("{}#", s[0]) >= 0:
		return piece{text: s[:1]}, 1
	}
	if n = strings.IndexAny(s, "{}#"); n < 0 {
		n = len(s)
	}
	return piece{text: s[:n]}, n
}

// closing is where the brace that s begins with is closed, or -1.
func closing(s string) int {
	if s[0] != '{' {
		return -1
	}
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func (f *formatter) argument(s string) {
	name, rest, _ := strings.Cut(s, ",")
	name = strings.TrimSpace(name)
	value, ok := f.values[name]
	if !ok {
		f.out.WriteString("{" + s + "}")
		return
	}
	kind, forms, choice := strings.Cut(rest, ",")
	if !choice || strings.TrimSpace(kind) != "plural" {
		f.out.WriteString(f.text(value))
		return
	}
	f.write(f.form(parseForms(forms), value), f.text(value))
}

// form chooses the words for a number.
func (f *formatter) form(forms map[string]string, number any) string {
	digits := f.text(number)
	if exact, ok := forms["="+digits]; ok {
		return exact
	}
	if words, ok := forms[Plural(f.lang, digits)]; ok {
		return words
	}
	return forms["other"]
}

// parseForms reads `one {…} other {…}`.
func parseForms(s string) map[string]string {
	forms := make(map[string]string)
	for {
		open := strings.IndexByte(s, '{')
		if open < 0 {
			return forms
		}
		end := closing(s[open:])
		if end < 0 {
			return forms
		}
		forms[strings.TrimSpace(s[:open])] = s[open+1 : open+end]
		s = s[open+end+1:]
	}
}

// text writes a value.
func (f *formatter) text(value any) string {
	switch v := value.(type) {
	case string:
		return visible(v)
	case []string:
		return visible(strings.Join(v, ", "))
	case error:
		return f.say(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return visible(fmt.Sprint(value))
}

// visible escapes line breaks and what cannot be seen, as Go's strings do.
func visible(s string) string {
	r, at, found := runes.Line.Find(s)
	if !found {
		return s
	}
	var b strings.Builder
	for ; found; r, at, found = runes.Line.Find(s) {
		_, n := utf8.DecodeRuneInString(s[at:])
		b.WriteString(s[:at] + strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		s = s[at+n:]
	}
	return b.String() + s
}

// categories are CLDR's names of the plural forms.
var categories = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// Plural is the plural category that CLDR gives a number in a language: zero,
// one, two, few, many or other. digits is the number in ASCII, "3" or "1.50";
// what is no number is other.
func Plural(lang language.Tag, digits string) string {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(digits, "-"), ".")
	i, err := strconv.Atoi(whole)
	f, err2 := strconv.Atoi("0" + fraction)
	if err != nil || err2 != nil {
		return "other"
	}
	t, shown := strings.TrimRight(fraction, "0"), len(fraction)
	trimmed, _ := strconv.Atoi("0" + t)
	return categories[plural.Cardinal.MatchPlural(lang, i%10_000_000, shown, len(t), f, trimmed)]
}

// Names are the values that a sentence names, with those within its plural
// forms, once each and in order.
func Names(sentence string) (names []string) {
	for p := range pieces(sentence) {
		if !p.argument {
			continue
		}
		name, rest, _ := strings.Cut(p.text, ",")
		found := []string{strings.TrimSpace(name)}
		forms := parseForms(rest)
		for _, category := range slices.Sorted(maps.Keys(forms)) {
			found = append(found, Names(forms[category])...)
		}
		for _, name := range found {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
