package desk

import (
	"context"
	"os"
	"time"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/review"
	"github.com/shutdowncecot/toolkit/share/say"
)

// Day returns the day of the flag --today, or today without it.
func (a *Desk) Day(flag string) (time.Time, error) {
	if flag == "" {
		return a.Today, nil
	}
	day, err := time.Parse(time.DateOnly, flag)
	if err != nil {
		return day, cli.Refuse(cli.Usage, "value-day", cli.With{"value": flag}).In("--today")
	}
	return day, nil
}

// On is the day of a flag.
func On(flag, value string) (campaign.Date, error) {
	day, err := campaign.ParseDate(value)
	if err != nil || day.Day == 0 {
		return day, cli.Refuse(cli.Usage, "value-day", cli.With{"value": value}).In(flag)
	}
	return day, nil
}

// Read reads a folder, or the built-in campaign. A folder may be a
// stranger's: its links lead nowhere out of it.
func Read(ctx context.Context, dir string) (*campaign.Campaign, error) {
	if dir == "" {
		return campaign.Default(), nil
	}
	root, err := os.OpenRoot(dir) // open as long as the campaign is there
	if err != nil {
		return nil, err
	}
	return campaign.Load(ctx, root.FS())
}

// Quietly is a campaign to complete from, and of the built-in one its outline;
// an empty one if it cannot be read.
func Quietly(dir string) *campaign.Campaign {
	if dir == "" {
		return campaign.DefaultOutline()
	}
	if c, err := Read(context.Background(), dir); err == nil {
		return c
	}
	return &campaign.Campaign{}
}

// IsFolder says if there is none.
func IsFolder(dir string) error {
	if info, err := os.Stat(dir); dir != "" && (err != nil || !info.IsDir()) {
		return cli.Refuse(cli.Usage, "folder-missing", cli.With{"folder": dir}).In("--campaign")
	}
	return nil
}

// Load reads a campaign and prints what is wrong with it.
func (a *Desk) Load(ctx context.Context, dir string) (*campaign.Campaign, error) {
	if err := IsFolder(dir); err != nil {
		return nil, err
	}
	c, err := Read(ctx, dir)
	return c, a.Mistakes(err)
}

// Outline reads what there is to choose from in a campaign, and prints what is
// wrong with it.
func (a *Desk) Outline(ctx context.Context, dir string) (*campaign.Campaign, error) {
	if dir == "" {
		return campaign.DefaultOutline(), nil
	}
	return a.Load(ctx, dir)
}

// Mistakes prints what is wrong with files, a line each.
func (a *Desk) Mistakes(err error) error {
	all := campaign.Mistakes(err)
	if all == nil {
		return err
	}
	for _, m := range all {
		a.Aside("", "", a.Explain(m))
	}
	a.onlyFirst(len(all))
	a.Note("problems", cli.With{"n": len(all)})
	return cli.ErrSaid
}

// shownWarnings is how many warnings are printed before the rest is counted.
const shownWarnings = 5

// Findings prints what was found and fails if any of it forbids a kit.
func (a *Desk) Findings(all []review.Finding) error {
	errs, warnings := 0, 0
	for _, f := range all {
		switch {
		case f.Severity == campaign.Error:
			errs++
			a.Problem(a.finding(f.Err))
		case f.Severity == campaign.Warning:
			if warnings++; warnings <= shownWarnings {
				a.Warn(a.finding(f.Err))
			}
		}
	}
	if warnings > shownWarnings {
		a.Note("more-warnings", cli.With{"n": warnings - shownWarnings})
	}
	if errs > 0 {
		a.Note("problems", cli.With{"n": errs})
		return cli.ErrSaid
	}
	return nil
}

// finding is one line: file, line, what was found, what to do. What it finds
// names its field itself.
func (a *Desk) finding(err error) string {
	line := a.Tongue.Words().Explain(err).Line()
	if at, _ := say.Position(err); at.File != "" {
		return at.String() + ": " + line
	}
	return line
}

// Opened is a campaign, and what a verb's flags choose in it.
type Opened struct {
	Campaign *campaign.Campaign
	Lang     string
	Day      time.Time
}

// Open reads the campaign of a scope, and prints what is wrong with it.
func (a *Desk) Open(ctx context.Context, in Scope) (o Opened, err error) {
	if o.Campaign, err = a.Load(ctx, in.Campaign); err != nil {
		return o, err
	}
	if o.Lang, err = a.Language(o.Campaign, in.Lang); err != nil {
		return o, err
	}
	o.Day, err = a.Day(in.Today)
	return o, err
}

// Statement finds a fact, and prints what keeps it from being published.
func (a *Desk) Statement(ctx context.Context, in Scope, fact string) (o Opened, err error) {
	if o, err = a.Open(ctx, in); err != nil {
		return o, err
	}
	f, err := a.Fact(o.Campaign, fact)
	if err != nil {
		return o, err
	}
	if err := a.Findings(review.Checked(o.Campaign.CheckFact(o.Day, fact))); err != nil {
		return o, err
	}
	if !f.Stands(o.Day) {
		return o, cli.Refuse(cli.Problems, "fact-down", cli.With{"fact": fact})
	}
	return o, nil
}

// Material is what a kit or a site is made of.
type Material struct {
	Campaign *campaign.Campaign
	Langs    []string // of them; none: all
	Day      time.Time
}

// Material reads the campaign of a kit or a site.
func (a *Desk) Material(ctx context.Context, day OfDay, of OfCampaign, langs []string) (m Material, err error) {
	if m.Day, err = a.Day(day.Today); err != nil {
		return m, err
	}
	if m.Campaign, err = a.Load(ctx, of.Campaign); err != nil {
		return m, err
	}
	m.Langs, err = a.Languages(m.Campaign, langs)
	return m, err
}

// Passes prints what a check on the day of a kit found.
func (a *Desk) Passes(m Material) error { return a.Findings(review.Checked(m.Campaign.Check(m.Day))) }
