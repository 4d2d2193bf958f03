package share_test

import (
	"fmt"
	"image"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// What the headlines of the built-in campaign's pictures come to today, which no
// change may make worse.
const (
	mostHanging = 132 // lines that end in a word of grammar
	mostLone    = 6   // first lines of one word
	leastLoud   = 117 // largest lines that say what is emphasised
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
	text  string
	words []string // that are broken nowhere
	size  float64
	ink   image.Rectangle
}

// A headlinePart is lines of a headline that follow each other, and the widest that
// their column is known to be.
type headlinePart struct {
	lines   []headlineLine
	follows bool // a figure or other words
	column  float64
}

// headlines are the parts of a picture's headline, which its figure and what else
// stands between them part.
func headlines(g *graphic.Graphic) (parts []*headlinePart) {
	last, part, follows := "", (*headlinePart)(nil), false
	boxes := g.Boxes()
	for _, b := range boxes {
		line := headlineLine{strings.ReplaceAll(b.Text, "\u00a0", " "), strings.Split(b.Text, " "), b.Size, b.Rect}
		figure := figureAlone.MatchString(line.text)
		switch {
		case b.Field != "Headline" || figure:
			part, follows = nil, follows || figure
		case part == nil:
			part = &headlinePart{[]headlineLine{line}, follows || len(parts) > 0, 0}
			parts = append(parts, part)
		case b.Text != last:
			part.lines = append(part.lines, line)
		default: // boxes of one line differ in ink alone
			ink := &part.lines[len(part.lines)-1].ink
			*ink = ink.Union(b.Rect)
		}
		last = b.Text
	}
	for _, p := range parts {
		p.column = p.free(g, boxes)
	}
	return parts
}

// free is how wide the column of the lines is at least: as wide as they are or, on
// a card without marks, up to its margin. Strips stand out of line.
func (p *headlinePart) free(g *graphic.Graphic, boxes []graphic.Box) float64 {
	var all image.Rectangle
	wide := 0
	for _, l := range p.lines {
		all, wide = all.Union(l.ink), max(wide, l.ink.Dx())
	}
	end := g.Format().W - all.Min.X
	for _, b := range boxes {
		if b.Text == "" || b.Rect.Overlaps(image.Rect(all.Max.X, all.Min.Y, end, all.Max.Y)) || wide < all.Dx() {
			return float64(wide)
		}
	}
	return float64(end - all.Min.X)
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
func loud(parts []*headlinePart, emphasis string) bool {
	largest := 0.0
	for _, p := range parts {
		for _, l := range p.lines {
			largest = max(largest, l.size)
		}
	}
	return slices.ContainsFunc(parts, func(p *headlinePart) bool {
		return slices.ContainsFunc(p.lines, func(l headlineLine) bool { return l.size > largest-0.01 && says(l.text, emphasis) })
	})
}

// lone reports a first line of one word that says nothing by itself.
func (p *headlinePart) lone() bool {
	first := p.lines[0].text
	return !p.follows && len(p.lines) > 1 && !strings.Contains(first, " ") && !sentenceEnd.MatchString(first)
}

// hanging are the lines that end in a word of grammar.
func (p *headlinePart) hanging() (out []string) {
	for _, l := range p.lines[:len(p.lines)-1] {
		if hangs(l.text) {
			out = append(out, l.text)
		}
	}
	return out
}

// all are the words of the part and where its lines end among them.
func (p *headlinePart) all() (words []string, ends []int) {
	for _, l := range p.lines {
		words = append(words, l.words...)
		ends = append(ends, len(words))
	}
	return words, ends
}

// A ruler measures stretches of a part's words, px per em, in the face that its
// lines are set in.
type ruler struct {
	*headlinePart
	words    []string
	wide     map[[2]int]float64
	emphasis string
}

func (r *ruler) Draw(k *graphic.Canvas) error {
	l, off := &r.lines[0], math.Inf(1)
	for _, face := range []graphic.Face{graphic.FaceDisplay, graphic.FaceLabel, graphic.FaceBody} {
		if d := math.Abs(k.Text("Headline", strings.Join(l.words, " "), face).Width(l.size) - float64(l.ink.Dx())); d < off-1 {
			off = d
			for i := range r.words {
				for j := i + 1; j <= len(r.words); j++ {
					r.wide[[2]int{i, j}] = k.Text("Headline", strings.Join(r.words[i:j], " "), face).Width(1)
				}
			}
		}
	}
	return nil
}

func (r *ruler) Describe(language.Tag) string { return "Words." }

// Of its size what another break keeps at least, what stands around the letters of a
// line, em, and how many times as high as the next a line is that reaches both edges.
const (
	leastKept = 0.97
	aroundInk = 0.04
	mostRatio = 1.8
)

// fits reports whether the part's words could end their lines elsewhere and be of
// the same size.
func (r *ruler) fits(ends []int) bool {
	first, high, now, least, was, before := r.lines[0].size, 0.0, 0.0, math.Inf(1), math.Inf(1), 0.0
	even := !slices.ContainsFunc(r.lines, func(l headlineLine) bool { return math.Abs(l.size-first) > 0.01*first })
	from := 0
	for i, end := range ends {
		wide := r.wide[[2]int{from, end}]
		if even && (wide+aroundInk)*first > r.column/leastKept {
			return false
		}
		size := r.column / wide
		if !even && i > 0 && (size > mostRatio*before || before > mostRatio*size) {
			return false
		}
		high, least, before, from = high+size, min(least, size), size, end
		now, was = now+r.lines[i].size, min(was, r.lines[i].size)
	}
	return even || high <= now && high >= leastKept*now && least >= leastKept*was
}

// loud reports a place between words within what is emphasised.
func (r *ruler) loud(at int) bool {
	words := strings.Fields(strings.ToLower(r.emphasis))
	before, after := strings.Fields(strings.ToLower(r.words[at-1])), strings.Fields(strings.ToLower(r.words[at]))
	for i := 1; i < len(words); i++ {
		if words[i-1] == before[len(before)-1] && words[i] == strings.TrimRight(after[0], ".,;:") {
			return true
		}
	}
	return false
}

// count is how many are so.
func count(all ...bool) (n int) {
	for _, is := range all {
		if is {
			n++
		}
	}
	return n
}

// loneFirst is how much worse than others a lone word in the first line is.
const loneFirst = 8

// faults counts what a reader stumbles over: lines that end in a word of grammar or the
// first of a sentence, between a number and its word or within what is emphasised, and
// short lone words at the start and the end.
func (r *ruler) faults(ends []int) (n, hanging int, lone bool) {
	from, widest := 0, 0.0
	for _, end := range ends {
		widest, from = max(widest, r.wide[[2]int{from, end}]), end
	}
	from = 0
	for i, end := range ends {
		last := strings.ReplaceAll(r.words[end-1], "\u00a0", " ")
		alone := end-from == 1 && len(ends) > 1 && r.wide[[2]int{from, end}] < 0.7*widest && !strings.Contains(last, " ")
		switch {
		case i == len(ends)-1:
			n += count(alone)
		case i == 0 && alone && !r.follows && !sentenceEnd.MatchString(last):
			n, lone = n+loneFirst, true
		default:
			number := unicode.IsDigit(rune(last[len(last)-1])) && unicode.IsLower([]rune(r.words[end])[0])
			begins := end-from > 1 && sentenceEnd.MatchString(r.words[end-2]) && !sentenceEnd.MatchString(last)
			hanging += count(hangs(last))
			n += count(hangs(last), r.loud(end), number, begins)
		}
		from = end
	}
	return n, hanging, lone
}

// needless reports a part with lines that end in a word of grammar, or with a first
// one of a lone word, though other ends of as many lines fit.
func (p *headlinePart) needless(card *share.FactCard) (found bool) {
	words, ends := p.all()
	r := &ruler{headlinePart: p, words: words, wide: map[[2]int]float64{}}
	if e := emphasised.FindStringSubmatch(card.Card().Headline); e != nil {
		r.emphasis = e[1]
	}
	name, _ := card.Theme()
	theme, _ := graphic.LookupTheme(name)
	c := graphic.Card{Lang: card.Card().Lang, Headline: "Words", Source: "2031", Blocks: []graphic.Block{graphic.Drawn{Drawing: r}}}
	graphic.New(c, &graphic.Options{Format: card.Format, Theme: theme}) //nolint:errcheck // it measures and draws nothing
	least, hung, alone := r.faults(ends)
	eachBreak(nil, len(ends), len(words), func(at []int) {
		if n, h, l := r.faults(at); n < least && r.fits(at) {
			least, found = n, h < hung || alone && !l
		}
	})
	return found
}

// eachBreak visits the ways to end lines within a number of words, after some ends.
func eachBreak(ends []int, lines, words int, visit func(ends []int)) {
	from := 0
	if len(ends) > 0 {
		from = ends[len(ends)-1]
	}
	if len(ends) == lines-1 {
		visit(append(ends[:len(ends):len(ends)], words))
		return
	}
	for end := from + 1; end < words; end++ {
		eachBreak(append(ends[:len(ends):len(ends)], end), lines, words, visit)
	}
}

// TestHeadlineBreaks counts, over all pictures of the built-in campaign, the lines
// of headlines that end against the sense, first lines of a lone word, and largest
// lines that say what is emphasised.
func TestHeadlineBreaks(t *testing.T) {
	if testing.Short() {
		t.Skip("counts over every picture: a short run draws every seventh")
	}
	hanging, lone, needless, marked, heard := []string{}, []string{}, []string{}, 0, 0
	eachCard(t, func(_ *testing.T, p *share.FactCard, g *graphic.Graphic) {
		parts := headlines(g)
		for _, part := range parts {
			ends := part.hanging()
			if part.lone() {
				lone = append(lone, p.Name()+" "+part.lines[0].text)
			}
			for _, l := range ends {
				hanging = append(hanging, p.Name()+" "+l)
			}
			if (len(ends) > 0 || part.lone()) && part.needless(p) {
				words, _ := part.all()
				needless = append(needless, p.Name()+" "+strings.Join(words, " "))
			}
		}
		if e := emphasised.FindStringSubmatch(p.Card().Headline); e != nil && len(parts) > 0 {
			marked++
			if loud(parts, e[1]) {
				heard++
			}
		}
	})
	t.Logf("%d lines hang, %d first lines are one word, %d of %d largest lines are emphasised", len(hanging), len(lone), heard, marked)
	if len(needless) > 0 {
		t.Errorf("%d headlines break against the sense where another break fits:\n%s", len(needless), strings.Join(needless, "\n"))
	}
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

// mostSmaller is how many Spanish headlines are set more than a twentieth smaller than
// their English ones, which no change may make worse. Their words are longer.
const mostSmaller = 77

// mean is the size of a headline's letters.
func mean(parts []*headlinePart) float64 {
	sum, letters := 0.0, 0.0
	for _, p := range parts {
		for _, l := range p.lines {
			n := float64(utf8.RuneCountInString(l.text))
			sum, letters = sum+n*l.size, letters+n
		}
	}
	return sum / letters
}

// TestSpanishHeadlines: the letters of a Spanish headline are as large as those of the
// English one, to a twentieth, but for some.
func TestSpanishHeadlines(t *testing.T) {
	if testing.Short() {
		t.Skip("compares cards in two languages: a short run draws every seventh")
	}
	english, smaller, compared := map[string]float64{}, []string{}, 0
	eachCard(t, func(_ *testing.T, p *share.FactCard, g *graphic.Graphic) {
		parts, key := headlines(g), p.Fact+" "+p.Format.Name
		if len(parts) == 0 {
			return
		}
		if p.Lang == "en" {
			english[key] = mean(parts)
			return
		}
		en, ok := english[key]
		if !ok {
			return
		}
		compared++
		if part := mean(parts) / en; part < alike {
			smaller = append(smaller, fmt.Sprintf("%s: %.0f %%", p.Name(), 100*part))
		}
	})
	t.Logf("%d of %d Spanish headlines are smaller than the English ones", len(smaller), compared)
	if len(smaller) > mostSmaller {
		t.Errorf("%d Spanish headlines are smaller than the English ones, at most %d:\n%s", len(smaller), mostSmaller, strings.Join(smaller, "\n"))
	}
}
