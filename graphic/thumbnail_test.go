package graphic

import (
	"image"
	"testing"

	"golang.org/x/image/draw"
)

// TestThumbnail: a card that is painted small shows what the whole one shows when
// it is shrunk, in every format of its theme, and is as wide as it was asked to be.
func TestThumbnail(t *testing.T) {
	n := 0
	eachSample(func(name string, c Card, o Options) {
		if n++; n%6 != 0 {
			return // each is painted twice and shrunk twice
		}
		g, err := New(c, &o)
		if err != nil {
			return
		}
		const width = 360
		got, whole := g.Thumbnail(width), g.Image()
		if got.Rect.Dx() != width || got.Rect.Dy() != (2*width*whole.Rect.Dy()+whole.Rect.Dx())/(2*whole.Rect.Dx()) {
			t.Errorf("%s: %v of %v", name, got.Rect, whole.Rect)
		}
		// Shrunk once more, so that half a pixel of a letter's place does not count.
		if d := meanDifference(reduced(got, 90), reduced(whole, 90)); d > 9 {
			t.Errorf("%s: the small card differs by %.1f of 255 on average", name, d)
		}
	})
	g := mustNew(t, Card{Headline: "The Old Mill is for sale"}, nil)
	for _, width := range []int{-1, 0, 1, 1080, 5000} {
		if m := g.Thumbnail(width); m.Rect.Dx() != max(1, min(width, 1080)) {
			t.Errorf("%d px wide of %d", m.Rect.Dx(), width)
		}
	}
}

func reduced(m image.Image, width int) image.Image {
	b := m.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, width, width*b.Dy()/b.Dx()))
	draw.CatmullRom.Scale(out, out.Rect, m, b, draw.Src, nil)
	return out
}
