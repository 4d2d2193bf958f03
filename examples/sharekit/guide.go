package main

import (
	"bufio"
	"context"
	"os"
	"path/filepath"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/guide"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// The ways of asking for a campaign.
const (
	guideTerminal = "terminal"
	guidePage     = "page"
)

// guided asks for a campaign, one question after another, in a terminal or on a
// page, and writes it into a folder that is new or was begun so.
func (a *app) guided(ctx context.Context, way, dir string) error {
	if way != guideTerminal && way != guidePage {
		return a.Choice("guide", way, []string{guideTerminal, guidePage}).In("--guide")
	}
	if _, err := os.Stat(filepath.Join(dir, "campaign.yaml")); err != nil {
		if err := cli.Free(dir); err != nil {
			return err
		}
	}
	year, month, day := a.env.today.Date()
	d, err := guide.Open(ctx, dir, cli.Slug(filepath.Base(dir)), a.Tongue.Lang, campaign.Date{Year: year, Month: month, Day: day})
	if err != nil {
		return err
	}
	if way == guideTerminal {
		in := bufio.NewReader(a.In)
		return d.Ask(ctx, a.Out, func(text string) (string, error) { return a.Ask(ctx, in, text) })
	}
	s, err := guide.Listen(d)
	if err != nil {
		return cli.Refuse(cli.Unwriteable, "listen", cli.With{"port": 0, "cause": err})
	}
	a.Report("asking", cli.With{"url": s.URL()})
	a.openBrowser(s.URL())
	if err := s.Serve(ctx); err != nil && ctx.Err() == nil {
		return err
	}
	a.Note("stopped", nil)
	return nil
}
