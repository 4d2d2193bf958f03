package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/letter"
	"github.com/shutdowncecot/toolkit/share/people"
)

// letterFlags are the choices of the verb letter.
type letterFlags struct {
	scope
	set        []string
	to         campaign.Recipient
	recipients string
	who        string // of the campaign's people
	out, kind  string
	anyway     string
	force      bool
}

func letterCommand(a *app) *cobra.Command {
	var f letterFlags
	c := a.verb(groupMake, "letter", a.args(0, 1), func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.list(&listFlags{scope: f.scope}, "letters")
		}
		return a.letter(c.Context(), &f, args[0])
	})
	c.Flags().StringArrayVar(&f.set, "set", nil, "")
	c.Flags().StringVar(&f.to.Name, "to", "", "")
	c.Flags().StringVar(&f.to.LastName, "last-name", "", "")
	c.Flags().StringVar(&f.to.Office, "office", "", "")
	c.Flags().StringVar(&f.to.Mail, "mail", "", "")
	c.Flags().StringVar(&f.who, "for", "", "")
	c.Flags().StringVar(&f.recipients, "recipients", "", "")
	c.Flags().StringVarP(&f.out, "out", "o", "", "")
	c.Flags().StringVar(&f.kind, "type", "", "")
	c.Flags().BoolVar(&f.force, "force", false, "")
	f.dayFlag(c)
	f.flags(c)
	anywayFlag(c, &f.anyway)
	completes(c, "type", func() []string { return letterKinds })
	completesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return letterIDs(quietly(f.campaign)) })
	return c
}

var letterKinds = []string{"txt", "eml"}

func letterIDs(c *campaign.Campaign) (ids []string) {
	for _, l := range c.Letters {
		if l.Lang == c.Languages[0] {
			ids = append(ids, l.ID)
		}
	}
	return ids
}

// letter finishes a letter for one recipient, or for each of a table.
func (a *app) letter(ctx context.Context, f *letterFlags, id string) error {
	c, err := a.load(f.campaign)
	if err != nil {
		return err
	}
	d, err := a.draft(c, f, id)
	if err != nil {
		return err
	}
	if err := a.letterKind(f); err != nil {
		return err
	}
	a.gate(c, &d)
	to, err := a.recipients(c, f, &d)
	if err != nil {
		return err
	}
	if len(to) > 1 || f.recipients != "" {
		if err := a.judgeLetter(c, f, &d); err != nil {
			return err
		}
		return a.letters(ctx, c, f, d, to)
	}
	if len(to) == 1 {
		d.To = to[0]
	}
	if f.out == "" {
		f.out = "-"
	}
	if err := clear(target{name: f.out, force: f.force}); err != nil {
		return err
	}
	if err := a.fill(ctx, c, &d); err != nil {
		return err
	}
	m, err := letter.Merge(c, d)
	if err != nil {
		return err
	}
	if err := a.judgeLetter(c, f, &d); err != nil {
		return err
	}
	a.open(m)
	a.through(m)
	if err := a.writeLetter(ctx, f, f.out, m); err != nil || f.out == "-" {
		return err
	}
	a.note("wrote", with{"file": f.out})
	return nil
}

// draft is the letter with what the flags say.
func (a *app) draft(c *campaign.Campaign, f *letterFlags, id string) (d letter.Draft, err error) {
	d = letter.Draft{Letter: id, To: f.to, Own: map[string]string{}}
	if d.Lang, err = a.language(c, f.lang); err != nil {
		return d, err
	}
	l, ok := c.Letter(id, d.Lang)
	if !ok {
		return d, a.choice("letter", id, letterIDs(c))
	}
	if d.AsOf, err = a.day(f.today); err != nil {
		return d, err
	}
	slots := slotIDs(l.Slots)
	for _, set := range f.set {
		slot, words, ok := strings.Cut(set, "=")
		if !ok {
			return d, refuse(usage, "set-form", with{"value": set}).in("--set")
		}
		if !slices.Contains(slots, slot) {
			return d, a.choice("slot", slot, slots)
		}
		d.Own[slot] = words
	}
	return d, nil
}

// fill asks on a terminal for the slots that must be filled and were not, and
// elsewhere names them all. What nobody can answer is refused before anything
// is asked, and what does not do as an answer is asked again.
func (a *app) fill(ctx context.Context, c *campaign.Campaign, d *letter.Draft) error {
	missing := unfilled(c, d)
	switch {
	case missing == nil:
		return nil
	case !a.Interactive():
		return slotsOpen(d, missing)
	}
	if err := tried(c, d, missing); err != nil {
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
		if err := tried(c, d, missing[1:]); err != nil {
			a.problem(a.explain(err))
			continue
		}
		missing = missing[1:]
	}
	return nil
}

// unfilled are the slots that the sender must fill and has not.
func unfilled(c *campaign.Campaign, d *letter.Draft) (all []campaign.Slot) {
	l, _ := c.Letter(d.Letter, d.Lang)
	for _, s := range l.Slots {
		if s.Required && s.From == "" && d.Own[s.ID] == "" {
			all = append(all, s)
		}
	}
	return all
}

// tried finishes the letter with stand-ins for what has no words yet.
func tried(c *campaign.Campaign, d *letter.Draft, missing []campaign.Slot) error {
	with := *d
	with.Own = maps.Clone(d.Own)
	for _, s := range missing {
		with.Own[s.ID] = strings.Repeat("x ", 20) // words enough for any slot
	}
	_, err := letter.Merge(c, with)
	return err
}

func slotIDs(slots []campaign.Slot) []string {
	return names(slots, func(s campaign.Slot) string { return s.ID })
}

func slotsOpen(d *letter.Draft, missing []campaign.Slot) error {
	return refuse(usage, "slots-open", with{"letter": d.Letter, "slots": slotIDs(missing), "slot": missing[0].ID})
}

// letterKind settles in which form the letter is written.
func (a *app) letterKind(f *letterFlags) error {
	if f.kind == "" {
		if f.kind = "txt"; f.recipients == "" && extension(f.out) == "eml" {
			f.kind = "eml"
		}
	}
	if !slices.Contains(letterKinds, f.kind) {
		return a.choice("type", f.kind, letterKinds)
	}
	return nil
}

// recipients are those of a table, or those whom --for means; none for one whom
// the flags name.
func (a *app) recipients(c *campaign.Campaign, f *letterFlags, d *letter.Draft) ([]campaign.Recipient, error) {
	named := f.to.Name != "" || f.to.LastName != "" || f.to.Office != "" || f.to.Mail != ""
	switch {
	case f.recipients != "" && (named || f.who != ""), f.who != "" && named:
		return nil, refuse(usage, "letter-both", nil)
	case f.who != "":
		return a.inOffice(c, f, d)
	case f.recipients == "":
		return nil, nil
	}
	data, err := a.readText(f.recipients)
	if err != nil {
		return nil, err
	}
	to, err := c.ReadRecipients(f.recipients, bytes.NewReader(data))
	return to, a.mistakes(err)
}

// inOffice are those of the campaign's people whom --for means and to whose
// office the letter goes.
func (a *app) inOffice(c *campaign.Campaign, f *letterFlags, d *letter.Draft) (to []campaign.Recipient, err error) {
	found, err := people.Find(c, f.who, d.AsOf)
	if err != nil {
		return nil, err
	}
	l, _ := c.Letter(d.Letter, d.Lang)
	for i := range found {
		if l.Office == "" || c.Offices.Gets(found[i].Office, l.Office) {
			to = append(to, found[i].Recipient())
		}
	}
	if to == nil {
		return nil, refuse(problems, "for-nobody", with{"who": f.who, "letter": l.ID, "office": l.Office})
	}
	a.asOf(c)
	return to, nil
}

// gate says before anything is filled in for whom it is not safe.
func (a *app) gate(c *campaign.Campaign, d *letter.Draft) {
	l, _ := c.Letter(d.Letter, d.Lang)
	if p, ok := c.Page(l.ReadFirst, d.Lang); ok && p.Gate != "" {
		a.tell(terminal.Yellow, a.text("gate", nil), p.Gate)
	}
}

// through says where a letter goes to an office that takes no mail.
func (a *app) through(m *letter.Message) {
	if m.To.Mail == "" && m.To.URL != "" {
		a.note("letter-through", with{"name": m.To.Name, "url": m.To.URL})
	}
}

// letters finishes the letter for every recipient first, and then writes a
// folder of them.
func (a *app) letters(ctx context.Context, c *campaign.Campaign, f *letterFlags, d letter.Draft, to []campaign.Recipient) error {
	if f.out == "" || f.out == "-" {
		return refuse(usage, "letters-folder", with{"n": len(to)})
	}
	var done []*letter.Message
	for _, r := range to {
		d.To = r
		m, err := letter.Merge(c, d)
		if err != nil {
			return refuse(problems, "at", with{"place": cmp.Or(f.recipients, f.who) + ": " + r.Name, "cause": err})
		}
		a.open(m)
		done = append(done, m)
	}
	err := writeFolder(ctx, f.out, f.force, func(dir string) error {
		for i, m := range done {
			name := fmt.Sprintf("%03d-%s.%s", i+1, slug(m.To.Name), f.kind)
			if err := a.writeLetter(ctx, f, filepath.Join(dir, name), m); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	a.report("letters-done", with{"n": len(done), "folder": f.out})
	return nil
}

func (a *app) writeLetter(ctx context.Context, f *letterFlags, name string, m *letter.Message) error {
	return a.write(ctx, target{name: name, force: f.force}, func(w io.Writer) error {
		data := []byte(m.Text())
		if f.kind == "eml" {
			data = m.EML()
		}
		_, err := w.Write(data)
		return err
	})
}

// open says which slots are left for the sender to strike out.
func (a *app) open(m *letter.Message) {
	if len(m.Open) > 0 {
		a.tell(terminal.Yellow, a.text("left-open", nil), strings.Join(m.Open, ", "))
	}
}

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// slug is a name as part of a file's: ASCII, small letters, hyphens.
func slug(name string) string {
	return strings.Trim(notInID.ReplaceAllString(hashtag.Tag(strings.Join(strings.Fields(strings.ReplaceAll(name, "-", " ")), "_")).Key(), "-"), "-")
}
