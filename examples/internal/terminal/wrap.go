package terminal

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Reflow wraps the paragraphs of a page; those that are indented are examples
// and stay as they are.
func Reflow(page string, width int) string {
	paragraphs := strings.Split(page, "\n\n")
	for i, p := range paragraphs {
		if !strings.HasPrefix(p, " ") {
			paragraphs[i] = Wrap(p, 0, width)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// Wrap breaks a text that begins at a column, and indents its lines to there.
// Widths are in cells of a terminal: 日 takes two.
func Wrap(text string, at, width int) string {
	var b strings.Builder
	room := width - at
	for i, word := range strings.Fields(text) {
		n := uniseg.StringWidth(word)
		if i > 0 && n < room {
			b.WriteByte(' ')
			room--
		} else if i > 0 {
			b.WriteString("\n" + strings.Repeat(" ", at))
			room = width - at
		}
		for n > room && room > 0 { // scripts without spaces
			part := fitting(word, room)
			if part == "" {
				break
			}
			b.WriteString(part + "\n" + strings.Repeat(" ", at))
			word, room = word[len(part):], width-at
			n = uniseg.StringWidth(word)
		}
		b.WriteString(word)
		room -= n
	}
	return b.String()
}

// fitting is the beginning of a word of wide characters that fits a room. An
// id or a flag is left whole, so that it can be copied.
func fitting(word string, room int) string {
	end, state := 0, -1
	for rest := word; rest != ""; {
		var part string
		part, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		if uniseg.StringWidth(word[:end+len(part)]) > room || len(part) == utf8.RuneCountInString(part) {
			break
		}
		end += len(part)
	}
	return word[:end]
}

// Beside sets rows in two columns, the second from a column on, in lines of a
// width.
func Beside(rows [][2]string, at, width int) string {
	var b strings.Builder
	for _, r := range rows {
		pad := strings.Repeat(" ", at-uniseg.StringWidth(r[0]))
		b.WriteString(r[0] + pad + Wrap(r[1], at, width) + "\n")
	}
	return b.String()
}
