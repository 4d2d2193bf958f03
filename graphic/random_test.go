package graphic

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
)

// A dealer makes cards out of chance: any mix of blocks, lengths and scripts.
type dealer struct{ *rand.Rand }

var vocabulary = map[string][]string{
	"en": strings.Fields("library council hearing roof 1,200 readers **open** closed at the of a in 2031 tender U.S. Extraordinarily-long-compound-words $4.76 million “quoted” 75%"),
	"es": strings.Fields("biblioteca ayuntamiento audiencia «tejado» 1.200 lectores **abierta** cerrada en el de la a 2031 licitación EE. UU. ¿cuándo? 75 % niñez"),
	"ar": strings.Fields("المكتبة المجلس جلسة السقف 1200 القراء **مفتوحة** مغلقة في من 2031 المناقصة"),
}

func (d dealer) words(lang string, least, most int) string {
	var out []string
	for range least + d.IntN(most-least+1) {
		v := vocabulary[lang]
		out = append(out, v[d.IntN(len(v))])
	}
	return strings.Join(out, " ")
}

// maybe is words, or nothing as often.
func (d dealer) maybe(lang string, most int) string {
	if d.IntN(2) == 0 {
		return ""
	}
	return d.words(lang, 1, most)
}

func (d dealer) block(lang string) Block {
	w := func(most int) string { return d.words(lang, 1, most) }
	switch d.IntN(17) {
	case 0:
		return Stat{Prefix: d.maybe(lang, 2), Value: fmt.Sprint(d.IntN(100000)), Unit: d.maybe(lang, 1), Label: d.maybe(lang, 6), Hidden: d.IntN(6) == 0}
	case 1:
		var b Bars
		for range 2 + d.IntN(6) {
			b.Items = append(b.Items, Bar{Label: w(5), Value: d.Float64() * 1e6, Text: fmt.Sprint(d.IntN(1e6)), Focus: d.IntN(3) == 0})
		}
		return b
	case 2:
		p := People{AsList: d.IntN(4) == 0}
		for m := range 1 + d.IntN(4) {
			p.Segments = append(p.Segments, Segment{Count: 1 + d.IntN(80), Mark: Mark(m), Figure: fmt.Sprint(d.IntN(500)), Label: d.maybe(lang, 5)})
		}
		return p
	case 3:
		return Donut{Count: 1 + d.IntN(50), Of: 60 + d.IntN(200), Value: "75%", Label: d.maybe(lang, 4), RestValue: d.maybe(lang, 2), Rest: d.maybe(lang, 8)}
	case 4:
		return Quote{Text: w(25), Speaker: w(4), Role: d.maybe(lang, 5), Verbatim: d.IntN(2) == 0}
	case 5:
		var l List
		for range 2 + d.IntN(5) {
			l.Items = append(l.Items, w(7))
		}
		return l
	case 6:
		var s Steps
		for range 2 + d.IntN(5) {
			s.Items = append(s.Items, Step{w(7), d.maybe(lang, 8)})
		}
		return s
	case 7:
		return Sources{Items: []SourceItem{{w(4), d.maybe(lang, 9)}, {w(4), d.maybe(lang, 9)}}}
	case 8:
		t := Timeline{}
		at := day(2030, time.January, 1)
		for range 2 + d.IntN(5) {
			at = at.AddDate(0, 0, 1+d.IntN(200))
			t.Events = append(t.Events, TimelineEvent{At: at, Date: "4 Mar", Text: w(7)})
		}
		return t
	case 9:
		return Versus{w(1) + ":", w(8)}
	case 10:
		return BeforeAfter{State{w(4), d.maybe(lang, 2), w(5)}, State{w(4), d.maybe(lang, 2), w(5)}}
	case 11:
		return Document{File: w(4), Page: d.maybe(lang, 2), Lead: d.maybe(lang, 20), Passage: w(8), Tail: d.maybe(lang, 10), Verbatim: d.IntN(2) == 0}
	case 12:
		return TileMap{Groups: []TileGroup{{[]string{"TX", "CA"}, w(4)}}}
	case 13:
		return Event{Rows: []EventRow{{w(2), d.maybe(lang, 6)}, {w(3), d.maybe(lang, 6)}, {w(1), ""}}}
	case 14:
		return Contact{Name: w(5), Office: d.maybe(lang, 5), Phone: "(555) 010-0142", How: d.maybe(lang, 8)}
	case 15:
		return Correction{Label: w(1), Date: "9 Mar 2031", Said: d.maybe(lang, 8), Was: w(3), Replaces: d.maybe(lang, 3)}
	default:
		return Blank{Lines: 3 + d.IntN(6)}
	}
}

func (d dealer) card() Card {
	lang := []string{"en", "es", "ar"}[d.IntN(3)]
	c := Card{
		ID: fmt.Sprint(d.Uint32()), Lang: language.MustParse(lang), Kicker: d.maybe(lang, 4), Headline: d.words(lang, 1, 14), HeadlineShort: d.maybe(lang, 5),
		Attribution: d.maybe(lang, 8), Body: d.maybe(lang, 30), BodyShort: d.maybe(lang, 8), Note: d.maybe(lang, 8), Source: d.words(lang, 1, 9),
		SourceShort: d.maybe(lang, 3), AsOf: d.maybe(lang, 4), Tags: []string{"SaveOldMill"}[:d.IntN(2)], Folio: Folio{1, d.IntN(9)},
	}
	for range d.IntN(4) {
		c.Blocks = append(c.Blocks, d.block(lang))
	}
	if d.IntN(3) == 0 {
		c.Action = Action{Verb: d.maybe(lang, 5), Detail: d.maybe(lang, 9), Phone: "(555) 010-0142", Prompt: d.maybe(lang, 2), URL: "https://library.example/hearing"}
	}
	return c
}

// TestRandomCards draws cards that nobody would write. Each is drawn whole and
// apart, or refused with a typed error; most of what is refused says too much.
func TestRandomCards(t *testing.T) {
	n := scaled(300, 1000, 3000)
	d := dealer{rand.New(rand.NewPCG(2031, 3))}
	themes, formats := Themes(), append(Formats(), PrintFormats()...)
	drawn := 0
	for i := range n {
		c, th, f := d.card(), themes[d.IntN(len(themes))], formats[d.IntN(len(formats))]
		g, err := New(c, &Options{Theme: th, Format: f})
		if err != nil {
			var fit *FitError
			var glyph *GlyphError
			var field *FieldError
			if !errors.As(err, &fit) && !errors.As(err, &glyph) && !errors.As(err, &field) {
				t.Errorf("card %d in %s on %s: %v\n%+v", i, th.Name, f.Name, err, c)
			}
			continue
		}
		drawn++
		if g.Alt() == "" {
			t.Errorf("card %d: no alt text", i)
		}
		checkBoxes(t, g, &f)
		if t.Failed() {
			t.Fatalf("card %d in %s on %s:\n%+v", i, th.Name, f.Name, c)
		}
	}
	if drawn < n/4 {
		t.Errorf("only %d of %d were drawn: the test says little", drawn, n)
	}
	t.Logf("%d of %d drawn", drawn, n)
}
