package text

import (
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

func style(t testing.TB) *Style {
	t.Helper()
	const name = "../../fonts/anton/Anton_400Regular.ttf"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseFont(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return &Style{Font: f}
}

func passage(t testing.TB, s, lang string) *Passage {
	t.Helper()
	p, err := Shape(s, style(t), language.MustParse(lang))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func texts(lines []Line) []string {
	var s []string
	for _, l := range lines {
		s = append(s, strings.ReplaceAll(l.Text, string(nbsp), " "))
	}
	return s
}

// TestHeadlineLines: a headline is as many lines as other text and hardly smaller,
// keeps to its column, and ends as often with the sense or more.
func TestHeadlineLines(t *testing.T) {
	better := 0
	for _, s := range []string{
		"No visits. Never outdoors. Each shelf can hold 65 to 70.", "Readers asked for the key to a room of books", "El plan: el acuerdo ante el consejo de la villa",
		"The law: **no library money** to rooms that nobody reads in", "About 24 hours of notice were not enough",
	} {
		p := passage(t, s, "en")
		for width := p.Widest(); width < p.Width(); width += 0.1 {
			cuts := p.balance(width)
			lines, kept := p.Headline(width, 0, false)
			if len(lines) != len(cuts)-1 || kept > 1 || kept < leastKept {
				t.Fatalf("%q, %.1f em: %q keep %.3f, want %d lines", s, width, texts(lines), kept, len(cuts)-1)
			}
			ends := []int{0}
			for _, l := range lines {
				ends = append(ends, ends[len(ends)-1]+strings.Count(l.Text, " ")+1)
			}
			if w := p.longest(ends) * kept; w > width+rounding {
				t.Errorf("%q, %.1f em: %q are %.3f em wide", s, width, texts(lines), w)
			}
			switch was, is := p.lost(cuts, false), p.lost(ends, false); {
			case is > was:
				t.Errorf("%q, %.1f em: %q lose %d, were %d", s, width, texts(lines), is, was)
			case is < was:
				better++
			}
		}
	}
	if better == 0 {
		t.Error("no headline breaks better than other text")
	}
}

// TestShortHyphens keeps short words with hyphens whole in every column.
func TestShortHyphens(t *testing.T) {
	for _, s := range []string{
		"Ask where the cut-off readers are", "A two-day ban, a 90-day ban", "The check-in (self-made) works", "El ex-alcalde y su co-autor",
	} {
		p := passage(t, s, "en")
		for width := p.Widest(); width < p.Width(); width += 0.05 {
			for _, l := range p.Lines(width) {
				if l.Joined {
					t.Fatalf("%q, %.2f em: %q", s, width, texts(p.Lines(width)))
				}
			}
		}
	}
}

// TestLongHyphens breaks a long word at its hyphens where it has no line to
// itself, and only there.
func TestLongHyphens(t *testing.T) {
	const word = "library-of-everybody"
	p := passage(t, "Our "+word+" opens, a "+word, "en")
	whole := passage(t, word+",", "en").Width()
	broken := 0
	for width := p.Widest(); width < p.Width(); width += 0.01 {
		for _, l := range p.Lines(width) {
			if !l.Joined {
				continue
			}
			broken++
			if width > whole+0.01 {
				t.Fatalf("%.2f em hold the word, but the lines are %q", width, texts(p.Lines(width)))
			}
		}
	}
	if broken == 0 {
		t.Error("the word is broken nowhere")
	}
}

// TestLines holds random text to what Lines promises.
func TestLines(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 9))
	words := strings.Fields("the of a library-of-everybody cut-off books, reading-room open U.S. to law on 4 March **all day** Millbrook")
	for range 300 {
		var s []string
		for range 1 + rng.IntN(14) {
			s = append(s, words[rng.IntN(len(words))])
		}
		p := passage(t, strings.Join(s, " "), "en")
		width := p.Widest() + rng.Float64()*p.Width()
		lines := p.Lines(width)
		if len(lines) != p.Count(width) {
			t.Errorf("%q: %d lines, counted %d", s, len(lines), p.Count(width))
		}
		var b strings.Builder
		for i, l := range lines {
			if l.Width > width+1e-6 {
				t.Errorf("%q: line %d is %.3f em, the column %.3f", s, i, l.Width, width)
			}
			b.WriteString(strings.ReplaceAll(l.Text, string(nbsp), " "))
			if !l.Joined && i < len(lines)-1 {
				b.WriteByte(' ')
			}
		}
		if want, _ := emphasis(strings.Join(s, " ")); b.String() != string(want) {
			t.Errorf("%q: the lines are %q", s, b.String())
		}
	}
}

// TestWholeEmphasis prefers lines that leave the emphasis whole where the
// others are as good.
// A sentence does not begin with one word at the end of a line, where the line
// may as well end before it. An abbreviation ends none.
func TestBegins(t *testing.T) {
	for s, want := range map[string][]string{
		"Ask before you take a photo. No party or candidate signs, please.": {"Ask before you take a photo.", "No party or candidate signs, please."},
		"Defiende los derechos humanos. En julio de 2025 habló de ellos.":   {"Defiende los derechos humanos.", "En julio de 2025 habló de ellos."},
	} {
		p := passage(t, s, "en")
		width := 1.03 * max(passage(t, want[0], "en").Width()+passage(t, strings.Fields(want[1])[0]+" x", "en").Width(), passage(t, want[1], "en").Width())
		if got := texts(p.Lines(width)); !slices.Equal(got, want) {
			t.Errorf("lines are %q, want %q", got, want)
		}
	}
	p := passage(t, "See the U.S. House, Noem v. Garcia and Mr. Vega", "en")
	for cut := range p.pieces {
		if p.begins(cut) {
			t.Errorf("%q is taken for the beginning of a sentence", p.pieces[cut-1].text)
		}
	}
}

func TestWholeEmphasis(t *testing.T) {
	for in, want := range map[string]string{
		"mill **mill mill** mill mill": "mill mill mill/mill mill",
		"mill mill **mill mill** mill": "mill mill/mill mill mill",
		"**mill mill** mill mill mill": "mill mill mill/mill mill",
		"mill mill mill **mill mill**": "mill mill mill/mill mill",
		"mill **mill mill mill** door": "mill mill mill/mill door", // torn in any case
	} {
		p := passage(t, in, "en")
		if got := strings.Join(texts(p.Lines(p.MinWidth(2)+0.1)), "/"); got != want {
			t.Errorf("%q is set %q, want %q", in, got, want)
		}
	}
}

// TestGlue keeps words together that belong together.
func TestGlue(t *testing.T) {
	for s, want := range map[string]string{
		"the U.S. to let": "the|U.S.|to|let", "THE U.S. TO LET": "THE|U.S.|TO|LET", "no U.S. law bars": "no|U.S. law|bars",
		"the U.S. Capitol": "the|U.S. Capitol", "on 4 March": "on|4 March", "a cut-off note": "a|cut-off|note",
		"El Salvador y EE. UU.": "El Salvador|y|EE. UU.", "A card · 4 May – noon": "A|card ·|4 May –|noon",
		"town: 45 for, 50 against": "town:|45 for,|50 against", "sí, 50 no": "sí,|50 no",
		"they had 50 against it": "they|had|50|against|it", "in 2031, 50 of them": "in|2031,|50|of|them",
		"de mayo": "de|mayo", "de 2031": "de|2031", "4 de": "4|de",
	} {
		p := passage(t, s, "en")
		var got []string
		for i := range p.pieces {
			got = append(got, strings.ReplaceAll(p.pieces[i].text, string(nbsp), " "))
		}
		if !slices.Equal(got, strings.Split(want, "|")) {
			t.Errorf("%q is %q, want %s", s, got, want)
		}
	}
}

// TestTogether keeps on one line what reads as one, where as few lines have
// room for it.
func TestTogether(t *testing.T) {
	for in, want := range map[string]string{
		"Town Council: keep hearing winter":                      "Town Council:/keep/hearing winter",
		"Town Council: keep chance open notice all":              "Town Council:/keep chance/open/notice all",
		"The rule of 10\u00a0U.S.C.\u00a0362 holds in this town": "The rule of 10 U.S.C. 362/holds in this town",
		"A second Leahy law binds the Pentagon":                  "A second/Leahy law/binds the/Pentagon",
	} {
		p := passage(t, in, "en")
		if got := strings.Join(texts(p.Lines(p.MinWidth(strings.Count(want, "/")+1)*1.1)), "/"); got != want {
			t.Errorf("%q is set %q, want %q", in, got, want)
		}
	}
	if p := passage(t, "section 1231(b)(3) holds", "en"); len(p.pieces) != 3 {
		t.Errorf("%d pieces: a line may end within (b)(3)", len(p.pieces))
	}
}

// TestPercentSpace sets the space before a percent sign half as wide as one
// between words, and keeps the character.
func TestPercentSpace(t *testing.T) {
	words, percent := passage(t, "75\u00a0x", "es"), passage(t, "75 %", "es")
	gap := func(p *Passage) float64 {
		w := p.Whole()
		return w.Glyphs[2].Advance
	}
	if g, want := gap(percent), gap(words)/2; math.Abs(g-want) > 1e-9 {
		t.Errorf("the space is %.3f em wide, want %.3f", g, want)
	}
	if got := percent.Whole().Text; got != "75\u00a0%" {
		t.Errorf("the text is %q", got)
	}
}

// BenchmarkLines breaks what a card holds, and the worst that it is given.
func BenchmarkLines(b *testing.B) {
	for name, s := range map[string]string{
		"body":    "The reading room will stay open on Sundays until the end of the summer, and the garden until dusk, if 40 readers sign.",
		"letters": strings.Repeat("a ", 1000),
		"forced":  strings.Repeat("a\n", 1000),
	} {
		p := passage(b, s, "en")
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				p.Lines(20)
			}
		})
	}
}
