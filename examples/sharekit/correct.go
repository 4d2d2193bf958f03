package main

import (
	"context"
	"errors"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// correctFlags are the choices of the verb correct.
type correctFlags struct {
	campaign, out, date string
	anyway              string
	was, now            []string
	url, publisher      string
	langs, formats      []string
	force, json         bool
}

func correctCommand(a *app) *cobra.Command {
	var f correctFlags
	c := a.verb(groupCheck, "correct", a.args(1, 1), func(c *cobra.Command, args []string) error {
		return a.correct(c.Context(), &f, args[0])
	})
	c.Flags().StringArrayVar(&f.was, "was", nil, "")
	c.Flags().StringArrayVar(&f.now, "now", nil, "")
	c.Flags().StringVar(&f.date, "date", "", "")
	c.Flags().StringVar(&f.url, "source-url", "", "")
	c.Flags().StringVar(&f.publisher, "publisher", "", "")
	c.Flags().StringVarP(&f.out, "out", "o", "", "")
	c.Flags().StringSliceVar(&f.langs, "lang", nil, "")
	c.Flags().StringSliceVar(&f.formats, "format", nil, "")
	c.Flags().BoolVar(&f.force, "force", false, "")
	c.Flags().BoolVar(&f.json, "json", false, "")
	campaignFlag(c, &f.campaign)
	anywayFlag(c, &f.anyway)
	completes(c, "lang", func() []string { return quietly(f.campaign).Languages })
	completes(c, "format", formatNames)
	completesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return factIDs(quietly(f.campaign)) })
	return c
}

// correct writes what corrects a fact that has been shared, and names the
// files that should not be shared any more.
func (a *app) correct(ctx context.Context, f *correctFlags, id string) error {
	c, err := a.load(f.campaign)
	if err != nil {
		return err
	}
	if _, err := a.fact(c, id); err != nil {
		return err
	}
	change, err := a.change(c, f, id)
	if err != nil {
		return err
	}
	if err := a.judgeChange(c, f, &change); err != nil {
		return err
	}
	langs, err := a.languages(c, f.langs)
	if err != nil {
		return err
	}
	opt := share.Options{Languages: langs, Progress: a.progress("checking")}
	for _, name := range once(f.formats) {
		format, err := a.format(name)
		if err != nil {
			return err
		}
		opt.Formats = append(opt.Formats, format)
	}
	fixed, err := share.Correct(ctx, c, change, &opt)
	var lacks *share.FactError
	if errors.As(err, &lacks) {
		return refuse(usage, "lacking", with{"cause": err})
	}
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = id + "-correction"
	}
	err = writeFolder(ctx, f.out, f.force, func(dir string) error { return fixed.Write(ctx, dir) })
	if err != nil {
		return err
	}
	return a.corrected(f, fixed)
}

// change is what the flags say.
func (a *app) change(c *campaign.Campaign, f *correctFlags, id string) (share.Change, error) {
	change := share.Change{Fact: id}
	var err error
	if change.Was, err = a.texts(c, "--was", f.was); err != nil {
		return change, err
	}
	if change.Now, err = a.texts(c, "--now", f.now); err != nil {
		return change, err
	}
	if f.url != "" {
		if err := leads("--source-url", f.url); err != nil {
			return change, err
		}
		change.Source = campaign.Source{URL: f.url, Publisher: campaign.Text{"": f.publisher}}
	}
	if f.date == "" {
		f.date = a.today.Format(time.DateOnly)
	}
	day, err := campaign.ParseDate(f.date)
	if err != nil || day.Day == 0 {
		return change, refuse(usage, "value-day", with{"value": f.date}).in("--date")
	}
	change.Date = day
	return change, nil
}

// forLanguage is how the words for one language begin.
var forLanguage = regexp.MustCompile(`^([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)=`)

// texts reads "es=palabras" for one language, or words for all of them.
func (a *app) texts(c *campaign.Campaign, flag string, values []string) (campaign.Text, error) {
	t := campaign.Text{}
	for _, v := range values {
		lang := ""
		if m := forLanguage.FindStringSubmatch(v); m != nil {
			lang, v = m[1], v[len(m[0]):]
			if !slices.Contains(c.Languages, lang) {
				return nil, a.choice("language", lang, c.Languages).in(flag)
			}
		}
		t[lang] = v
	}
	return t, nil
}

// corrected says what came out.
func (a *app) corrected(f *correctFlags, fixed *share.CorrectionSet) error {
	if f.json {
		cards := []string{}
		for i := range fixed.Cards {
			cards = append(cards, fixed.Cards[i].Name())
		}
		return a.json(map[string]any{"fact": fixed.Fact, "folder": f.out, "cards": cards, "do_not_share": fixed.Files})
	}
	a.report("corrected", with{"pictures": len(fixed.Cards), "posts": len(fixed.Posts), "folder": f.out})
	a.report("do-not-share", with{"n": len(fixed.Files), "file": filepath.Join(f.out, "do-not-share.txt")})
	return nil
}
