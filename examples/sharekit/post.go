package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// postFlags are the choices of the verb post.
type postFlags struct {
	Platforms []string `flag:"platform,list"`
	Caption   int      `flag:"caption"`
	Text      string   `flag:"text"`
	Link      string   `flag:"link"`
	Tags      []string `flag:"tag,list"`
	Links     bool     `flag:"open-links"`
	JSON      bool     `flag:"json"`
	desk.Scope
	desk.Overruling
	chosen bool // Caption
}

func postCommand(a *app) *cobra.Command {
	f := postFlags{Platforms: []string{desk.All}}
	c := a.Verb(cli.GroupMake, "post", a.Args(0, 1), func(c *cobra.Command, args []string) error {
		id, err := strings.Join(args, ""), error(nil)
		switch {
		case id == "" && f.Text == "":
			err = cli.Refuse(cli.Usage, "post-nothing", nil)
		case id != "" && f.Text != "":
			err = cli.Refuse(cli.Usage, "post-both", nil)
		case id != "":
			err = cli.Only(c, "--text", "link") // a fact leads to its source
		default:
			err = cli.Only(c, a.Text("with-fact", nil), "caption", "today")
		}
		if err != nil {
			return err
		}
		f.chosen = c.Flags().Changed("caption")
		return f.run(c.Context(), a, id)
	})
	desk.Flags(c, &f)
	cli.Completes(c, "platform", func() []string { return append(desk.PlatformIDs(), desk.All) })
	cli.CompletesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return desk.FactIDs(desk.Quietly(f.Campaign)) })
	return c
}

// A postReport is what became of a post on one platform.
type postReport struct {
	Platform string   `json:"platform"`
	Name     string   `json:"name"`
	Text     string   `json:"text,omitempty"`
	Length   int      `json:"length"`
	Limit    int      `json:"limit,omitempty"` // none: no limit
	Unit     string   `json:"unit"`
	Dropped  []string `json:"dropped,omitempty"`  // tags that had no room
	Short    bool     `json:"short,omitempty"`    // the short text stands in
	Problems []string `json:"problems,omitempty"` // what would go wrong there
	Intent   string   `json:"intent,omitempty"`   // opens the composer
	Error    string   `json:"error,omitempty"`
}

// run prints a text as each platform takes it.
func (f *postFlags) run(ctx context.Context, a *app, id string) error {
	platforms, err := a.Platforms(f.Platforms)
	if err != nil {
		return err
	}
	posts, err := f.chosenPosts(ctx, a, id)
	if err != nil {
		return err
	}
	var reports []postReport
	fit := 0
	for _, p := range platforms {
		r := a.compose(p, posts)
		if r.Error == "" {
			fit++
		}
		reports = append(reports, r)
	}
	switch {
	case f.JSON:
		err = a.JSON(reports)
	case f.Links:
		a.printIntents(reports)
	default:
		a.printPosts(reports)
	}
	if everywhere := slices.Contains(f.Platforms, desk.All); err == nil && (fit == 0 || fit < len(platforms) && !everywhere) {
		err = cli.ErrSaid
	}
	return err
}

// chosenPosts are those of a fact that may be published, or the one of the
// flags.
func (f *postFlags) chosenPosts(ctx context.Context, a *app, id string) ([]hashtag.Post, error) {
	own, err := desk.OwnPost(f.Link, f.Lang, f.Tags)
	if own.Text = f.Text; id == "" && err == nil {
		err = a.JudgeText(ctx, f.Campaign, f.Anyway, truth.Text{Words: f.Text, Lang: f.Lang, Where: truth.Caption, Field: "--text"})
	}
	if id == "" {
		return []hashtag.Post{own}, err
	}
	s, err := a.Statement(ctx, f.Scope, id)
	if err != nil {
		return nil, err
	}
	if own.Tags, err = desk.Tags(f.Tags); err != nil {
		return nil, err
	}
	posts, err := share.Posts(s.Campaign, id, s.Lang, s.Day)
	if err != nil {
		return nil, err
	}
	for i := range posts {
		posts[i].Tags = append(posts[i].Tags, own.Tags...)
	}
	switch {
	case !f.chosen:
		return posts, nil
	case f.Caption < 1 || f.Caption > len(posts):
		return nil, cli.Refuse(cli.Usage, "caption-number", cli.With{"fact": id, "n": len(posts), "number": f.Caption})
	}
	return posts[f.Caption-1 : f.Caption], nil
}

// compose takes the first of the posts that fits a platform.
func (a *app) compose(p hashtag.Platform, posts []hashtag.Post) postReport {
	r := postReport{Platform: p.ID, Name: p.Name, Limit: p.MaxLength, Unit: p.Unit().String()}
	c, err := p.Best(posts...)
	if err != nil {
		r.Error = a.Explain(err)
		return r
	}
	r.Text, r.Length, r.Short, r.Dropped = c.Text, c.Length, c.Short, cli.Names(c.Dropped, hashtag.Tag.String)
	r.Problems = a.Problems(p, c.Text)
	r.Intent = p.Intent(c.From)
	return r
}

// printPosts prints the texts on standard output. What is said about a single
// one goes to standard error, so that it can be piped on alone.
func (a *app) printPosts(reports []postReport) {
	about := a.Out
	if len(reports) == 1 {
		about = a.Err
	}
	for i, r := range reports {
		if i > 0 {
			fmt.Fprintln(about)
		}
		if r.Error != "" {
			fmt.Fprintln(about, a.Paint(about, terminal.Bold, r.Name+" ·"), a.Paint(about, terminal.Red, r.Error))
			continue
		}
		fmt.Fprintln(about, a.Paint(about, terminal.Bold, r.Name+" ·"), a.Paint(about, terminal.Dim, a.Count(r.Length, r.Limit, r.Unit)))
		fmt.Fprintln(a.Out, r.Text)
		a.printLosses(about, &r)
	}
}

func (a *app) printLosses(w io.Writer, r *postReport) {
	if r.Short {
		fmt.Fprintln(w, a.Paint(w, terminal.Yellow, a.Text("short-text", nil)))
	}
	if len(r.Dropped) > 0 {
		fmt.Fprintln(w, a.Paint(w, terminal.Yellow, a.Text("left-out", nil)), strings.Join(r.Dropped, " "))
	}
	for _, p := range r.Problems {
		a.Tell(w, terminal.Yellow, a.Text("warning", nil), p)
	}
}

func (a *app) printIntents(reports []postReport) {
	for _, r := range reports {
		switch {
		case r.Error != "":
			a.Aside("", r.Name+":", r.Error)
		case r.Intent == "":
			a.Note("intent-none", cli.With{"platform": r.Name})
		default:
			fmt.Fprintln(a.Out, r.Intent)
		}
	}
}
