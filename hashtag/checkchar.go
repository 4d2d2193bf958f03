package hashtag

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
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
		kind := c.kind(i)
		start := i
		for i < len(c.text) && c.kind(i) == kind {
			_, n := utf8.DecodeRuneInString(c.text[i:])
			i += n
		}
		if kind != "" {
			c.add(kind, characterRule(kind, c.text[start:i]), start, i, characterValues(c.text[start:i]))
		}
	}
}

// kind judges the rune at i.
func (c *checkup) kind(i int) Kind {
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

// characterRule is the rule that a piece of characters of one kind breaks.
func characterRule(kind Kind, piece string) string {
	r, _ := utf8.DecodeRuneInString(piece)
	switch {
	case kind == NotUTF8:
		return "post-encoding"
	case kind == RefusedCharacter:
		return "post-refused"
	case kind == StyledLetters:
		return "post-styled"
	case runes.Directional(r):
		return "post-direction"
	}
	return "post-hidden"
}

// characterValues name the first character of a piece, itself and by its number.
func characterValues(piece string) fault.Values {
	r, _ := utf8.DecodeRuneInString(piece)
	return fault.Values{"char": string(r), "code": fmt.Sprintf("%U", r)}
}

// maxEmoji is how many emoji a post may have before they hinder reading it.
const maxEmoji = 2

func (c *checkup) emoji() {
	if scan.ASCII(c.text) {
		return
	}
	n, third := 0, scan.Span{}
	for g := graphemes.FromString(c.text); g.Next(); {
		if emoji.Is(g.Value()) {
			if n++; n == maxEmoji+1 {
				third = scan.Span{Start: g.Start(), End: g.End()}
			}
		}
	}
	if n > maxEmoji {
		c.add(TooManyEmoji, "post-emoji", third.Start, third.End, fault.Values{"n": n})
	}
}
