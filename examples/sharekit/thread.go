package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// threadFlags are the choices of the verb thread.
type threadFlags struct {
	campaign, lang, platform, link, today string
	tags                                  []string
	json                                  bool
}

func threadCommand(a *app) *cobra.Command {
	var f threadFlags
	c := a.verb("thread THREAD | FILE | -", groupMake, a.say.Thread, a.args(1, 1), func(c *cobra.Command, args []string) error {
		return a.thread(&f, args[0])
	})
	s := &a.say.Flag
	c.Flags().StringVar(&f.platform, "platform", "bluesky", s.Platform)
	c.Flags().StringVar(&f.link, "link", "", s.Link)
	c.Flags().StringSliceVar(&f.tags, "tag", nil, s.PostTag)
	c.Flags().BoolVar(&f.json, "json", false, s.JSON)
	c.Flags().StringVar(&f.today, "today", "", s.Today)
	a.campaignFlag(c, &f.campaign)
	a.langFlag(c, &f.lang, &f.campaign)
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
	own, err := tags(f.tags)
	if err != nil {
		return err
	}
	if f.link != "" {
		if err := a.address(f.link); err != nil {
			return err
		}
	}
	parts, err := a.parts(f, subject, p, hashtag.Post{Link: f.link, Tags: own, Lang: language.Make(f.lang)})
	if err != nil {
		return err
	}
	var reports []partReport
	for _, text := range parts {
		r := partReport{Text: text, Length: p.Length(text), Limit: p.MaxLength, Unit: p.Unit().String()}
		for _, problem := range p.Check(text) {
			r.Problems = append(r.Problems, problem.String())
		}
		reports = append(reports, r)
	}
	if f.json {
		return a.json(reports)
	}
	a.printThread(p.Name, reports)
	return nil
}

func (a *app) printThread(name string, reports []partReport) {
	w := a.env.stdout
	for i, r := range reports {
		fmt.Fprintln(w, a.paint(w, bold, fmt.Sprintf("%s %d/%d ·", name, i+1, len(reports))), a.paint(w, dim, a.count(r.Length, r.Limit, r.Unit)))
		fmt.Fprintln(w, r.Text)
		for _, p := range r.Problems {
			fmt.Fprintln(w, a.paint(w, yellow, a.say.Warning), p)
		}
		fmt.Fprintln(w)
	}
}

// parts are the posts of a thread of the campaign, or of the text of a file.
func (a *app) parts(f *threadFlags, subject string, p hashtag.Platform, post hashtag.Post) ([]string, error) {
	if subject == "-" || strings.ContainsAny(subject, "./\\") {
		data, err := a.read(subject)
		if err != nil {
			return nil, err
		}
		if post.Text = strings.TrimSpace(string(data)); post.Text == "" {
			return nil, &usageError{errors.New(a.say.NoText), ""}
		}
		return p.Thread(post)
	}
	c, err := a.load(f.campaign)
	if err != nil {
		return nil, err
	}
	lang, err := a.language(c, f.lang)
	if err != nil {
		return nil, err
	}
	t, err := a.findThread(c, subject)
	if err != nil {
		return nil, err
	}
	today, err := a.day(f.today)
	if err != nil {
		return nil, err
	}
	post.Tags = append(campaignTags(c, lang), post.Tags...)
	post.Lang = language.Make(lang)
	for _, part := range t.Parts[lang] {
		if !standAll(c, part.Facts, today) {
			return nil, &problemError{fmt.Errorf(a.say.NotStanding, strings.Join(part.Facts, ", ")), ""}
		}
	}
	return numbered(p, t.Parts[lang], post)
}

// numbered composes each part of a campaign's thread: the tags in the first,
// the link in the last.
func numbered(p hashtag.Platform, parts []campaign.Part, post hashtag.Post) ([]string, error) {
	var out []string
	for i, part := range parts {
		one := hashtag.Post{Text: fmt.Sprintf("%s %d/%d", part.Text, i+1, len(parts)), Lang: post.Lang}
		if i == 0 {
			one.Tags = post.Tags
		}
		if i == len(parts)-1 {
			one.Link = post.Link
		}
		text, err := p.Compose(one)
		if err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return out, nil
}

func threadIDs(c *campaign.Campaign) (ids []string) {
	for _, t := range c.Threads {
		ids = append(ids, t.ID)
	}
	return ids
}

func (a *app) findThread(c *campaign.Campaign, id string) (campaign.Thread, error) {
	for _, t := range c.Threads {
		if t.ID == id {
			return t, nil
		}
	}
	return campaign.Thread{}, a.choice(a.say.ThreadKind, id, threadIDs(c))
}
