package studio_test

import (
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/studio"
	"github.com/shutdowncecot/toolkit/share/truth"
)

var marks = map[string]studio.Marks{
	"en": {Kicker: "In my own words", Own: "Own words", Source: "Source:", Figures: "Figures:", Photo: "A photograph of mine"},
}

// desk is that of a library that does not exist.
func desk(t *testing.T) *studio.Desk {
	t.Helper()
	c := &campaign.Campaign{Languages: []string{"en"}, Facts: []campaign.Fact{{
		ID: "classes", Headline: campaign.Text{"en": "62 classes used the Millbrook library"}, Claim: campaign.Text{"en": "62 classes used the Millbrook library."},
		Figures: []campaign.Figure{{Value: 62}},
	}}}
	memory, err := truth.New(c).Memory()
	if err != nil {
		t.Fatal(err)
	}
	d, err := studio.New(memory, marks)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func card() graphic.Card {
	return graphic.Card{
		ID: "classes", Lang: language.English, Kicker: "The library", Headline: "62 classes used the library", Attribution: "According to the council",
		Source: "Source: Town Council, Mar 4, 2031", Description: "The claim in full.", Tags: []string{"SaveOldMill"},
	}
}

// Nothing changes on a card that nobody changed.
func TestUnchanged(t *testing.T) {
	d := &studio.Draft{Fact: "classes", Card: card(), Lines: map[string]string{"headline": card().Headline, "body": ""}}
	if d.Own() || desk(t).Mark(d, true).Kicker != "The library" || len(desk(t).Check(d)) > 0 {
		t.Errorf("an unchanged card is marked or refused: %+v", desk(t).Mark(d, true))
	}
}

// A sentence that the campaign's card does not have is said to be the reader's;
// whoever only leaves some out is told nothing.
func TestOwnWords(t *testing.T) {
	for _, row := range [][2]string{
		{"62 classes used the library", ""},
		{"62 classes used the library. Where is the list?", "Where is the list?"},
		{"¿Ya viste? 62 classes used the library", "¿Ya viste?"},
		{"used the library", ""},
		{"", ""},
	} {
		d := &studio.Draft{Fact: "classes", Card: card(), Lines: map[string]string{"headline": row[0]}}
		got := ""
		for _, f := range desk(t).Check(d) {
			if f.Code == "own-words" {
				got = f.Args["words"].(string)
				if f.Level != "warning" || f.Field != "headline" || f.To-f.From != len([]rune(got)) {
					t.Errorf("%q: %+v", row[0], f)
				}
			}
		}
		if got != row[1] {
			t.Errorf("of %q is said to be the reader's: %q", row[0], got)
		}
	}
}

// A link for the code is somebody's own, whatever the words.
func TestOwnLink(t *testing.T) {
	d := &studio.Draft{Fact: "classes", Card: card(), Link: "https://millbrook.example/reading"}
	if c := desk(t).Mark(d, false); !d.Own() || c.Action.URL != d.Link || c.Kicker != marks["en"].Kicker {
		t.Errorf("%+v", c)
	}
}

// Nobody is quoted for words that are not theirs: whatever is changed, and
// whatever the format draws, the picture says so.
func TestMarked(t *testing.T) {
	k := desk(t)
	for _, format := range append(graphic.Formats(), graphic.PrintFormats()...) {
		for _, d := range []studio.Draft{
			{Fact: "classes", Card: card(), Lines: map[string]string{"headline": "62 classes, and mine was one"}},
			{Fact: "classes", Card: card(), Lines: map[string]string{"body": "Mine was one."}},
			{Card: graphic.Card{ID: "own", Lang: language.English, Tags: []string{"SaveOldMill"}}, Lines: map[string]string{"headline": "I learned to read here"}, Date: "Mar 4, 2031"},
		} {
			g, err := k.Lay(&d, &graphic.Options{Format: format})
			if err != nil {
				t.Logf("%s: %v", format.Name, err)
				continue
			}
			var drawn []string
			for _, b := range g.Boxes() {
				drawn = append(drawn, b.Text)
			}
			said := strings.Join(drawn, " ")
			if !strings.Contains(said, "In my own words") && !strings.Contains(said, "Own words") {
				t.Errorf("%s: nothing says whose words these are: %s", format.Name, said)
			}
			if strings.Contains(said, "According to") || strings.Contains(said, "Source:") {
				t.Errorf("%s: somebody is quoted for a reader's words: %s", format.Name, said)
			}
		}
	}
}

// What the reader wrote and a picture has no room for is told where it was written.
func TestOmits(t *testing.T) {
	k, lost, kept := desk(t), 0, 0
	for _, format := range graphic.Formats() {
		d := &studio.Draft{Fact: "classes", Card: card(), Lines: map[string]string{"body": "Mine was one of them, and I read there still."}}
		g, err := k.Lay(d, &graphic.Options{Format: format})
		if err != nil {
			t.Fatal(err)
		}
		drawn := false
		for _, b := range g.Boxes() {
			drawn = drawn || b.Field == "Body"
		}
		found := d.Omits(g)
		told := len(found) == 1 && found[0].Field == "body" && found[0].Level == "warning" && found[0].Code == "card-omits"
		if drawn == told || drawn && len(found) > 0 {
			t.Errorf("%s: drawn %v, told %+v", format.Name, drawn, found)
		}
		if drawn {
			kept++
		} else {
			lost++
		}
	}
	t.Log(lost, "formats leave it out")
	if kept == 0 || lost == 0 {
		t.Errorf("%d formats keep the line, %d leave it out", kept, lost)
	}
}

// A changed figure is an error with the figure that it was.
func TestFigure(t *testing.T) {
	for _, words := range []string{"620 classes used the library", "Ñandú 😀 620 classes"} {
		d := &studio.Draft{Fact: "classes", Card: card(), Lines: map[string]string{"headline": words}}
		all := desk(t).Check(d)
		if len(all) == 0 || all[0].Level != "error" || all[0].Field != "headline" || all[0].Fix == nil || all[0].Fix.Text != "62" {
			t.Fatalf("%q: %+v", words, all)
		}
		f := all[0].Fix
		runes := []rune(words) // no test word needs more than one unit but the emoji
		if shift := strings.Count(words, "😀"); string(runes[f.From-shift:f.To-shift]) != "620" {
			t.Errorf("%q: the fix is of %d to %d", words, f.From, f.To)
		}
	}
}

// Free words: a figure about the subject needs a source, private data goes.
func TestFree(t *testing.T) {
	k := desk(t)
	for words, want := range map[string]bool{
		"I learned to read here": false, "50% of us come every week": true, "Write to ana.perez@gmail.com": true,
	} {
		d := &studio.Draft{Card: graphic.Card{ID: "own", Lang: language.English}, Lines: map[string]string{"headline": words}}
		if got := len(k.Check(d)) > 0; got != want {
			t.Errorf("%q: %+v", words, k.Check(d))
		}
	}
}

// What stands in a poster's blanks: a public place passes, an address is to be
// judged, a link that hides where it leads is refused. Empty blanks are left
// out, and all stay to be written in where nothing is filled in.
func TestEvent(t *testing.T) {
	k := desk(t)
	blanks := graphic.Card{
		ID: "event-reading", Lang: language.English, Headline: "An hour of reading",
		Blocks: []graphic.Block{graphic.Event{Rows: []graphic.EventRow{{Label: "Day"}, {Label: "Place"}}}},
	}
	for words, want := range map[string]string{
		"": "", "Millbrook Library, by the fountain": "", "Town Hall, 12 Elm Street": "", "The green door, 12 Elm Street": "warning", "https://bit.ly/abc": "error",
	} {
		d := &studio.Draft{Event: "reading", Card: blanks, Rows: []string{"", words}}
		got := ""
		for _, f := range k.Check(d) {
			if f.Field != "row-1" {
				t.Errorf("%q: found in %s", words, f.Field)
			}
			got = max(got, f.Level)
			if f.Level == "error" {
				got = "error"
				break
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
		left := len(k.Mark(d, false).Blocks[0].(graphic.Event).Rows)
		if want := map[bool]int{true: 2, false: 1}[words == ""]; left != want {
			t.Errorf("%q leaves %d rows, want %d", words, left, want)
		}
		if d.Own() {
			t.Error("an organizer's place is no reader's own word")
		}
	}
}

// A photograph that nobody credits or describes is told, and a credit stands at the
// foot of the card.
func TestPhotoBeside(t *testing.T) {
	d := &studio.Draft{Card: graphic.Card{Lang: language.English}, Lines: map[string]string{"headline": "We read"}, Date: "Mar 4, 2031", Photo: &studio.Photo{}}
	codes := func() (all []string) {
		for _, f := range desk(t).Check(d) {
			all = append(all, f.Field+" "+f.Level+" "+f.Code)
		}
		return all
	}
	if got, want := strings.Join(codes(), ", "), "photo-credit warning photo-uncredited, photo-alt warning photo-undescribed"; got != want {
		t.Errorf("of a photograph alone: %s", got)
	}
	d.Photo.Credit, d.Photo.Alt = "my photo", "People who read by a lamp"
	if got := codes(); len(got) > 0 {
		t.Errorf("of one with both: %s", got)
	}
	if got := desk(t).Mark(d, false).AsOf; got != "Own words, Mar 4, 2031 · my photo" {
		t.Errorf("at the foot: %q", got)
	}
	d.Photo.Alt = "620 classes in the library"
	if got := codes(); len(got) == 0 || !strings.HasPrefix(got[0], "photo-alt error") {
		t.Errorf("a figure without a source in a description: %s", got)
	}
}

// The reader's logo joins the campaign's on free words, and stands on no fact's card.
func TestOwnLogo(t *testing.T) {
	art, err := graphic.DecodeArtwork(strings.NewReader(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	d := &studio.Draft{Card: graphic.Card{Lang: language.English}, Lines: map[string]string{"headline": "We read"}, Logo: &graphic.Logo{Art: art, Name: "Friends"}}
	if got := desk(t).Mark(d, false).Logos; len(got) != 1 || got[0].Name != "Friends" {
		t.Errorf("on free words: %v", got)
	}
	d.Fact, d.Card = "classes", card()
	if got := desk(t).Mark(d, false).Logos; len(got) > 0 {
		t.Errorf("on a fact's card: %v", got)
	}
}

// The video of a changed card says whose words it has.
func TestFilm(t *testing.T) {
	theme, _ := graphic.LookupTheme("newsroom")
	d := &studio.Draft{Fact: "classes", Card: card(), Lines: map[string]string{"headline": "62 classes. Where is the list?"}}
	r, err := desk(t).Film(d, &graphic.Options{Theme: theme, Format: graphic.ReelFormats()[0], Ground: "split"})
	if err != nil {
		t.Fatal(err)
	}
	all, err := r.Cards()
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	for _, b := range all[0].Boxes() {
		said += strings.ToLower(b.Text) + " "
	}
	if !strings.Contains(said, "where is the list?") || !strings.Contains(said, "in my own words") {
		t.Errorf("the video says %q", said)
	}
}

// corpora are sentences that the engine is measured by: faults by kind and
// language, and those in which there is nothing to find.
func corpora(t *testing.T) (plants map[string]map[string][]string, innocents map[string][]string) {
	t.Helper()
	for name, into := range map[string]any{"plants": &plants, "innocents": &innocents} {
		data, err := os.ReadFile("../truth/testdata/" + name + ".yaml")
		if err == nil {
			err = yaml.Unmarshal(data, into)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return plants, innocents
}

// What a reader types on a free card, in the row of an event or in a post is
// held to what the engine knows: nine in ten faults are found, and no innocent
// sentence is an error.
func TestCorpora(t *testing.T) {
	memory, err := truth.BuiltIn().Memory()
	if err != nil {
		t.Fatal(err)
	}
	k, err := studio.New(memory, marks)
	if err != nil {
		t.Fatal(err)
	}
	typed := map[string]func(words, lang string) []studio.Finding{
		"card": func(words, lang string) []studio.Finding {
			free := graphic.Card{ID: "own", Lang: language.Make(lang)}
			return k.Check(&studio.Draft{Card: free, Lines: map[string]string{"headline": words}})
		},
		"row": func(words, lang string) []studio.Finding {
			return k.Check(&studio.Draft{Card: graphic.Card{Lang: language.Make(lang)}, Rows: []string{words}})
		},
		"post": func(words, lang string) []studio.Finding { return k.CheckPost(words, lang, "") },
	}
	plants, innocents := corpora(t)
	for door, read := range typed {
		all, missed, n := 0, 0, 0
		for kind, langs := range plants {
			for lang, texts := range langs {
				for _, words := range texts {
					if n++; n%5 > 0 {
						continue
					}
					if all++; len(read(words, lang)) == 0 {
						missed++
						t.Logf("%s: %s (%s): %q", door, kind, lang, words)
					}
				}
			}
		}
		if missed*10 > all {
			t.Errorf("%s: %d of %d are missed", door, missed, all)
		}
		for lang, texts := range innocents {
			for _, words := range texts {
				for _, f := range read(words, lang) {
					figure := f.Code == "figure-unsourced" || f.Code == "quotation-unsourced" // which a card of its own has to have
					if f.Level == campaign.Error.String() && !figure {
						t.Errorf("%s (%s): %q: %s", door, lang, words, f.Code)
					}
				}
			}
		}
	}
}
