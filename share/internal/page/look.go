package page

import (
	"fmt"
	"math"
	"strconv"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

var colorPattern = pattern.New(`^#[0-9A-Fa-f]{6}$`)

// tiles are the classes of the tiles and their colors.
func (l Look) tiles() [][2]string {
	return [][2]string{{"red", l.Share}, {"navy", l.Act}, {"gold", l.More}}
}

func (c *checker) look() {
	for i, t := range c.kit.Look.tiles() {
		if t[1] != "" && !colorPattern().MatchString(t[1]) {
			c.fail("page-color", "Look."+[]string{"Share", "Act", "More"}[i], fault.Values{"color": t[1]})
		}
	}
}

// rules give the tiles their colors, each with the words that are easier to
// read on it.
func (l Look) rules() string {
	var css string
	for _, t := range l.tiles() {
		if t[1] == "" {
			continue
		}
		ink := "white"
		if luminance(t[1]) > evenLuminance {
			ink = "black"
		}
		css += fmt.Sprintf(".tile.%s{background:%s;color:var(--%s)}\n", t[0], t[1], ink)
	}
	return css
}

// evenLuminance is that of the ground on which black and white words have the
// same contrast, 4.6:1, by WCAG 2.2: the square root of 1.05 times 0.05, less 0.05.
const evenLuminance = 0.179

// luminance is the relative luminance of a color by WCAG 2.2, 0 to 1.
func luminance(color string) float64 {
	n, _ := strconv.ParseUint(color[1:], 16, 32) // the pattern has been checked
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8&255) + 0.0722*linear(n&255)
}

// linear is the light of one of a color's three parts, 0 to 255.
func linear(part uint64) float64 {
	s := float64(part) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
