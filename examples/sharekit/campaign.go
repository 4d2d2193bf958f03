package main

import (
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// A scope is what of a campaign a verb is about: its folder, or the built-in
// one, a language and a day.
type scope struct{ campaign, lang, today string }

// dayFlag adds the flag of the day.
func (s *scope) dayFlag(c *cobra.Command) { c.Flags().StringVar(&s.today, "today", "", "") }

// flags adds the flags that choose the campaign and the language.
func (s *scope) flags(c *cobra.Command) {
	campaignFlag(c, &s.campaign)
	c.Flags().StringVar(&s.lang, "lang", "", "")
	completes(c, "lang", func() []string { return quietly(s.campaign).Languages })
}

// campaignFlag adds the flag that chooses the campaign.
func campaignFlag(c *cobra.Command, dir *string) {
	c.Flags().StringVar(dir, "campaign", "", "")
	c.MarkFlagDirname("campaign")
}

// day is that of the flag --today, else today.
func (a *app) day(flag string) (time.Time, error) {
	if flag == "" {
		return a.today, nil
	}
	day, err := time.Parse(time.DateOnly, flag)
	if err != nil {
		return day, refuse(usage, "value-day", with{"value": flag}).in("--today")
	}
	return day, nil
}

// readCampaign reads a folder, or the built-in campaign. A folder may be a
// stranger's: its links lead nowhere out of it.
func readCampaign(dir string) (*campaign.Campaign, error) {
	if dir == "" {
		return campaign.Default(), nil
	}
	root, err := os.OpenRoot(dir) // open as long as the campaign is there
	if err != nil {
		return nil, err
	}
	return campaign.Load(root.FS())
}

// quietly is a campaign to complete from; an empty one if it cannot be read.
func quietly(dir string) *campaign.Campaign {
	if c, err := readCampaign(dir); err == nil {
		return c
	}
	return &campaign.Campaign{}
}

// isFolder says if there is none.
func isFolder(dir string) error {
	if info, err := os.Stat(dir); dir != "" && (err != nil || !info.IsDir()) {
		return refuse(usage, "folder-missing", with{"folder": dir}).in("--campaign")
	}
	return nil
}

// load reads a campaign and prints what is wrong with it.
func (a *app) load(dir string) (*campaign.Campaign, error) {
	if err := isFolder(dir); err != nil {
		return nil, err
	}
	c, err := readCampaign(dir)
	return c, a.mistakes(err)
}

// mistakes prints what is wrong with files, a line each.
func (a *app) mistakes(err error) error {
	all := campaign.Mistakes(err)
	if all == nil {
		return err
	}
	for _, m := range all {
		a.tell("", "", a.explain(m))
	}
	a.note("problems", with{"n": len(all)})
	return errSaid
}

// shownWarnings is how many warnings are printed before the rest is counted.
const shownWarnings = 5

// A judgement is a finding of Check or of the kit's own reading.
type judgement struct {
	severity campaign.Severity
	fault    fault.Placed
}

// checked are findings of Check.
func checked(all []campaign.Finding) (out []judgement) {
	for _, f := range all {
		out = append(out, judgement{f.Severity, f})
	}
	return out
}

// judged are those of package truth.
func judged(all []truth.Finding) (out []judgement) {
	for _, f := range all {
		out = append(out, judgement{f.Severity, f})
	}
	return out
}

// findings prints what was found and fails if any of it forbids a kit.
func (a *app) findings(all []judgement) error {
	errs, warnings := 0, 0
	for _, f := range all {
		switch {
		case f.severity == campaign.Error:
			errs++
			a.problem(a.finding(f.fault))
		case f.severity == campaign.Warning:
			if warnings++; warnings <= shownWarnings {
				a.warn(a.finding(f.fault))
			}
		}
	}
	if warnings > shownWarnings {
		a.note("more-warnings", with{"n": warnings - shownWarnings})
	}
	if errs > 0 {
		a.note("problems", with{"n": errs})
		return errSaid
	}
	return nil
}

// finding is one line: file, line, what was found, what to do. What it finds
// names its field itself.
func (a *app) finding(f fault.Placed) string {
	line := a.tongue.words().Explain(f).Line()
	if at := f.Position(); at.File != "" {
		return at.String() + ": " + line
	}
	return line
}

// A statement is a fact that may be published on a day, in one language.
type statement struct {
	campaign *campaign.Campaign
	lang     string
	day      time.Time
}

// statement finds a fact, and prints what keeps it from being published.
func (a *app) statement(in scope, fact string) (s statement, err error) {
	if s.campaign, err = a.load(in.campaign); err != nil {
		return s, err
	}
	f, err := a.fact(s.campaign, fact)
	if err != nil {
		return s, err
	}
	if s.lang, err = a.language(s.campaign, in.lang); err != nil {
		return s, err
	}
	if s.day, err = a.day(in.today); err != nil {
		return s, err
	}
	var about []campaign.Finding
	for _, found := range s.campaign.Check(s.day) {
		if found.Fact == fact {
			about = append(about, found)
		}
	}
	if err := a.findings(checked(about)); err != nil {
		return s, err
	}
	if !f.Stands(s.day) {
		return s, refuse(problems, "fact-down", with{"fact": fact})
	}
	return s, nil
}
