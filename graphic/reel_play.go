package graphic

import (
	"image"
	"image/color"
	"image/draw"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/raster"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// A viewer is shown a film frame by frame.
type viewer interface {
	// show is a frame that differs from the one before only within the
	// rectangles, or the first after a cut. The picture changes after the
	// call.
	show(m image.Image, cut bool, dirty []image.Rectangle) error
	// hold is the frame before once more.
	hold() error
}

// play shows all frames of a film.
func (f *film) play(v viewer) error {
	at := 0
	for i := range f.takes {
		if err := f.playTake(&f.takes[i], at, v); err != nil {
			return err
		}
		at += f.takes[i].frames
	}
	return nil
}

func (f *film) playTake(t *take, at int, v viewer) error {
	s := newStage(f, t)
	for n := range t.frames {
		next := f.moment(t, n, at+n)
		if n > 0 && next == s.now {
			if err := v.hold(); err != nil {
				return err
			}
			continue
		}
		dirty := s.turn(next, n == 0)
		if err := v.show(s.picture, n == 0, dirty); err != nil {
			return err
		}
	}
	return nil
}

// A stage is a take as it is played.
type stage struct {
	film    *film
	take    *take
	easel   easel
	now     moment
	picture image.Image
	lit     image.Image // with all marks lit, where they are lit one by one
}

func newStage(f *film, t *take) *stage {
	s := &stage{film: f, take: t}
	if t.pace > 0 && apart(t.marks) {
		s.lit = clone(s.paint(moment{words: fadeSteps, lit: len(t.marks)}))
	}
	return s
}

func (s *stage) paint(m moment) image.Image {
	return s.easel.paint(&scene.Scene{W: s.take.scene.W, H: s.take.scene.H, Nodes: s.take.nodes(s.film, m)})
}

// turn makes the picture that of another moment and returns where it changes.
// Marks are lit by copying them from a picture of them all, as text may lie on
// them, unless their boxes overlap.
func (s *stage) turn(next moment, first bool) (dirty []image.Rectangle) {
	last := s.now
	s.now = next
	if first {
		s.picture = s.paint(next)
		return nil
	}
	for _, m := range s.take.marks[last.lit:next.lit] {
		dirty = append(dirty, m.box)
	}
	if next.words != last.words {
		dirty = append(dirty, s.take.words...)
	}
	if next.cue != last.cue {
		dirty = append(dirty, s.film.band)
	}
	if s.lit == nil || next.words != last.words || next.cue != last.cue {
		s.picture = s.paint(next)
		return dirty
	}
	for _, box := range dirty {
		copyBox(s.picture, s.lit, box)
	}
	return dirty
}

func clone(m image.Image) image.Image {
	switch m := m.(type) {
	case *image.Paletted:
		out := *m
		out.Pix = slices.Clone(m.Pix)
		return &out
	case *image.RGBA:
		out := *m
		out.Pix = slices.Clone(m.Pix)
		return &out
	}
	return m
}

// copyBox copies a part of a picture; those with a palette share it.
func copyBox(to, from image.Image, box image.Rectangle) {
	a, ok := to.(*image.Paletted)
	b, both := from.(*image.Paletted)
	if !ok || !both {
		draw.Draw(to.(draw.Image), box, from, box.Min, draw.Src)
		return
	}
	box = box.Intersect(a.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		copy(a.Pix[a.PixOffset(box.Min.X, y):][:box.Dx()], b.Pix[b.PixOffset(box.Min.X, y):])
	}
}

// paletted is an indexed canvas's rows as an image that shares them.
func paletted(m *raster.Indexed, rows []uint8) *image.Paletted {
	out := &image.Paletted{Pix: rows[1:], Stride: m.W + 1, Rect: image.Rect(0, 0, m.W, m.H)}
	for p := m.Palette; len(p) > 0; p = p[3:] {
		out.Palette = append(out.Palette, color.RGBA{p[0], p[1], p[2], 255})
	}
	return out
}
