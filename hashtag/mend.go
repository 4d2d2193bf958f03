package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// Inline marks the first word of the text that is t, whatever its case, with the sign,
// where every platform will link it: it stands after white space and before white
// space or plain punctuation. It reports whether there was one.
func Inline(text string, t Tag) (string, bool) {
	key := t.Key()
	for i := 0; i < len(text); {
		n := scan.RunLength(text[i:], scan.IsWord)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		if followsSpace(scan.RuneBefore(text, i)) && endsTag(text[i+n:]) && Tag(text[i:i+n]).Key() == key {
			return text[:i] + "#" + text[i:], true
		}
		i += n
	}
	return text, false
}

// endsTag reports what may follow a tag on every platform.
func endsTag(rest string) bool {
	rest = strings.TrimLeft(rest, ".,;:!?…،؛؟")
	r := scan.RuneAt(rest, 0)
	return r < 0 || unicode.IsSpace(r)
}

// A writtenTag is a tag as it stands in a text: its sign at mark, its name up to end.
// Signs before its own, as in ##Tag, begin at start.
type writtenTag struct {
	scan.Mark
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
	for m, ok := scan.NextMark(text, 0, '#', "＃"); ok; m, ok = scan.NextMark(text, m.After, '#', "＃") {
		if m.At != after {
			start = m.At
		}
		after = m.After
		for len(links) > 0 && links[0].End <= m.At {
			links = links[1:]
		}
		if len(links) > 0 && links[0].Start <= m.At {
			continue
		}
		end := m.After + len(strings.TrimRight(text[m.After:m.After+scan.RunLength(text[m.After:], scan.IsWord)], "_"))
		if t, err := ParseTag(text[m.After:end]); err == nil {
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
		from = w.At
		switch before := scan.RuneBefore(text, w.start); {
		case opensPhrase(before):
			from = w.After
			lifted = append(lifted, w.tag)
		case w.start == last || standsOff(before):
			b.WriteByte(' ')
		}
		b.WriteString(text[from:w.end])
		from, last = w.end, w.end
		if glues(scan.RuneAt(text, w.end)) {
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
		if scan.IsWord(scan.RuneBefore(text, w.start)) {
			continue
		}
		b.WriteString(text[from:w.start])
		from = w.After
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
	return glues(r) || r >= 0 && !unicode.IsSpace(r) && !scan.IsWord(r) && !strings.ContainsRune("&=@", r)
}
