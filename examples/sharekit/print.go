package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// columns of a help page at most, and of what is not on a terminal.
const columns = 80

// columns is how long a line may be.
func (a *app) columns() int {
	if !a.env.terminal(a.env.stdout) || a.env.columns == nil {
		return columns
	}
	return max(columns/2, a.env.columns())
}

// fold is wrap for what is read on a terminal; what is piped on keeps its
// lines.
func (a *app) fold(text string, at int) string {
	if !a.env.terminal(a.env.stdout) {
		return text
	}
	return wrap(text, at, a.columns())
}

// tell prints to standard error what follows a word that is set apart, if
// there is one.
func (a *app) tell(how style, lead, text string) { a.tellTo(a.env.stderr, how, lead, text) }

// report prints a message to standard output, note to standard error.
func (a *app) report(name string, values with) { a.tellTo(a.env.stdout, "", "", a.text(name, values)) }
func (a *app) note(name string, values with)   { a.tellTo(a.env.stderr, "", "", a.text(name, values)) }

// tellTo prints a line each, which a terminal shows in several.
func (a *app) tellTo(w io.Writer, how style, lead, text string) {
	for line := range strings.Lines(text) {
		if line = harmless(strings.TrimRight(line, "\n")); lead != "" {
			line = lead + " " + line
		}
		if a.env.terminal(w) {
			line = wrap(line, 2, a.columns())
		}
		if how == dim {
			line = a.paint(w, how, line) // all of it
		} else if lead != "" {
			line = a.paint(w, how, lead) + strings.TrimPrefix(line, lead)
		}
		fmt.Fprintln(w, line)
	}
}

// harmless is what a stranger's file says, or what it is called, without what a
// terminal would obey and what turns the direction of text.
func harmless(s string) string { return runes.Terminal.Clean(s) }

// reflow wraps the paragraphs of a page; those that are indented are examples
// and stay as they are.
func reflow(page string, width int) string {
	paragraphs := strings.Split(page, "\n\n")
	for i, p := range paragraphs {
		if !strings.HasPrefix(p, " ") {
			paragraphs[i] = wrap(p, 0, width)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// wrap breaks a text that begins at a column, and indents its lines to there.
// Widths are in cells of a terminal: 日 takes two.
func wrap(text string, at, width int) string {
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
