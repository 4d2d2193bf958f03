package caption

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/text/unicode/bidi"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// A word is not broken by the end of a line.
type word struct {
	text  string
	cells int
	glued bool // to the one before it, as ideographs are
}

// words are those of a text: what stands between spaces, and in scripts without
// spaces what Unicode lets no line end in (Annex 14).
func words(text string) []word {
	var out []word
	for _, f := range strings.Fields(text) {
		if !strings.ContainsFunc(f, unspaced) {
			out = append(out, word{f, runes.Cells(f), false})
			continue
		}
		var seg segmenter.Segmenter
		seg.Init([]rune(f))
		for i := seg.LineIterator(); i.Next(); {
			line := i.Line()
			piece := string(line.Text)
			out = append(out, word{piece, runes.Cells(piece), line.Offset > 0})
		}
	}
	return out
}

// unspaced reports a letter of a script that has no spaces between words and
// breaks lines between letters.
func unspaced(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// balanced breaks words into as few lines as hold them, of about one length.
func balanced(words []word, most int) []string {
	lines := wrap(words, most)
	for width := most - 1; width > 0 && len(lines) > 1; width-- {
		narrower := wrap(words, width)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

func wrap(words []word, width int) []string {
	var lines []string
	room := -1
	for _, w := range words {
		space := " "
		if w.glued {
			space = ""
		}
		if n := len(space) + w.cells; n <= room {
			lines[len(lines)-1] += space + w.text
			room -= n
			continue
		}
		lines = append(lines, w.text)
		room = width - w.cells
	}
	return lines
}

// directed marks a line that a player would take for one of the other
// direction: players go by the first letter that has one, and some by none.
func directed(line string, right bool) string {
	mark := "\u200e"
	if right {
		mark = "\u200f"
	}
	for _, r := range line {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			if right {
				return mark + line
			}
			return line
		case bidi.R, bidi.AL:
			if !right {
				return mark + line
			}
			return line
		}
	}
	if right {
		return mark + line
	}
	return line
}
