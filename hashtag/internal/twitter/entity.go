package twitter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// A Kind is what X makes of a piece of text.
type Kind int

// The kinds of what X links.
const (
	Hashtag Kind = iota
	Mention
	Link
	Cashtag
)

// An Entity is a piece of a text that X links.
type Entity struct {
	Kind
	scan.Span
}

// Entities returns what X links in a text, in order, not overlapping.
func Entities(text string) []Entity {
	var es []Entity
	for _, u := range grammar.Links(text) {
		es = append(es, Entity{Link, u})
	}
	es = mentions(es, text)
	es = hashtags(es, text)
	es = cashtags(es, text)
	return scan.Apart(es, func(e Entity) scan.Span { return e.Span })
}

// hashtags finds tags as X's pattern does: what it has read, even a tag that it then
// refuses, cannot stand before the next one.
func hashtags(es []Entity, text string) []Entity {
	read := 0
	for m, ok := scan.NextMark(text, 0, '#', "＃"); ok; m, ok = scan.NextMark(text, max(m.After, read), '#', "＃") {
		if m.At < read || !tagMayFollow(text, m.At, read) || emoji.FollowsSign(text[m.After:]) {
			continue
		}
		end, letter := tagEnd(text, m.After)
		if !letter {
			continue
		}
		read = end
		rest := text[end:]
		if strings.HasPrefix(rest, "#") || strings.HasPrefix(rest, "＃") || strings.HasPrefix(rest, "://") {
			continue
		}
		es = append(es, Entity{Hashtag, scan.Span{Start: m.At, End: end}})
	}
	return es
}

// tagMayFollow reports whether a tag may begin at i: at the start, or after a rune
// that is not yet read and is no letter, digit or "&".
func tagMayFollow(text string, i, read int) bool {
	if i == 0 {
		return true
	}
	r, n := utf8.DecodeLastRuneInString(text[:i])
	if i-n < read {
		return false
	}
	return r == emoji.Style || r == emoji.TextStyle || r != '&' && !isTagLetter(r) && !isTagOther(r)
}

func tagEnd(text string, i int) (end int, letter bool) {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isTagLetter(r) {
			letter = true
		} else if !isTagOther(r) {
			break
		}
		i += n
	}
	return i, letter
}

func isTagLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return scan.IsAlpha(r)
	}
	return unicode.Is(tagLetters, r)
}

func isTagOther(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '_' || '0' <= r && r <= '9'
	}
	return unicode.Is(tagOthers, r)
}

// maxName is the longest name that X reads after "@"; what follows is not part of it.
const maxName = 20

// mentions finds names and lists: "@name", "@name/list".
func mentions(es []Entity, text string) []Entity {
	read := 0
	for m, ok := scan.NextMark(text, 0, '@', "＠"); ok; m, ok = scan.NextMark(text, max(m.After, read), '@', "＠") {
		if m.At < read || !nameMayFollow(text, m.At, read) {
			continue
		}
		name := m.After + scan.NameLength(text[m.After:], maxName, false)
		if name == m.After {
			continue
		}
		end := name + listLength(text[name:])
		read = end
		if EndsNoName(text, end) {
			continue
		}
		es = append(es, Entity{Mention, scan.Span{Start: m.At, End: end}})
	}
	return es
}

// listLength reads "/list": a letter and up to 24 characters.
func listLength(s string) int {
	if len(s) < 2 || s[0] != '/' || !scan.IsASCIILetter(s[1]) {
		return 0
	}
	return 2 + scan.NameLength(s[2:], 24, true)
}

// nameMayFollow reports whether a mention may begin at i: after nothing, after a rune
// that is none of a name or of !#$%&*@, or after "RT" that stands by itself.
func nameMayFollow(text string, i, read int) bool {
	if i == 0 {
		return true
	}
	r, n := utf8.DecodeLastRuneInString(text[:i])
	if i-n >= read && !scan.IsASCIIWord(r) && !strings.ContainsRune("!#$%&*@＠", r) {
		return true
	}
	if i < 2 || !strings.EqualFold(text[i-2:i], "rt") {
		return false
	}
	if i == 2 {
		return true
	}
	r, n = utf8.DecodeLastRuneInString(text[:i-2])
	return i-2-n >= read && !scan.IsASCIIWord(r) && !strings.ContainsRune("+~.-", r)
}

// cashtags finds ticker symbols: "$ABC", "$ABC.DE".
func cashtags(es []Entity, text string) []Entity {
	for i := strings.IndexByte(text, '$'); i >= 0 && i < len(text); {
		if end := cashtagEnd(text, i); end > 0 && (i == 0 || IsSpace(scan.RuneBefore(text, i))) {
			es = append(es, Entity{Cashtag, scan.Span{Start: i, End: end}})
		}
		next := strings.IndexByte(text[i+1:], '$')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return es
}

func cashtagEnd(text string, i int) int {
	end := i + 1 + letters(text[i+1:], 6)
	if end == i+1 {
		return 0
	}
	if end < len(text) && (text[end] == '.' || text[end] == '_') {
		if n := letters(text[end+1:], 2); n > 0 && cashtagMayEnd(text, end+1+n) {
			return end + 1 + n
		}
	}
	if !cashtagMayEnd(text, end) {
		return 0
	}
	return end
}

// letters counts the ASCII letters that s begins with, up to limit.
func letters(s string, limit int) int {
	i := 0
	for i < len(s) && i < limit && scan.IsASCIILetter(s[i]) {
		i++
	}
	return i
}

func cashtagMayEnd(text string, i int) bool {
	r := scan.RuneAt(text, i)
	return r < 0 || scan.IsJSSpace(r) || strings.ContainsRune("!'#%&()*+,\\-./:;<=>?@[]^_{|}~$", r)
}

// EndsNoName reports what keeps a name before i from being a mention.
func EndsNoName(text string, i int) bool {
	r := scan.RuneAt(text, i)
	return r == '@' || r == '＠' || r > 0 && unicode.Is(nameEnds, r) || strings.HasPrefix(text[i:], "://")
}
