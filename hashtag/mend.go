package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
	rest = strings.TrimLeft(rest, ".,;:!?…")
	r := runeAt(rest, 0)
	return r < 0 || unicode.IsSpace(r)
}

// mendTags makes the tags in a text such that every platform links them. One after
// opening punctuation loses its sign and is given back, one glued to a tag or an emoji
// is set apart by a space.
func mendTags(text string) (mended string, lifted []Tag) {
	if !strings.ContainsAny(text, "#＃") {
		return text, nil
	}
	links := plainLinks(nil, text, true)
	var b strings.Builder
	from, last := 0, -1 // last: where the tag before ends
	for m, ok := nextMark(text, 0, '#', "＃"); ok; m, ok = nextMark(text, m.after, '#', "＃") {
		end := m.after + runLength(text[m.after:], isWord)
		t, err := ParseTag(text[m.after:end])
		for len(links) > 0 && links[0].End <= m.at {
			links = links[1:]
		}
		if err != nil || len(links) > 0 && links[0].Start <= m.at {
			continue
		}
		b.WriteString(text[from:m.at])
		from = m.at
		switch before, _ := utf8.DecodeLastRuneInString(text[:m.at]); {
		case m.at == last || m.at > 0 && glues(before):
			b.WriteByte(' ')
		case m.at > 0 && opensPhrase(before):
			from = m.after
			lifted = append(lifted, t)
		}
		b.WriteString(text[from:end])
		from, last = end, end
		if glues(runeAt(text, end)) {
			b.WriteByte(' ')
		}
	}
	b.WriteString(text[from:])
	return b.String(), lifted
}

// glues reports emoji and what may end one.
func glues(r rune) bool { return r == emojiStyle || r == keycap || r > 0 && isEmojiRune(r) }

// opensPhrase reports punctuation that some platforms do not link a tag after.
func opensPhrase(r rune) bool {
	return unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pd) || strings.ContainsRune("¡¿\"'»”’", r)
}
