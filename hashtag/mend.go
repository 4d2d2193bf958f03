package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
)

// Inline marks the first word of the text that is t, whatever its case, with the sign,
// where every platform will link it: it stands after white space and before white
// space or plain punctuation. It reports whether there was one.
func Inline(text string, t Tag) (string, bool) {
	key := t.Key()
	for i := 0; i < len(text); {
		n := runLength(text[i:], isWord)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		if followsSpace(runeBefore(text, i)) && endsTag(text[i+n:]) && Tag(text[i:i+n]).Key() == key {
			return text[:i] + "#" + text[i:], true
		}
		i += n
	}
	return text, false
}

// endsTag reports what may follow a tag on every platform.
func endsTag(rest string) bool {
	rest = strings.TrimLeft(rest, ".,;:!?…،؛؟")
	r := runeAt(rest, 0)
	return r < 0 || unicode.IsSpace(r)
}

// A writtenTag is a tag as it stands in a text: its sign at mark, its name up to end.
// Signs before its own, as in ##Tag, begin at start.
type writtenTag struct {
	mark
	start, end int
	tag        Tag
}

// writtenTags finds every sign with a name that could be a tag, whatever is before it,
// outside links.
func writtenTags(text string) []writtenTag {
	if !strings.ContainsAny(text, "#＃") {
		return nil
	}
	var found []writtenTag
	links := plainLinks(nil, text, true)
	start, after := 0, -1 // of the signs read last
	for m, ok := nextMark(text, 0, '#', "＃"); ok; m, ok = nextMark(text, m.after, '#', "＃") {
		if m.at != after {
			start = m.at
		}
		after = m.after
		for len(links) > 0 && links[0].End <= m.at {
			links = links[1:]
		}
		if len(links) > 0 && links[0].Start <= m.at {
			continue
		}
		end := m.after + len(strings.TrimRight(text[m.after:m.after+runLength(text[m.after:], isWord)], "_"))
		if t, err := ParseTag(text[m.after:end]); err == nil {
			found = append(found, writtenTag{m, start, end, t})
		}
	}
	return found
}

// mendTags makes the tags in a text such that every platform links them. One after
// opening punctuation or a mark of emphasis loses its sign and is given back, one
// glued to a tag, an emoji or another sign is set apart by a space, and of several
// signs one stays. What follows a letter, "&" or "=" is none of a tag.
func mendTags(text string) (mended string, lifted []Tag) {
	var b strings.Builder
	from, last := 0, -1 // last: where the tag before ends
	for _, w := range writtenTags(text) {
		b.WriteString(text[from:w.start])
		from = w.at
		switch before := runeBefore(text, w.start); {
		case opensPhrase(before):
			from = w.after
			lifted = append(lifted, w.tag)
		case w.start == last || standsOff(before):
			b.WriteByte(' ')
		}
		b.WriteString(text[from:w.end])
		from, last = w.end, w.end
		if glues(runeAt(text, w.end)) {
			b.WriteByte(' ')
		}
	}
	b.WriteString(text[from:])
	return b.String(), lifted
}

// withoutSigns makes the tags in a text plain words, for where they mean nothing. A sign
// within a word stays: it was none of a tag.
func withoutSigns(text string) string {
	var b strings.Builder
	from := 0
	for _, w := range writtenTags(text) {
		if isWord(runeBefore(text, w.start)) {
			continue
		}
		b.WriteString(text[from:w.start])
		from = w.after
	}
	b.WriteString(text[from:])
	return b.String()
}

// glues reports emoji and what may end one.
func glues(r rune) bool { return r == emoji.Style || r == emoji.Keycap || emoji.IsRune(r) }

// opensPhrase reports what goes before a word and which no space may follow: opening
// punctuation, and the marks by which messengers make a word bold.
func opensPhrase(r rune) bool {
	return unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pd) || strings.ContainsRune("¡¿\"'*~`", r)
}

// standsOff reports what some platforms do not link a tag after, and which a space may
// follow.
func standsOff(r rune) bool {
	return glues(r) || r >= 0 && !unicode.IsSpace(r) && !isWord(r) && !strings.ContainsRune("&=@", r)
}
