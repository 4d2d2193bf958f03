package main

import (
	"context"
	"errors"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/cardfile"
	"github.com/shutdowncecot/toolkit/share/files"
)

// cardFlags are the choices of the verb card.
type cardFlags struct {
	Out    string `flag:"out,o"`
	Kind   string `flag:"type"`
	Format string `flag:"format"`
	Theme  string `flag:"theme"`
	Ground string `flag:"ground"`
	Font   string `flag:"font"`
	Marks  bool   `flag:"crop-marks"`
	Alt    bool   `flag:"alt"`
	Force  bool   `flag:"force"`
	desk.OfDay
	Kicker      string   `flag:"kicker"`
	Headline    string   `flag:"headline"`
	Body        string   `flag:"body"`
	Figure      string   `flag:"figure"`
	Label       string   `flag:"figure-label"`
	Motto       bool     `flag:"motto"`
	Logo        string   `flag:"logo"`
	LogoName    string   `flag:"logo-name"`
	Photo       string   `flag:"photo"`
	PhotoAlt    string   `flag:"photo-alt"`
	Attribution string   `flag:"attribution"`
	Source      string   `flag:"source"`
	Ask         string   `flag:"ask"`
	Link        string   `flag:"link"`
	Tags        []string `flag:"tag,list"`
	desk.Subject
	desk.Overruling
}

// ownWords are the flags of a card that is neither of a fact nor of a file.
var ownWords = []string{
	"kicker", "body", "figure", "figure-label", "attribution", "source", "ask", "link", "tag", "photo", "photo-alt", "motto", "logo", "logo-name",
}

func cardCommand(a *app) *cobra.Command {
	var f cardFlags
	c := a.Verb(cli.GroupMake, "card", a.Args(0, 1), func(c *cobra.Command, args []string) error {
		subject := strings.Join(args, "")
		if err := f.suits(a, c, subject); err != nil {
			return err
		}
		return f.run(c.Context(), a, subject)
	})
	desk.Flags(c, &f)
	cli.Completes(c, "type", pictureTypes)
	cli.CompletesArg(c, cobra.ShellCompDirectiveDefault, func() []string { return desk.FactIDs(desk.Quietly(f.Campaign)) })
	return c
}

// suits refuses flags that say nothing about what the picture is made of.
func (f *cardFlags) suits(a *app, c *cobra.Command, subject string) error {
	if subject == "" && f.Headline == "" {
		return cli.Refuse(cli.Usage, "card-nothing", nil)
	}
	if subject == "" || isCardFile(subject) {
		if err := cli.Only(c, a.Text("with-fact", nil), "today"); err != nil {
			return err
		}
	}
	switch {
	case subject != "" && f.Headline != "":
		return cli.Refuse(cli.Usage, "card-both", nil)
	case subject != "" && !isCardFile(subject):
		return cli.Only(c, "--headline", append(ownWords, "ground")...)
	case subject != "":
		return cli.Only(c, "--headline", ownWords...)
	case f.Figure == "" && f.Logo == "":
		return cli.Only(c, "--figure", "figure-label", "logo-name")
	case f.Figure == "":
		return cli.Only(c, "--figure", "figure-label")
	}
	return nil
}

// write writes the picture as its kind of file. A sheet of paper has a bleed.
func (f *cardFlags) write(w io.Writer, g *graphic.Graphic) error {
	if format := g.Format(); f.Kind == "pdf" && (f.Marks || format.DPI > 0) {
		return graphic.WritePDF(w, &graphic.PDFOptions{Bleed: graphic.StandardBleed, CropMarks: f.Marks}, g)
	}
	return graphic.Writers()[f.Kind](g, w)
}

func pictureTypes() []string { return slices.Sorted(maps.Keys(graphic.Writers())) }

// run draws one picture and writes it to a file.
func (f *cardFlags) run(ctx context.Context, a *app, subject string) error {
	opt, err := f.cardOptions(a)
	if err != nil {
		return err
	}
	usual := "png"
	if opt.Format.DPI > 0 {
		usual = "pdf" // paper
	}
	if f.Kind, err = a.FileType(f.Kind, f.Out, usual, pictureTypes()...); err != nil {
		return err
	}
	g, alt, err := f.drawWithFonts(ctx, a, subject, opt)
	if err != nil {
		return err
	}
	if f.Out == "" {
		f.Out = cardName(subject) + "." + f.Kind
	}
	t := cli.Target{Name: f.Out, Force: f.Force, Binary: f.Kind != "svg"}
	if f.Marks && f.Kind != "pdf" {
		return cli.Refuse(cli.Usage, "card-marks", nil)
	}
	if err := a.Save(ctx, t, func(w io.Writer) error { return f.write(w, g) }); err != nil {
		return err
	}
	if f.Alt && f.Out == "-" {
		a.Aside("", "", alt) // the picture has standard output
	} else if f.Alt {
		_, err = io.WriteString(a.Out, alt+"\n")
	}
	return err
}

// cardOptions are format, theme and ground.
func (f *cardFlags) cardOptions(a *app) (*graphic.Options, error) {
	format, err := a.Format(f.Format)
	if err != nil {
		return nil, err
	}
	theme, err := a.Theme(f.Theme)
	return &graphic.Options{Format: format, Theme: theme, Ground: f.Ground}, err
}

// draw makes the picture of a fact, of a card's file or of the flags alone.
func (f *cardFlags) draw(ctx context.Context, a *app, subject string, o *graphic.Options) (*graphic.Graphic, string, error) {
	if subject != "" && !isCardFile(subject) {
		return f.drawFact(ctx, a, subject, o)
	}
	card, from, err := f.ownCard(a, subject)
	if err != nil {
		return nil, "", err
	}
	if f.Lang != "" {
		if card.Lang, err = desk.Tag(f.Lang); err != nil {
			return nil, "", err
		}
	}
	if o.Words, err = f.altWords(ctx, a, card.Lang); err != nil {
		return nil, "", err
	}
	if err = tooLong(&card, o); err == nil {
		err = f.judge(ctx, a, &card)
	}
	if err != nil {
		return nil, "", from.blame(err)
	}
	g, err := graphic.New(card, o)
	if err != nil {
		return nil, "", from.blame(err)
	}
	a.Omits(g.Omitted(), from.key)
	return g, g.Alt(), nil
}

// altWords are the words of alt texts that a language of a card needs besides those
// there are: a campaign's. Where a code leads needs none.
func (f *cardFlags) altWords(ctx context.Context, a *app, lang language.Tag) (graphic.Words, error) {
	words := graphic.Words{}
	if f.Campaign != "" {
		c, err := a.Load(ctx, f.Campaign)
		if err != nil {
			return nil, err
		}
		words = share.AltWords(c, lang)
	}
	if words["code"] == "" && graphic.WordsOf(lang) == nil {
		words["code"] = "{address}"
	}
	return words, nil
}

// tooLong is why a card of more words than any card holds cannot be drawn, which
// is found much sooner than what is wrong with them.
func tooLong(card *graphic.Card, o *graphic.Options) error {
	const longest = 20_000 // bytes
	size := 0
	for _, t := range share.CardTexts(card) {
		size += len(t.Words)
	}
	if size <= longest {
		return nil
	}
	_, err := graphic.New(*card, o)
	return err
}

// An origin is what a card was made of.
type origin struct {
	blame func(error) error         // says an error of the card by it
	key   func(field string) string // is what it calls a field
}

// ownCard is the card of a file, or else of the flags.
func (f *cardFlags) ownCard(a *app, file string) (card graphic.Card, from origin, err error) {
	if file == "" {
		card, err = f.own()
		from = origin{inFlags, func(field string) string { return "--" + flagOf(field) }}
	} else {
		var data []byte
		if data, err = a.ReadText(file); err != nil {
			return card, from, err
		}
		var made *cardfile.File
		if made, err = cardfile.Parse(file, data, files.Beside(filepath.Dir(file))); err != nil {
			return card, from, err
		}
		card, from = made.Card, origin{made.Blame, made.Key}
	}
	if err != nil || card.Action.URL == "" {
		return card, from, err
	}
	var link *campaign.LinkError
	if errors.As(campaign.CheckLink(card.Action.URL), &link) {
		err = from.blame(cli.Because(link.About("Action.URL")))
	}
	return card, from, err
}

// own is the card of the flags.
func (f *cardFlags) own() (graphic.Card, error) {
	card := graphic.Card{
		Kicker: f.Kicker, Headline: f.Headline, Body: f.Body, Attribution: f.Attribution, Source: f.Source,
		Action: graphic.Action{Verb: f.Ask, URL: f.Link}, Tags: f.Tags,
	}
	if _, err := desk.Tags(f.Tags); err != nil {
		return card, err
	}
	if f.Photo != "" {
		pic, err := files.Decode(f.Photo, graphic.DecodePicture)
		if err != nil {
			return card, cli.Unreadable(f.Photo, err)
		}
		card.Blocks = append(card.Blocks, graphic.Photo{Picture: pic, Alt: f.PhotoAlt})
	}
	if f.Logo != "" {
		art, err := files.Decode(f.Logo, graphic.DecodeArtwork)
		if err != nil {
			return card, cli.Unreadable(f.Logo, err)
		}
		card.Logos = []graphic.Logo{{Art: art, Name: f.LogoName}}
	}
	if f.Motto || f.Logo != "" && len(card.Blocks) == 0 && f.Figure == "" {
		card.Blocks = append(card.Blocks, graphic.Motto{})
	}
	if f.Figure != "" {
		card.Blocks = append(card.Blocks, graphic.Stat{Value: f.Figure, Label: f.Label})
	}
	return card, nil
}

// inFlags says an error of a card by the flags that it was made of.
func inFlags(err error) error {
	var f interface {
		fault.Fault
		About(field string) fault.Data
	}
	if !errors.As(err, &f) {
		return err
	}
	return cli.Because(f.About("--" + flagOf(f.Field())))
}

// flagOf is the flag that sets a field of a card.
func flagOf(field string) string {
	key := cardfile.Key(field, nil)
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		key = key[i+1:]
	}
	if i := strings.IndexByte(key, '['); i >= 0 {
		key = key[:i]
	}
	for _, flag := range [][2]string{
		{"value", "figure"}, {"label", "figure-label"}, {"alt", "photo-alt"}, {"picture", "photo"}, {"chart", "photo"},
		{"art", "logo"}, {"logos", "logo"}, {"name", "logo-name"}, {"verb", "ask"}, {"url", "link"}, {"tags", "tag"},
	} {
		if key == flag[0] {
			return flag[1]
		}
	}
	return strings.ReplaceAll(key, "_", "-")
}

// drawFact makes the picture of a fact as a kit has it.
func (f *cardFlags) drawFact(ctx context.Context, a *app, id string, o *graphic.Options) (*graphic.Graphic, string, error) {
	s, err := a.Statement(ctx, desk.Scope{OfDay: f.OfDay, Subject: f.Subject}, id)
	if err != nil {
		return nil, "", err
	}
	opt := share.Options{AsOf: s.Day, Languages: []string{s.Lang}, Formats: graphic.Formats()[:1]}
	if o.Format.Name != "" {
		opt.Formats = []graphic.Format{o.Format}
	}
	if o.Theme.Name != "" {
		opt.Themes = []graphic.Theme{o.Theme}
	}
	pics, err := share.Pictures(ctx, s.Campaign, id, &opt)
	if err != nil {
		return nil, "", err
	}
	if lost := pics[0].Undrawn(); lost != nil {
		a.Aside(terminal.Dim, "", a.Tongue.Words().Explain(lost).Message)
	}
	keys, err := pics[0].Omitted()
	if err != nil {
		return nil, "", err
	}
	a.Omits(keys, func(key string) string { return key })
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

func isCardFile(name string) bool {
	return cli.Extension(name) == "yaml" || cli.Extension(name) == "yml"
}

// judge reads the words of a card that is no fact's. What the card itself
// names, such as the number to call, is allowed.
func (f *cardFlags) judge(ctx context.Context, a *app, card *graphic.Card) error {
	k, err := a.Checker(ctx, f.Campaign)
	if err != nil {
		return err
	}
	return a.Pass(k.Allowing(campaign.Contact{Phone: card.Action.Phone, URL: card.Action.URL}), f.Anyway, share.CardTexts(card)...)
}
