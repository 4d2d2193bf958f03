package main

import (
	"fmt"
	"image/color"
	"io"
)

// A style is how a word is set apart on a terminal.
type style string

const (
	bold   style = "1"
	dim    style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
)

// colours reports whether w shows them: a terminal, unless NO_COLOR is set.
func (a *app) colours(w io.Writer) bool {
	return a.env.terminal(w) && a.env.getenv("NO_COLOR") == "" && a.env.getenv("TERM") != "dumb"
}

func (a *app) paint(w io.Writer, s style, text string) string {
	if s == "" || !a.colours(w) {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// cell is two columns of a colour: a square, nearly. Terminals that do not say
// they know more get the nearest of the cube of 216.
func (a *app) cell(c color.RGBA) string {
	if v := a.env.getenv("COLORTERM"); v == "truecolor" || v == "24bit" {
		return fmt.Sprintf("\x1b[48;2;%d;%d;%dm  \x1b[0m", c.R, c.G, c.B)
	}
	step := func(v uint8) int { return (int(v)*5 + 127) / 255 }
	return fmt.Sprintf("\x1b[48;5;%dm  \x1b[0m", 16+36*step(c.R)+6*step(c.G)+step(c.B))
}
