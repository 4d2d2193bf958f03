// Package caption writes the captions of a video as players read them: WebVTT
// and SubRip.
package caption

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// A Cue is words under a video, in seconds from its start.
type Cue struct {
	Start, End float64
	Text       string
}

// The bounds of a cue, those of the BBC's and Netflix's guides for subtitles:
// what an adult reads in a second, and what stands on an upright screen.
const (
	MaxSpeed = 17.0 // characters a second
	maxLine  = 42   // characters
	maxLines = 2
)

// Speed is how many characters a second a cue asks its reader to read; an
// ideograph counts as two.
func (c Cue) Speed() float64 {
	return float64(runes.Cells(c.Text)) / (c.End - c.Start)
}

// VTT is cues as WebVTT.
func VTT(cues []Cue) string {
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	for i, c := range parts(cues) {
		fmt.Fprintf(&b, "\n%d\n%s --> %s\n%s\n", i+1, clock(c.Start, '.'), clock(c.End, '.'), escaper.Replace(c.Text))
	}
	return b.String()
}

// escaper writes what WebVTT takes for markup as text.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// SRT is cues as SubRip, which has no way to write its own arrow as text.
func SRT(cues []Cue) string {
	var b strings.Builder
	for i, c := range parts(cues) {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%d\n%s --> %s\n%s\n", i+1, clock(c.Start, ','), clock(c.End, ','), strings.ReplaceAll(c.Text, "-->", "→"))
	}
	return b.String()
}

// clock is a time as 00:01:02.500.
func clock(seconds float64, mark byte) string {
	ms := int(math.Round(seconds * 1000))
	return fmt.Sprintf("%02d:%02d:%02d%c%03d", ms/3600000, ms/60000%60, ms/1000%60, mark, ms%1000)
}

// parts cuts cues of more than two lines into several, each of which gets its
// share of the time, and sets the lines.
func parts(cues []Cue) []Cue {
	var out []Cue
	for _, c := range cues {
		lines := balanced(c.Text, maxLine)
		all := 0
		for _, l := range lines {
			all += utf8.RuneCountInString(l)
		}
		at, said := c.Start, 0
		for len(lines) > 0 {
			n := min(maxLines, len(lines))
			for _, l := range lines[:n] {
				said += utf8.RuneCountInString(l)
			}
			end := c.End
			if n < len(lines) {
				end = c.Start + math.Round(1000*(c.End-c.Start)*float64(said)/float64(all))/1000
			}
			out = append(out, Cue{at, end, strings.Join(lines[:n], "\n")})
			at, lines = end, lines[n:]
		}
	}
	return out
}

// balanced breaks text into as few lines as hold it, of about one length.
func balanced(text string, most int) []string {
	words := strings.Fields(text)
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

func wrap(words []string, width int) []string {
	var lines []string
	room := -1
	for _, w := range words {
		n := utf8.RuneCountInString(w)
		if room < n+1 {
			lines = append(lines, w)
			room = width - n
			continue
		}
		lines[len(lines)-1] += " " + w
		room -= n + 1
	}
	return lines
}
