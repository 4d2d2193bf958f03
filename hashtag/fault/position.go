package fault

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// A Position is a place in a file that somebody wrote. It is a value, safe for
// concurrent use.
type Position struct {
	File         string
	Line, Column int    // from 1, the column in characters; 0: not known
	Text         string // the line itself; "" if not known
}

// Placed is a fault that was found in a file. Like any Fault it is safe for
// concurrent use.
type Placed interface {
	Fault
	Position() Position
}

// String is "facts.yaml:12:3", as far as it is known, on one line whatever
// characters the name of the file has.
func (p Position) String() string {
	s := visible(p.File)
	if p.Line > 0 {
		s += fmt.Sprintf(":%d", p.Line)
	}
	if p.Line > 0 && p.Column > 0 {
		s += fmt.Sprintf(":%d", p.Column)
	}
	return s
}

// longestExcerpt is how many characters of a line an excerpt shows: a terminal
// is 80 wide, the number and the bar before it take ten.
const longestExcerpt = 70

// Excerpt is the line with a caret under the column,
//
//	12 |   headline: 75% had no record
//	   |             ^
//
// or "" if the line is not known. Of a long line it is the part around the
// column.
func (p Position) Excerpt() string {
	if p.Text == "" || p.Line <= 0 {
		return ""
	}
	line, column := around([]rune(p.Text), max(p.Column-1, 0))
	number := fmt.Sprint(p.Line)
	blank := strings.Repeat(" ", len(number))
	s := fmt.Sprintf("%s | %s\n", number, shown(line))
	if p.Column > 0 {
		s += fmt.Sprintf("%s | %s^\n", blank, strings.Repeat(" ", cells(shown(line[:min(column, len(line))]))))
	}
	return s
}

// shown is a part of a line as a terminal can show it.
func shown(line []rune) string { return visible(strings.ReplaceAll(string(line), "\t", " ")) }

// around is the part of a line to show, and where the column is in it.
func around(line []rune, column int) ([]rune, int) {
	start := 0
	if column >= longestExcerpt {
		start = min(column-longestExcerpt/2, max(len(line)-1, 0))
	}
	return line[start:min(len(line), start+longestExcerpt)], column - start
}

// cells is how many columns of a terminal the characters take.
func cells(line string) (n int) {
	for _, r := range line {
		kind := width.LookupRune(r).Kind()
		switch {
		case kind == width.EastAsianWide, kind == width.EastAsianFullwidth:
			n += 2
		case !runes.Hidden(r) && !unicode.IsMark(r):
			n++
		}
	}
	return n
}
