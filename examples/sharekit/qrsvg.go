package main

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"

	"github.com/shutdowncecot/toolkit/graphic"
)

// writeCodeSVG writes a code as one path on a white ground, a unit a module.
func writeCodeSVG(w io.Writer, code *graphic.Code, address string) error {
	m := code.Image()
	const quiet = 4
	side := code.Modules() + 2*quiet
	px := code.Side() / side
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %[1]d" shape-rendering="crispEdges" role="img"><title>`, side)
	xml.EscapeText(b, []byte(address))
	fmt.Fprintf(b, `</title><path fill="#fff" d="M0 0h%dv%[1]dH0z"/><path d="`, side)
	for y := range side {
		for x := range side {
			if m.RGBAAt(x*px, y*px) == (color.RGBA{A: 255}) {
				fmt.Fprintf(b, "M%d %dh1v1h-1z", x, y)
			}
		}
	}
	b.WriteString("\"/></svg>\n")
	return b.Flush()
}
