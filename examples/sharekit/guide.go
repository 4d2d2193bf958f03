package main

import (
	"bufio"
	"context"
	"os"
	"path/filepath"

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
		return a.choice("guide", way, []string{guideTerminal, guidePage}).in("--guide")
	}
	if _, err := os.Stat(filepath.Join(dir, "campaign.yaml")); err != nil {
		if err := free(dir); err != nil {
			return err
		}
	}
	year, month, day := a.today.Date()
	d, err := guide.Open(ctx, dir, slug(filepath.Base(dir)), a.tongue.lang, campaign.Date{Year: year, Month: month, Day: day})
	if err != nil {
		return err
	}
	if way == guideTerminal {
		in := bufio.NewReader(a.In)
		return d.Ask(ctx, a.Out, func(text string) (string, error) { return a.Ask(ctx, in, text) })
	}
	s, err := guide.Listen(d)
	if err != nil {
		return refuse(unwriteable, "listen", with{"port": 0, "cause": err})
	}
	a.report("asking", with{"url": s.URL()})
	if a.Is(a.Out) {
		if err := a.browse(s.URL()); err != nil {
			a.note("browser-none", with{"cause": err})
		}
	}
	if err := s.Serve(ctx); err != nil && ctx.Err() == nil {
		return err
	}
	a.note("stopped", nil)
	return nil
}
