// Bot prepares posts for a client of the Bluesky API, one JSON object a line:
// the record with its facets, the picture of the kit to upload and its alt text.
// It opens no connection and posts nothing.
//
//	go run ./examples/bot -lang es > posts.jsonl
package main

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"log"
	"os"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func main() {
	lang := flag.String("lang", "en", "language of the posts")
	flag.Parse()
	if err := prepare(os.Stdout, campaign.Default(), *lang); err != nil {
		log.Fatal(err)
	}
}

// prepare writes every post that the campaign has for Bluesky.
func prepare(w io.Writer, c *campaign.Campaign, lang string) error {
	kit, err := share.Build(context.Background(), c, &share.Options{Languages: []string{lang}})
	if err != nil {
		return err
	}
	for p, err := range kit.Posts() {
		if err != nil {
			return err
		}
		if p.Platform != "bluesky" {
			continue
		}
		text, facets := hashtag.Shorten(p.Text)
		// The client adds createdAt and, once it has uploaded the picture, the embed.
		record := map[string]any{"$type": "app.bsky.feed.post", "langs": []string{lang}, "text": text, "facets": facets}
		line := map[string]any{"fact": p.Fact, "picture": p.Picture, "alt": p.Alt, "record": record}
		if err := json.NewEncoder(w).Encode(line); err != nil {
			return err
		}
	}
	return nil
}
