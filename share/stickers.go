package share

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A stickerPlace is where on letter paper a sticker is cut out, and what it may
// say there.
type stickerPlace struct {
	format string
	x, y   float64 // inches
	act    bool    // it says what to do; else why
	other  bool    // in the kit's next language
}

// stickerPlaces fill a sheet: three round ones, two wide, three square, two wide
// and a long one.
var stickerPlaces = []stickerPlace{
	{format: "sticker-round", x: 0.37, y: 0.37}, {format: "sticker-round", x: 3.065, y: 0.37}, {format: "sticker-round", x: 5.76, y: 0.37},
	{format: "sticker-wide", x: 0.37, y: 3.06, other: true}, {format: "sticker-wide", x: 4.4, y: 3.06, act: true},
	{format: "sticker-square", x: 0.37, y: 4.95}, {format: "sticker-square", x: 3.065, y: 4.95}, {format: "sticker-square", x: 5.76, y: 4.95},
	{format: "sticker-wide", x: 0.37, y: 7.64, act: true, other: true}, {format: "sticker-wide", x: 4.4, y: 7.64, act: true},
	{format: "sticker-long", x: 0.37, y: 9.53},
}

// ground returns the ground of a sticker's fact on a square sticker, a loud one on others.
func (p *stickerPlace) ground(st *sticker) string {
	if p.format == "sticker-square" {
		return st.look.ground
	}
	return ""
}

// A sticking is what the stickers of a sheet may say: reasons, which are facts,
// and acts.
type sticking struct {
	ed      press
	reasons []sticker
	acts    []sticker
}

// A sticker is a card that fits some places, and what it is about.
type sticker struct {
	about string // a fact or an action: none is on a sheet twice
	said  string // its figure
	verb  string // of its act, where there is room for it
	look  look
	lang  string
	card  graphic.Card
}

// stickers are what the campaign's facts and actions give in the language of the
// sheet and in the next.
func (ed press) stickers() *sticking {
	out := &sticking{ed: ed}
	for _, lang := range []string{ed.lang, ed.otherLang()} {
		if lang == "" {
			continue
		}
		in := press{ed.in(lang)}
		out.reasons = append(out.reasons, in.stickerReasons()...)
		out.acts = append(out.acts, in.stickerActs()...)
	}
	return out
}

// stickerReasons are facts that a line says whole.
func (ed press) stickerReasons() []sticker {
	var out []sticker
	for _, f := range ed.facts {
		c := illustrator(ed).pictured(f)
		line := f.Picture.Plain(ed.lang)
		if f.IsAction() || f.Reply || line == "" || c.Body != "" || c.Source == "" || strings.ContainsAny(line, `"“”«»‘`) {
			continue // what somebody else says does not stand alone on a wall
		}
		b := graphic.Sticker{Figure: ed.statedFigure(f)}
		a := ed.panel(f)
		if a.Phone != "" {
			b.Act = a.Phone
		} else if u, err := url.Parse(a.URL); err == nil {
			b.Act = strings.TrimPrefix(u.Host, "www.")
		}
		c.Headline, c.Source, c.SourceShort, c.AsOf, c.Blocks = ed.say.NoBreak(line), ed.tightSource(f), "", "", []graphic.Block{b}
		c.Logos = ed.logos()
		out = append(out, sticker{about: f.ID, said: b.Figure, verb: a.Verb, look: ed.looks[f.ID], lang: ed.lang, card: c})
	}
	return out
}

// How many characters at most stand before a figure that leads its line, and how
// many at least after it.
const (
	leadsFigure = 16
	leastAfter  = 3
)

// statedFigure is the first of a fact's figures that its picture line says, as
// printed there.
func (ed press) statedFigure(f *campaign.Fact) string {
	line := ed.say.NoBreak(f.Picture.Plain(ed.lang))
	printed := []string{f.Chart.Stat.Value.In(ed.lang)}
	for _, g := range f.Figures {
		printed = append(printed, ed.say.Percent(g.Value), ed.say.Number(g.Value))
	}
	for _, value := range printed {
		before, after, ok := figure.Cut(line, value)
		if value != "" && ok && utf8.RuneCountInString(before) <= leadsFigure && utf8.RuneCountInString(after) > leastAfter {
			return value
		}
	}
	return ""
}

// stickerActs are what the campaign asks for: by a number, or by a code.
func (ed press) stickerActs() []sticker {
	var out []sticker
	for i := range ed.campaign.Actions {
		a := &ed.campaign.Actions[i]
		if !a.Verb.Has(ed.lang) {
			continue
		}
		b := graphic.Sticker{Act: a.Phone.In(ed.lang)}
		if b.Act == "" {
			b.URL = a.URL.In(ed.lang)
		}
		if b.Act+b.URL == "" {
			continue
		}
		c := graphic.Card{
			ID: "sticker-" + strconv.Itoa(i), Lang: ed.tag, Headline: ed.say.NoBreak(a.Verb.In(ed.lang)), Source: ed.say.NoBreak(a.Detail.In(ed.lang)),
			Rights: ed.say.Label("rights"), Blocks: []graphic.Block{b},
		}
		out = append(out, sticker{about: a.ID, lang: ed.lang, look: look{theme: ed.themes[(i+1)%len(ed.themes)]}, card: c})
	}
	return out
}

// rests are the facts that a sheet may tell.
func (s *sticking) rests() []string {
	var ids []string
	for _, r := range s.reasons {
		ids = append(ids, r.about)
	}
	return ids
}

// any reports whether a place has a sticker: a code of a very long address, for
// one, fits none.
func (s *sticking) any() bool {
	for _, place := range stickerPlaces {
		if g, err := s.at(place, make(map[string]bool)); g != nil || err != nil {
			return true // an error is told where the sheet is drawn
		}
	}
	return false
}

// sheet fills the places, each with the first that fits and is not yet there.
func (s *sticking) sheet() ([]*graphic.Graphic, error) {
	used := make(map[string]bool)
	var pieces []graphic.Piece
	for _, place := range stickerPlaces {
		g, err := s.at(place, used)
		if err != nil {
			return nil, err
		}
		if g != nil {
			pieces = append(pieces, graphic.Piece{Graphic: g, X: place.x, Y: place.y, Round: place.format == "sticker-round"})
		}
	}
	sheet, err := graphic.NewCutSheet(formatNamed("letter"), pieces...)
	return []*graphic.Graphic{sheet}, err
}

// at is the sticker of a place, a reason where there are too few acts; nil for
// none.
func (s *sticking) at(place stickerPlace, used map[string]bool) (*graphic.Graphic, error) {
	if place.act {
		if g, err := s.fill(place, s.acts, used); g != nil || err != nil {
			return g, err
		}
	}
	return s.fill(place, s.reasons, used)
}

// fill is the first that fits a place, in the place's language if it can be; nil
// for none.
func (s *sticking) fill(place stickerPlace, from []sticker, used map[string]bool) (*graphic.Graphic, error) {
	want := s.ed.lang
	if other := s.ed.otherLang(); place.other && other != "" {
		want = other
	}
	for _, only := range []string{want, s.ed.lang} {
		for i := range from {
			st := &from[i]
			if st.lang != only || used[st.about] || st.said != "" && used["figure "+st.said] || place.format == "sticker-round" && st.said == "" {
				continue
			}
			g, err := s.stick(&place, st)
			if err != nil {
				return nil, err
			}
			if g == nil {
				continue
			}
			used[st.about], used["figure "+st.said] = true, st.said != ""
			return g, nil
		}
	}
	return nil, nil
}

// stick draws a sticker for a place, with the verb of its act if it can be; nil
// where it does not fit.
func (s *sticking) stick(place *stickerPlace, st *sticker) (*graphic.Graphic, error) {
	b := st.card.Blocks[0].(graphic.Sticker)
	b.Round = place.format == "sticker-round"
	acts := []string{b.Act}
	if spoken := joined(": ", st.verb, b.Act); place.format != "sticker-wide" && st.verb != "" && utf8.RuneCountInString(spoken) <= mostSpoken {
		acts = []string{s.ed.say.NoBreak(spoken), b.Act}
	}
	for _, b.Act = range acts {
		c := st.card
		c.Blocks = []graphic.Block{b}
		g, err := graphic.New(c, s.ed.options(c.Lang, graphic.Options{Format: formatNamed(place.format), Theme: st.look.theme, Ground: place.ground(st)}))
		var fit *graphic.FitError
		var refused *graphic.FieldError
		if err == nil || !errors.As(err, &fit) && !errors.As(err, &refused) {
			return g, err
		}
	}
	return nil, nil
}

// mostSpoken is how many characters an act has at most with its verb.
const mostSpoken = 32
