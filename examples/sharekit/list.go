package main

import (
	"fmt"
	"image/color"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// listFlags are the choices of the verb list.
type listFlags struct {
	scope
	json bool
}

// A row is one thing that can be chosen.
type row struct {
	ID      string  `json:"id"`
	Name    string  `json:"name,omitempty"`
	Width   int     `json:"width,omitempty"`  // px
	Height  int     `json:"height,omitempty"` // px
	DPI     float64 `json:"dpi,omitempty"`    // of paper
	Limit   int     `json:"limit,omitempty"`
	Unit    string  `json:"unit,omitempty"`
	Tags    int     `json:"tags,omitempty"` // at most so many; negative: they mean nothing there
	Alt     int     `json:"alt,omitempty"`  // characters of alt text
	Posts   int     `json:"posts,omitempty"`
	Status  string  `json:"status,omitempty"`
	Slots   []slot  `json:"slots,omitempty"`
	picture string  // for a terminal with colours
}

type slot struct {
	ID       string `json:"id"`
	Label    string `json:"label"`
	Required bool   `json:"required,omitempty"`
}

// A listing is a kind of things that can be chosen, of a campaign or of none.
type listing struct {
	kind string
	of   bool
	rows func(a *app, c *campaign.Campaign, lang string) []row
	line func(a *app, r *row) string // what is said of one
}

var listings = []listing{
	{"formats", false, formatRows, func(_ *app, r *row) string { return r.size() }},
	{"themes", false, themeRows, func(_ *app, r *row) string { return "" }},
	{"platforms", false, platformRows, func(a *app, r *row) string { return r.Name + ": " + a.limit(r) }},
	{"languages", true, languageRows, func(_ *app, r *row) string { return r.Name }},
	{"facts", true, factRows, func(_ *app, r *row) string { return strings.TrimSpace(r.Status+" ") + r.Name }},
	{"threads", true, threadRows, func(a *app, r *row) string { return r.Name + ": " + a.text("posts", with{"n": r.Posts}) }},
	{"letters", true, letterRows, func(_ *app, r *row) string { return r.Name }},
}

func listingNames() []string { return names(listings, func(l listing) string { return l.kind }) }

func listCommand(a *app) *cobra.Command {
	var f listFlags
	c := a.verb(groupCampaign, "list", a.args(0, 1), func(_ *cobra.Command, args []string) error {
		return a.list(&f, strings.Join(args, ""))
	})
	c.Flags().BoolVar(&f.json, "json", false, "")
	f.flags(c)
	completesArg(c, cobra.ShellCompDirectiveNoFileComp, listingNames)
	return c
}

// list prints what can be chosen: one kind, or all of them.
func (a *app) list(f *listFlags, kind string) error {
	var chosen []listing
	for _, l := range listings {
		if kind == "" || l.kind == kind {
			chosen = append(chosen, l)
		}
	}
	if chosen == nil {
		return a.choice("list", kind, listingNames())
	}
	var c *campaign.Campaign
	var lang string
	if chosen[0].of || len(chosen) > 1 || f.scope != (scope{}) { // else it need not be read
		var err error
		if c, err = a.load(f.campaign); err != nil {
			return err
		}
		if lang, err = a.language(c, f.lang); err != nil {
			return err
		}
	}
	if f.json {
		return a.listJSON(chosen, c, lang)
	}
	for i, l := range chosen {
		if i > 0 {
			fmt.Fprintln(a.Out)
		}
		if kind == "" {
			fmt.Fprintln(a.Out, a.Paint(a.Out, terminal.Bold, l.kind))
		}
		a.printRows(&l, l.rows(a, c, lang), kind != "")
	}
	return nil
}

func (a *app) listJSON(chosen []listing, c *campaign.Campaign, lang string) error {
	if len(chosen) == 1 {
		return a.json(append([]row{}, chosen[0].rows(a, c, lang)...))
	}
	lists := map[string][]row{}
	for _, l := range chosen {
		lists[l.kind] = append([]row{}, l.rows(a, c, lang)...)
	}
	return a.json(lists)
}

// narrow is a column that words should not be put in: a telephone's terminal
// has no room beside long ids.
const narrow = 20

func (a *app) printRows(l *listing, rows []row, slots bool) {
	width := 0
	for _, r := range rows {
		width = max(width, uniseg.StringWidth(r.ID))
	}
	for i := range rows {
		r := &rows[i]
		pad := strings.Repeat(" ", width-uniseg.StringWidth(r.ID)+2)
		line := r.ID + pad + a.Fold(l.line(a, r), width+2)
		if a.Room()-width-2 < narrow {
			line = r.ID + "\n  " + a.Fold(l.line(a, r), 2)
		}
		if r.picture != "" {
			line = r.picture + "  " + line
		}
		fmt.Fprintln(a.Out, strings.TrimRight(line, " "))
		if slots {
			a.printSlots(r.Slots)
		}
	}
}

// slotIndent is the column at which the labels of a letter's slots begin.
const slotIndent = 22

func (a *app) printSlots(slots []slot) {
	for _, s := range slots {
		label := s.Label
		if s.Required {
			label += " *"
		}
		fmt.Fprintf(a.Out, "    %-*s%s\n", slotIndent-4, s.ID, a.Fold(label, slotIndent))
	}
}

// size is "1080 × 1350 px", and on paper the inches.
func (r *row) size() string {
	px := fmt.Sprintf("%d × %d px", r.Width, r.Height)
	if r.DPI == 0 {
		return px
	}
	return fmt.Sprintf("%s · %.3g × %.3g in", px, float64(r.Width)/r.DPI, float64(r.Height)/r.DPI)
}

// limit is "280 weighted characters".
func (a *app) limit(r *row) string {
	if r.Limit == 0 {
		return a.text("no-limit", nil)
	}
	return fmt.Sprintf("%d %s", r.Limit, a.named("unit", r.Unit))
}

func formatRows(a *app, _ *campaign.Campaign, _ string) (rows []row) {
	for _, f := range formats() {
		rows = append(rows, row{ID: f.Name, Width: f.W, Height: f.H, DPI: f.DPI})
	}
	return rows
}

func themeRows(a *app, _ *campaign.Campaign, _ string) (rows []row) {
	for _, t := range graphic.Themes() {
		r := row{ID: t.Name}
		if a.Colours(a.Out) {
			r.picture = a.swatch(t.Palette())
		}
		rows = append(rows, r)
	}
	return rows
}

// swatchCells is how many colours a theme is shown by.
const swatchCells = 5

// swatch shows colours as cells, as many of every theme.
func (a *app) swatch(p color.Palette) string {
	var b strings.Builder
	for i := range swatchCells {
		b.WriteString(a.Cell(color.RGBAModel.Convert(p[i%len(p)]).(color.RGBA)))
	}
	return b.String()
}

func platformRows(_ *app, _ *campaign.Campaign, _ string) (rows []row) {
	for _, p := range hashtag.Platforms() {
		rows = append(rows, row{ID: p.ID, Name: p.Name, Limit: p.MaxLength, Unit: p.Unit().String(), Tags: p.MaxTags, Alt: p.MaxAlt})
	}
	return rows
}

func languageRows(_ *app, c *campaign.Campaign, _ string) (rows []row) {
	for _, l := range c.Languages {
		rows = append(rows, row{ID: l, Name: c.Title.In(l)})
	}
	return rows
}

func factRows(_ *app, c *campaign.Campaign, lang string) (rows []row) {
	for _, f := range c.Facts {
		r := row{ID: f.ID, Name: f.Headline.Plain(lang)}
		if f.Status != "" && f.Status != campaign.Current {
			r.Status = string(f.Status)
		}
		rows = append(rows, r)
	}
	return rows
}

func threadRows(_ *app, c *campaign.Campaign, lang string) (rows []row) {
	for _, t := range c.Threads {
		rows = append(rows, row{ID: t.ID, Name: t.Title.In(lang), Posts: len(t.Parts[lang])})
	}
	return rows
}

func letterRows(_ *app, c *campaign.Campaign, lang string) (rows []row) {
	for _, l := range c.Letters {
		if l.Lang != lang {
			continue
		}
		r := row{ID: l.ID, Name: l.Title}
		for _, s := range l.Slots {
			r.Slots = append(r.Slots, slot{s.ID, s.Label, s.Required})
		}
		rows = append(rows, r)
	}
	return rows
}
