package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// cardFlags are the choices of the verb card.
type cardFlags struct {
	campaign, lang, today    string
	format, theme, out, kind string
	alt, force               bool
	card                     graphic.Card
	figure, label            string
}

// ownWords are the flags of a card that is neither of a fact nor of a file.
var ownWords = []string{"kicker", "body", "figure", "figure-label", "attribution", "source", "ask", "link", "tag"}

func cardCommand(a *app) *cobra.Command {
	var f cardFlags
	c := a.verb(groupMake, a.say.Card, a.args(0, 1), func(c *cobra.Command, args []string) error {
		subject := strings.Join(args, "")
		if err := a.fitting(c, &f, subject); err != nil {
			return err
		}
		return a.card(c.Context(), &f, subject)
	})
	s := &a.say.Flag
	c.Flags().StringVarP(&f.out, "out", "o", "", s.OutPicture)
	c.Flags().StringVar(&f.kind, "type", "", s.Type)
	c.Flags().StringVar(&f.format, "format", "", s.Format)
	c.Flags().StringVar(&f.theme, "theme", "", s.Theme)
	c.Flags().BoolVar(&f.alt, "alt", false, s.Alt)
	c.Flags().BoolVar(&f.force, "force", false, s.ForceFile)
	c.Flags().StringVar(&f.today, "today", "", s.Today)
	c.Flags().StringVar(&f.card.Kicker, "kicker", "", s.Kicker)
	c.Flags().StringVar(&f.card.Headline, "headline", "", s.Headline)
	c.Flags().StringVar(&f.card.Body, "body", "", s.Body)
	c.Flags().StringVar(&f.figure, "figure", "", s.Figure)
	c.Flags().StringVar(&f.label, "figure-label", "", s.FigureLabel)
	c.Flags().StringVar(&f.card.Attribution, "attribution", "", s.Attribution)
	c.Flags().StringVar(&f.card.Source, "source", "", s.Source)
	c.Flags().StringVar(&f.card.Action.Verb, "ask", "", s.Ask)
	c.Flags().StringVar(&f.card.Action.URL, "link", "", s.CardLink)
	c.Flags().StringSliceVar(&f.card.Tags, "tag", nil, s.Tag)
	a.campaignFlag(c, &f.campaign)
	a.langFlag(c, &f.lang, &f.campaign)
	completes(c, "format", formatNames)
	completes(c, "theme", themeNames)
	completes(c, "type", kinds)
	completesArg(c, cobra.ShellCompDirectiveDefault, func() []string { return factIDs(quietly(f.campaign)) })
	return c
}

// fitting refuses flags that say nothing about what the picture is made of.
func (a *app) fitting(c *cobra.Command, f *cardFlags, subject string) error {
	if subject == "" && f.card.Headline == "" {
		return nil // draw refuses that
	}
	if subject == "" || isCardFile(subject) {
		if err := a.only(c, a.say.AFact, "campaign", "today"); err != nil {
			return err
		}
	}
	switch {
	case subject != "":
		return a.only(c, "--headline", ownWords...)
	case f.figure == "":
		return a.only(c, "--figure", "figure-label")
	}
	return nil
}

// A page is a picture for a format, which on paper has a true size.
type page struct {
	*graphic.Graphic
	format graphic.Format
}

// WritePDF writes the page at the size of its paper.
func (p page) WritePDF(w io.Writer) error {
	if p.format.DPI == 0 {
		return p.Graphic.WritePDF(w)
	}
	pt := 72 / p.format.DPI
	return graphic.WritePDF(w, &graphic.PDFOptions{Width: float64(p.format.W) * pt, Height: float64(p.format.H) * pt}, p.Graphic)
}

// writers of a picture, by the extension of its file.
var writers = map[string]func(page, io.Writer) error{
	"gif": page.WriteGIF, "jpg": page.WriteJPEG, "pdf": page.WritePDF, "png": page.WritePNG, "svg": page.WriteSVG,
}

func kinds() []string { return slices.Sorted(maps.Keys(writers)) }

// card draws one picture and writes it to a file.
func (a *app) card(ctx context.Context, f *cardFlags, subject string) error {
	format, err := a.format(f.format)
	if err != nil {
		return err
	}
	theme, err := a.theme(f.theme)
	if err != nil {
		return err
	}
	if f.kind, err = a.kind(f.kind, f.out, format.DPI > 0); err != nil {
		return err
	}
	g, alt, err := a.draw(ctx, f, subject, &graphic.Options{Format: format, Theme: theme})
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = cardName(subject) + "." + f.kind
	}
	t := target{name: f.out, force: f.force, binary: f.kind != "svg"}
	if err := a.write(ctx, t, func(w io.Writer) error { return writers[f.kind](page{g, format}, w) }); err != nil {
		return err
	}
	return a.drawn(f, alt)
}

// drawn says where the picture is and, if asked, what it shows.
func (a *app) drawn(f *cardFlags, alt string) error {
	w := a.env.stdout
	if f.out == "-" {
		w = a.env.stderr // the picture has standard output
	} else {
		fmt.Fprintf(a.env.stderr, a.say.Wrote+"\n", f.out)
	}
	if f.alt {
		fmt.Fprintln(w, alt)
	}
	return nil
}

// kind is that of --type, else of the file's extension, else PDF for paper and
// PNG for screens.
func (a *app) kind(kind, out string, paper bool) (string, error) {
	if kind == "" && out != "-" {
		kind = extension(out)
	}
	switch kind = strings.ToLower(kind); kind {
	case "":
		if paper {
			return "pdf", nil
		}
		return "png", nil
	case "jpeg":
		kind = "jpg"
	}
	if writers[kind] == nil {
		return "", a.choice(a.say.Kind, kind, kinds())
	}
	return kind, nil
}

// draw makes the picture of a fact, of a card's file or of the flags alone.
func (a *app) draw(ctx context.Context, f *cardFlags, subject string, o *graphic.Options) (*graphic.Graphic, string, error) {
	free := f.card.Headline != ""
	switch {
	case subject == "" && !free:
		return nil, "", &usageError{errors.New(a.say.NoSubject), fmt.Sprintf(a.say.HintVerb, "card")}
	case subject != "" && free:
		return nil, "", &usageError{errors.New(a.say.TwoSubjects), fmt.Sprintf(a.say.HintVerb, "card")}
	case subject != "" && !isCardFile(subject):
		return a.drawFact(ctx, f, subject, o)
	}
	card, blame, err := a.ownCard(f, subject)
	if err != nil {
		return nil, "", err
	}
	if f.lang != "" {
		tag, err := language.Parse(f.lang)
		if err != nil {
			return nil, "", &usageError{&placeError{"--lang", &valueError{f.lang, "language"}}, ""}
		}
		card.Lang = tag
	}
	g, err := graphic.New(card, o)
	if err != nil {
		return nil, "", blame(err)
	}
	return g, g.Alt(), nil
}

// ownCard is the card of a file, or else of the flags. Blame says its errors
// by what it was made of.
func (a *app) ownCard(f *cardFlags, file string) (card graphic.Card, blame func(error) error, err error) {
	if file != "" {
		return a.readCard(file)
	}
	card = f.card
	if card.Action.URL != "" {
		if err := a.address(card.Action.URL); err != nil {
			return card, nil, err
		}
	}
	if _, err := tags(card.Tags); err != nil {
		return card, nil, err
	}
	if f.figure != "" {
		card.Blocks = []graphic.Block{graphic.Stat{Value: f.figure, Label: f.label}}
	}
	return card, inFlags, nil
}

// drawFact makes the picture of a fact as a kit has it.
func (a *app) drawFact(ctx context.Context, f *cardFlags, id string, o *graphic.Options) (*graphic.Graphic, string, error) {
	s, err := a.statement(f.campaign, id, f.lang, f.today)
	if err != nil {
		return nil, "", err
	}
	opt := share.Options{AsOf: s.day, Languages: []string{s.lang}, Formats: graphic.Formats()[:1]}
	if o.Format.Name != "" {
		opt.Formats = []graphic.Format{o.Format}
	}
	if o.Theme.Name != "" {
		opt.Themes = []graphic.Theme{o.Theme}
	}
	pics, err := share.Pictures(ctx, s.campaign, id, &opt)
	if err != nil {
		return nil, "", err
	}
	g, err := pics[0].Graphic()
	return g, pics[0].Alt, err
}

// cardName is the file that a picture goes to unless told otherwise.
func cardName(subject string) string {
	if isCardFile(subject) {
		return strings.TrimSuffix(filepath.Base(subject), filepath.Ext(subject))
	}
	if subject == "" {
		return "card"
	}
	return subject
}

func isCardFile(name string) bool { return extension(name) == "yaml" || extension(name) == "yml" }
