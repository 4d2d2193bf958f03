package hashtag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// characters looks at every rune that is not what it seems, and at those the platform
// refuses. Runs of one kind are one problem.
func (c *checkup) characters() {
	for i := 0; i < len(c.text); {
		code := c.code(i)
		start := i
		for i < len(c.text) && c.code(i) == code {
			_, n := utf8.DecodeRuneInString(c.text[i:])
			i += n
		}
		if code != "" {
			message, advice := c.describe(code, c.text[start:i])
			c.add(code, start, i, message, advice)
		}
	}
}

// code judges the rune at i.
func (c *checkup) code(i int) Code {
	if c.text[i] < utf8.RuneSelf && c.p.rules().refuses == "" && c.text[i] >= ' ' && c.text[i] != 0x7F {
		return ""
	}
	r, n := utf8.DecodeRuneInString(c.text[i:])
	switch {
	case r == utf8.RuneError && n == 1:
		return NotUTF8
	case strings.ContainsRune(c.p.rules().refuses, r):
		return RefusedCharacter
	case isHidden(r) && !c.joinsLetters(i, r, n):
		return HiddenCharacter
	case styledLetter(r) && r < 0x1F100 && r >= 0x1D400:
		return StyledLetters
	}
	return ""
}

// isHidden reports controls, format characters and blanks that show nothing. The signs
// that Arabic and Syriac set before or around numbers are format characters, but show.
func isHidden(r rune) bool {
	switch r {
	case '\n', '\r', '\t':
		return false
	case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800:
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) || r == 0xFFFE || r == 0xFFFF
}

// joinsLetters reports joiners and tags that do their work: in an emoji, or between
// letters of a script that joins them.
func (c *checkup) joinsLetters(i int, r rune, n int) bool {
	before := runeBefore(c.text, i)
	if r >= 0xE0020 && r <= tagEnd {
		return before == blackFlag || before >= 0xE0020 && before <= tagEnd
	}
	if r != joiner && r != 0x200C {
		return false
	}
	after := runeAt(c.text, i+n)
	if r == joiner && (glues(before) || isTone(before)) && isEmojiRune(after) {
		return true
	}
	if r == joiner && unicode.Is(unicode.Arabic, before) {
		return true // gives the letter the form that it has before another
	}
	return before >= 0x0590 && unicode.In(before, unicode.L, unicode.M) && after >= 0x0590 && unicode.In(after, unicode.L, unicode.M)
}

func (c *checkup) describe(code Code, piece string) (message, advice string) {
	r, _ := utf8.DecodeRuneInString(piece)
	switch {
	case code == NotUTF8:
		return "the text is not valid UTF-8 here", "save it as UTF-8"
	case code == RefusedCharacter:
		return fmt.Sprintf("%s takes no post with %q", c.p.Name, r), "write it another way"
	case code == StyledLetters:
		return fmt.Sprintf("%s is no text to a screen reader or a search", piece), "write it with plain letters"
	case isDirectional(r):
		return fmt.Sprintf("U+%04X changes the direction of the text", r), "take it out"
	}
	return fmt.Sprintf("U+%04X does not show", r), "take it out"
}

// maxEmoji is how many emoji a post may have before they hinder reading it.
const maxEmoji = 2

func (c *checkup) emoji() {
	if ascii(c.text) {
		return
	}
	n, third := 0, span{}
	for g := graphemes.FromString(c.text); g.Next(); {
		if isEmoji(g.Value()) {
			if n++; n == maxEmoji+1 {
				third = span{g.Start(), g.End()}
			}
		}
	}
	if n > maxEmoji {
		c.add(TooManyEmoji, third.start, third.end, fmt.Sprintf("%d emoji: a screen reader says each by its name", n), "keep one or two, at the end")
	}
}
