package share_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// What the headlines of the built-in campaign's pictures come to today, which no
// change may make worse.
const (
	mostHanging = 158 // lines that end in a word of grammar
	mostLone    = 9   // first lines of one word
	leastLoud   = 114 // largest lines that say what is emphasised
)

// hangingWords belong to the word after them.
var hangingWords = strings.Fields(`a an the of in on to by at for from with without within into than as about against before between over under
	through after since until during per via and or nor neither but if that which who whose its their our your his every each all both no is
	el la los las lo un una unos unas de del al en con por para según ante bajo contra desde durante entre hacia hasta sobre tras
	y e o u ni pero que quien cuyo se su sus tu tus cada todos todas sin es`)

var (
	figureAlone = regexp.MustCompile(`^[\d.,$%]+$`)
	sentenceEnd = regexp.MustCompile(`[:.!?]$`)
	emphasised  = regexp.MustCompile(`\*\*(.+?)\*\*`)
)

// A headlineLine is one line of a headline.
type headlineLine struct {
	text string
	size float64
}

// headlines are the lines of a picture's headline, parted by its figure and by
// what else stands between them, and whether a figure stands before all.
func headlines(g *graphic.Graphic) (parts [][]headlineLine, follows bool) {
	last := ""
	for _, b := range g.Boxes() {
		line := strings.ReplaceAll(b.Text, "\u00a0", " ")
		figure := figureAlone.MatchString(line)
		follows = follows || figure && slices.IndexFunc(parts, func(p []headlineLine) bool { return p != nil }) < 0
		switch {
		case b.Field != "Headline" || figure:
			parts = append(parts, nil)
		case b.Text != last && len(parts) > 0: // boxes of one line differ in ink alone
			n := len(parts) - 1
			parts[n] = append(parts[n], headlineLine{line, b.Size})
		case b.Text != last:
			parts = append(parts, []headlineLine{{line, b.Size}})
		}
		last = b.Text
	}
	return slices.DeleteFunc(parts, func(p []headlineLine) bool { return p == nil }), follows
}

// hangs reports a line that ends in a word of grammar.
func hangs(line string) bool {
	words := strings.Fields(strings.ToLower(line))
	return slices.Contains(hangingWords, strings.TrimLeft(words[len(words)-1], "¿¡(“«"))
}

// says reports a line with a word of what is emphasised that is none of grammar.
func says(line, emphasis string) bool {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(emphasis, "\u00a0", " ")))
	return slices.ContainsFunc(strings.Fields(strings.ToLower(line)), func(w string) bool {
		w = strings.Trim(w, ".,;:!?¿¡“”")
		return slices.Contains(words, w) && !slices.Contains(hangingWords, w)
	})
}

// loud reports whether one of the largest lines says what is emphasised.
func loud(lines []headlineLine, emphasis string) bool {
	largest := 0.0
	for _, l := range lines {
		largest = max(largest, l.size)
	}
	return slices.ContainsFunc(lines, func(l headlineLine) bool { return l.size > largest-0.01 && says(l.text, emphasis) })
}

// TestHeadlineBreaks counts, over all pictures of the built-in campaign, the lines
// of headlines that end against the sense, first lines of a lone word, and largest
// lines that say what is emphasised.
func TestHeadlineBreaks(t *testing.T) {
	if testing.Short() {
		t.Skip("counts over every picture: a short run draws every seventh")
	}
	hanging, lone, marked, heard := []string{}, []string{}, 0, 0
	eachCard(t, func(_ *testing.T, p *share.FactCard, g *graphic.Graphic) {
		parts, follows := headlines(g)
		for i, lines := range parts {
			for _, l := range lines[:len(lines)-1] {
				if hangs(l.text) {
					hanging = append(hanging, p.Name()+" "+l.text)
				}
			}
			if first := lines[0].text; i == 0 && !follows && len(lines) > 1 && !strings.Contains(first, " ") && !sentenceEnd.MatchString(first) {
				lone = append(lone, p.Name()+" "+first)
			}
		}
		if e := emphasised.FindStringSubmatch(p.Card().Headline); e != nil && len(parts) > 0 {
			marked++
			if loud(slices.Concat(parts...), e[1]) {
				heard++
			}
		}
	})
	t.Logf("%d lines hang, %d first lines are one word, %d of %d largest lines are emphasised", len(hanging), len(lone), heard, marked)
	if len(hanging) > mostHanging {
		t.Errorf("%d lines end in a word of grammar, at most %d:\n%s", len(hanging), mostHanging, strings.Join(hanging, "\n"))
	}
	if len(lone) > mostLone {
		t.Errorf("%d first lines are one word, at most %d:\n%s", len(lone), mostLone, strings.Join(lone, "\n"))
	}
	if heard < leastLoud {
		t.Errorf("%d of %d largest lines say what is emphasised, at least %d should", heard, marked, leastLoud)
	}
}
