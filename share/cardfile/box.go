package cardfile

import (
	"image"
	"math"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Box reads a part of a picture with the given bounds: "x,y,width,height" in
// px, or each in per cent of the picture. What is not whole covers the pixels
// that it touches. The error is an [*Error] of the rule cardfile-box.
func Box(s string, in image.Rectangle) (image.Rectangle, error) {
	wrong := func() (image.Rectangle, error) {
		return image.Rectangle{}, &Error{Data: english.New("cardfile-box", "", fault.Values{"value": s})}
	}
	parts := strings.Split(s, ",")
	if len(parts) != 4 {
		return wrong()
	}
	var v [4]float64
	for i, p := range parts {
		of := in.Dx()
		if i%2 == 1 {
			of = in.Dy()
		}
		number, percent := strings.CutSuffix(strings.TrimSpace(p), "%")
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || !(n >= 0 && n <= 1e6) {
			return wrong()
		}
		if percent {
			n *= float64(of) / 100
		}
		v[i] = n
	}
	// Less than a millionth of a pixel is the arithmetic's: 10% and 20% of 1080 end at 324.
	const tiny = 1e-6
	return image.Rect(int(v[0]+tiny), int(v[1]+tiny), int(math.Ceil(v[0]+v[2]-tiny)), int(math.Ceil(v[1]+v[3]-tiny))), nil
}
