// Package caption writes the captions of a video as players read them: WebVTT
// and SubRip.
package caption

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// A Cue is words under a video, in seconds from its start.
type Cue struct {
	Start, End float64
	Text       string
}

// A Language is what cues are written in.
type Language struct {
	Tag   language.Tag
	Right bool // reads from right to left
}

// bounds are what a cue may ask of its readers, in cells.
type bounds struct {
	speed float64 // a second
	line  int
}

const maxLines = 2

// usual is what the guides of the BBC and of Netflix have for most languages;
// further are Netflix's for those whose characters are wide, two cells each:
// 9, 4 and 12 of them a second, 16, 13 and 16 in a line.
var (
	usual   = bounds{17, 42}
	further = map[string]bounds{"zh": {18, 32}, "yue": {18, 32}, "ja": {8, 26}, "ko": {24, 32}}
)

func (l Language) bounds() bounds {
	base, _ := l.Tag.Base()
	if b, ok := further[base.String()]; ok {
		return b
	}
	return usual
}

// MaxSpeed is how many cells a second can be read in the language.
func (l Language) MaxSpeed() float64 { return l.bounds().speed }

// Speed is how many characters a second a cue asks its reader to read; an
// ideograph counts as two.
func (c Cue) Speed() float64 {
	return float64(runes.Cells(c.Text)) / (c.End - c.Start)
}

// VTT is cues in a language as WebVTT.
func VTT(cues []Cue, in Language) string {
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	for i, c := range parts(cues, in) {
		fmt.Fprintf(&b, "\n%d\n%s --> %s\n%s\n", i+1, clock(c.Start, '.'), clock(c.End, '.'), escaper.Replace(c.Text))
	}
	return b.String()
}

// escaper writes what WebVTT takes for markup as text.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// SRT is cues in a language as SubRip, which has no way to write its own arrow
// or a tag as text: players hide what they take for one.
func SRT(cues []Cue, in Language) string {
	var b strings.Builder
	for i, c := range parts(cues, in) {
		if i > 0 {
			b.WriteString("\n")
		}
		text := tagLike.ReplaceAllString(strings.ReplaceAll(c.Text, "-->", "→"), "‹$1›")
		fmt.Fprintf(&b, "%d\n%s --> %s\n%s\n", i+1, clock(c.Start, ','), clock(c.End, ','), text)
	}
	return b.String()
}

var tagLike = regexp.MustCompile(`<(/?\pL[^<>]*)>`)

// clock is a time as 00:01:02.500.
func clock(seconds float64, mark byte) string {
	ms := int(math.Round(seconds * 1000))
	return fmt.Sprintf("%02d:%02d:%02d%c%03d", ms/3600000, ms/60000%60, ms/1000%60, mark, ms%1000)
}

// parts cuts cues of more than two lines into several, each of which gets its
// share of the time, and sets the lines.
func parts(cues []Cue, in Language) []Cue {
	var out []Cue
	for _, c := range cues {
		lines := balanced(words(c.Text), in.bounds().line)
		all := 0
		for _, l := range lines {
			all += runes.Cells(l)
		}
		at, said := c.Start, 0
		for len(lines) > 0 {
			n := min(maxLines, len(lines))
			for i, l := range lines[:n] {
				said += runes.Cells(l)
				lines[i] = directed(l, in.Right)
			}
			end := c.End
			if n < len(lines) {
				end = c.Start + math.Round(1000*(c.End-c.Start)*float64(said)/float64(max(1, all)))/1000
			}
			out = append(out, Cue{at, end, strings.Join(lines[:n], "\n")})
			at, lines = end, lines[n:]
		}
	}
	return out
}
