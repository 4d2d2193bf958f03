package graphic

import (
	"image/color"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
)

// Contrast is how far the light of two opaque colours is apart, from 1 for equal
// ones to 21 for black and white, by WCAG 2.2. Words on a card have at least 4.5.
func Contrast(a, b color.Color) float64 {
	opaque := func(c color.Color) color.RGBA { return color.RGBAModel.Convert(c).(color.RGBA) }
	return colour.Ratio(opaque(a), opaque(b))
}
