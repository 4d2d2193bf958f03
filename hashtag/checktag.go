package hashtag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tags compares every "#word" of the text with what the platform makes of it.
func (c *checkup) tags() {
	linked := map[int]Entity{}
	for _, e := range c.entities {
		for i := e.Start; e.Kind == KindLink && i < e.End; i++ {
			if c.text[i] == '#' {
				linked[i] = e
			}
		}
		if e.Kind == KindHashtag {
			linked[e.Start] = e
		}
	}
	some := len(c.ofKind(KindHashtag)) > 0
	mute := c.p.MaxTags >= 0 && !c.p.linksAny("#Tag") // tags are plain text there, and do no harm
	for m, ok := nextMark(c.text, 0, '#', "＃"); ok; m, ok = nextMark(c.text, m.after, '#', "＃") {
		end := m.after + runLength(c.text[m.after:], isWord)
		e, found := linked[m.at]
		switch name := c.text[m.after:end]; {
		case mute, found && e.Kind == KindLink:
		case strings.IndexFunc(name, unicode.IsLetter) < 0:
			if isDigits(name) {
				c.add(TagNotLinked, m.at, end, fmt.Sprintf("%s does not link %s: it has no letter", c.p.Name, c.text[m.at:end]), "")
			}
		case !found:
			why, advice := c.notLinked(m, end, some)
			c.add(TagNotLinked, m.at, end, fmt.Sprintf("%s does not link %s: %s", c.p.Name, c.text[m.at:end], why), advice)
		default:
			c.linkedTag(e, end)
		}
	}
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// linkedTag looks at a tag that links. Its word ends at end.
func (c *checkup) linkedTag(e Entity, end int) {
	if e.End != end {
		c.add(TagDiffers, e.Start, max(e.End, end), fmt.Sprintf("%s links %s as the tag", c.p.Name, e.Text),
			"put a space or plain punctuation after the word")
	}
	for _, p := range Tag(e.Value).Check() {
		p.Start += e.End - len(e.Value)
		p.End += e.End - len(e.Value)
		c.problems = append(c.problems, p)
	}
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
