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

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/cardfile"
	"github.com/shutdowncecot/toolkit/share/files"
)

// cardFlags are the choices of the verb card.
type cardFlags struct {
	scope
	format, theme, ground, out, kind string
	alt, force                       bool
	card                             graphic.Card
	figure, label                    string
	photo, photoAlt                  string
	anyway                           string
}

// ownWords are the flags of a card that is neither of a fact nor of a file.
var ownWords = []string{
	"kicker", "body", "figure", "figure-label", "attribution", "source", "ask", "link", "tag", "photo", "photo-alt",
}

func cardCommand(a *app) *cobra.Command {
	var f cardFlags
	c := a.verb(groupMake, "card", a.args(0, 1), func(c *cobra.Command, args []string) error {
		subject := strings.Join(args, "")
		if err := a.suits(c, &f, subject); err != nil {
			return err
		}
		return a.card(c.Context(), &f, subject)
	})
	c.Flags().StringVarP(&f.out, "out", "o", "", "")
	c.Flags().StringVar(&f.kind, "type", "", "")
	c.Flags().StringVar(&f.format, "format", "", "")
	c.Flags().StringVar(&f.theme, "theme", "", "")
	c.Flags().StringVar(&f.ground, "ground", "", "")
	c.Flags().BoolVar(&f.alt, "alt", false, "")
	c.Flags().BoolVar(&f.force, "force", false, "")
	f.dayFlag(c)
	c.Flags().StringVar(&f.card.Kicker, "kicker", "", "")
	c.Flags().StringVar(&f.card.Headline, "headline", "", "")
	c.Flags().StringVar(&f.card.Body, "body", "", "")
	c.Flags().StringVar(&f.figure, "figure", "", "")
	c.Flags().StringVar(&f.label, "figure-label", "", "")
	c.Flags().StringVar(&f.photo, "photo", "", "")
	c.Flags().StringVar(&f.photoAlt, "photo-alt", "", "")
	c.Flags().StringVar(&f.card.Attribution, "attribution", "", "")
	c.Flags().StringVar(&f.card.Source, "source", "", "")
	c.Flags().StringVar(&f.card.Action.Verb, "ask", "", "")
	c.Flags().StringVar(&f.card.Action.URL, "link", "", "")
	c.Flags().StringSliceVar(&f.card.Tags, "tag", nil, "")
	f.flags(c)
	anywayFlag(c, &f.anyway)
	completes(c, "format", formatNames)
	completes(c, "theme", themeNames)
	completes(c, "type", pictureTypes)
	completesArg(c, cobra.ShellCompDirectiveDefault, func() []string { return factIDs(quietly(f.campaign)) })
	return c
}

// suits refuses flags that say nothing about what the picture is made of.
func (a *app) suits(c *cobra.Command, f *cardFlags, subject string) error {
	if subject == "" && f.card.Headline == "" {
		return refuse(usage, "card-nothing", nil)
	}
	if subject == "" || isCardFile(subject) {
		if err := only(c, a.text("with-fact", nil), "today"); err != nil {
			return err
		}
	}
	switch {
	case subject != "" && f.card.Headline != "":
		return refuse(usage, "card-both", nil)
	case subject != "" && !isCardFile(subject):
		return only(c, "--headline", append(ownWords, "ground")...)
	case subject != "":
		return only(c, "--headline", ownWords...)
	case f.figure == "":
		return only(c, "--figure", "figure-label")
	}
	return nil
}

// writers of a picture, by the extension of its file.
var writers = map[string]func(*graphic.Graphic, io.Writer) error{
	"gif": (*graphic.Graphic).WriteGIF, "jpg": (*graphic.Graphic).WriteJPEG, "png": (*graphic.Graphic).WritePNG, "svg": (*graphic.Graphic).WriteSVG,
	"pdf": (*graphic.Graphic).WritePDF,
}

func pictureTypes() []string { return slices.Sorted(maps.Keys(writers)) }

// card draws one picture and writes it to a file.
func (a *app) card(ctx context.Context, f *cardFlags, subject string) error {
	opt, err := a.cardOptions(f)
	if err != nil {
		return err
	}
	usual := "png"
	if opt.Format.DPI > 0 {
		usual = "pdf" // paper
	}
	if f.kind, err = a.fileType(f.kind, f.out, usual, pictureTypes()...); err != nil {
		return err
	}
	g, alt, err := a.draw(ctx, f, subject, opt)
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = cardName(subject) + "." + f.kind
	}
	t := target{name: f.out, force: f.force, binary: f.kind != "svg"}
	if err := a.write(ctx, t, func(w io.Writer) error { return writers[f.kind](g, w) }); err != nil {
		return err
	}
	if f.out != "-" {
		a.note("wrote", with{"file": f.out})
	}
	if f.alt && f.out == "-" {
		a.tell("", "", alt) // the picture has standard output
	} else if f.alt {
		_, err = io.WriteString(a.Out, alt+"\n")
	}
	return err
}

// cardOptions are format, theme and ground.
func (a *app) cardOptions(f *cardFlags) (*graphic.Options, error) {
	format, err := a.format(f.format)
	if err != nil {
		return nil, err
	}
	theme, err := a.theme(f.theme)
	return &graphic.Options{Format: format, Theme: theme, Ground: f.ground}, err
}

// draw makes the picture of a fact, of a card's file or of the flags alone.
func (a *app) draw(ctx context.Context, f *cardFlags, subject string, o *graphic.Options) (*graphic.Graphic, string, error) {
	if subject != "" && !isCardFile(subject) {
		return a.drawFact(ctx, f, subject, o)
	}
	card, from, err := a.ownCard(f, subject)
	if err != nil {
		return nil, "", err
	}
	if f.lang != "" {
		if card.Lang, err = tag(f.lang); err != nil {
			return nil, "", err
		}
	}
	if err := a.judge(f, &card); err != nil {
		return nil, "", from.blame(err)
	}
	g, err := graphic.New(card, o)
	if err != nil {
		return nil, "", from.blame(err)
	}
	a.omits(g.Omitted(), from.key)
	return g, g.Alt(), nil
}

// An origin is what a card was made of.
type origin struct {
	blame func(error) error         // says an error of the card by it
	key   func(field string) string // is what it calls a field
}

// ownCard is the card of a file, or else of the flags.
func (a *app) ownCard(f *cardFlags, file string) (card graphic.Card, from origin, err error) {
	if file == "" {
		card, err = f.own()
		from = origin{inFlags, func(field string) string { return "--" + flagOf(field) }}
	} else {
		var data []byte
		if data, err = a.readText(file); err != nil {
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
		err = from.blame(&refusal{link.About("Action.URL"), problems})
	}
	return card, from, err
}

// omits warns of what a picture leaves out.
func (a *app) omits(fields []string, key func(string) string) {
	var parts []string
	for _, field := range fields {
		if name := key(field); !slices.Contains(parts, name) {
			parts = append(parts, name)
		}
	}
	if len(parts) > 0 {
		a.warn(a.text("omits", with{"parts": strings.Join(parts, ", ")}))
	}
}

// own is the card of the flags.
func (f *cardFlags) own() (graphic.Card, error) {
	if _, err := tags(f.card.Tags); err != nil {
		return f.card, err
	}
	if f.photo != "" {
		pic, err := readPicture(f.photo)
		if err != nil {
			return f.card, unreadable(f.photo, err)
		}
		f.card.Blocks = append(f.card.Blocks, graphic.Photo{Picture: pic, Alt: f.photoAlt})
	}
	if f.figure != "" {
		f.card.Blocks = append(f.card.Blocks, graphic.Stat{Value: f.figure, Label: f.label})
	}
	return f.card, nil
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
	return &refusal{f.About("--" + flagOf(f.Field())), problems}
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
		{"verb", "ask"}, {"url", "link"}, {"tags", "tag"},
	} {
		if key == flag[0] {
			return flag[1]
		}
	}
	return strings.ReplaceAll(key, "_", "-")
}

func readPicture(name string) (*graphic.Picture, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return graphic.DecodePicture(f)
}

// drawFact makes the picture of a fact as a kit has it.
func (a *app) drawFact(ctx context.Context, f *cardFlags, id string, o *graphic.Options) (*graphic.Graphic, string, error) {
	s, err := a.statement(f.scope, id)
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
	if lost := pics[0].Undrawn(); lost != nil {
		a.tell(terminal.Dim, "", a.tongue.words().Explain(lost).Message)
	}
	keys, err := pics[0].Omitted()
	if err != nil {
		return nil, "", err
	}
	a.omits(keys, func(key string) string { return key })
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
