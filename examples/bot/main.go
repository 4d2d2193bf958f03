// Bot says when which post of the campaign is due on Bluesky or Mastodon, one JSON
// object a line with its picture and alt text. It posts nothing itself.
//
//	go run ./examples/bot -lang es -on mastodon -from 2026-12-01T17:00:00Z > posts.jsonl
package main

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"log"
	"os"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func main() {
	lang, on := flag.String("lang", "en", "language of the posts"), flag.String("on", "bluesky", "bluesky or mastodon")
	from := flag.String("from", time.Now().UTC().Format(time.RFC3339), "when the first is due")
	every := flag.Duration("every", 24*time.Hour, "from one to the next")
	flag.Parse()
	first, err := time.Parse(time.RFC3339, *from)
	if err == nil {
		err = prepare(os.Stdout, campaign.Default(), *lang, *on, first, *every)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// prepare writes every post that the campaign has for a platform.
func prepare(w io.Writer, c *campaign.Campaign, lang, on string, due time.Time, every time.Duration) error {
	kit, err := share.Build(context.Background(), c, &share.Options{Languages: []string{lang}})
	if err != nil {
		return err
	}
	for p, err := range kit.Posts() {
		if err != nil {
			return err
		}
		if p.Platform != on {
			continue
		}
		// The client adds createdAt or media_ids once it has uploaded the picture.
		text, facets := hashtag.Shorten(p.Text)
		record := map[string]any{"$type": "app.bsky.feed.post", "langs": []string{lang}, "text": text, "facets": facets}
		if on == "mastodon" {
			record = map[string]any{"status": p.Text, "language": lang, "scheduled_at": due.Format(time.RFC3339)}
		}
		if err := json.NewEncoder(w).Encode(map[string]any{"due": due, "fact": p.Fact, "picture": p.Picture, "alt": p.Alt, "record": record}); err != nil {
			return err
		}
		due = due.Add(every)
	}
	return nil
}
