package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// postFlags are the choices of the verb post.
type postFlags struct {
	scope
	platforms   []string
	caption     int
	chosen      bool // caption
	text, link  string
	anyway      string
	tags        []string
	links, json bool
}

func postCommand(a *app) *cobra.Command {
	var f postFlags
	c := a.verb(groupMake, "post", a.args(0, 1), func(c *cobra.Command, args []string) error {
		id, err := strings.Join(args, ""), error(nil)
		switch {
		case id == "" && f.text == "":
			err = refuse(usage, "post-nothing", nil)
		case id != "" && f.text != "":
			err = refuse(usage, "post-both", nil)
		case id != "":
			err = only(c, "--text", "link") // a fact leads to its source
		default:
			err = only(c, a.text("with-fact", nil), "caption", "today")
		}
		if err != nil {
			return err
		}
		f.chosen = c.Flags().Changed("caption")
		return a.post(&f, id)
	})
	c.Flags().StringSliceVar(&f.platforms, "platform", []string{all}, "")
	c.Flags().IntVar(&f.caption, "caption", 0, "")
	c.Flags().StringVar(&f.text, "text", "", "")
	c.Flags().StringVar(&f.link, "link", "", "")
	c.Flags().StringSliceVar(&f.tags, "tag", nil, "")
	c.Flags().BoolVar(&f.links, "open-links", false, "")
	c.Flags().BoolVar(&f.json, "json", false, "")
	f.dayFlag(c)
	f.flags(c)
	anywayFlag(c, &f.anyway)
	completes(c, "platform", func() []string { return append(platformIDs(), all) })
	completesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return factIDs(quietly(f.campaign)) })
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

// post prints a text as each platform takes it.
func (a *app) post(f *postFlags, id string) error {
	platforms, err := a.platforms(f.platforms)
	if err != nil {
		return err
	}
	posts, err := a.chosenPosts(f, id)
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
	case f.json:
		err = a.json(reports)
	case f.links:
		a.printIntents(reports)
	default:
		a.printPosts(reports)
	}
	if everywhere := slices.Contains(f.platforms, all); err == nil && (fit == 0 || fit < len(platforms) && !everywhere) {
		err = errSaid
	}
	return err
}

// chosenPosts are those of a fact that may be published, or the one of the
// flags.
func (a *app) chosenPosts(f *postFlags, id string) ([]hashtag.Post, error) {
	own, err := a.ownPost(f.link, f.lang, f.tags)
	if own.Text = f.text; id == "" && err == nil {
		err = a.judgeText(f.campaign, f.anyway, truth.Text{Words: f.text, Lang: f.lang, Where: truth.Caption, Field: "--text"})
	}
	if id == "" {
		return []hashtag.Post{own}, err
	}
	s, err := a.statement(f.scope, id)
	if err != nil {
		return nil, err
	}
	if own.Tags, err = tags(f.tags); err != nil {
		return nil, err
	}
	posts, err := share.Posts(s.campaign, id, s.lang, s.day)
	if err != nil {
		return nil, err
	}
	for i := range posts {
		posts[i].Tags = append(posts[i].Tags, own.Tags...)
	}
	switch {
	case !f.chosen:
		return posts, nil
	case f.caption < 1 || f.caption > len(posts):
		return nil, refuse(usage, "caption-number", with{"fact": id, "n": len(posts), "number": f.caption})
	}
	return posts[f.caption-1 : f.caption], nil
}

// ownPost is a post of the flags, still without its text.
func (a *app) ownPost(link, lang string, tagged []string) (p hashtag.Post, err error) {
	p.Link = link
	if p.Lang, err = tag(lang); err != nil {
		return p, err
	}
	if p.Tags, err = tags(tagged); err != nil || link == "" {
		return p, err
	}
	return p, leads("--link", link)
}

// compose takes the first of the posts that fits a platform.
func (a *app) compose(p hashtag.Platform, posts []hashtag.Post) postReport {
	r := postReport{Platform: p.ID, Name: p.Name, Limit: p.MaxLength, Unit: p.Unit().String()}
	c, err := p.Best(posts...)
	if err != nil {
		r.Error = a.explain(err)
		return r
	}
	r.Text, r.Length, r.Short, r.Dropped = c.Text, c.Length, c.Short, names(c.Dropped, hashtag.Tag.String)
	r.Problems = a.problems(p, c.Text)
	r.Intent = p.Intent(c.From)
	return r
}

// problems are what would go wrong with a text on a platform.
func (a *app) problems(p hashtag.Platform, text string) (out []string) {
	for _, problem := range p.Check(text) {
		out = append(out, a.explain(problem))
	}
	return out
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
		fmt.Fprintln(about, a.Paint(about, terminal.Bold, r.Name+" ·"), a.Paint(about, terminal.Dim, a.count(r.Length, r.Limit, r.Unit)))
		fmt.Fprintln(a.Out, r.Text)
		a.printLosses(about, &r)
	}
}

func (a *app) printLosses(w io.Writer, r *postReport) {
	if r.Short {
		fmt.Fprintln(w, a.Paint(w, terminal.Yellow, a.text("short-text", nil)))
	}
	if len(r.Dropped) > 0 {
		fmt.Fprintln(w, a.Paint(w, terminal.Yellow, a.text("left-out", nil)), strings.Join(r.Dropped, " "))
	}
	for _, p := range r.Problems {
		a.Tell(w, terminal.Yellow, a.text("warning", nil), p)
	}
}

// count is "268 of 280 weighted characters".
func (a *app) count(n, limit int, unit string) string {
	rule := "count"
	if limit == 0 {
		rule = "count-free"
	}
	return a.text(rule, with{"n": n, "limit": limit, "unit": a.named("unit", unit)})
}

func (a *app) printIntents(reports []postReport) {
	for _, r := range reports {
		switch {
		case r.Error != "":
			a.tell("", r.Name+":", r.Error)
		case r.Intent == "":
			a.note("intent-none", with{"platform": r.Name})
		default:
			fmt.Fprintln(a.Out, r.Intent)
		}
	}
}
