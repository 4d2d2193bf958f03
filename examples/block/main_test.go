package main

import (
	"bytes"
	"errors"
	"image/png"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
)

// TestBlock draws the stairs in every format that holds them: fourteen
// bars, in every kind of file.
func TestBlock(t *testing.T) {
	for _, name := range []string{"portrait", "square", "story", "wide"} {
		f, _ := graphic.LookupFormat(name)
		g, err := graphic.New(graphic.Card{
			Headline: "14 steps, no ramp", Source: "Old Mill Library",
			Blocks: []graphic.Block{graphic.Drawn{Drawing: Stairs{14}}},
		}, &graphic.Options{Format: f, Ground: "paper"})
		if err != nil {
			t.Fatal(name, err)
		}
		var file bytes.Buffer
		if err := errors.Join(g.WritePNG(&file), g.WritePDF(&bytes.Buffer{}), g.WriteSVG(&bytes.Buffer{}), g.WriteGIF(&bytes.Buffer{})); err != nil {
			t.Fatal(name, err)
		}
		bars := 0
		for _, b := range g.Boxes() {
			if b.Field == "Blocks[0]" {
				bars++
			}
		}
		if bars != 14 {
			t.Errorf("%s: %d bars", name, bars)
		}
		if _, err := png.Decode(&file); err != nil {
			t.Error(name, err)
		}
	}
}
