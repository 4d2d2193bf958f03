package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/files"
)

// cardsFlags are the choices of the verb cards.
type cardsFlags struct {
	scope
	table, fact, out, part string
	langs, formats         []string
	theme                  string
	kits, together, check  bool
}

func cardsCommand(a *app) *cobra.Command {
	var f cardsFlags
	c := a.verb(groupMake, "cards", a.args(0, 0), func(c *cobra.Command, _ []string) error {
		if err := needs(c, "table", "campaign"); err != nil {
			return err
		}
		if err := oneOf(c, "fact", "kits", "together"); err != nil {
			return err
		}
		if err := apart(c, "together", "part"); err != nil {
			return err
		}
		return a.cards(c.Context(), &f)
	})
	c.Flags().StringVar(&f.table, "table", "", "")
	c.Flags().StringVar(&f.fact, "fact", "", "")
	c.Flags().BoolVar(&f.kits, "kits", false, "")
	c.Flags().BoolVar(&f.together, "together", false, "")
	c.Flags().StringVarP(&f.out, "out", "o", "", "")
	c.Flags().StringSliceVar(&f.langs, "lang", nil, "")
	c.Flags().StringSliceVar(&f.formats, "format", nil, "")
	c.Flags().StringVar(&f.theme, "theme", "", "")
	c.Flags().StringVar(&f.part, "part", "", "")
	c.Flags().BoolVar(&f.check, "check", false, "")
	f.dayFlag(c)
	campaignFlag(c, &f.campaign)
	completes(c, "format", formatNames)
	completes(c, "theme", themeNames)
	c.MarkFlagDirname("out")
	return c
}

// cards makes the cards of a fact, or a kit, of each row of a table, or a kit of
// all rows.
func (a *app) cards(ctx context.Context, f *cardsFlags) error {
	if err := isFolder(f.campaign); err != nil {
		return err
	}
	opt, err := a.tableOptions(f)
	if err != nil {
		return err
	}
	n, err := countLines(f.table)
	if err != nil {
		return unreadable(f.table, err)
	}
	in, err := files.Open(f.table)
	if err != nil {
		return unreadable(f.table, err)
	}
	defer in.Close()
	rows, err := campaign.ReadRows(filepath.Base(f.table), in)
	if err != nil {
		return a.mistakes(err)
	}
	table, err := share.NewTable(os.DirFS(f.campaign), rows.Columns(), f.fact, opt)
	if err != nil {
		return a.mistakes(err)
	}
	if f.together {
		return a.together(ctx, f, opt, table, rows)
	}
	d := share.TableDelivery{Check: f.check}
	if tell := a.progress("rows"); tell != nil {
		d.Progress = func(done int) { tell(min(done, n), n) }
	}
	start := time.Now()
	result, err := table.WriteDir(ctx, f.out, rows.All(), &d)
	return a.tabled(f, result, time.Since(start), err)
}

// together makes one kit of all rows.
func (a *app) together(ctx context.Context, f *cardsFlags, o *share.Options, table *share.Table, rows *campaign.Rows) error {
	start := time.Now()
	c, made, err := table.Together(ctx, rows.All())
	if err == nil {
		err = a.oneKit(ctx, f, o, c)
	} else if campaign.Mistakes(err) != nil && made.Failed == 0 {
		return a.mistakes(err)
	}
	if made.Failed > 0 {
		made.Made = 0
	}
	return a.tabled(f, made, time.Since(start), err)
}

// oneKit writes the kit of all rows.
func (a *app) oneKit(ctx context.Context, f *cardsFlags, o *share.Options, c *campaign.Campaign) error {
	k, err := share.Build(ctx, c, o)
	if err != nil || f.check {
		return err
	}
	return k.Deliver(ctx, f.out, &share.Delivery{Progress: a.progress("writing")})
}

// tableOptions are the choices for all rows.
func (a *app) tableOptions(f *cardsFlags) (*share.Options, error) {
	today, err := a.day(f.today)
	if err != nil {
		return nil, err
	}
	o := &share.Options{AsOf: today, Languages: f.langs}
	if o.Part, err = partOf(f.part); err != nil {
		return nil, err
	}
	for _, name := range f.formats {
		format, err := a.format(name)
		if err != nil {
			return nil, err
		}
		o.Formats = append(o.Formats, format)
	}
	if f.theme != "" {
		theme, err := a.theme(f.theme)
		if err != nil {
			return nil, err
		}
		o.Themes = []graphic.Theme{theme}
	}
	if f.out == "" {
		f.out = strings.TrimSuffix(filepath.Base(f.table), filepath.Ext(f.table)) + "-cards"
	}
	return o, nil
}

// tabled says which rows were made, how fast, and which were not.
func (a *app) tabled(f *cardsFlags, r share.TableResult, took time.Duration, err error) error {
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
	if f.check {
		done = "rows-right"
	}
	a.report(done, with{"n": r.Made, "kept": r.Kept, "folder": f.out, "rate": int(float64(r.Made)/max(took.Seconds(), 0.001) + 0.5)})
	if wrong != nil {
		a.note("rows-wrong", with{"n": r.Failed, "shown": len(wrong.Rows)})
		return errSaid
	}
	return nil
}

// tellRow prints what is wrong with a row, a line each.
func (a *app) tellRow(err error) {
	faults := campaign.RowErrors(err)
	for _, f := range faults {
		a.problem(a.explain(f))
	}
	if faults == nil {
		a.problem(a.explain(err))
	}
}

// countLines is about how many rows a table has, to tell the time left: of a
// large one a part is counted.
func countLines(name string) (int, error) {
	f, err := files.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	const part = 16 << 20
	buf, lines, read := make([]byte, 1<<16), 0, 0
	for read < part {
		n, err := f.Read(buf)
		lines, read = lines+bytes.Count(buf[:n], []byte{'\n'}), read+n
		if err == io.EOF {
			return max(lines-1, 1), nil
		}
		if err != nil {
			return 0, err
		}
	}
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return max(int(float64(lines)*float64(info.Size())/float64(read)), 1), nil
}
