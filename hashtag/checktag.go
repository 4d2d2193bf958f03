package hashtag

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// tags compares every "#word" of the text, outside links, with what the platform makes
// of it.
func (c *checkup) tags() {
	if c.p.MaxTags >= 0 && !c.p.linksAny("#Tag") {
		return // plain text there, and no harm
	}
	linked := map[int]Entity{}
	for _, e := range c.ofKind(KindHashtag) {
		linked[e.Start] = e
	}
	links := append(c.ofKind(KindLink), plainLinks(nil, c.text, true)...)
	slices.SortStableFunc(links, func(a, b Entity) int { return a.Start - b.Start })
	some, read := len(linked) > 0, 0
	for m, ok := scan.NextMark(c.text, 0, '#', "＃"); ok; m, ok = scan.NextMark(c.text, m.After, '#', "＃") {
		for len(links) > 0 && links[0].End <= m.At {
			links = links[1:]
		}
		if m.At >= read && (len(links) == 0 || links[0].Start > m.At) {
			c.tag(m, linked[m.At], some)
			read = linked[m.At].End
		}
	}
}

// tag looks at the tag at m, which the platform links as e, or not at all if that is
// zero; some says that it links a tag in the text.
func (c *checkup) tag(m scan.Mark, e Entity, some bool) {
	end := m.After + scan.RunLength(c.text[m.After:], scan.IsWord)
	name := c.text[m.After:end]
	switch {
	case e.Text != "":
		c.linkedTag(e, end)
	case isDigits(name):
		c.add(TagNotLinked, "post-tag-digits", m.At, end, nil)
	case strings.ContainsFunc(name, unicode.IsLetter):
		c.add(TagNotLinked, c.notLinked(m, end, some), m.At, end, fault.Values{"before": string(max(0, scan.RuneBefore(c.text, m.At)))})
	}
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// linkedTag looks at a tag that links. Its word ends at end.
func (c *checkup) linkedTag(e Entity, end int) {
	switch meant := end + tagTail(c.text[end:]); {
	case e.End != end:
		c.add(TagDiffers, "post-tag-other", e.Start, max(e.End, end), fault.Values{"linked": e.Text})
	case meant != end:
		c.add(TagDiffers, "post-tag-part", e.Start, meant, fault.Values{"linked": e.Text})
	}
	for _, p := range Tag(e.Value).Check() {
		p.Start += e.End - len(e.Value)
		p.End += e.End - len(e.Value)
		c.problems = append(c.problems, p)
	}
}

// tagTail returns the length of what follows a tag's word as if it belonged to it: "-19" or
// "'s".
func tagTail(s string) int {
	sign, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("-'’&", sign) {
		return 0
	}
	if word := scan.RunLength(s[n:], scan.IsWord); word > 0 {
		return n + word
	}
	return 0
}

// notLinked is the rule why the platform does not link the tag at m whose word
// ends at end; some says that it links another.
func (c *checkup) notLinked(m scan.Mark, end int, some bool) string {
	before, after := scan.RuneBefore(c.text, m.At), scan.RuneAt(c.text, end)
	switch {
	case c.p.MaxTags < 0:
		return "post-tag-nowhere"
	case some && c.p.MaxTags == 1:
		return "post-tag-second"
	case after == '#' || after == '＃' || before == '#' || before == '＃':
		return "post-tag-sign"
	case opensPhrase(before):
		return "post-tag-phrase"
	case before >= 0 && !unicode.IsSpace(before):
		return "post-tag-glued"
	case utf8.RuneCountInString(c.text[m.After:end]) > maxTopic:
		return "post-tag-long"
	}
	return "post-tag-end"
}

// Lengths, in letters, from which a tag without capitals is likely to be several words,
// and one of capitals alone several acronyms.
const (
	longWord    = 12
	longAcronym = 7
)

// Check returns what makes a tag hard to read, above all for people who listen to it:
// several words without capitals, acronyms that run together, styled letters, emoji.
// Offsets are in the tag without its sign. Changing its case does not change a tag.
func (t Tag) Check() []Problem {
	c := &checkup{text: string(t)}
	if n := len(t); strings.IndexFunc(string(t), unicode.IsUpper) < 0 && lettersOnly(t) && utf8.RuneCountInString(string(t)) >= longWord {
		c.add(TagHardToRead, "hashtag-one-word", 0, n, fault.Values{"tag": t.String()})
	}
	if start, end := longestRun(string(t), unicode.IsUpper); utf8.RuneCountInString(string(t)[start:end]) >= longAcronym {
		c.add(TagHardToRead, "hashtag-one-acronym", start, end, nil)
	}
	for i, r := range string(t) {
		switch n := utf8.RuneLen(r); {
		case r == utf8.RuneError:
		case styledLetter(r):
			c.add(StyledLetters, "hashtag-styled-letter", i, i+n, nil)
		case emoji.IsRune(r):
			c.add(TagHardToRead, "hashtag-with-emoji", i, i+n, nil)
		}
	}
	return c.problems
}

func lettersOnly(t Tag) bool {
	return strings.IndexFunc(string(t), func(r rune) bool { return !unicode.IsLower(r) && !unicode.IsMark(r) }) < 0
}

// longestRun finds the longest run of runes that are in.
func longestRun(s string, in func(rune) bool) (start, end int) {
	for i := 0; i < len(s); {
		n := scan.RunLength(s[i:], in)
		if n > end-start {
			start, end = i, i+n
		}
		i += n
		if i < len(s) {
			_, n = utf8.DecodeRuneInString(s[i:])
			i += n
		}
	}
	return start, end
}
