package main

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/files"
)

// cardsFlags are the choices of the verb cards.
type cardsFlags struct {
	Table    string   `flag:"table"`
	Fact     string   `flag:"fact"`
	Kits     bool     `flag:"kits"`
	Together bool     `flag:"together"`
	Out      string   `flag:"out,o,dir"`
	Langs    []string `flag:"lang,list"`
	Formats  []string `flag:"format,list"`
	Theme    string   `flag:"theme"`
	Part     string   `flag:"part"`
	Check    bool     `flag:"check"`
	desk.OfDay
	desk.OfCampaign
}

func cardsCommand(a *app) *cobra.Command {
	var f cardsFlags
	c := a.Verb(cli.GroupMake, "cards", a.Args(0, 0), func(c *cobra.Command, _ []string) error {
		if err := cli.Needs(c, "table", "campaign"); err != nil {
			return err
		}
		if err := cli.OneOf(c, "fact", "kits", "together"); err != nil {
			return err
		}
		if err := cli.Apart(c, "together", "part"); err != nil {
			return err
		}
		return f.run(c.Context(), a)
	})
	desk.Flags(c, &f)
	return c
}

// run makes the cards of a fact, or a kit, of each row of a table, or a kit of
// all rows.
func (f *cardsFlags) run(ctx context.Context, a *app) error {
	if err := desk.IsFolder(f.Campaign); err != nil {
		return err
	}
	opt, err := f.tableOptions(a)
	if err != nil {
		return err
	}
	in, err := files.Open(f.Table)
	if err != nil {
		return cli.Unreadable(f.Table, err)
	}
	defer in.Close()
	rows, n, err := campaign.OpenRows(filepath.Base(f.Table), in)
	var unread *fs.PathError
	switch {
	case errors.As(err, &unread):
		return cli.Unreadable(f.Table, err)
	case err != nil:
		return a.Mistakes(err)
	}
	table, err := share.NewTable(ctx, os.DirFS(f.Campaign), rows.Columns(), f.Fact, opt)
	if err != nil {
		return a.Mistakes(err)
	}
	if f.Together {
		return f.together(ctx, a, opt, table, rows)
	}
	d := share.TableDelivery{Check: f.Check}
	if tell := a.Step("rows"); tell != nil {
		d.Progress = func(done int) { tell(min(done, n), n) }
	}
	start := time.Now()
	var first []share.FactCard
	result, err := table.WriteDir(ctx, f.Out, f.toldOf(ctx, table, rows, &first), &d)
	if errors.Is(err, context.Canceled) && !f.Check && result.Made > 0 {
		return cli.Refuse(cli.Unwriteable, "rows-stopped", cli.With{"n": result.Made + result.Kept, "folder": f.Out})
	}
	took := time.Since(start)
	if err := a.OmitsSome(first); err != nil {
		return err
	}
	return f.tabled(a, result, took, err)
}

// toldOf are the rows; it keeps the cards of the first that is right.
func (f *cardsFlags) toldOf(ctx context.Context, table *share.Table, rows *campaign.Rows, first *[]share.FactCard) iter.Seq2[campaign.Row, error] {
	return func(yield func(campaign.Row, error) bool) {
		for row, err := range rows.All() {
			if *first == nil && err == nil && f.Fact != "" {
				*first, _ = table.Cards(ctx, row) // what is wrong with it is told by the table
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// together makes one kit of all rows.
func (f *cardsFlags) together(ctx context.Context, a *app, o *share.Options, table *share.Table, rows *campaign.Rows) error {
	start := time.Now()
	c, made, err := table.Together(ctx, rows.All())
	if err == nil {
		err = f.oneKit(ctx, a, o, c)
	} else if campaign.Mistakes(err) != nil && made.Failed == 0 {
		return a.Mistakes(err)
	}
	if made.Failed > 0 {
		made.Made = 0
	}
	return f.tabled(a, made, time.Since(start), err)
}

// oneKit writes the kit of all rows.
func (f *cardsFlags) oneKit(ctx context.Context, a *app, o *share.Options, c *campaign.Campaign) error {
	k, err := share.Build(ctx, c, o)
	if err != nil || f.Check {
		return err
	}
	return k.Deliver(ctx, f.Out, &share.Delivery{Progress: a.Step("writing")})
}

// tableOptions are the choices for all rows.
func (f *cardsFlags) tableOptions(a *app) (*share.Options, error) {
	today, err := a.Day(f.Today)
	if err != nil {
		return nil, err
	}
	o := &share.Options{AsOf: today, Languages: f.Langs}
	if o.Part, err = desk.Part(f.Part); err != nil {
		return nil, err
	}
	if o.Formats, err = a.Formats(f.Formats); err != nil {
		return nil, err
	}
	if f.Theme != "" {
		theme, err := a.Theme(f.Theme)
		if err != nil {
			return nil, err
		}
		o.Themes = []graphic.Theme{theme}
	}
	if f.Out == "" {
		f.Out = strings.TrimSuffix(filepath.Base(f.Table), filepath.Ext(f.Table)) + "-cards"
	}
	return o, nil
}

// tabled says which rows were made, how fast, and which were not.
func (f *cardsFlags) tabled(a *app, r share.TableResult, took time.Duration, err error) error {
	var wrong *share.TableError
	if err != nil && !errors.As(err, &wrong) {
		return err
	}
	if wrong != nil {
		for _, row := range wrong.Rows {
			a.tellRow(row)
		}
	}
	done := "rows-made"
	if f.Check {
		done = "rows-right"
	}
	a.Report(done, cli.With{"n": r.Made, "kept": r.Kept, "folder": f.Out, "rate": int(float64(r.Made)/max(took.Seconds(), 0.001) + 0.5)})
	if wrong != nil {
		a.Note("rows-wrong", cli.With{"n": r.Failed, "shown": len(wrong.Rows)})
		return cli.ErrSaid
	}
	return nil
}

// tellRow prints what is wrong with a row, a line each.
func (a *app) tellRow(err error) {
	faults := campaign.RowErrors(err)
	for _, f := range faults {
		a.Problem(a.Explain(f))
	}
	if faults == nil {
		a.Problem(a.Explain(err))
	}
}
