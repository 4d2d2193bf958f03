package main

import (
	"context"
	_ "embed"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/preview"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
)

// previewFlags are the choices of the verb preview.
type previewFlags struct {
	Langs  []string `flag:"lang,list"`
	Port   int      `flag:"port"`
	NoOpen bool     `flag:"no-open"`
	Site   bool     `flag:"site"`
	desk.OfCampaign
}

func previewCommand(a *app) *cobra.Command {
	var f previewFlags
	c := a.Verb(cli.GroupCampaign, "preview", a.Args(0, 0), func(c *cobra.Command, _ []string) error {
		return f.run(c.Context(), a)
	})
	desk.Flags(c, &f)
	return c
}

// run serves the kit on loopback until it is stopped.
func (f *previewFlags) run(ctx context.Context, a *app) error {
	if err := desk.IsFolder(f.Campaign); err != nil {
		return err
	}
	if f.Port < 0 || f.Port > 65535 {
		return cli.Refuse(cli.Usage, "number-range", cli.With{"flag": "--port", "least": 0, "most": 65535})
	}
	page := "START-HERE.html"
	if f.Site {
		page = "" // its index
	}
	p, err := preview.Listen(f.Port, page)
	if err != nil {
		return cli.Refuse(cli.Unwriteable, "listen", cli.With{"port": f.Port, "cause": err})
	}
	seen := preview.Look(f.Campaign) // before it is read, which takes a while
	f.show(ctx, a, p)
	a.Report("serving", cli.With{"url": p.URL()})
	if !f.NoOpen {
		a.openBrowser(p.URL())
	}
	if f.Campaign != "" {
		go preview.Watch(ctx, f.Campaign, seen, func() { f.show(ctx, a, p) })
	}
	if err := p.Serve(ctx); err != nil {
		return err
	}
	a.Note("stopped", nil)
	return nil
}

// openBrowser opens an address for somebody who sits at the terminal.
func (a *app) openBrowser(url string) {
	if !a.Is(a.Out) {
		return
	}
	if err := a.env.browse(url); err != nil {
		a.Note("browser-none", cli.With{"cause": err})
	}
}

// show builds the campaign's kit and shows it, or what is wrong with it.
func (f *previewFlags) show(ctx context.Context, a *app, p *preview.Preview) {
	base := ""
	if f.Site {
		base = noHost
	}
	kit, err := a.Show(ctx, f.Campaign, f.Langs, base)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		a.Problem(a.Explain(err))
		p.Blame(a.Explain(err))
	default:
		a.Note("built", cli.With{"n": len(kit.Names())})
		p.Show(kit)
	}
}

// noHost is where the site of a preview would lie: nowhere but here.
const noHost = "https://preview.invalid/kit/"
