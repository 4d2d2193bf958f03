package share_test

import (
	"image"
	"image/color"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// The bounds of a picture's measures. Ink is what is painted in a text's or
// mark's colour; a citation is the note on the marks, the source and its date.
const (
	mostCitation = 0.12 // of a high picture's ink
	lowCitation  = 0.15 // of a low one's, whose text may not be as small
	leastSaid    = 0.25 // the headline and the figure's part of a story's ink of words
	mostSpare    = 18   // words that have to stand beside the others
	leastMarked  = 0.55 // of the pictures of a format have marks of data
)

// measured is what a reader sees of one picture.
type measured struct {
	words, spare              int
	marks                     bool
	all, text, said, citation int // px of ink
}

// measure counts the words of a picture and its ink.
func measure(p *share.FactCard, g *graphic.Graphic) (m measured) {
	pixels, last := g.Image(), ""
	for _, b := range g.Boxes() {
		ink := inkOf(pixels, &b)
		m.all += ink
		if b.Text == "" {
			m.marks = m.marks || !b.Code && strings.HasPrefix(b.Field, "Blocks")
			continue
		}
		m.text += ink
		switch field := b.Field; {
		case field == "Source" || field == "AsOf" || field == "Note":
			m.citation += ink
		case field == "Body":
			m.spare += worded(b.Text)
		case field == "Headline" || strings.HasPrefix(field, "Blocks"):
			m.said += ink
		}
		if line := b.Field + b.Text; b.Field == "Headline" || b.Field == "Kicker" || b.Field == "Attribution" {
			if line != last { // boxes of one line differ in ink alone
				m.words += worded(b.Text)
			}
			last = line
		}
	}
	return m
}

// inkOf counts a box's pixels of its own colour.
func inkOf(m *image.RGBA, b *graphic.Box) (n int) {
	r := b.Rect.Intersect(m.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if near(m.RGBAAt(x, y), b.Color) {
				n++
			}
		}
	}
	return n
}

func near(a, b color.RGBA) bool {
	far := 0
	for _, d := range [3]int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B)} {
		far += max(d, -d)
	}
	return far < 90
}

// worded counts words, which dashes and dots alone are not.
func worded(s string) (n int) {
	for _, w := range strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// TestPicturesMeasured holds the built-in campaign's pictures to what a reader
// takes in at a glance: few words, the figure and its headline largest, and the
// citation a small part.
func TestPicturesMeasured(t *testing.T) {
	marked, all := map[string]int{}, map[string]int{}
	n, stride := 0, scaled(23, 13, 1)
	eachCard(t, func(t *testing.T, p *share.FactCard, g *graphic.Graphic) {
		if n++; n%stride != 0 {
			return
		}
		m := measure(p, g)
		if all[p.Format.Name]++; m.marks {
			marked[p.Format.Name]++
		}
		most := p.Format.WordBudget()
		if p.Lang != "en" {
			most += most / 10
		}
		action := strings.HasPrefix(p.Fact, "act-")
		if m.words > most && !action && p.Undrawn() == nil {
			t.Errorf("%s: %d words, at most %d", p.Name(), m.words, most)
		}
		if m.spare > mostSpare && !action && p.Undrawn() == nil {
			t.Errorf("%s: %d words beside the others, at most %d", p.Name(), m.spare, mostSpare)
		}
		limit := mostCitation
		if p.Format.Landscape() {
			limit = lowCitation
		}
		if part := float64(m.citation) / float64(m.all); part > limit {
			t.Errorf("%s: %.0f %% of the ink is the citation", p.Name(), 100*part)
		}
		if part := float64(m.said) / float64(m.text); p.Format.Name == "story" && part < leastSaid {
			t.Errorf("%s: %.0f %% of the words' ink is headline and figure", p.Name(), 100*part)
		}
	})
	for format, of := range all {
		if part := float64(marked[format]) / float64(of); part < leastMarked && of >= 30 {
			t.Errorf("%s: %.0f %% of the pictures have marks", format, 100*part)
		}
		t.Logf("%s: %d of %d have marks", format, marked[format], of)
	}
}

// leastCentred is how much of a preview's headline, with its figure, stands in the
// square in its middle, which chats cut out of it.
const leastCentred = 0.6

// TestPreviewCentre: the middle of a link preview holds what a field says.
func TestPreviewCentre(t *testing.T) {
	middle, seen := image.Rect(285, 0, 915, 630), 0
	eachCard(t, func(t *testing.T, p *share.FactCard, g *graphic.Graphic) {
		if p.Format.Name != "og" || p.Undrawn() != nil || len(p.Card().Blocks) != 1 {
			return
		}
		switch p.Card().Blocks[0].(type) {
		case graphic.Field, graphic.Ledger, graphic.Scale, graphic.Plan:
		default:
			return
		}
		seen++
		m, all, centred := g.Image(), 0, 0
		for _, b := range g.Boxes() {
			if b.Field == "Headline" {
				all += inkOf(m, &b)
				b.Rect = b.Rect.Intersect(middle)
				centred += inkOf(m, &b)
			}
		}
		if float64(centred) < leastCentred*float64(all) {
			t.Errorf("%s: %.0f %% of the headline stands in the middle", p.Name(), 100*float64(centred)/float64(all))
		}
	})
	if seen < 10 && !testing.Short() {
		t.Errorf("%d previews are fields", seen)
	}
}

// partedDates are the ends of lines within a date, each with how the next one
// goes on: "on March" and "15", "18 de" and "julio", "18" and "de julio", "en
// abril" and "de 2025".
var partedDates = [][2]*regexp.Regexp{
	{
		regexp.MustCompile(`(?i)\b(january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\.?$`),
		regexp.MustCompile(`^\d{1,2}\b`),
	},
	{
		regexp.MustCompile(`\b\d{1,2}( de)?$`),
		regexp.MustCompile(`(?i)^(de )?(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b`),
	},
	{
		regexp.MustCompile(`(?i)(^|[^e] |[^d]e )(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)$`),
		regexp.MustCompile(`^de \d{4}\b`),
	},
}

func partsDate(before, line string) bool {
	return slices.ContainsFunc(partedDates, func(p [2]*regexp.Regexp) bool { return p[0].MatchString(before) && p[1].MatchString(line) })
}

// A number that ends a line though a single word belongs to it: "for, 50" and "against".
var (
	countsVotes = regexp.MustCompile(`[,;:] \d+$`)
	votes       = regexp.MustCompile(`^\p{Ll}+[.,;]?$`)
)

// unbroken are names that stand on one line.
var unbroken = []string{"El Salvador", "United States", "Estados Unidos", "60 Minutes", "Red Cross", "Cruz Roja", "EE. UU.", "Supreme Court", "Corte Suprema"}

// TestNothingBroken: no line of a picture ends within a date or a name.
func TestNothingBroken(t *testing.T) {
	eachCard(t, func(t *testing.T, p *share.FactCard, g *graphic.Graphic) {
		field, before := "", ""
		for _, b := range g.Boxes() {
			line := strings.ReplaceAll(b.Text, "\u00a0", " ")
			if b.Text == "" || line == before {
				continue
			}
			if b.Field == field {
				for _, name := range unbroken {
					first, second, _ := strings.Cut(strings.ToLower(name), " ")
					a, z := strings.ToLower(before), strings.ToLower(line)
					if (a == first || strings.HasSuffix(a, " "+first)) && strings.HasPrefix(z, second) {
						t.Errorf("%s: %s is broken: %q, %q", p.Name(), name, before, line)
					}
				}
				if partsDate(before, line) {
					t.Errorf("%s: a date is broken: %q, %q", p.Name(), before, line)
				}
				if countsVotes.MatchString(before) && votes.MatchString(line) {
					t.Errorf("%s: a number has lost its word: %q, %q", p.Name(), before, line)
				}
			}
			field, before = b.Field, line
		}
	})
}

// What of the English width a Spanish figure has: nearly all are as wide, to a
// twentieth; beside longer words some give way.
const (
	alike     = 0.95
	mostAlike = 1.0 // of the figures
	giveWay   = 0.95
)

// TestSpanishFigures: a figure that both languages print alike is as wide in
// Spanish as in English.
func TestSpanishFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("compares cards in two languages: a short run draws every seventh")
	}
	type figure struct {
		wide float64
		text string
	}
	english, compared, equal := map[string]figure{}, 0, 0
	widest := func(g *graphic.Graphic) (f figure) {
		for _, b := range g.Boxes() {
			if digit := strings.ContainsFunc(b.Text, unicode.IsDigit); digit && worded(b.Text) == 1 && float64(b.Rect.Dx()) > f.wide && b.Size > 2.5*g.Format().Floor {
				f = figure{float64(b.Rect.Dx()), b.Text}
			}
		}
		return f
	}
	eachCard(t, func(t *testing.T, p *share.FactCard, g *graphic.Graphic) {
		f, key := widest(g), p.Fact+" "+p.Format.Name
		if f.wide == 0 {
			return
		}
		if p.Lang == "en" {
			english[key] = f
			return
		}
		en, ok := english[key]
		if !ok || en.text != f.text || p.Undrawn() != nil {
			return
		}
		compared++
		switch part := f.wide / en.wide; {
		case part >= alike:
			equal++
		case part < giveWay:
			t.Errorf("%s: %q is %.0f %% as wide as in English", p.Name(), f.text, 100*part)
		}
	})
	if compared < 80 {
		t.Errorf("%d figures were compared", compared)
	}
	if t.Logf("%d of %d are as wide", equal, compared); float64(equal) < mostAlike*float64(compared) {
		t.Errorf("%d of %d figures are as wide as in English", equal, compared)
	}
}
