// Card draws one sourced finding to card.png.
package main

import (
	"errors"
	"log"
	"os"

	"github.com/shutdowncecot/toolkit/graphic"
)

func main() {
	g, err := graphic.New(graphic.Card{
		Headline: "No criminal record found for 75%",
		Blocks:   []graphic.Block{graphic.Stat{Value: "75%"}},
		Body:     "60 Minutes could not find a record for **179 of the 238 men** on its list.",
		Source:   "Source: CBS News (60 Minutes), 6 Apr 2025",
	}, nil)
	if err != nil {
		log.Fatal(err)
	}
	w, err := os.Create("card.png")
	if err == nil {
		err = errors.Join(g.WritePNG(w), w.Close())
	}
	if err != nil {
		log.Fatal(err)
	}
}
