package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/letter"
	"github.com/shutdowncecot/toolkit/share/people"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// letterFlags are the choices of the verb letter.
type letterFlags struct {
	Set        []string `flag:"set"`
	To         string   `flag:"to"`
	LastName   string   `flag:"last-name"`
	Office     string   `flag:"office"`
	Mail       string   `flag:"mail"`
	Who        string   `flag:"for"` // of the campaign's people
	Recipients string   `flag:"recipients"`
	Out        string   `flag:"out,o"`
	Kind       string   `flag:"type"`
	Force      bool     `flag:"force"`
	desk.Scope
	desk.Overruling
}

func letterCommand(a *app) *cobra.Command {
	var f letterFlags
	c := a.Verb(cli.GroupMake, "letter", a.Args(0, 1), func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			list := listFlags{Subject: f.Subject}
			return list.run(c.Context(), a, "letters")
		}
		return f.run(c.Context(), a, args[0])
	})
	desk.Flags(c, &f)
	cli.Completes(c, "type", func() []string { return letterKinds })
	cli.CompletesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return desk.LetterIDs(desk.Quietly(f.Campaign)) })
	return c
}

var letterKinds = []string{letter.FormText, letter.FormMail}

// run finishes a letter for one recipient, or for each of a table.
func (f *letterFlags) run(ctx context.Context, a *app, id string) error {
	o, err := a.Open(ctx, f.Scope)
	if err != nil {
		return err
	}
	c := o.Campaign
	d, err := f.draft(a, o, id)
	if err != nil {
		return err
	}
	if err := f.letterKind(a); err != nil {
		return err
	}
	a.gate(c, &d)
	to, err := f.recipients(a, c, &d)
	if err != nil {
		return err
	}
	if len(to) > 1 || f.Recipients != "" {
		if err := f.judgeLetter(a, c, &d); err != nil {
			return err
		}
		return f.letters(ctx, a, c, d, to)
	}
	if len(to) == 1 {
		d.To = to[0]
	}
	return f.oneLetter(ctx, a, c, d)
}

// oneLetter asks for what is missing and writes the letter.
func (f *letterFlags) oneLetter(ctx context.Context, a *app, c *campaign.Campaign, d letter.Draft) error {
	if f.Out == "" {
		f.Out = "-"
	}
	if err := cli.Clear(cli.Target{Name: f.Out, Force: f.Force}); err != nil {
		return err
	}
	if err := a.fill(ctx, c, &d); err != nil {
		return err
	}
	m, err := letter.Merge(c, d)
	if err != nil {
		return err
	}
	if err := f.judgeLetter(a, c, &d); err != nil {
		return err
	}
	a.open(m)
	a.through(m)
	return a.Save(ctx, cli.Target{Name: f.Out, Force: f.Force}, written(m.As(f.Kind)))
}

// draft is the letter with what the flags say.
func (f *letterFlags) draft(a *app, o desk.Opened, id string) (d letter.Draft, err error) {
	to := campaign.Recipient{Name: f.To, LastName: f.LastName, Office: f.Office, Mail: f.Mail}
	d = letter.Draft{Letter: id, To: to, Own: map[string]string{}, Lang: o.Lang, AsOf: o.Day}
	l, ok := o.Campaign.Letter(id, d.Lang)
	if !ok {
		return d, a.Choice("letter", id, desk.LetterIDs(o.Campaign))
	}
	slots := slotIDs(l.Slots)
	for _, set := range f.Set {
		slot, words, ok := strings.Cut(set, "=")
		if !ok {
			return d, cli.Refuse(cli.Usage, "set-form", cli.With{"value": set}).In("--set")
		}
		if !slices.Contains(slots, slot) {
			return d, a.Choice("slot", slot, slots)
		}
		d.Own[slot] = words
	}
	return d, nil
}

// fill asks on a terminal for the slots that must be filled and were not, and
// elsewhere names them all. What nobody can answer is refused before anything
// is asked, and what does not do as an answer is asked again.
func (a *app) fill(ctx context.Context, c *campaign.Campaign, d *letter.Draft) error {
	missing := d.Unfilled(c)
	switch {
	case missing == nil:
		return nil
	case !a.Interactive():
		return slotsOpen(d, missing)
	}
	if err := d.Try(c, missing); err != nil {
		return err
	}
	in := bufio.NewReader(a.In)
	for len(missing) > 0 {
		s := missing[0]
		words, err := a.Ask(ctx, in, s.Label+":")
		if errors.Is(err, io.EOF) {
			return slotsOpen(d, missing)
		}
		if err != nil {
			return err
		}
		if d.Own[s.ID] = words; words == "" {
			continue
		}
		if err := d.Try(c, missing[1:]); err != nil {
			a.Problem(a.Explain(err))
			continue
		}
		missing = missing[1:]
	}
	return nil
}

func slotIDs(slots []campaign.Slot) []string {
	return cli.Names(slots, func(s campaign.Slot) string { return s.ID })
}

func slotsOpen(d *letter.Draft, missing []campaign.Slot) error {
	return cli.Refuse(cli.Usage, "slots-open", cli.With{"letter": d.Letter, "slots": slotIDs(missing), "slot": missing[0].ID})
}

// letterKind settles in which form the letter is written.
func (f *letterFlags) letterKind(a *app) error {
	if f.Kind == "" {
		if f.Kind = "txt"; f.Recipients == "" && cli.Extension(f.Out) == "eml" {
			f.Kind = "eml"
		}
	}
	if !slices.Contains(letterKinds, f.Kind) {
		return a.Choice("type", f.Kind, letterKinds)
	}
	return nil
}

// recipients are those of a table, or those whom --for means; none for one whom
// the flags name.
func (f *letterFlags) recipients(a *app, c *campaign.Campaign, d *letter.Draft) ([]campaign.Recipient, error) {
	named := f.To+f.LastName+f.Office+f.Mail != ""
	switch {
	case f.Recipients != "" && (named || f.Who != ""), f.Who != "" && named:
		return nil, cli.Refuse(cli.Usage, "letter-both", nil)
	case f.Who != "":
		return f.inOffice(a, c, d)
	case f.Recipients == "":
		return nil, nil
	}
	data, err := a.ReadText(f.Recipients)
	if err != nil {
		return nil, err
	}
	to, err := c.ReadRecipients(f.Recipients, bytes.NewReader(data))
	return to, a.Mistakes(err)
}

// inOffice are those of the campaign's people whom --for means and to whose
// office the letter goes.
func (f *letterFlags) inOffice(a *app, c *campaign.Campaign, d *letter.Draft) (to []campaign.Recipient, err error) {
	l, _ := c.Letter(d.Letter, d.Lang)
	if to, err = people.Recipients(c, f.Who, l.Office, d.AsOf); err != nil {
		return nil, err
	}
	if to == nil {
		return nil, cli.Refuse(cli.Problems, "for-nobody", cli.With{"who": f.Who, "letter": l.ID, "office": l.Office})
	}
	a.asOf(c)
	return to, nil
}

// gate says before anything is filled in for whom it is not safe.
func (a *app) gate(c *campaign.Campaign, d *letter.Draft) {
	l, _ := c.Letter(d.Letter, d.Lang)
	if p, ok := c.Page(l.ReadFirst, d.Lang); ok && p.Gate != "" {
		a.Aside(terminal.Yellow, a.Text("gate", nil), p.Gate)
	}
}

// through says where a letter goes to an office that takes no mail.
func (a *app) through(m *letter.Message) {
	if m.To.Mail == "" && m.To.URL != "" {
		a.Note("letter-through", cli.With{"name": m.To.Name, "url": m.To.URL})
	}
}

// letters finishes the letter for every recipient first, and then writes a
// folder of them.
func (f *letterFlags) letters(ctx context.Context, a *app, c *campaign.Campaign, d letter.Draft, to []campaign.Recipient) error {
	if f.Out == "" || f.Out == "-" {
		return cli.Refuse(cli.Usage, "letters-folder", cli.With{"n": len(to)})
	}
	var done []*letter.Message
	for _, r := range to {
		d.To = r
		m, err := letter.Merge(c, d)
		if err != nil {
			return cli.Refuse(cli.Problems, "at", cli.With{"place": cmp.Or(f.Recipients, f.Who) + ": " + r.Name, "cause": err})
		}
		a.open(m)
		done = append(done, m)
	}
	err := cli.WriteFolder(ctx, f.Out, f.Force, func(dir string) error {
		for i, m := range done {
			name := fmt.Sprintf("%03d-%s.%s", i+1, cli.Slug(m.To.Name), f.Kind)
			if err := files.Write(ctx, filepath.Join(dir, name), written(m.As(f.Kind))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	a.Report("letters-done", cli.With{"n": len(done), "folder": f.Out})
	return nil
}

// written is how bytes are written.
func written(data []byte) func(io.Writer) error {
	return func(w io.Writer) error { _, err := w.Write(data); return err }
}

// open says which slots are left for the sender to strike out.
func (a *app) open(m *letter.Message) {
	if len(m.Open) > 0 {
		a.Aside(terminal.Yellow, a.Text("left-open", nil), strings.Join(m.Open, ", "))
	}
}

// judgeLetter reads what the sender fills in.
func (f *letterFlags) judgeLetter(a *app, c *campaign.Campaign, d *letter.Draft) error {
	k := truth.BuiltIn()
	if f.Campaign != "" {
		k = truth.New(c)
	}
	return a.Pass(k, f.Anyway, share.LetterTexts(k, c, d)...)
}
