package terminal

import (
	"fmt"
	"image/color"
	"io"
)

// A Style is how a word is set apart: the number of an ANSI escape sequence.
type Style string

// The styles; "" is none.
const (
	Bold   Style = "1"
	Dim    Style = "2"
	Red    Style = "31"
	Green  Style = "32"
	Yellow Style = "33"
)

// Colours reports whether w shows them: a terminal, unless NO_COLOR is set.
func (t *Terminal) Colours(w io.Writer) bool {
	return t.Is(w) && t.Getenv("NO_COLOR") == "" && t.Getenv("TERM") != "dumb"
}

// Paint is a text in a style, where w shows styles.
func (t *Terminal) Paint(w io.Writer, s Style, text string) string {
	if s == "" || !t.Colours(w) {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// Cell is two columns of a colour: a square, nearly. Terminals that do not say
// they know more get the nearest of the cube of 216.
func (t *Terminal) Cell(c color.Color) string {
	rgb := color.RGBAModel.Convert(c).(color.RGBA)
	if v := t.Getenv("COLORTERM"); v == "truecolor" || v == "24bit" {
		return fmt.Sprintf("\x1b[48;2;%d;%d;%dm  \x1b[0m", rgb.R, rgb.G, rgb.B)
	}
	step := func(v uint8) int { return (int(v)*5 + 127) / 255 }
	return fmt.Sprintf("\x1b[48;5;%dm  \x1b[0m", 16+36*step(rgb.R)+6*step(rgb.G)+step(rgb.B))
}
