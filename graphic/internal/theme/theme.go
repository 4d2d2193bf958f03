// Package theme reads looks: colours that can be told apart, typefaces and
// proportions. It knows nothing of cards.
package theme

import (
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
	Extends     string // an embedded theme whose values stand where this has none
	Name, About string
	Colors      map[string]string
	Schemes     map[string]*Scheme
	Grounds     []Ground
	Action      Ground
	Document    Ground // Head: the desk, Foot: the sheet
	Correction  Ground // Head: the band, Foot: the card
	Carousel    struct {
		Cover string   // the loudest ground
		Inner []string // quiet ones, in turn
	}
	Type  map[string]Face
	Rule  struct{ Top, Slug, Row float64 }
	Air   float64 // the share of a card's height that may stay empty; 0: a little
	Bleed bool    // focal figures pass the margins
	Edge  bool    // a bar on the outer edge beside claims and quotations

	shelf    *Shelf
	files    fs.FS
	fonts    sync.Map // parsed fonts of files, *text.Font by name
	passages passages
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
	Ground, Text, Accent, Figure, Strong, Mute RGBA
	Rule, Mark, Line, Idle                     RGBA
	Highlight                                  RGBA // behind emphasised words; none: they take Accent
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

// Ground is a way to divide a card: what leads, what follows, the panel of
// the action and the band of a phone number.
type Ground struct {
	Name, Head, Foot, Panel, Band string
	Strips                        bool // headlines stand on strips
}

// Face is how one role of text is set.
type Face struct {
	Font, Strong      string
	Tracking, Leading float64
	Size              float64 // of titles in a narrow display face, times that of others; 0 is 1
	Upper             bool
	Fill              bool // lines reach both edges
}

// GroundOf chooses by a card's ID, so that a set varies while every card always
// looks the same. The card without an ID stands on the first.
func (t *Theme) GroundOf(id string) Ground {
	if id == "" {
		return t.Grounds[0]
	}
	h := fnv.New32a()
	h.Write([]byte(id))
	return t.Grounds[int(h.Sum32()>>8)%len(t.Grounds)]
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
