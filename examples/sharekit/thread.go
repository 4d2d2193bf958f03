package main

import (
	"context"
	"fmt"
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

// threadFlags are the choices of the verb thread.
type threadFlags struct {
	Platform string   `flag:"platform"`
	Link     string   `flag:"link"`
	Tags     []string `flag:"tag,list"`
	JSON     bool     `flag:"json"`
	desk.Scope
	desk.Overruling
}

func threadCommand(a *app) *cobra.Command {
	f := threadFlags{Platform: "bluesky"}
	c := a.Verb(cli.GroupMake, "thread", a.Args(1, 1), func(c *cobra.Command, args []string) error {
		if isText(args[0]) {
			if err := cli.Only(c, a.Text("with-thread", nil), "today"); err != nil {
				return err
			}
		}
		return f.run(c.Context(), a, args[0])
	})
	desk.Flags(c, &f)
	cli.Completes(c, "platform", desk.PlatformIDs)
	cli.CompletesArg(c, cobra.ShellCompDirectiveDefault, func() []string { return desk.ThreadIDs(desk.Quietly(f.Campaign)) })
	return c
}

// A partReport is one post of a thread.
type partReport struct {
	Text     string   `json:"text"`
	Length   int      `json:"length"`
	Limit    int      `json:"limit,omitempty"`
	Unit     string   `json:"unit"`
	Problems []string `json:"problems,omitempty"`
}

// run prints a text as numbered posts.
func (f *threadFlags) run(ctx context.Context, a *app, subject string) error {
	p, err := a.Platform(f.Platform)
	if err != nil {
		return err
	}
	own, err := desk.OwnPost(f.Link, f.Lang, f.Tags)
	if err != nil {
		return err
	}
	parts, err := f.parts(ctx, a, subject, p, own)
	if err != nil {
		return err
	}
	var reports []partReport
	for _, text := range parts {
		reports = append(reports, partReport{text, p.Length(p.Shown(text)), p.MaxLength, p.Unit().String(), a.Problems(p, text)})
	}
	if f.JSON {
		return a.JSON(reports)
	}
	a.printThread(p.Name, reports)
	return nil
}

func (a *app) printThread(name string, reports []partReport) {
	w := a.Out
	for i, r := range reports {
		fmt.Fprintln(w, a.Paint(w, terminal.Bold, fmt.Sprintf("%s %d/%d ·", name, i+1, len(reports))), a.Paint(w, terminal.Dim, a.Count(r.Length, r.Limit, r.Unit)))
		fmt.Fprintln(w, r.Text)
		for _, p := range r.Problems {
			a.Tell(w, terminal.Yellow, a.Text("warning", nil), p)
		}
		fmt.Fprintln(w)
	}
}

// isText reports a file of text, or standard input; else it is the id of a thread.
func isText(subject string) bool { return subject == "-" || strings.ContainsAny(subject, "./\\") }

// parts are the posts of a thread of the campaign, or of the text of a file.
func (f *threadFlags) parts(ctx context.Context, a *app, subject string, p hashtag.Platform, post hashtag.Post) ([]string, error) {
	if !isText(subject) {
		return f.campaignThread(ctx, a, subject, p, post)
	}
	data, err := a.ReadText(subject)
	if err != nil {
		return nil, err
	}
	if post.Text = strings.TrimSpace(string(data)); post.Text == "" {
		return nil, cli.Refuse(cli.Usage, "thread-empty", nil).In(subject)
	}
	text := truth.Text{Words: post.Text, Lang: f.Lang, Where: truth.Caption, Field: subject}
	if err := a.JudgeText(ctx, f.Campaign, f.Anyway, text); err != nil {
		return nil, err
	}
	return p.Thread(post)
}

// campaignThread composes a thread of the campaign, with the further tags and
// the link of a post.
func (f *threadFlags) campaignThread(ctx context.Context, a *app, id string, p hashtag.Platform, more hashtag.Post) ([]string, error) {
	o, err := a.Open(ctx, f.Scope)
	if err != nil {
		return nil, err
	}
	if ids := desk.ThreadIDs(o.Campaign); !slices.Contains(ids, id) {
		return nil, a.Choice("thread", id, ids)
	}
	return share.ThreadOn(p, o.Campaign, id, o.Lang, o.Day, more.Tags, more.Link)
}
