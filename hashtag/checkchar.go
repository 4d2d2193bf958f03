package hashtag

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// characters looks at every rune that is not what it seems, and at those the platform
// refuses. Runs of one kind are one problem.
func (c *checkup) characters() {
	for at, r := range runes.Posts.All(c.text) {
		if c.hidden == nil {
			c.hidden = make(map[int]bool)
		}
		c.hidden[at] = r != '\r' // a line may end in CR LF
	}
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
	case c.hidden[i]:
		return HiddenCharacter
	case styledLetter(r) && r < 0x1F100 && r >= 0x1D400:
		return StyledLetters
	}
	return ""
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
	case runes.Directional(r):
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
