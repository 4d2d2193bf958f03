package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// letterFlags are the choices of the verb letter.
type letterFlags struct {
	campaign, lang, today string
	set                   []string
	to                    campaign.Recipient
	recipients            string
	out, kind             string
	force                 bool
}

func letterCommand(a *app) *cobra.Command {
	var f letterFlags
	c := a.verb(groupMake, a.say.Letter, a.args(0, 1), func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.list(&listFlags{campaign: f.campaign, lang: f.lang}, "letters")
		}
		return a.letter(c.Context(), &f, args[0])
	})
	s := &a.say.Flag
	c.Flags().StringArrayVar(&f.set, "set", nil, s.Set)
	c.Flags().StringVar(&f.to.Name, "to", "", s.To)
	c.Flags().StringVar(&f.to.Office, "office", "", s.Office)
	c.Flags().StringVar(&f.to.Mail, "mail", "", s.Mail)
	c.Flags().StringVar(&f.recipients, "recipients", "", s.Recipients)
	c.Flags().StringVarP(&f.out, "out", "o", "", s.OutLetter)
	c.Flags().StringVar(&f.kind, "type", "", s.LetterType)
	c.Flags().BoolVar(&f.force, "force", false, s.ForceFile)
	c.Flags().StringVar(&f.today, "today", "", s.Today)
	a.campaignFlag(c, &f.campaign)
	a.langFlag(c, &f.lang, &f.campaign)
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
	if f.recipients != "" {
		return a.letters(ctx, c, f, d)
	}
	if f.out == "" {
		f.out = "-"
	}
	if err := a.clear(target{name: f.out, force: f.force}); err != nil {
		return err
	}
	if err := a.fill(ctx, c, &d); err != nil {
		return err
	}
	m, err := share.Merge(c, d)
	if err != nil {
		return a.letterError(err)
	}
	a.open(m)
	if err := a.writeLetter(ctx, f, f.out, m); err != nil || f.out == "-" {
		return err
	}
	fmt.Fprintf(a.env.stderr, a.say.Wrote+"\n", f.out)
	return nil
}

// draft is the letter with what the flags say.
func (a *app) draft(c *campaign.Campaign, f *letterFlags, id string) (d share.Draft, err error) {
	d = share.Draft{Letter: id, To: f.to, Own: map[string]string{}}
	if d.Lang, err = a.language(c, f.lang); err != nil {
		return d, err
	}
	l, ok := c.Letter(id, d.Lang)
	if !ok {
		return d, a.choice(a.say.LetterKind, id, letterIDs(c))
	}
	if d.AsOf, err = a.day(f.today); err != nil {
		return d, err
	}
	var slots []string
	for _, s := range l.Slots {
		slots = append(slots, s.ID)
	}
	for _, set := range f.set {
		slot, words, ok := strings.Cut(set, "=")
		if !ok {
			return d, &usageError{fmt.Errorf(a.say.BadSet, set), a.say.HintSet}
		}
		if !slices.Contains(slots, slot) {
			return d, a.choice(a.say.Slot, slot, slots)
		}
		d.Own[slot] = words
	}
	return d, nil
}

// fill asks on a terminal for the slots that must be filled and were not, and
// elsewhere names them all. What nobody can answer is refused before anything
// is asked, and what does not do as an answer is asked again.
func (a *app) fill(ctx context.Context, c *campaign.Campaign, d *share.Draft) error {
	missing := unfilled(c, d)
	switch {
	case missing == nil:
		return nil
	case !a.interactive():
		return a.slotsOpen(d, missing)
	}
	if err := tried(c, d, missing); err != nil {
		return a.letterError(err)
	}
	in := bufio.NewReader(a.env.stdin)
	for len(missing) > 0 {
		s := missing[0]
		words, err := a.question(ctx, in, s.Label+":")
		if errors.Is(err, io.EOF) {
			return a.slotsOpen(d, missing)
		}
		if err != nil {
			return err
		}
		if d.Own[s.ID] = words; words == "" {
			continue
		}
		if err := tried(c, d, missing[1:]); err != nil {
			a.tell(red, a.say.Problem, a.explain(err))
			continue
		}
		missing = missing[1:]
	}
	return nil
}

// unfilled are the slots that the sender must fill and has not.
func unfilled(c *campaign.Campaign, d *share.Draft) (all []campaign.Slot) {
	l, _ := c.Letter(d.Letter, d.Lang)
	for _, s := range l.Slots {
		if s.Required && s.From == "" && d.Own[s.ID] == "" {
			all = append(all, s)
		}
	}
	return all
}

// tried finishes the letter with stand-ins for what has no words yet.
func tried(c *campaign.Campaign, d *share.Draft, missing []campaign.Slot) error {
	with := *d
	with.Own = maps.Clone(d.Own)
	for _, s := range missing {
		with.Own[s.ID] = strings.Repeat("x ", 20) // words enough for any slot
	}
	_, err := share.Merge(c, with)
	return err
}

func (a *app) slotsOpen(d *share.Draft, missing []campaign.Slot) error {
	var ids []string
	for _, s := range missing {
		ids = append(ids, s.ID)
	}
	return &usageError{fmt.Errorf(a.say.SlotsOpen, d.Letter, strings.Join(ids, ", ")), fmt.Sprintf(a.say.HintSlot, ids[0])}
}

// letterKind settles in which form the letter is written.
func (a *app) letterKind(f *letterFlags) error {
	if f.kind == "" {
		if f.kind = "txt"; f.recipients == "" && extension(f.out) == "eml" {
			f.kind = "eml"
		}
	}
	if !slices.Contains(letterKinds, f.kind) {
		return a.choice(a.say.Kind, f.kind, letterKinds)
	}
	return nil
}

// letters finishes the letter for every recipient first, and then writes a
// folder of them.
func (a *app) letters(ctx context.Context, c *campaign.Campaign, f *letterFlags, d share.Draft) error {
	switch {
	case f.to.Name != "" || f.to.Office != "" || f.to.Mail != "":
		return &usageError{errors.New(a.say.TwoAddressees), fmt.Sprintf(a.say.HintVerb, "letter")}
	case f.out == "" || f.out == "-":
		return &usageError{errors.New(a.say.NoOut), a.say.HintOutFolder}
	}
	data, err := a.readText(f.recipients)
	if err != nil {
		return err
	}
	to, err := c.ReadRecipients(f.recipients, bytes.NewReader(data))
	if err != nil {
		return a.mistakes(err)
	}
	var done []*share.Message
	for _, r := range to {
		d.To = r
		m, err := share.Merge(c, d)
		if err != nil {
			return a.letterError(&placeError{f.recipients + ": " + r.Name, err})
		}
		a.open(m)
		done = append(done, m)
	}
	err = a.writeFolder(ctx, f.out, f.force, func(dir string) error {
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
	a.report(a.say.DoneLetters, len(done), f.out)
	return nil
}

func (a *app) writeLetter(ctx context.Context, f *letterFlags, name string, m *share.Message) error {
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
func (a *app) open(m *share.Message) {
	if len(m.Open) > 0 {
		a.tell(yellow, a.say.LeftOpen, strings.Join(m.Open, ", "))
	}
}

// letterError adds what to do about a slot.
func (a *app) letterError(err error) error {
	var slot *share.SlotError
	switch {
	case errors.As(err, &slot) && slot.OfRecipient():
		return &problemError{err, a.say.HintRecipient}
	case slot != nil:
		return &problemError{err, fmt.Sprintf(a.say.HintSlot, slot.Slot)}
	}
	return &problemError{err, ""}
}

// slug is a name as part of a file's: ASCII, small letters, hyphens.
func slug(name string) string {
	return strings.Trim(notInID.ReplaceAllString(hashtag.Tag(strings.Join(strings.Fields(strings.ReplaceAll(name, "-", " ")), "_")).Key(), "-"), "-")
}
