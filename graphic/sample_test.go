package graphic

import (
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// The sample cards are those of a campaign that does not exist: neighbours
// who want to keep the Old Mill Library open. They use every block.

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

var visit = Action{Verb: "Come to the public hearing", Phone: "(555) 010-0142", Prompt: "Scan or type:", URL: "https://library.example/hearing"}

// members are those of a library, by what they answered.
func members() []Segment {
	return []Segment{
		{123, Solid, "123", "come every week"}, {70, Hatch, "70", "have not answered"}, {33, Open, "33", "come at times"}, {26, Foot, "26", "no information"},
	}
}

func sampleCards() map[string]Card {
	all := map[string]Card{}
	readCards("samples.json", &all)
	photo := Photo{Picture: meadow(), Alt: "A meadow with a round pond under a low sun.", X: 0.7, Y: 0.4}
	c := all["contact"]
	c.ID, c.Kicker, c.Headline = "meadow", "Behind the library", "The **meadow** is part of the sale"
	c.Attribution, c.Blocks = "According to the council’s notice of sale", []Block{photo}
	all["photo"] = c
	photo.Full, photo.Duotone = true, true
	c.ID, c.Kicker, c.Headline, c.Blocks = "evening", "", "The meadow is part of the sale", []Block{photo}
	all["photofull"] = c
	return all
}

// readCards reads cards that tests draw, each under its name.
func readCards(file string, to any) {
	data, err := os.ReadFile("testdata/scripts/" + file)
	if err == nil {
		err = json.Unmarshal(data, to)
	}
	if err != nil {
		panic(err)
	}
}

// scaled is a number of cases: all with TEST_ALL, few with -short.
func scaled(few, some, all int) int {
	switch {
	case testing.Short():
		return few
	case os.Getenv("TEST_ALL") == "":
		return some
	}
	return all
}

// eachSample lays sample cards out in each format, theme and ground: with
// TEST_ALL all, else every 13th, with -short every 29th, both coprime to these.
func eachSample(f func(name string, c Card, o Options)) {
	n, stride := 0, scaled(29, 13, 1)
	cards := sampleCards()
	for _, name := range slices.Sorted(maps.Keys(cards)) {
		c := cards[name]
		for _, th := range Themes() {
			for i, gr := range th.t.Grounds {
				if i > 0 && strings.HasPrefix(name, "photo") {
					continue // scaling a photograph takes its time
				}
				for _, fm := range Formats()[:5] {
					if n++; n%stride != 0 {
						continue
					}
					card := c
					if fm.Name == "story" && card.Action.empty() && name != "map" { // a map leaves a story no room for a panel
						card.Action = Action{Verb: visit.Verb, Prompt: visit.Prompt, URL: visit.URL}
					}
					o := Options{Format: fm, Theme: th, Ground: gr.Name}
					if name == "action" {
						o.Ground = ""
					}
					f(fmt.Sprintf("%s-%s-%s-%s", name, th.Name, gr.Name, fm.Name), card, o)
				}
			}
		}
	}
}

// lengthened is a card whose texts are about a third longer, as a
// translation may be.
func lengthened(c Card) Card {
	longer := func(s string) string {
		words := strings.Fields(s)
		if len(words) < 3 {
			return s
		}
		return strings.Join(append(words, words[:(len(words)+2)/3]...), " ")
	}
	if _, stat := first(c.Blocks).(Stat); !stat && c.Action.Phone == "" {
		c.Headline = longer(strings.ReplaceAll(c.Headline, "**", ""))
	}
	c.Body, c.Attribution = longer(strings.ReplaceAll(c.Body, "**", "")), longer(c.Attribution)
	return c
}

func first(b []Block) Block {
	if len(b) == 0 {
		return nil
	}
	return b[0]
}

// meadow is a drawn picture of the darkest and the lightest pixels there are.
var meadow = sync.OnceValue(func() *Picture {
	m := image.NewRGBA(image.Rect(0, 0, 480, 360))
	for y := range 360 {
		for x := range 480 {
			c := color.RGBA{uint8(120 + y/4), uint8(160 + y/5), 255, 255}
			hill := 200 + 40*math.Sin(float64(x)/70)
			switch dx, dy := x-340, y-130; {
			case dx*dx+dy*dy < 1600:
				c = color.RGBA{255, 255, 240, 255}
			case float64(y) > hill+90:
				c = color.RGBA{8, 12, 8, 255}
			case float64(y) > hill:
				c = color.RGBA{uint8(40 + x/8), uint8(110 + y/8), 30, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	p, err := NewPicture(m)
	if err != nil {
		panic(err)
	}
	return p
})

// TestBeforeDate: a date that does not fit beside its source is not parted.
func TestBeforeDate(t *testing.T) {
	for source, want := range map[string]string{
		"Source: Town Gazette, Jan 6, 2030":     "Source: Town Gazette",
		"Source: Gazette, Library, Jan 6, 2030": "Source: Gazette, Library",
		"Fuente: Gaceta, 6 ene 2030":            "Fuente: Gaceta",
		"Source: Jan 6, 2030":                   "Source: Jan 6",
	} {
		if got := source[:beforeDate(source)]; got != want {
			t.Errorf("%q is split behind %q, want %q", source, got, want)
		}
	}
}
