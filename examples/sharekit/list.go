package main

import (
	"context"
	"fmt"
	"image/color"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/choices"
)

// listFlags are the choices of the verb list.
type listFlags struct {
	JSON bool `flag:"json"`
	desk.Subject
}

// lines are what is said of one thing, by its kind.
var lines = map[string]func(a *app, r *choices.Row) string{
	"formats":   func(_ *app, r *choices.Row) string { return size(r) },
	"platforms": func(a *app, r *choices.Row) string { return r.Name + ": " + a.limit(r) },
	"facts":     func(_ *app, r *choices.Row) string { return strings.TrimSpace(r.Status + " " + r.Name) },
	"threads":   func(a *app, r *choices.Row) string { return r.Name + ": " + a.Text("posts", cli.With{"n": r.Posts}) },
}

func (a *app) line(kind string, r *choices.Row) string {
	if line := lines[kind]; line != nil {
		return line(a, r)
	}
	return r.Name
}

func listingNames() []string {
	return cli.Names(choices.Kinds(), func(k choices.Kind) string { return k.Name })
}

func listCommand(a *app) *cobra.Command {
	var f listFlags
	c := a.Verb(cli.GroupCampaign, "list", a.Args(0, 1), func(c *cobra.Command, args []string) error {
		return f.run(c.Context(), a, strings.Join(args, ""))
	})
	desk.Flags(c, &f)
	cli.CompletesArg(c, cobra.ShellCompDirectiveNoFileComp, listingNames)
	return c
}

// run prints what can be chosen: one kind, or all of them.
func (f *listFlags) run(ctx context.Context, a *app, kind string) error {
	var chosen []choices.Kind
	for _, l := range choices.Kinds() {
		if kind == "" || l.Name == kind {
			chosen = append(chosen, l)
		}
	}
	if chosen == nil {
		return a.Choice("list", kind, listingNames())
	}
	var c *campaign.Campaign
	var lang string
	if chosen[0].OfCampaign || len(chosen) > 1 || f.Subject != (desk.Subject{}) { // else it need not be read
		var err error
		if c, err = a.Outline(ctx, f.Campaign); err != nil {
			return err
		}
		if lang, err = a.Language(c, f.Lang); err != nil {
			return err
		}
	}
	if f.JSON {
		return a.listJSON(chosen, c, lang)
	}
	for i, l := range chosen {
		if i > 0 {
			fmt.Fprintln(a.Out)
		}
		if kind == "" {
			fmt.Fprintln(a.Out, a.Paint(a.Out, terminal.Bold, l.Name))
		}
		a.printRows(l.Name, l.Rows(c, lang), kind != "")
	}
	return nil
}

func (a *app) listJSON(chosen []choices.Kind, c *campaign.Campaign, lang string) error {
	if len(chosen) == 1 {
		return a.JSON(append([]choices.Row{}, chosen[0].Rows(c, lang)...))
	}
	lists := map[string][]choices.Row{}
	for _, l := range chosen {
		lists[l.Name] = append([]choices.Row{}, l.Rows(c, lang)...)
	}
	return a.JSON(lists)
}

// narrow is a column that words should not be put in: a telephone's terminal
// has no room beside long ids.
const narrow = 20

func (a *app) printRows(kind string, rows []choices.Row, slots bool) {
	width := 0
	for _, r := range rows {
		width = max(width, uniseg.StringWidth(r.ID))
	}
	for i := range rows {
		r := &rows[i]
		pad := strings.Repeat(" ", width-uniseg.StringWidth(r.ID)+2)
		line := r.ID + pad + a.Fold(a.line(kind, r), width+2)
		if a.Room()-width-2 < narrow {
			line = r.ID + "\n  " + a.Fold(a.line(kind, r), 2)
		}
		if kind == "themes" && a.Colours(a.Out) {
			theme, _ := graphic.LookupTheme(r.ID)
			line = a.swatch(theme.Palette()) + "  " + line
		}
		fmt.Fprintln(a.Out, strings.TrimRight(line, " "))
		if slots {
			a.printSlots(r.Slots)
		}
	}
}

// slotIndent is the column at which the labels of a letter's slots begin.
const slotIndent = 22

func (a *app) printSlots(slots []choices.Slot) {
	for _, s := range slots {
		label := s.Label
		if s.Required {
			label += " *"
		}
		fmt.Fprintf(a.Out, "    %-*s%s\n", slotIndent-4, s.ID, a.Fold(label, slotIndent))
	}
}

// size is "1080 × 1350 px", and on paper the inches.
func size(r *choices.Row) string {
	px := fmt.Sprintf("%d × %d px", r.Width, r.Height)
	if r.DPI == 0 {
		return px
	}
	return fmt.Sprintf("%s · %.3g × %.3g in", px, float64(r.Width)/r.DPI, float64(r.Height)/r.DPI)
}

// limit is "280 weighted characters".
func (a *app) limit(r *choices.Row) string {
	if r.Limit == 0 {
		return a.Text("no-limit", nil)
	}
	return fmt.Sprintf("%d %s", r.Limit, a.Named("unit", r.Unit))
}

// swatchCells is how many colours a theme is shown by.
const swatchCells = 5

// swatch shows colours as cells, as many of every theme.
func (a *app) swatch(p color.Palette) string {
	var b strings.Builder
	for i := range swatchCells {
		b.WriteString(a.Cell(p[i%len(p)]))
	}
	return b.String()
}
