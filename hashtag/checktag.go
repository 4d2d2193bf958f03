package hashtag

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
	for m, ok := nextMark(c.text, 0, '#', "＃"); ok; m, ok = nextMark(c.text, m.after, '#', "＃") {
		for len(links) > 0 && links[0].End <= m.at {
			links = links[1:]
		}
		if m.at >= read && (len(links) == 0 || links[0].Start > m.at) {
			c.tag(m, linked[m.at], some)
			read = linked[m.at].End
		}
	}
}

// tag looks at the tag at m, which the platform links as e, or not at all if that is
// zero; some says that it links a tag in the text.
func (c *checkup) tag(m mark, e Entity, some bool) {
	end := m.after + runLength(c.text[m.after:], isWord)
	name, message := c.text[m.after:end], fmt.Sprintf("%s does not link %s: ", c.p.Name, c.text[m.at:end])
	switch {
	case e.Text != "":
		c.linkedTag(e, end)
	case isDigits(name):
		c.add(TagNotLinked, m.at, end, message+"it has no letter", "")
	case strings.ContainsFunc(name, unicode.IsLetter):
		why, advice := c.notLinked(m, end, some)
		c.add(TagNotLinked, m.at, end, message+why, advice)
	}
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// linkedTag looks at a tag that links. Its word ends at end.
func (c *checkup) linkedTag(e Entity, end int) {
	switch meant := end + tagTail(c.text[end:]); {
	case e.End != end:
		c.add(TagDiffers, e.Start, max(e.End, end), fmt.Sprintf("%s links %s as the tag", c.p.Name, e.Text),
			"put a space or plain punctuation after the word")
	case meant != end:
		c.add(TagDiffers, e.Start, meant, fmt.Sprintf("%s links only %s of %s", c.p.Name, e.Text, c.text[e.Start:meant]),
			"write the tag as one word")
	}
	for _, p := range Tag(e.Value).Check() {
		p.Start += e.End - len(e.Value)
		p.End += e.End - len(e.Value)
		c.problems = append(c.problems, p)
	}
}

// tagTail gives the length of what follows a tag's word as if it belonged to it: "-19" or
// "'s".
func tagTail(s string) int {
	sign, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("-'’&", sign) {
		return 0
	}
	if word := runLength(s[n:], isWord); word > 0 {
		return n + word
	}
	return 0
}

// notLinked says why the platform does not link the tag at m whose word ends at end;
// some says that it links another.
func (c *checkup) notLinked(m mark, end int, some bool) (why, advice string) {
	before, after := runeBefore(c.text, m.at), runeAt(c.text, end)
	switch {
	case c.p.MaxTags < 0:
		return "it links no hashtags", ""
	case some && c.p.MaxTags == 1:
		return "only one can link", ""
	case after == '#' || after == '＃' || before == '#' || before == '＃':
		return "another # stands against it", "put a space between"
	case opensPhrase(before):
		return fmt.Sprintf("it follows %q", before), "take the # off, and put the tag at the end"
	case before >= 0 && !unicode.IsSpace(before):
		return fmt.Sprintf("it follows %q", before), "put a space before it"
	case utf8.RuneCountInString(c.text[m.after:end]) > maxTopic:
		return "it is too long", ""
	}
	return "of what follows it", "put a space after it"
}

// Lengths, in letters, from which a tag without capitals is likely to be several words,
// and one of capitals alone several acronyms.
const (
	longWord    = 12
	longAcronym = 7
)

// Check gives what makes a tag hard to read, above all for people who listen to it:
// several words without capitals, acronyms that run together, styled letters, emoji.
// Offsets are in the tag without its sign. Changing its case does not change a tag.
func (t Tag) Check() []Problem {
	c := &checkup{text: string(t)}
	const each = "begin each word with a capital: #LikeThis"
	if n := len(t); strings.IndexFunc(string(t), unicode.IsUpper) < 0 && lettersOnly(t) && utf8.RuneCountInString(string(t)) >= longWord {
		c.add(TagHardToRead, 0, n, fmt.Sprintf("%s reads as one word", t), each)
	}
	if start, end := longestRun(string(t), unicode.IsUpper); utf8.RuneCountInString(string(t)[start:end]) >= longAcronym {
		c.add(TagHardToRead, start, end, fmt.Sprintf("%s reads as one acronym", t[start:end]), "keep acronyms apart, or one at the end")
	}
	for i, r := range string(t) {
		switch n := utf8.RuneLen(r); {
		case r == utf8.RuneError:
		case styledLetter(r):
			c.add(StyledLetters, i, i+n, fmt.Sprintf("%c is no letter to a screen reader", r), "write it with plain letters")
		case isEmojiRune(r):
			c.add(TagHardToRead, i, i+n, fmt.Sprintf("platforms disagree whether %c belongs to the tag", r), "put a space before it")
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
		n := runLength(s[i:], in)
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
