package campaign

import (
	"context"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// DefaultOutline is what there is to choose from in the built-in campaign, read
// in a few milliseconds: its languages and titles, the ids, headlines and status
// of its facts, its threads, reels and letters. No kit can be made of it: for
// that, as for all that is not named here, ask [Default].
func DefaultOutline() *Campaign {
	docs := outlined()
	var names []string
	for name := range inOrder(docs) {
		names = append(names, name)
	}
	l := loader{ctx: context.Background(), prefix: builtin + "/", names: names, read: func(name, _ string) (read.Document, error) {
		return docs[name], nil
	}}
	l.c = &Campaign{places: places{}, strings: map[string]Strings{}}
	l.report.sources = make(map[string][]byte)
	l.file("campaign.yaml", func(d *read.Decoder, t *read.Tree) { d.Decode(t, l.c) })
	l.facts()
	l.file("threads.yaml", func(d *read.Decoder, t *read.Tree) { d.Section(t, "threads", &l.c.Threads) })
	l.file("reels.yaml", func(d *read.Decoder, t *read.Tree) { d.Section(t, "reels", &l.c.Reels) })
	l.letters()
	return l.c
}

// outlined are the files of an outline, parsed several at a time.
func outlined() map[string]read.Document {
	docs := map[string]read.Document{}
	var parsing sync.WaitGroup
	var mu sync.Mutex
	for _, name := range embeddedFiles(builtin) {
		own := strings.TrimPrefix(name, builtin+"/")
		switch {
		case own == "campaign.yaml", own == "facts.yaml", own == "threads.yaml", own == "reels.yaml", strings.HasPrefix(own, "letters/"):
		default:
			continue
		}
		parsing.Go(func() {
			data, _ := embedded.ReadFile(name)
			if own == "facts.yaml" {
				data = read.Outline(data, "id", "headline", "status")
			}
			doc, _ := read.Parse(context.Background(), name, data)
			mu.Lock()
			defer mu.Unlock()
			docs[own] = doc
		})
	}
	parsing.Wait()
	return docs
}
