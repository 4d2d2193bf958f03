package main

import (
	"fmt"
	"os"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// day is that of the flag --today, else today.
func (a *app) day(flag string) (time.Time, error) {
	if flag == "" {
		return a.env.today, nil
	}
	day, err := time.Parse(time.DateOnly, flag)
	if err != nil {
		return day, &usageError{&placeError{"--today", &valueError{flag, "day"}}, ""}
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

// folder says if there is none.
func (a *app) folder(dir string) error {
	if info, err := os.Stat(dir); dir != "" && (err != nil || !info.IsDir()) {
		return &usageError{fmt.Errorf(a.say.NoFolder, dir), a.say.HintNew}
	}
	return nil
}

// load reads a campaign and prints what is wrong with it.
func (a *app) load(dir string) (*campaign.Campaign, error) {
	if err := a.folder(dir); err != nil {
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
		a.tell("", "", a.mistake(m))
	}
	fmt.Fprintf(a.env.stderr, a.say.Problems+"\n", len(all))
	return errSaid
}

// shownWarnings is how many warnings are printed before the rest is counted.
const shownWarnings = 5

// findings prints what Check found and fails if any of it forbids a kit.
func (a *app) findings(all []campaign.Finding) error {
	problems, warnings := 0, 0
	for _, f := range all {
		switch {
		case f.Severity == campaign.Error:
			problems++
			a.tell(red, a.say.Problem, a.finding(&f))
		case f.Severity == campaign.Warning:
			if warnings++; warnings <= shownWarnings {
				a.tell(yellow, a.say.Warning, a.finding(&f))
			}
		}
	}
	if warnings > shownWarnings {
		fmt.Fprintf(a.env.stderr, a.say.MoreWarnings+"\n", warnings-shownWarnings)
	}
	if problems > 0 {
		fmt.Fprintf(a.env.stderr, a.say.Problems+"\n", problems)
		return errSaid
	}
	return nil
}

// A statement is a fact that may be published on a day, in one language.
type statement struct {
	campaign *campaign.Campaign
	lang     string
	day      time.Time
}

// statement finds a fact, and prints what keeps it from being published.
func (a *app) statement(dir, fact, lang, day string) (s statement, err error) {
	if s.campaign, err = a.load(dir); err != nil {
		return s, err
	}
	f, err := a.fact(s.campaign, fact)
	if err != nil {
		return s, err
	}
	if s.lang, err = a.language(s.campaign, lang); err != nil {
		return s, err
	}
	if s.day, err = a.day(day); err != nil {
		return s, err
	}
	if err := a.findings(ofFact(s.campaign.Check(s.day), fact)); err != nil {
		return s, err
	}
	if !f.Stands(s.day) {
		return s, &problemError{fmt.Errorf(a.say.NotStanding, fact), ""}
	}
	return s, nil
}

// ofFact are the findings about one fact.
func ofFact(all []campaign.Finding, id string) (out []campaign.Finding) {
	for _, f := range all {
		if f.Fact == id {
			out = append(out, f)
		}
	}
	return out
}
