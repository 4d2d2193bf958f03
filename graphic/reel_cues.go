package graphic

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// Speeds of captions that most people can read while they look at the picture
// too (Netflix timed text style guide, English for adults, checked 2026-11-28).
const (
	leastCue     = 1200 * time.Millisecond
	readingSpeed = 17 // cells a second
	captionLines = 3
	captionSize  = 5   // u
	leastCaption = 0.8 // of that, for long words
)

// checkCues holds captions to their time.
func (r *Reel) checkCues() error {
	end := time.Duration(0)
	for i, c := range r.Cues {
		if err := c.check(end, r.Length()); err != nil {
			return err.within(fmt.Sprintf("Cues[%d]", i))
		}
		end = c.To
	}
	return nil
}

// check holds a cue to the time from the end of the one before to the video's.
func (c *Cue) check(from, to time.Duration) *FieldError {
	length, n := c.To-c.From, runes.Cells(c.Text)
	switch {
	case strings.TrimSpace(c.Text) == "":
		return refuse("cue-text", "Text", nil)
	case c.From < from || c.To > to:
		return refuse("cue-order", "From", fault.Values{"from": c.From.Seconds(), "to": c.To.Seconds()})
	case length < leastCue:
		return refuse("cue-short", "To", fault.Values{"length": length.Seconds(), "least": leastCue.Seconds()})
	case length < time.Duration(n)*time.Second/readingSpeed:
		return refuse("cue-fast", "Text", fault.Values{"n": n, "length": length.Seconds(), "most": readingSpeed})
	}
	return nil
}

// A caption is a cue laid out, by frames.
type caption struct {
	from, to int
	nodes    []scene.Node
}

// caption lays out the cues in the band below the card, which has colours of
// its own on each ground.
func (r *Reel) caption(f *film, o *Options) error {
	if len(r.Cues) == 0 {
		return nil
	}
	t, err := o.Theme.content()
	if err != nil {
		return err
	}
	g, err := groundFor(t, "", o.Ground)
	if err != nil {
		return err
	}
	card := Card{Lang: f.lang(), Headline: r.Cues[0].Text}
	m := &typesetter{
		Card: &card, f: &f.format, t: t, fonts: o.Fonts, ground: g, u: f.format.unit(), sizes: f.format.sizes,
		styles: make(map[string]*text.Style), shaped: make(map[shapeKey]*text.Passage),
	}
	s := t.Schemes[g.Spoken()]
	box := f.format.captions
	f.band = image.Rect(0, box.Min.Y, f.format.W, box.Max.Y)
	for i := range f.takes {
		if !r.spoken(i) {
			continue
		}
		sc := f.takes[i].scene
		sc.Nodes = append(sc.Nodes, scene.Node{Role: scene.Ground, Color: s.Ground.RGBA, Rects: []image.Rectangle{f.band}})
	}
	for i, c := range r.Cues {
		nodes, err := m.captionNodes(fmt.Sprintf("Cues[%d].Text", i), c.Text, box, s)
		if err != nil {
			return err
		}
		f.captions = append(f.captions, caption{from: f.frame(c.From), to: f.frame(c.To), nodes: nodes})
	}
	return nil
}

// spoken reports whether a caption stands under a scene: without one it has no
// band for them.
func (r *Reel) spoken(scene int) bool {
	from := (&Reel{Scenes: r.Scenes[:scene]}).Length()
	to := from + r.Scenes[scene].Length
	return slices.ContainsFunc(r.Cues, func(c Cue) bool { return c.From < to && c.To > from })
}

// captionNodes are the lines of a caption, from the first cap at the margin on.
func (ts *typesetter) captionNodes(field, words string, box image.Rectangle, s *theme.Scheme) ([]scene.Node, error) {
	size := captionSize * ts.u
	p := ts.prose(field, words, float64(box.Dx()), ts.as("label").from(leastCaption*size).upTo(size))
	if ts.err != nil {
		return nil, ts.err
	}
	p.Text = p.Text.Phrased()
	room := float64(box.Dy() - 2*captionMargin)
	if height := p.Set(room); height > room || p.Text.Widest()*p.Min > p.W || p.Text.Count(p.W/p.Size) > captionLines {
		most := captionLines * p.W / (p.Min * p.Text.Width()) * float64(p.Text.Runes())
		return nil, fitError(field, ts.f.Name, p.Text.Runes()-int(most))
	}
	out := scene.Scene{W: ts.f.W, H: ts.f.H}
	pen := &parts.Pen{Scene: &out, Right: ts.right(), Scheme: s}
	x := float64(box.Min.X)
	if pen.Right { // the pen mirrors about the canvas, the captions stay in their box
		x = float64(ts.f.W - box.Max.X)
	}
	p.Draw(pen, x, float64(box.Min.Y+captionMargin))
	return out.Nodes, nil
}

// frame is the first frame at or after a time.
func (f *film) frame(at time.Duration) int {
	return int(math.Ceil(at.Seconds()*float64(f.rate) - 1e-9))
}
