// Package theme reads looks: colours that can be told apart, typefaces and
// proportions. It knows nothing of cards.
package theme

import (
	"cmp"
	"hash/fnv"
	"image/color"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
)

// Theme is a look as its file says it, with its names resolved. It is
// immutable and safe for concurrent use.
type Theme struct {
	Extends    string             `json:"extends,omitzero"` // an embedded theme whose values stand where this has none
	Name       string             `json:"name"`
	About      string             `json:"about,omitzero"` // the look in a sentence
	Colors     map[string]string  `json:"colors"`         // #RRGGBB by name
	Schemes    map[string]*Scheme `json:"schemes"`        // colours that meet, by name
	Grounds    []Ground           `json:"grounds"`        // what cards stand on, in turn
	Action     Ground             `json:"action"`         // of a card that asks for something
	Document   Ground             `json:"document"`       // head: the desk, foot: the sheet
	Correction Ground             `json:"correction"`     // head: the band, foot: the card
	Carousel   Carousel           `json:"carousel"`       // the grounds of its slides
	Type       map[string]Face    `json:"type"`           // typefaces by role
	Rule       Rules              `json:"rule,omitzero"`  // how thick rules are
	Air        float64            `json:"air,omitzero"`   // the share of a card's height that may stay empty; 0: a little
	Bleed      bool               `json:"bleed,omitzero"` // focal figures pass the margins
	Edge       bool               `json:"edge,omitzero"`  // a bar on the outer edge beside claims and quotations

	shelf    *Shelf
	files    fs.FS
	fonts    sync.Map // parsed fonts of files, *text.Font by name
	passages passages
}

// Carousel names the grounds of a carousel's slides.
type Carousel struct {
	Cover string   `json:"cover"` // the loudest
	Inner []string `json:"inner"` // quiet ones, in turn
}

// Rules are how thick the rules of a card are, in px on a canvas 1080 wide.
type Rules struct {
	Top  float64 `json:"top,omitzero"`  // above the card's first words
	Slug float64 `json:"slug,omitzero"` // above its last line
	Row  float64 `json:"row,omitzero"`  // between rows
}

// defaultAir is the share of a card that a reader takes as margin and not as
// something missing.
const defaultAir = 0.12

// Slack is how much of a card's height may stay empty before its parts are
// set larger.
func (t *Theme) Slack() float64 {
	if t.Air > 0 {
		return t.Air
	}
	return defaultAir
}

// Scheme is the colours that meet on one ground. Every text colour is at
// least 4.5:1 against Ground, and so is Mark, on which words stand in the
// colour of Ground; everything else that is drawn is at least 3:1.
type Scheme struct {
	Ground    RGBA `json:"ground"`
	Text      RGBA `json:"text"`
	Accent    RGBA `json:"accent"` // words that stand out
	Figure    RGBA `json:"figure"` // the card's figure
	Strong    RGBA `json:"strong"` // emphasised words of running text
	Mute      RGBA `json:"mute"`   // citations and notes
	Rule      RGBA `json:"rule"`
	Mark      RGBA `json:"mark"`               // marks that are meant
	Line      RGBA `json:"line"`               // other marks
	Idle      RGBA `json:"idle"`               // what is not yet, or not this
	Highlight RGBA `json:"highlight,omitzero"` // behind emphasised words; none: they take Accent
	Land      RGBA `json:"land,omitzero"`      // of maps, on Ground as their sea; none: coasts are lines
}

// RGBA is a colour and its name in the theme; without one it is none.
type RGBA struct {
	color.RGBA
	Name string
}

// UnmarshalText takes the name of a colour, which Parse resolves.
func (c *RGBA) UnmarshalText(b []byte) error {
	c.Name = string(b)
	return nil
}

// MarshalText writes the name of a colour.
func (c RGBA) MarshalText() ([]byte, error) { return []byte(c.Name), nil }

// IsZero reports that there is no colour.
func (c RGBA) IsZero() bool { return c.Name == "" }

// Ground is a way to divide a card: what leads, what follows, the panel of
// the action, the band of a phone number and that of a video's captions.
type Ground struct {
	Name     string `json:"name"`
	Head     string `json:"head"`              // the scheme of what leads
	Foot     string `json:"foot"`              // of what follows
	Panel    string `json:"panel"`             // of the action
	Band     string `json:"band"`              // of a phone number
	Captions string `json:"captions,omitzero"` // of a video's captions; empty: that of the panel
	Strips   bool   `json:"strips,omitzero"`   // headlines stand on strips
}

// Spoken names the scheme of a video's captions.
func (g Ground) Spoken() string { return cmp.Or(g.Captions, g.Panel) }

// Face is how one role of text is set.
type Face struct {
	Font     string  `json:"font"`              // a file, beside the theme's own or of this package
	Strong   string  `json:"strong,omitzero"`   // of emphasised words
	Tracking float64 `json:"tracking,omitzero"` // between letters, in em
	Leading  float64 `json:"leading"`           // from line to line, in em
	Size     float64 `json:"size,omitzero"`     // of titles in a narrow display face, times that of others; 0 is 1
	Upper    bool    `json:"upper,omitzero"`    // in capitals
	Fill     bool    `json:"fill,omitzero"`     // lines reach both edges
}

// GroundOf chooses by a card's ID, so that a set varies while every card always
// looks the same. The card without an ID stands on the first.
func (t *Theme) GroundOf(id string) Ground {
	if id == "" {
		return t.Grounds[0]
	}
	return t.Grounds[number(id, len(t.Grounds))]
}

// GroundNamed finds a ground, that of actions included.
func (t *Theme) GroundNamed(name string) (Ground, bool) {
	for _, g := range slices.Concat(t.Grounds, []Ground{t.Action}) {
		if g.Name == name {
			return g, true
		}
	}
	return Ground{}, false
}

// Slides names a ground for each of n slides, the last of which may ask for
// something: the loudest for the cover, then quiet ones in turn.
func (t *Theme) Slides(n int, asks bool) []string {
	names := make([]string, n)
	quiet := 0
	for i := range names {
		switch {
		case i == 0:
			names[i] = t.Carousel.Cover
		case i == n-1 && asks:
			names[i] = t.Action.Name
		default:
			names[i] = t.Carousel.Inner[quiet%len(t.Carousel.Inner)]
			quiet++
		}
	}
	return names
}

// Loud chooses a ground of one loud colour for words that fill a card: a
// saturated or a dark one of those that the theme's grounds are made of. A theme
// without one has its first ground.
func (t *Theme) Loud(id string) Ground {
	var all []Ground
	for _, g := range append(slices.Clone(t.Grounds), t.Action) {
		for _, s := range []string{g.Head, g.Foot, g.Panel, g.Band} {
			here := t.Schemes[s]
			met := slices.ContainsFunc(all, func(l Ground) bool { return t.Schemes[l.Head].Ground.RGBA == here.Ground.RGBA })
			if !met && loud(here.Ground.RGBA) {
				all = append(all, Ground{Name: g.Name, Head: s, Foot: s, Panel: t.Action.Panel, Band: t.Action.Band})
			}
		}
	}
	if len(all) == 0 {
		return t.Grounds[0]
	}
	return all[number(id, len(all))]
}

// What is loud: how far apart its channels lie, of 255, or how dark it is.
const (
	leastChroma = 90
	mostDark    = 0.05
)

func loud(c color.RGBA) bool {
	return int(max(c.R, c.G, c.B))-int(min(c.R, c.G, c.B)) >= leastChroma || colour.Luminance(c) <= mostDark
}

// number derives one of n numbers from an id alone.
func number(id string, n int) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32()>>8) % n
}

// Coloured reports a theme with an ink besides black, white and greys.
func (t *Theme) Coloured() bool {
	for _, s := range t.Schemes {
		for _, c := range []color.RGBA{s.Ground.RGBA, s.Text.RGBA, s.Accent.RGBA, s.Mark.RGBA} {
			if c.R != c.G || c.G != c.B {
				return true
			}
		}
	}
	return false
}

// Lightest names the scheme that a pen writes on best.
func (t *Theme) Lightest() string {
	best, light := "", -1.0
	for _, name := range slices.Sorted(maps.Keys(t.Schemes)) {
		if l := colour.Luminance(t.Schemes[name].Ground.RGBA); l > light {
			best, light = name, l
		}
	}
	return best
}

// Darkest names the scheme of the darkest ground that is not the given scheme's.
func (t *Theme) Darkest(beside string) string {
	best, dark := beside, 2.0
	for _, name := range slices.Sorted(maps.Keys(t.Schemes)) {
		ground := t.Schemes[name].Ground.RGBA
		if l := colour.Luminance(ground); l < dark && ground != t.Schemes[beside].Ground.RGBA {
			best, dark = name, l
		}
	}
	return best
}

var white = color.RGBA{255, 255, 255, 255}

// plateEdge is the contrast below which the edge of two areas is overlooked;
// codeRatio is double what cameras need to tell a code's modules apart (7:1), so
// that a faded print can still be read.
const (
	plateEdge = 1.5
	codeRatio = 14
)

// Light reports a ground on which a white plate would have no edge.
func (s *Scheme) Light() bool {
	return colour.Ratio(s.Ground.RGBA, white) < plateEdge
}

// CodeInk is the darkest of the scheme's inks that a code can be read in.
func (s *Scheme) CodeInk() color.Color {
	best := color.RGBA{A: 255}
	for _, c := range []color.RGBA{s.Text.RGBA, s.Ground.RGBA} {
		if colour.Ratio(c, white) > codeRatio {
			best = c
		}
	}
	return best
}
