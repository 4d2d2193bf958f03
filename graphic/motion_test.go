package graphic

import (
	"bytes"
	"errors"
	"image"
	"image/draw"
	"image/gif"
	"testing"
)

func TestWriteGIF(t *testing.T) {
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	for _, name := range []string{"people", "bars", "donut", "stat"} {
		g := mustNew(t, sampleCards()[name], nil)
		var b bytes.Buffer
		if err := g.WriteGIF(&b); err != nil {
			t.Fatal(name, err)
		}
		m, err := gif.DecodeAll(&b)
		if err != nil {
			t.Fatal(name, err)
		}
		total := 0
		canvas := image.NewRGBA(image.Rect(0, 0, m.Config.Width, m.Config.Height))
		for i, f := range m.Image {
			total += m.Delay[i]
			draw.Draw(canvas, f.Rect, f, f.Rect.Min, draw.Src)
			if i > 0 && f.Rect == canvas.Rect {
				t.Errorf("%s: frame %d repeats the whole card", name, i)
			}
		}
		if len(m.Image) < 3 || total > 500 || m.LoopCount != -1 {
			t.Errorf("%s: %d frames in %d hundredths, loop %d", name, len(m.Image), total, m.LoopCount)
		}
		if _, far := difference(canvas, g.Image()); far > 0 {
			t.Errorf("%s: %d pixels of the last frame are not the card's", name, far)
		}
	}
	for _, name := range []string{"claim", "photo"} {
		var bad *FieldError
		if err := mustNew(t, sampleCards()[name], nil).WriteGIF(&bytes.Buffer{}); !errors.As(err, &bad) {
			t.Errorf("%s has no marks: %v, want a FieldError", name, err)
		}
	}
}
