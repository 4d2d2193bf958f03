package graphic

import (
	"image"
	"image/color"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/raster"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// The motion of a take, in parts of a second and of marks a second.
const (
	fadeSteps   = 8   // of what raster.Levels shows
	fadePerStep = 2   // frames, so that words appear in half a second
	mostLit     = 40  // a second: more would flicker
	leastLit    = 2   // a second: fewer would keep people waiting
	litShare    = 0.6 // of the time there is; then the whole is looked at
	lastHold    = 3   // seconds that the last card stands complete
	hold        = 1   // seconds that the others do
)

// inkEdge is how far, in px, glyphs on whole and quarter pixels pass their box.
const inkEdge = 2

// A film is a reel laid out.
type film struct {
	format   Format
	rate     int
	takes    []take
	captions []caption
	band     image.Rectangle // empty without captions
	tells    meta
}

// A take is a card and the times, in frames, at which it changes.
type take struct {
	graphic *Graphic
	scene   *scene.Scene
	frames  int
	fade    int     // until words have appeared
	pace    float64 // from mark to mark; 0: all are lit
	marks   []mark
	words   []image.Rectangle // where they are
}

func (f *film) lang() language.Tag { return language.Make(f.tells.lang) }

// take is a card from a time to another, without motion.
func (f *film) take(g *Graphic, from, to time.Duration) take {
	t := take{graphic: g, scene: f.widened(&g.scene), frames: f.frame(to) - f.frame(from)}
	t.marks = marksOf(t.scene)
	for i := range t.scene.Nodes {
		if n := &t.scene.Nodes[i]; n.Glyphs != nil || n.Goes {
			t.words = append(t.words, n.Ink().Inset(-inkEdge))
		}
	}
	return t
}

// time spreads the motion over the take and leaves it room to be looked at;
// where there is too little, everything stands from the start.
func (t *take) time(rate int, fade, last bool) {
	room := t.frames - hold*rate
	if last {
		room = t.frames - lastHold*rate
	}
	if fade && fadeSteps*fadePerStep <= room {
		t.fade = fadeSteps * fadePerStep
		room -= t.fade
	}
	if n := len(t.marks); n > 0 && room*mostLit >= n*rate {
		pace := min(litShare*float64(room)/float64(n), float64(rate)/leastLit)
		t.pace = max(pace, float64(rate)/mostLit)
	}
}

// widened is a card's scene on the whole canvas: what reached its edge reaches
// that of the canvas. The samples in a legend, whose fields are those of a
// number, say from the start what lit marks mean.
func (f *film) widened(s *scene.Scene) *scene.Scene {
	out := &scene.Scene{W: f.format.W, H: f.format.H, Nodes: slices.Clone(s.Nodes)}
	for i := range out.Nodes {
		n := &out.Nodes[i]
		if strings.HasSuffix(n.Field, ".Mark") || strings.HasSuffix(n.Field, ".Count") {
			n.Idle = color.RGBA{}
		}
		n.Rects = slices.Clone(n.Rects)
		for k := range n.Rects {
			if r := &n.Rects[k]; r.Max.X >= s.W {
				r.Max.X = out.W
			}
		}
	}
	return out
}

// A moment is what a frame shows.
type moment struct {
	words int // steps of fadeSteps
	lit   int // marks
	cue   int // from 1; 0 without
}

// moment returns the moment of a take's frame n, which is the film's frame at.
func (f *film) moment(t *take, n, at int) moment {
	m := moment{words: fadeSteps, lit: len(t.marks)}
	if n < t.fade {
		m.words = 1 + n/fadePerStep
	}
	if t.pace > 0 {
		m.lit = min(len(t.marks), max(0, int(float64(n-t.fade)/t.pace)))
	}
	m.cue = 1 + slices.IndexFunc(f.captions, func(c caption) bool { return c.from <= at && at < c.to })
	return m
}

// nodes are the scene's at a moment.
func (t *take) nodes(f *film, m moment) []scene.Node {
	nodes := t.lighting(m.lit)
	if m.words < fadeSteps {
		fade(&scene.Scene{W: t.scene.W, H: t.scene.H, Nodes: nodes}, 255-255*m.words/fadeSteps)
	}
	if m.cue > 0 {
		nodes = append(nodes, f.captions[m.cue-1].nodes...)
	}
	return nodes
}

// fade lets what is below words, and below what goes with them, show through
// by so many of 255.
func fade(s *scene.Scene, faded int) {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch {
		case n.Glyphs != nil:
			n.Fade = uint8(255 - (255-int(n.Fade))*(255-faded)/255)
		case n.Goes:
			if under := s.Under(i); len(under) > 0 {
				n.Color = mixed(n.Color, under[0], faded)
			}
		}
	}
}

// picture is a take's first frame.
func (t *take) picture(f *film) image.Image {
	var e easel
	return e.paint(&scene.Scene{W: t.scene.W, H: t.scene.H, Nodes: t.nodes(f, f.moment(t, 0, 0))})
}

// An easel paints scenes with a palette where 256 colours are enough, else in
// full colour.
type easel struct {
	few  raster.Indexed
	many *image.RGBA
}

func (e *easel) paint(s *scene.Scene) image.Image {
	if e.many == nil {
		if e.few.PaintOver(s) {
			return paletted(&e.few, e.few.Rows)
		}
		e.many = image.NewRGBA(image.Rect(0, 0, s.W, s.H))
	}
	raster.Paint(e.many, s)
	return e.many
}
