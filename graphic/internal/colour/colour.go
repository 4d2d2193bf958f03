// Package colour measures contrast as WCAG 2.2 defines it.
package colour

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
)

// The least contrast of text, and of marks and what else has to be seen: WCAG
// 2.2, success criteria 1.4.3 and 1.4.11.
const (
	OfText  = 4.5
	OfMarks = 3.0
)

// Parse reads "#RRGGBB".
func Parse(s string) (color.RGBA, error) {
	if len(s) == 7 && s[0] == '#' {
		if v, err := strconv.ParseUint(s[1:], 16, 32); err == nil {
			return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, nil
		}
	}
	return color.RGBA{}, fmt.Errorf("%q is not a colour of the form #RRGGBB", s)
}

// Of contrast by WCAG 2.2.
const (
	flare      = 0.05 // the light that falls on any screen
	redLight   = 0.2126
	greenLight = 0.7152
	blueLight  = 0.0722
)

// Ratio is the contrast between two opaque colours, 1 to 21.
func Ratio(a, b color.RGBA) float64 {
	x, y := Luminance(a), Luminance(b)
	return (max(x, y) + flare) / (min(x, y) + flare)
}

// Luminance is relative to white, 0 to 1.
func Luminance(c color.RGBA) float64 {
	return redLight*linear[c.R] + greenLight*linear[c.G] + blueLight*linear[c.B]
}

// Deuteranope is c as seen without green cones, after Machado, Oliveira and
// Fernandes 2009.
func Deuteranope(c color.RGBA) color.RGBA {
	r, g, b := linear[c.R], linear[c.G], linear[c.B]
	return color.RGBA{
		encode(0.367322*r + 0.860646*g - 0.227968*b),
		encode(0.280085*r + 0.672501*g + 0.047413*b),
		encode(-0.011820*r + 0.042940*g + 0.968881*b),
		255,
	}
}

// Grey is a colour without its hue, as light as it.
func Grey(c color.RGBA) color.RGBA {
	v := encode(Luminance(c))
	return color.RGBA{v, v, v, c.A}
}

// The curve of sRGB, IEC 61966-2-1: a line, then a power.
const (
	lineSlope               = 12.92
	lineEnd                 = 0.0031308 // of linear light
	curveScale, curveOffset = 1.055, 0.055
	curveGamma              = 2.4
)

func encode(v float64) uint8 {
	v = max(0, min(1, v))
	if v <= lineEnd {
		return uint8(v*lineSlope*255 + 0.5)
	}
	return uint8((curveScale*math.Pow(v, 1/curveGamma)-curveOffset)*255 + 0.5)
}

// linear light of an sRGB value.
var linear = func() (t [256]float64) {
	for v := range t {
		f := float64(v) / 255
		if t[v] = f / lineSlope; f > 0.04045 {
			t[v] = math.Pow((f+curveOffset)/curveScale, curveGamma)
		}
	}
	return t
}()

// Tenths rounds a ratio down for a message: what is just below a limit does not
// seem to meet it.
func Tenths(ratio float64) float64 { return math.Floor(ratio*10) / 10 }
