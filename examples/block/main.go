// Block draws a card with a block of its own, a flight of stairs, to stairs.png.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
)

// Stairs draws one bar for each step, every one higher than the one before.
type Stairs struct{ Steps int }

// Describe says what the picture shows to whom cannot see it.
func (s Stairs) Describe(language.Tag) string {
	return fmt.Sprintf("A flight of %d steps, one bar each.", s.Steps)
}

// Draw fills the lower half with the stairs and the upper with the headline.
func (s Stairs) Draw(k *graphic.Canvas) error {
	w, h := k.Size()
	room, u := k.Room(), k.Unit()
	said, ok := k.Text("Headline", k.Card().Headline, graphic.FaceDisplay).Into(room.W, 0.42*h-room.Y, 6*u, 40*u)
	if !ok {
		k.Refuse("Headline", 1)
	}
	k.Draw(said, graphic.ToneText, room.X, room.Y)
	source := k.Citation().Set(max(k.Floor(), 3*u), room.W)
	foot := room.Y + room.H - source.Height
	k.Draw(source, graphic.ToneMute, room.X, foot)
	var bars []graphic.Area
	for i := range s.Steps {
		rise := (foot - 4*u - 0.46*h) * float64(i+1) / float64(s.Steps)
		bars = append(bars, graphic.Area{X: w * float64(i) / float64(s.Steps), Y: foot - 4*u - rise, W: 0.6 * w / float64(s.Steps), H: rise})
	}
	k.Bars(graphic.Solid, bars...)
	return nil
}

func main() {
	g, err := graphic.New(graphic.Card{
		Headline: "14 steps, and no ramp, to the only library in town",
		Blocks:   []graphic.Block{graphic.Drawn{Drawing: Stairs{14}}},
		Note:     "One bar is one step.", Source: "Old Mill Library (fictional), May 5, 2031",
	}, &graphic.Options{Ground: "red"})
	if err != nil {
		log.Fatal(err)
	}
	w, err := os.Create("stairs.png")
	if err == nil {
		err = errors.Join(g.WritePNG(w), w.Close())
	}
	if err != nil {
		log.Fatal(err)
	}
}
