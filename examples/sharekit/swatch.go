package main

import (
	"image/color"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
)

// swatchCells is how many colours a theme is shown by.
const swatchCells = 5

// swatch shows a theme by the colours that a card of it has most of.
func (a *app) swatch(t graphic.Theme) string {
	square, _ := graphic.LookupFormat("square")
	count := map[color.RGBA]int{}
	for _, id := range []string{"a", "b", "c"} { // the ground follows the id
		g, err := graphic.New(graphic.Card{
			ID: id, Kicker: "Colours", Headline: "**75** of a hundred", Source: "Source: none",
			Blocks: []graphic.Block{graphic.Stat{Value: "75"}},
		}, &graphic.Options{Format: square, Theme: t})
		if err != nil {
			return "" // a swatch is not worth an error
		}
		m := g.Image()
		for y := 0; y < m.Rect.Dy(); y += 3 {
			for x := 0; x < m.Rect.Dx(); x += 3 {
				count[m.RGBAAt(x, y)]++
			}
		}
	}
	var most []color.RGBA
	for c := range count {
		most = append(most, c)
	}
	slices.SortFunc(most, func(x, y color.RGBA) int {
		if d := count[y] - count[x]; d != 0 {
			return d
		}
		return (int(x.R)-int(y.R))<<16 + (int(x.G)-int(y.G))<<8 + int(x.B) - int(y.B)
	})
	var b strings.Builder
	var shown []color.RGBA
	for _, c := range most {
		if len(shown) < swatchCells && !slices.ContainsFunc(shown, func(s color.RGBA) bool { return near(s, c) }) {
			shown = append(shown, c)
			b.WriteString(a.cell(c))
		}
	}
	return b.String()
}

// near reports whether two colours look the same in a swatch.
func near(a, b color.RGBA) bool {
	d := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return d(a.R, b.R)+d(a.G, b.G)+d(a.B, b.B) < 60
}
