package parts

import (
	"image"
	"image/color"
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// duotoneSteps are few enough to leave room for the text's edges in a palette
// of 256.
const duotoneSteps = 96

// Where the three inks of a duotone stand among the lights of a picture.
const (
	darkStop  = 0.12
	loudStop  = 0.52
	lightStop = 0.95
)

// leastLoud is how far apart a colour's channels lie, of 255, that is seen as one.
const leastLoud = 60

// inks are a scheme's darkest, its loudest and its lightest colour. A scheme of
// black and white has no loud one.
func inks(s *theme.Scheme) (dark, loud, light color.RGBA, coloured bool) {
	dark, light = s.Ground.RGBA, s.Ground.RGBA
	most := leastLoud
	for _, c := range []theme.RGBA{s.Ground, s.Text, s.Mark, s.Accent, s.Highlight, s.Idle, s.Land} {
		if c.IsZero() {
			continue
		}
		if colour.Luminance(c.RGBA) < colour.Luminance(dark) {
			dark = c.RGBA
		}
		if colour.Luminance(c.RGBA) > colour.Luminance(light) {
			light = c.RGBA
		}
		if chroma := int(max(c.R, c.G, c.B)) - int(min(c.R, c.G, c.B)); chroma > most {
			most, loud, coloured = chroma, c.RGBA, true
		}
	}
	return dark, loud, light, coloured
}

// duotone maps the lights of a picture to a scheme's inks.
func duotone(m *image.RGBA, s *theme.Scheme) {
	dark, loud, light, coloured := inks(s)
	if !coloured {
		loud = blend(dark, light, loudStop)
	}
	var table [256]color.RGBA
	for v := range table {
		step := math.Round(float64(v)/255*(duotoneSteps-1)) / (duotoneSteps - 1)
		if step < loudStop {
			table[v] = blend(dark, loud, max(0, (step-darkStop)/(loudStop-darkStop)))
		} else {
			table[v] = blend(loud, light, min(1, (step-loudStop)/(lightStop-loudStop)))
		}
	}
	for i := 0; i < len(m.Pix); i += 4 {
		c := table[luma(m.Pix[i:])]
		m.Pix[i], m.Pix[i+1], m.Pix[i+2] = c.R, c.G, c.B
	}
}

// luma is how light a pixel looks, of 255.
func luma(pix []uint8) int { return (299*int(pix[0]) + 587*int(pix[1]) + 114*int(pix[2])) / 1000 }

// The tones that a picture in one ink is stretched from.
const (
	screenGamma = 0.72
	screenLow   = 0.06
	screenHigh  = 0.90
)

// halftone draws a picture as dots of a scheme's darkest colour on its lightest,
// in a screen of 45 degrees, for copiers.
func halftone(m *image.RGBA, s *theme.Scheme, cell float64) {
	dark, _, light, _ := inks(s)
	var tones [256]float64
	for v := range tones {
		tones[v] = (math.Pow(float64(v)/255, screenGamma) - screenLow) / (screenHigh - screenLow)
	}
	turn := 2 * math.Pi / cell / math.Sqrt2
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		row := m.Pix[m.PixOffset(m.Rect.Min.X, y):]
		for x := range m.Rect.Dx() {
			i := 4 * x
			threshold := 0.5 + 0.25*(math.Cos(turn*float64(x+y))+math.Cos(turn*float64(x-y)))
			c := dark
			if tones[luma(row[i:])] > threshold {
				c = light
			}
			row[i], row[i+1], row[i+2] = c.R, c.G, c.B
		}
	}
}
