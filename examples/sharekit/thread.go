package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// threadFlags are the choices of the verb thread.
type threadFlags struct {
	scope
	platform, link string
	anyway         string
	tags           []string
	json           bool
}

func threadCommand(a *app) *cobra.Command {
	var f threadFlags
	c := a.verb(groupMake, "thread", a.args(1, 1), func(c *cobra.Command, args []string) error {
		if isText(args[0]) {
			if err := only(c, a.text("with-thread", nil), "today"); err != nil {
				return err
			}
		}
		return a.thread(&f, args[0])
	})
	c.Flags().StringVar(&f.platform, "platform", "bluesky", "")
	c.Flags().StringVar(&f.link, "link", "", "")
	c.Flags().StringSliceVar(&f.tags, "tag", nil, "")
	c.Flags().BoolVar(&f.json, "json", false, "")
	f.dayFlag(c)
	f.flags(c)
	anywayFlag(c, &f.anyway)
	completes(c, "platform", platformIDs)
	completesArg(c, cobra.ShellCompDirectiveDefault, func() []string { return threadIDs(quietly(f.campaign)) })
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

// thread prints a text as numbered posts.
func (a *app) thread(f *threadFlags, subject string) error {
	p, err := a.platform(f.platform)
	if err != nil {
		return err
	}
	own, err := a.ownPost(f.link, f.lang, f.tags)
	if err != nil {
		return err
	}
	parts, err := a.parts(f, subject, p, own)
	if err != nil {
		return err
	}
	var reports []partReport
	for _, text := range parts {
		reports = append(reports, partReport{text, p.Length(text), p.MaxLength, p.Unit().String(), a.problems(p, text)})
	}
	if f.json {
		return a.json(reports)
	}
	a.printThread(p.Name, reports)
	return nil
}

func (a *app) printThread(name string, reports []partReport) {
	w := a.Out
	for i, r := range reports {
		fmt.Fprintln(w, a.Paint(w, terminal.Bold, fmt.Sprintf("%s %d/%d ·", name, i+1, len(reports))), a.Paint(w, terminal.Dim, a.count(r.Length, r.Limit, r.Unit)))
		fmt.Fprintln(w, r.Text)
		for _, p := range r.Problems {
			a.Tell(w, terminal.Yellow, a.text("warning", nil), p)
		}
		fmt.Fprintln(w)
	}
}

// isText reports a file of text, or standard input; else it is the id of a thread.
func isText(subject string) bool { return subject == "-" || strings.ContainsAny(subject, "./\\") }

// parts are the posts of a thread of the campaign, or of the text of a file.
func (a *app) parts(f *threadFlags, subject string, p hashtag.Platform, post hashtag.Post) ([]string, error) {
	if !isText(subject) {
		return a.campaignThread(f, subject, p, post)
	}
	data, err := a.readText(subject)
	if err != nil {
		return nil, err
	}
	if post.Text = strings.TrimSpace(string(data)); post.Text == "" {
		return nil, refuse(usage, "thread-empty", nil).in(subject)
	}
	text := truth.Text{Words: post.Text, Lang: f.lang, Where: truth.Caption, Field: subject}
	if err := a.judgeText(f.campaign, f.anyway, text); err != nil {
		return nil, err
	}
	return p.Thread(post)
}

// campaignThread composes a thread of the campaign, with the further tags and
// the link of a post.
func (a *app) campaignThread(f *threadFlags, id string, p hashtag.Platform, more hashtag.Post) ([]string, error) {
	c, err := a.load(f.campaign)
	if err != nil {
		return nil, err
	}
	lang, err := a.language(c, f.lang)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(threadIDs(c), id) {
		return nil, a.choice("thread", id, threadIDs(c))
	}
	today, err := a.day(f.today)
	if err != nil {
		return nil, err
	}
	posts, err := share.Thread(c, id, lang, today)
	if err != nil {
		return nil, err
	}
	posts[0].Tags = append(posts[0].Tags, more.Tags...)
	posts[len(posts)-1].Link = more.Link
	texts := make([]string, len(posts))
	for i, post := range posts {
		if texts[i], err = p.Compose(post); err != nil {
			return nil, refuseBy(share.Rules(), "thread-unwritable", with{"thread": id, "lang": lang, "part": i + 1, "platform": p.Name, "cause": err})
		}
	}
	return texts, nil
}

func threadIDs(c *campaign.Campaign) []string {
	return names(c.Threads, func(t campaign.Thread) string { return t.ID })
}
