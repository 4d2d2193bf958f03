package text

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// How a line may end at a place: freely, only where nothing else fits, or never.
const (
	free = '|'
	hard = '¦'
	held = '×'
)

// TestW3C holds the ends of lines to W3C's requirements for text layout as far as
// they say where lines end: jlreq (Japanese), clreq (Chinese), klreq (Korean), alreq (Arabic and
// Persian), hlreq (Hebrew); read on November 30, 2026. In each text the signs
// say what may happen at their place. It differs from them on purpose: lines are
// ragged, so nothing is stretched or squeezed, neither by kashida (alreq 5.5) nor
// by spaces (jlreq 3.8); and words of Japanese and Korean stay whole where they
// can, as in display type, though jlreq 3.1.7 and klreq let a line end anywhere.
func TestW3C(t *testing.T) {
	for _, c := range rows(t, "lines", 3) {
		of, lang := c[0], c[1]
		var text []rune
		want := map[int]rune{}
		for _, r := range c[2] {
			if r == free || r == hard || r == held {
				want[len(text)] = r
			} else {
				text = append(text, r)
			}
		}
		p := &Passage{Style: style(t)}
		p.cut(text, make([]bool, len(text)), []run{{end: len(text)}}, lang)
		at, got := 0, map[int]rune{}
		for i := range p.pieces[:len(p.pieces)-1] {
			at += p.pieces[i].runes
			if got[at] = free; p.pieces[i].soft {
				got[at] = hard
			}
		}
		for i, w := range want {
			g, ends := got[i]
			if !ends {
				g = held
			}
			if g != w {
				t.Errorf("%s (%s): %s%c%s, want %c", of, lang, string(text[:i]), g, string(text[i:]), w)
			}
		}
	}
}

// TestW3CShapes are requirements of alreq for how words look, in a font that has
// the script: letters join over tatweel, emphasis and points; a ZWNJ parts them;
// nothing is spaced out; brackets and figures stand as UAX #9 has them.
func TestW3CShapes(t *testing.T) {
	f := arabic(t)
	shaped := func(s string, st *Style) []Glyph {
		t.Helper()
		p, err := Shape(s, st, language.Arabic)
		if err != nil {
			t.Fatal(err)
		}
		return p.Whole().Glyphs
	}
	ids := func(glyphs []Glyph) (all []ID) {
		for _, g := range glyphs {
			all = append(all, g.ID)
		}
		return all
	}
	plain := &Style{Font: f}
	for _, c := range []struct{ of, a, b string }{
		{"emphasis within a word leaves its letters joined", "مكتبة", "مك**تبة**"},
		{"an emphasised word has the same letters", "مكتبة", "**مكتبة**"},
	} {
		if a, b := ids(shaped(c.a, plain)), ids(shaped(c.b, plain)); !slices.Equal(a, b) {
			t.Errorf("%s: %v and %v", c.of, a, b)
		}
	}
	joined, apart := ids(shaped("بب", plain)), ids(shaped("ب\u200cب", plain))
	if slices.Equal(joined, apart[:min(2, len(apart))]) {
		t.Error("a ZWNJ leaves letters joined")
	}
	if with := ids(shaped("بـب", plain)); len(with) != 3 || with[0] != joined[0] || with[2] != joined[1] {
		t.Errorf("letters do not join over tatweel: %v, %v", with, joined)
	}
	if lam := ids(shaped("لا", plain)); len(lam) > 2 || slices.Equal(lam, ids(shaped("ل\u200cا", plain))) {
		t.Errorf("lam and alef are no ligature: %v", lam)
	}
	spaced, tight := shaped("مكتبة", &Style{Font: f, Tracking: 0.1}), shaped("مكتبة", plain)
	if spaced[0].X != tight[0].X {
		t.Error("letters that join are spaced out")
	}
	var order strings.Builder
	for _, g := range shaped("صف (٦٢) ٧٥٪", plain) {
		order.WriteString(g.Text)
	}
	if got := order.String(); !strings.HasPrefix(got, "٪٧٥") && !strings.HasPrefix(got, "٧٥٪") || !strings.Contains(got, "٦٢") {
		t.Errorf("from left to right: %q", got)
	}
}

func arabic(t *testing.T) *Font {
	t.Helper()
	const name = "../../fonts/ibm-plex/IBMPlexSansArabic_500Medium.ttf"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseFont(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestClinging sets Japanese and Chinese in columns of one em to the whole line:
// where the particles fit with what they follow, none begins a line.
func TestClinging(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"ja", "図書館は開いている。町の古いプールで75%の人が「夏」を待った"}, {"ja", "図書館閉鎖反対集会に参加"}, {"zh", "图书馆开放的时候我们看了书"},
	} {
		text := []rune(c.text)
		p := &Passage{Style: style(t)}
		p.cut(text, make([]bool, len(text)), []run{{end: len(text)}}, c.lang)
		for i := range p.pieces {
			p.pieces[i].width = float64(p.pieces[i].runes)
		}
		longest := 0.0
		for from, to := 0, 0; to < len(p.pieces); to++ {
			if !p.pieces[to].clinging {
				longest, from = max(longest, p.width(from, to+1)), to+1
			}
		}
		for width := longest; width <= float64(len(text)); width++ {
			for _, cuts := range [][]int{p.balance(width), p.greedy(width)} {
				for _, cut := range cuts[1 : len(cuts)-1] {
					if p.pieces[cut-1].clinging {
						t.Errorf("%s, %g em: a line begins with %s", c.text, width, p.pieces[cut].text)
					}
				}
			}
		}
	}
}
