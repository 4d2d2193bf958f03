package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/say"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// checkFlags are the choices of the verb check.
type checkFlags struct {
	scope
	build, pictures, json bool
}

func checkCommand(a *app) *cobra.Command {
	var f checkFlags
	c := a.verb(groupCheck, "check", a.args(0, 0), func(c *cobra.Command, _ []string) error {
		return a.check(c.Context(), &f)
	})
	f.dayFlag(c)
	c.Flags().StringVar(&f.today, "as-of", "", "")
	c.Flags().BoolVar(&f.build, "build", false, "")
	c.Flags().BoolVar(&f.pictures, "pictures", false, "")
	c.Flags().BoolVar(&f.json, "json", false, "")
	c.Flags().MarkHidden("as-of")
	campaignFlag(c, &f.campaign)
	return c
}

// A found is a finding for programs.
type found struct {
	Severity string `json:"severity"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Fact     string `json:"fact,omitempty"`
	Field    string `json:"field,omitempty"`
	Rule     string `json:"rule,omitempty"` // what was asked, by its name in package campaign
	Message  string `json:"message"`
	Fix      string `json:"fix,omitempty"`
}

// check prints what is wrong with a campaign, or may be.
func (a *app) check(ctx context.Context, f *checkFlags) error {
	all, err := a.find(ctx, f)
	if err != nil {
		return err
	}
	if f.json {
		err = a.json(all)
	} else {
		a.printFindings(all)
	}
	for _, one := range all {
		if one.Severity == campaign.Error.String() && err == nil {
			err = errSaid
		}
	}
	return err
}

// find asks Load, then Check, then if wished Build and what it paints.
func (a *app) find(ctx context.Context, f *checkFlags) ([]found, error) {
	all := []found{} // JSON: never null
	today, err := a.day(f.today)
	if err != nil {
		return nil, err
	}
	if err := isFolder(f.campaign); err != nil {
		return nil, err
	}
	c, err := readCampaign(f.campaign)
	if mistakes := campaign.Mistakes(err); mistakes != nil {
		for _, m := range mistakes {
			one := a.found(campaign.Error, m)
			one.Field = cmp.Or(m.Path(), m.Field())
			all = append(all, one)
		}
		return all, nil
	}
	if err != nil {
		return nil, err
	}
	for _, g := range c.Check(today) {
		one := a.found(g.Severity, g)
		one.Fact, one.Column = g.Fact, 0
		all = append(all, one)
	}
	if !f.build && !f.pictures { // a kit reads itself
		all = append(all, a.told(truth.New(c).Campaign())...)
	}
	for _, lang := range c.Languages {
		if err := share.CheckWords(c, lang); err != nil {
			all = append(all, a.found(campaign.Warning, err)) // words that the language lacks
		}
	}
	if f.build || f.pictures {
		more, err := a.built(ctx, c, &share.Options{AsOf: today, Progress: a.progress("checking")}, f.pictures)
		return append(all, more...), err
	}
	return all, nil
}

// told are findings of package truth.
func (a *app) told(findings []truth.Finding) (all []found) {
	for _, g := range findings {
		one := a.found(g.Severity, g)
		one.Fact = g.Fact
		all = append(all, one)
	}
	return all
}

// found is an error in the user's language and as data.
func (a *app) found(s campaign.Severity, err error) found {
	w := a.tongue.words().Explain(err)
	at, _ := say.Position(err)
	one := found{Severity: s.String(), File: at.File, Line: at.Line, Column: at.Column, Message: w.Message, Fix: w.Fix}
	var f fault.Fault
	if errors.As(err, &f) {
		one.Rule, one.Field = f.Rule(), f.Field()
	}
	if _, names := err.(campaign.Finding); !names && one.Field != "" {
		one.Message = one.Field + ": " + one.Message
	}
	return one
}

// built says what keeps a kit from being built, or else, if wished, what is
// wrong with its painted pictures.
func (a *app) built(ctx context.Context, c *campaign.Campaign, o *share.Options, pictures bool) (all []found, err error) {
	kit, err := share.Build(ctx, c, o)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		all, err = a.unbuilt(ctx, c, o, err)
		return append(a.told(truth.New(c).Campaign()), all...), err
	}
	said, err := kit.Judge(ctx)
	if err != nil {
		return nil, err
	}
	all = a.told(said)
	omitted, err := a.omitted(kit.Pictures())
	if err != nil {
		return nil, err
	}
	all = append(all, omitted...)
	for _, pic := range kit.Pictures() {
		if lost := pic.Undrawn(); lost != nil {
			one := a.found(campaign.Note, lost)
			one.Fact = pic.Fact
			all = append(all, one)
		}
	}
	if !pictures {
		return all, nil
	}
	seen, err := kit.Inspect(ctx, a.progress("measuring"))
	if err != nil {
		return nil, err
	}
	for _, p := range seen {
		w := a.tongue.words().Explain(p)
		message := fmt.Sprintf("%s: %s", a.named("measured", string(p.Kind)), w.Message)
		if p.Page > 0 {
			message = a.text("on-page", with{"page": p.Page, "message": message})
		}
		all = append(all, found{Severity: campaign.Error.String(), File: p.Name, Field: p.Field(), Rule: p.Rule(), Message: message, Fix: w.Fix})
	}
	return all, nil
}

// omitted says of each fact what its pictures leave out, and in which formats.
func (a *app) omitted(pics []share.FactCard) (all []found, err error) {
	var facts []string
	parts := map[string][]string{}
	formats := map[[2]string][]string{} // by fact and key
	for i := range pics {
		pic := &pics[i]
		keys, err := pic.Omitted()
		if err != nil {
			return nil, err
		}
		for _, key := range keys {
			at := [2]string{pic.Fact, key}
			if formats[at] == nil {
				parts[pic.Fact] = append(parts[pic.Fact], key)
			}
			if !slices.Contains(formats[at], pic.Format.Name) {
				formats[at] = append(formats[at], pic.Format.Name)
			}
		}
		if keys != nil && !slices.Contains(facts, pic.Fact) {
			facts = append(facts, pic.Fact)
		}
	}
	for _, fact := range facts {
		var said []string
		for _, key := range parts[fact] {
			said = append(said, fmt.Sprintf("%s (%s)", key, strings.Join(formats[[2]string{fact, key}], ", ")))
		}
		message := a.text("omits-fact", with{"parts": strings.Join(said, ", ")})
		all = append(all, found{Severity: campaign.Note.String(), Fact: fact, Rule: "card-omits", Message: message})
	}
	return all, nil
}

// unbuilt says what kept a kit from being built: if it is a card, each fact's
// first, so that all can be mended at once.
func (a *app) unbuilt(ctx context.Context, c *campaign.Campaign, o *share.Options, err error) (all []found, _ error) {
	var card *share.CardError
	if !errors.As(err, &card) {
		return []found{a.found(campaign.Error, err)}, nil
	}
	alone := *o
	alone.Progress = nil
	for _, f := range c.Facts {
		if _, err := share.Pictures(ctx, c, f.ID, &alone); errors.As(err, &card) {
			all = append(all, a.found(campaign.Error, err))
		}
	}
	return all, ctx.Err()
}

func (a *app) printFindings(all []found) {
	w := a.Out
	how := map[string]terminal.Style{"error": terminal.Red, "warning": terminal.Yellow, "note": terminal.Dim}
	count := map[string]int{}
	for _, f := range all {
		count[f.Severity]++
		at := terminal.Harmless(f.File)
		if f.Line > 0 {
			at += fmt.Sprintf(":%d", f.Line)
		}
		if at == "" {
			at = f.Fact
		}
		severity := a.Paint(w, how[f.Severity], a.named("severity", f.Severity))
		if at == "" {
			fmt.Fprintln(w, severity)
		} else {
			fmt.Fprintln(w, severity, a.Paint(w, terminal.Bold, at))
		}
		fmt.Fprintln(w, " ", a.Fold(terminal.Harmless(f.Message), 2))
		if f.Fix != "" {
			fmt.Fprintln(w, " ", a.Paint(w, terminal.Dim, "→ "+a.Fold(terminal.Harmless(f.Fix), 4)))
		}
	}
	if len(all) == 0 {
		fmt.Fprintln(w, a.Paint(w, terminal.Green, a.text("nothing-found", nil)))
		return
	}
	a.report("found", with{"errors": count["error"], "warnings": count["warning"], "notes": count["note"]})
}
