// Mcp lets an assistant work with a campaign's facts over the Model Context
// Protocol: it looks facts up, holds its drafts to them, and takes finished
// posts and cards from here instead of making its own. Cards show facts alone.
// It speaks over standard input and output, opens no connection and posts
// nothing.
//
//	go run ./examples/mcp -campaign my-campaign
package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"log"
	"os"
	"os/signal"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/review"
	"github.com/shutdowncecot/toolkit/share/truth"
)

func main() {
	log.SetFlags(0) // to standard error: standard output is the protocol's
	folder := flag.String("campaign", "", "campaign folder (default: the built-in campaign)")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once
	if err := run(ctx, *folder, &mcp.StdioTransport{}); err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, io.EOF) {
		log.Fatal(err)
	}
}

// run serves the campaign of a folder, or the built-in one, until the other
// side hangs up.
func run(ctx context.Context, folder string, over mcp.Transport) error {
	c := campaign.Default()
	if folder != "" {
		root, err := os.OpenRoot(folder) // no link leads out of it
		if err != nil {
			return err
		}
		defer root.Close()
		if c, err = campaign.Load(ctx, root.FS()); err != nil {
			return err
		}
	}
	if err := review.First(append(review.Checked(c.Check(time.Now())), review.Judged(truth.New(c).Campaign())...)); err != nil {
		return err
	}
	return newServer(c, time.Now).Run(ctx, draining{over})
}
