package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
)

// xHashtags finds tags as X's pattern does: what it has read, even a tag that it then
// refuses, cannot stand before the next one.
func xHashtags(es []Entity, text string) []Entity {
	read := 0
	for m, ok := nextMark(text, 0, '#', "＃"); ok; m, ok = nextMark(text, max(m.after, read), '#', "＃") {
		if m.at < read || !xTagMayFollow(text, m.at, read) || startsEmojiSign(text[m.after:]) {
			continue
		}
		end, letter := xTagEnd(text, m.after)
		if !letter {
			continue
		}
		read = end
		rest := text[end:]
		if strings.HasPrefix(rest, "#") || strings.HasPrefix(rest, "＃") || strings.HasPrefix(rest, "://") {
			continue
		}
		es = append(es, entity(KindHashtag, text, m.at, end, text[m.after:end]))
	}
	return es
}

// xTagMayFollow reports whether a tag may begin at i: at the start, or after a rune
// that is not yet read and is no letter, digit or "&".
func xTagMayFollow(text string, i, read int) bool {
	if i == 0 {
		return true
	}
	r, n := utf8.DecodeLastRuneInString(text[:i])
	if i-n < read {
		return false
	}
	return r == emoji.Style || r == emoji.TextStyle || r != '&' && !isXTagLetter(r) && !isXTagOther(r)
}

// startsEmojiSign: "#" with a style or keycap after it is an emoji.
func startsEmojiSign(s string) bool {
	return strings.HasPrefix(s, "\uFE0F") || strings.HasPrefix(s, "\u20E3")
}

func xTagEnd(text string, i int) (end int, letter bool) {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isXTagLetter(r) {
			letter = true
		} else if !isXTagOther(r) {
			break
		}
		i += n
	}
	return i, letter
}

func isXTagLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlpha(r)
	}
	return unicode.Is(xTagLetters, r)
}

func isXTagOther(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '_' || '0' <= r && r <= '9'
	}
	return unicode.Is(xTagOthers, r)
}

// maxName is the longest name that X reads after "@"; what follows is not part of it.
const maxName = 20

// xMentions finds names and lists: "@name", "@name/list".
func xMentions(es []Entity, text string) []Entity {
	read := 0
	for m, ok := nextMark(text, 0, '@', "＠"); ok; m, ok = nextMark(text, max(m.after, read), '@', "＠") {
		if m.at < read || !xNameMayFollow(text, m.at, read) {
			continue
		}
		name := m.after + asciiRun(text[m.after:], maxName, false)
		if name == m.after {
			continue
		}
		end := name + xListLength(text[name:])
		read = end
		if endsNoName(text, end) {
			continue
		}
		es = append(es, entity(KindMention, text, m.at, end, text[m.after:end]))
	}
	return es
}

// asciiRun counts the letters, digits and "_" (and "-" if dash) that s begins with.
func asciiRun(s string, limit int, dash bool) int {
	i := 0
	for i < len(s) && i < limit && (isASCIILetter(s[i]) || isDigit(s[i]) || s[i] == '_' || dash && s[i] == '-') {
		i++
	}
	return i
}

// xListLength reads "/list": a letter and up to 24 characters.
func xListLength(s string) int {
	if len(s) < 2 || s[0] != '/' || !isASCIILetter(s[1]) {
		return 0
	}
	return 2 + asciiRun(s[2:], 24, true)
}

// xNameMayFollow reports whether a mention may begin at i: after nothing, after a rune
// that is none of a name or of !#$%&*@, or after "RT" that stands by itself.
func xNameMayFollow(text string, i, read int) bool {
	if i == 0 {
		return true
	}
	r, n := utf8.DecodeLastRuneInString(text[:i])
	if i-n >= read && !asciiWord(r) && !strings.ContainsRune("!#$%&*@＠", r) {
		return true
	}
	if i < 2 || !strings.EqualFold(text[i-2:i], "rt") {
		return false
	}
	if i == 2 {
		return true
	}
	r, n = utf8.DecodeLastRuneInString(text[:i-2])
	return i-2-n >= read && !asciiWord(r) && !strings.ContainsRune("+~.-", r)
}

// xCashtags finds ticker symbols: "$ABC", "$ABC.DE".
func xCashtags(es []Entity, text string) []Entity {
	for i := strings.IndexByte(text, '$'); i >= 0 && i < len(text); {
		if end := xCashtagEnd(text, i); end > 0 && (i == 0 || isXSpace(runeBefore(text, i))) {
			es = append(es, entity(KindCashtag, text, i, end, text[i+1:end]))
		}
		next := strings.IndexByte(text[i+1:], '$')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return es
}

func xCashtagEnd(text string, i int) int {
	end := i + 1 + letters(text[i+1:], 6)
	if end == i+1 {
		return 0
	}
	if end < len(text) && (text[end] == '.' || text[end] == '_') {
		if n := letters(text[end+1:], 2); n > 0 && xCashtagMayEnd(text, end+1+n) {
			return end + 1 + n
		}
	}
	if !xCashtagMayEnd(text, end) {
		return 0
	}
	return end
}

// letters counts the ASCII letters that s begins with, up to limit.
func letters(s string, limit int) int {
	i := 0
	for i < len(s) && i < limit && isASCIILetter(s[i]) {
		i++
	}
	return i
}

func xCashtagMayEnd(text string, i int) bool {
	r := runeAt(text, i)
	return r < 0 || isJSSpace(r) || strings.ContainsRune("!'#%&()*+,\\-./:;<=>?@[]^_{|}~$", r)
}
