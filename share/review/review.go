// Package review says all that is wrong with a campaign, or may be: what its
// files break, what people have to judge, the words that a language lacks and,
// if wished, what its kit and its pictures look like. It asks the packages that
// know, and puts what they answer into one list.
//
//	c, err := campaign.Load(context.Background(), os.DirFS("campaign"))
//	all, err := review.Of(ctx, c, err, review.Options{AsOf: today})
package review

import (
	"context"
	"errors"
	"time"

	"github.com/shutdowncecot/toolkit/graphic/inspect"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// A Finding is something that is wrong, or that a person has to judge. It is
// plain data, safe for concurrent use as long as nobody changes it.
type Finding struct {
	Severity campaign.Severity
	Err      error  // what it is: package say has the sentence, and where it stands
	Fact     string // the id of the fact that it is about, or ""

	// Of a picture or sheet that was measured: its file in the kit, the page of
	// one with several, from 1, and what was measured.
	File     string
	Page     int
	Measured inspect.Kind
}

// Options say how much is asked. The zero value is today, without a kit.
// They are safe for concurrent use as long as nobody changes them.
type Options struct {
	AsOf     time.Time // zero: the campaign's as_of
	Build    bool      // what keeps the kit from being built, and what it says
	Pictures bool      // Build, and what every painted picture looks like

	// Progress, or nil, hears of the kit's cards, and Measuring of its pictures.
	Progress, Measuring func(done, total int)
}

// Of reviews a campaign. Loaded is the error that came with it: mistakes in its
// files are all that is found then, since the rest cannot be asked; any other
// error is returned, as is that of ctx.
func Of(ctx context.Context, c *campaign.Campaign, loaded error, o Options) ([]Finding, error) {
	if mistakes := campaign.Mistakes(loaded); mistakes != nil {
		var all []Finding
		for _, m := range mistakes {
			all = append(all, Finding{Severity: campaign.Error, Err: m})
		}
		return all, nil
	}
	if loaded != nil {
		return nil, loaded
	}
	all := Checked(c.Check(o.AsOf))
	whole := o.Build || o.Pictures
	if !whole { // a kit reads itself
		all = append(all, Judged(truth.New(c).Campaign())...)
	}
	for _, lang := range c.Languages {
		if err := share.CheckWords(c, lang); err != nil {
			all = append(all, Finding{Severity: campaign.Warning, Err: err})
		}
	}
	if !whole {
		return all, nil
	}
	more, err := built(ctx, c, o)
	return append(all, more...), err
}

// Checked are findings of [campaign.Campaign.Check].
func Checked(findings []campaign.Finding) (all []Finding) {
	for _, f := range findings {
		all = append(all, Finding{Severity: f.Severity, Err: f, Fact: f.Fact})
	}
	return all
}

// Judged are findings of package truth, such as those of [share.Kit.Judge].
func Judged(findings []truth.Finding) (all []Finding) {
	for _, f := range findings {
		all = append(all, Finding{Severity: f.Severity, Err: f, Fact: f.Fact})
	}
	return all
}

// First is the first error among findings, or nil: what must not leave.
func First(all []Finding) error {
	for _, f := range all {
		if f.Severity == campaign.Error {
			return f.Err
		}
	}
	return nil
}

// built says what keeps a kit from being built, or else what it says and, if
// wished, what is wrong with its painted pictures.
func built(ctx context.Context, c *campaign.Campaign, o Options) ([]Finding, error) {
	kit, err := share.Build(ctx, c, &share.Options{AsOf: o.AsOf, Progress: o.Progress})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		all := append(Judged(truth.New(c).Campaign()), unbuilt(ctx, c, o, err)...)
		return all, ctx.Err()
	}
	said, err := kit.Judge(ctx)
	if err != nil {
		return nil, err
	}
	all := Judged(said)
	omitted, err := kit.Omitted()
	if err != nil {
		return nil, err
	}
	for _, e := range omitted {
		all = append(all, Finding{Severity: campaign.Note, Err: e, Fact: e.Fact})
	}
	for _, pic := range kit.Pictures() {
		if lost := pic.Undrawn(); lost != nil {
			all = append(all, Finding{Severity: campaign.Note, Err: lost, Fact: pic.Fact})
		}
	}
	if !o.Pictures {
		return all, nil
	}
	seen, err := Pictures(ctx, kit, o.Measuring)
	for _, p := range seen {
		all = append(all, Finding{Severity: campaign.Error, Err: p, File: p.Name, Page: p.Page, Measured: p.Kind})
	}
	return all, err
}

// unbuilt says what kept a kit from being built: if it is a card, each fact's
// first, so that all can be mended at once.
func unbuilt(ctx context.Context, c *campaign.Campaign, o Options, err error) (all []Finding) {
	var card *share.CardError
	if !errors.As(err, &card) {
		return []Finding{{Severity: campaign.Error, Err: err}}
	}
	for _, f := range c.Facts {
		if _, err := share.Pictures(ctx, c, f.ID, &share.Options{AsOf: o.AsOf}); errors.As(err, &card) {
			all = append(all, Finding{Severity: campaign.Error, Err: err})
		}
	}
	return all
}
