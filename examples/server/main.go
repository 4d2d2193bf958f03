// Server is an HTTP service for a campaign's site: cards, link previews, posts
// and the whole kit, drawn when they are asked for.
//
//	go run ./examples/server -addr 127.0.0.1:8080
//
//	GET /card.png  .svg .jpg    a card of a fact (fact, lang, format, theme) or, with
//	                            -free-words, of words (headline, body, figure, quote …)
//	POST /card.png .svg .jpg    with -free-words, a card that is sent as JSON
//	GET /og/FACT.png            the picture of a link preview
//	GET /posts/FACT.json        the fact's posts for every platform, with counts and intents
//	GET /kit/                   the share kit, START-HERE.html first
//	GET /  /facts/FACT          pages of the facts, with the tags of link previews
//	GET /oembed?url=…           the picture of such a page, for sites that embed it
//	GET /openapi.json           all this for programs
//	GET /healthz /readyz /metrics  for those who run it
//
// Any address takes ?v=…, which makes it a new one for caches.
//
// Mistakes are answered in JSON: {"rule", "field", "values", "message"}. The
// service keeps no addresses and no words of its visitors. It is meant to stand
// behind a proxy that speaks TLS and keeps /metrics to itself. Cards of free
// words are drawn only with -free-words, and never carry a code or a link.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/url"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once
	err := run(ctx, os.Args[1:], os.Stderr)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		slog.New(slog.NewJSONHandler(os.Stderr, nil)).Error("stopped", "error", err)
		os.Exit(1)
	}
}

// run serves until ctx is done and everything under way is answered.
func run(ctx context.Context, args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("server", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "127.0.0.1:8080", "address to listen on")
	dir := flags.String("campaign", "", "campaign folder (default: the built-in #ShutDownCECOT)")
	freeWords := flags.Bool("free-words", false, "draw cards of free words too: anybody's words in the campaign's look")
	base := flags.String("base", "", "address that others reach it by, such as https://cards.example (default: as they ask for it)")
	asked := flags.Bool("version", false, "show of which source and which campaign it is")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *asked {
		tellVersion(stderr)
		return nil
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%q is no flag: see -help", flags.Arg(0))
	}
	c, fonts, err := load(ctx, *dir)
	if err != nil {
		return fmt.Errorf("campaign %s: %w", *dir, err)
	}
	conf := config{folder: *dir, freeWords: *freeWords, log: slog.New(slog.NewJSONHandler(stderr, nil)), now: time.Now}
	if conf.public, err = public(*base); err != nil {
		return err
	}
	ln, err := (&net.ListenConfig{}).Listen(ctx, "tcp", *addr)
	if err != nil {
		return err
	}
	at, _ := ln.Addr().(*net.TCPAddr)
	conf.local = at != nil && at.IP.IsLoopback()
	s, err := newService(ctx, sourceOf(c, fonts), conf)
	if err != nil {
		return errors.Join(err, ln.Close())
	}
	again := make(chan os.Signal, 1)
	signal.Notify(again, syscall.SIGHUP)
	defer signal.Stop(again)
	return s.serve(ctx, ln, again)
}

// public reads the address that others reach the service by.
func public(base string) (*url.URL, error) {
	if base == "" {
		return nil, nil
	}
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.Trim(u.Path, "/")+u.RawQuery+u.Fragment != "" {
		return nil, fmt.Errorf("-base %q is no address such as https://cards.example", base)
	}
	return u, nil
}

// release is the version of a program that is handed out: its linker sets it.
var release string

// version returns the version of this program.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && release == "" {
		return info.Main.Version
	}
	return release
}

func tellVersion(w io.Writer) {
	name, edition, _ := campaign.DefaultEdition()
	fmt.Fprintf(w, "server %s\n%s %s\n", version(), name, edition)
}

// load reads a campaign folder and its fonts, or the built-in campaign. Links in
// the folder lead nowhere out of it.
func load(ctx context.Context, dir string) (*campaign.Campaign, *graphic.Fonts, error) {
	if dir == "" {
		return campaign.Default(), nil, nil
	}
	root, err := os.OpenRoot(dir) // open as long as the campaign is there
	if err != nil {
		return nil, nil, err
	}
	folder := root.FS()
	c, err := campaign.Load(ctx, folder)
	if err != nil {
		return nil, nil, err
	}
	if _, err := fs.Stat(folder, "fonts"); err != nil {
		return c, nil, nil
	}
	sub, err := fs.Sub(folder, "fonts")
	if err != nil {
		return nil, nil, err
	}
	fonts, err := graphic.LoadFonts(sub)
	return c, fonts, err
}
