package share

import (
	"errors"
	"io"
	"path"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/rules"
)

// A press draws what is of no single card: sets, carousels and sheets.
type press struct{ *edition }

// A drawing is a file of the kit beside the cards of single facts: a picture
// of demands, a slide, a flyer of several pages. Its name's ending says how it
// is written.
type drawing struct {
	name  string
	title string
	links string // of a picture: addresses that go with it
	tells about
	cut   bool // its pages are cut apart, and keep their size
	lay   func() ([]*graphic.Graphic, error)
	lacks func() ([]string, error) // what its pages leave out, by keys of the campaign's files; nil: nothing can be
}

// kind names the drawing in messages.
func (d *drawing) kind() string {
	if strings.HasPrefix(d.name, "carousels/") {
		return "slides"
	}
	return d.tells.format
}

// A DrawingError says which file cannot be drawn, and why. It unwraps to the
// error of package graphic. It is immutable and safe for concurrent use.
type DrawingError struct {
	fault.Data
	Name string // of the file in the kit
	Err  error
}

func drawingError(name string, err error) *DrawingError {
	return &DrawingError{rules.English.New("drawing-undrawable", "", fault.Values{"file": name, "cause": err}), name, err}
}

func (e *DrawingError) Error() string { return fault.InEnglish(e) }

// Unwrap returns the reason.
func (e *DrawingError) Unwrap() error { return e.Err }

// writeJPEG writes the first page for apps that take no PNG.
func (d *drawing) writeJPEG(w io.Writer) error {
	pages, err := d.lay()
	if err != nil {
		return drawingError(d.name, err)
	}
	return pages[0].WriteJPEG(w)
}

func (d *drawing) write(w io.Writer, p *plan) error {
	pages, err := d.lay()
	if err != nil {
		return drawingError(d.name, err)
	}
	ext := path.Ext(d.name)
	if ext != ".pdf" {
		return p.cache.write(w, pages, d.title, ext, pages[0].WritePNG)
	}
	o, look := &graphic.PDFOptions{Title: d.title}, d.title
	switch {
	case p.marks:
		o.Bleed, o.CropMarks = graphic.StandardBleed, true
		look += " with crop marks"
	case !d.cut: // printers at home leave an edge white
		o.Inset = graphic.HomeInset
		look += " with a white edge"
	}
	return p.cache.write(w, pages, look, ext, func(w io.Writer) error { return graphic.WritePDF(w, o, pages...) })
}

// A lightener lays a card out, if need be without what it can do without.
type lightener struct{ *plan }

// one is a drawing's layout of a single card.
func (p lightener) one(c graphic.Card, o graphic.Options) func() ([]*graphic.Graphic, error) {
	return func() ([]*graphic.Graphic, error) {
		g, err := p.light(c, o)
		return []*graphic.Graphic{g}, err
	}
}

// inks are a drawing's layout of one card in the kit's theme and, for the
// copier, in one ink.
func (p lightener) inks(c graphic.Card, o graphic.Options) func() ([]*graphic.Graphic, error) {
	return func() ([]*graphic.Graphic, error) {
		colour, err := p.light(c, o)
		if err != nil {
			return nil, err
		}
		cheap := o
		cheap.Theme, cheap.Ground = oneInk(), ""
		black, err := p.light(c, cheap)
		return []*graphic.Graphic{colour, black}, err
	}
}

// light lays a card out, if need be without what it can do without: the line
// of help in its panel, the panel, its own line of help.
func (p lightener) light(c graphic.Card, o graphic.Options) (*graphic.Graphic, error) {
	g, _, err := p.lightened(c, o)
	return g, err
}

// lightened is light, and names what had no room.
func (p lightener) lightened(c graphic.Card, o graphic.Options) (g *graphic.Graphic, lost []string, err error) {
	lighten := []struct {
		key  string
		said bool
		drop func()
	}{
		{"action.detail", c.Action.Detail != "", func() { c.Action.Detail = "" }},
		{"action", c.Action != graphic.Action{}, func() { c.Action = graphic.Action{} }},
		{"body", c.Body != "", func() { c.Body = "" }},
	}
	for i := 0; ; i++ {
		g, err = graphic.New(c, p.options(c.Lang, o))
		var fit *graphic.FitError
		if i == len(lighten) || !errors.As(err, &fit) {
			return g, lost, err
		}
		if lighten[i].drop(); lighten[i].said {
			lost = append(lost, lighten[i].key)
		}
	}
}

// lost is what has no room on drawings of a card.
func (p lightener) lost(c graphic.Card, o graphic.Options) func() ([]string, error) {
	return func() ([]string, error) {
		_, lost, err := p.lightened(c, o)
		return lost, err
	}
}

// oneInk is the theme for the cheapest copier.
func oneInk() graphic.Theme {
	t, _ := graphic.LookupTheme("photocopy")
	return t
}

// formatNamed looks up one of package graphic's own formats.
func formatNamed(name string) graphic.Format {
	f, ok := graphic.LookupFormat(name)
	if !ok {
		panic("share: no format " + name)
	}
	return f
}

// setCard is a card of the campaign itself: with its tags, the day on which it
// was checked and, if it leads somewhere, the first of its actions.
func (ed *edition) setCard(id string) graphic.Card {
	return graphic.Card{
		ID: id, Lang: ed.tag, Tags: ed.cardTags(&campaign.Fact{}), Logos: ed.logos(),
		AsOf: joined(" ", ed.say.Label("as_of"), ed.say.Short(ed.campaign.AsOf)), Action: ed.panel(&campaign.Fact{}),
		Rights: ed.say.Label("rights"),
	}
}

// panel is what a fact asks for, or the campaign's first action that leads
// somewhere.
func (ed *edition) panel(f *campaign.Fact) graphic.Action {
	a, ok := ed.asks(f)
	if !ok {
		return graphic.Action{}
	}
	panel := graphic.Action{Verb: a.Verb.In(ed.lang), Detail: a.Detail.In(ed.lang), Phone: a.Phone.In(ed.lang), URL: a.URL.In(ed.lang)}
	if panel.URL != "" {
		panel.Prompt = ed.say.Label("scan")
	}
	return panel
}

// otherLang is the language after lang, in a ring; "" where there is none.
func (ed press) otherLang() string {
	for i, l := range ed.langs {
		if l == ed.lang && len(ed.langs) > 1 {
			return ed.langs[(i+1)%len(ed.langs)]
		}
	}
	return ""
}
