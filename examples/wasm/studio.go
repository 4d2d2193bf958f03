//go:build js && wasm

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"math"
	"syscall/js"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/say"
	"github.com/shutdowncecot/toolkit/share/studio"
)

// desk is that of the campaign whose page this is, and sentences are those of
// what can be found there, by language; English stands with the rules.
var (
	desk      *studio.Desk
	sentences map[string]fault.Rules
)

type opening struct {
	Memory    json.RawMessage         `json:"memory"`
	Marks     map[string]studio.Marks `json:"marks"`
	Sentences map[string]fault.Rules  `json:"sentences"`
	Files     []byte                  `json:"files"` // a zip of its own themes and fonts
}

func open(o opening) (any, error) {
	var err error
	sentences = o.Sentences
	if looks, err = looksOf(o.Files); err != nil {
		return nil, err
	}
	desk, err = studio.New(o.Memory, o.Marks)
	return err == nil, err
}

// An edit is a draft and how it is drawn. With no type it is drawn as pixels.
type edit struct {
	Draft studio.Draft `json:"draft"`
	Look  drawing      `json:"look"`
	UI    string       `json:"ui"` // the language of the findings
}

// edited is a card in the making: what is to be mended, or if nothing is, the
// picture.
func edited(e edit) (any, error) {
	all := desk.Check(&e.Draft)
	out := map[string]any{"own": e.Draft.Own()}
	if !refused(all) {
		found, err := e.make(out)
		if all = append(all, found...); err != nil {
			all = append(all, studio.Refused(err))
		}
	}
	out["findings"] = said(all, e.UI)
	return out, nil
}

// make adds what the card is drawn as to an answer, and finds what that leaves out.
func (e *edit) make(out map[string]any) ([]studio.Finding, error) {
	if e.Look.Type == "mp4" {
		return nil, e.film(out)
	}
	g, err := e.lay()
	if err != nil {
		return nil, err
	}
	if e.Draft.Photo != nil {
		out["reads"] = legible(g)
	}
	return e.Draft.Omits(g), e.Look.give(g, out)
}

// legible is the least contrast of a card's words.
func legible(g *graphic.Graphic) float64 {
	least := 21.0
	for _, b := range g.Boxes() {
		if b.Text != "" {
			least = min(least, b.Contrast)
		}
	}
	return least
}

// film adds the card's video.
func (e *edit) film(out map[string]any) error {
	o, err := e.options()
	if err != nil {
		return err
	}
	r, err := desk.Film(&e.Draft, o)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err = r.WriteMP4(&b); err == nil {
		out["data"] = array("Uint8Array", b.Bytes())
	}
	return err
}

type artwork struct {
	Data string `json:"data"` // a data URL
	UI   string `json:"ui"`
}

// takeLogo says what keeps a file from being drawn as a logo.
func takeLogo(a artwork) (any, error) {
	all := []studio.Finding{}
	if err := new(graphic.Artwork).UnmarshalText([]byte(a.Data)); err != nil {
		all = append(all, studio.Refused(err))
	}
	return map[string]any{"findings": said(all, a.UI)}, nil
}

// photographs are the reader's own, whole and small, and given the bytes that
// came with a call.
var (
	photographs = make(map[bool]*graphic.Picture)
	given       js.Value
)

type size struct {
	Width  int  `json:"width"`
	Height int  `json:"height"`
	Small  bool `json:"small"`
}

// takePicture keeps the pixels that came with the call, four bytes each.
func takePicture(s size) (any, error) {
	m := image.NewRGBA(image.Rect(0, 0, max(0, s.Width), max(0, s.Height)))
	if js.CopyBytesToGo(m.Pix, given) != len(m.Pix) {
		return nil, errors.New("pixels are missing")
	}
	p, err := graphic.NewPicture(m)
	photographs[s.Small] = p
	return err == nil, err
}

type posting struct {
	Platform string `json:"platform"`
	Text     string `json:"text"`
	Fact     string `json:"fact"`
	Lang     string `json:"lang"`
	UI       string `json:"ui"`
}

// posted is how long a post is where it goes, and what is to be mended in it.
func posted(p posting) (any, error) {
	on, ok := hashtag.Lookup(p.Platform)
	if !ok {
		return nil, unknown("platform", p.Platform)
	}
	all := desk.CheckPost(p.Text, p.Lang, p.Fact)
	return map[string]any{"length": on.Length(on.Shown(p.Text)), "limit": on.MaxLength, "findings": said(all, p.UI)}, nil
}

func refused(all []studio.Finding) bool {
	for _, f := range all {
		if f.Level == campaign.Error.String() {
			return true
		}
	}
	return false
}

func (e *edit) lay() (*graphic.Graphic, error) {
	o, err := e.options()
	if err != nil {
		return nil, err
	}
	return desk.Lay(&e.Draft, o)
}

// options are how the card is drawn, with the photograph in the size for that.
func (e *edit) options() (*graphic.Options, error) {
	if e.Draft.Photo != nil {
		e.Draft.Photo.Pixels = photographs[e.Look.Type == ""]
	}
	return e.Look.options()
}

// give adds the picture to an answer: pixels, or a file of the type asked for.
func (d *drawing) give(g *graphic.Graphic, out map[string]any) error {
	out["alt"], out["whole"] = g.Alt(), g.Whole()
	if d.Type == "" {
		width := d.Width
		if width <= 0 {
			width = math.MaxInt
		}
		m := g.Thumbnail(width)
		out["data"], out["width"], out["height"] = array("Uint8ClampedArray", m.Pix), m.Rect.Dx(), m.Rect.Dy()
		return nil
	}
	write := writers[d.Type]
	if write == nil {
		return unknown("type", d.Type)
	}
	var b bytes.Buffer
	err := write(g, &b)
	if err == nil { // else there is no file, not an empty one
		out["data"] = array("Uint8Array", b.Bytes())
	}
	return err
}

// said are findings with their sentences.
func said(all []studio.Finding, lang string) []any {
	catalogue, out := say.In(language.Make(lang), sentences[lang]), []any{}
	for _, f := range all {
		one := map[string]any{"field": f.Field, "level": f.Level, "code": f.Code, "from": f.From, "to": f.To}
		args := map[string]any{}
		for name, value := range f.Args {
			args[name] = plain(value)
		}
		one["args"] = args
		if f.Fix != nil {
			one["fix"] = map[string]any{"from": f.Fix.From, "to": f.Fix.To, "text": f.Fix.Text}
		}
		if why := f.Fault(); why != nil {
			words := catalogue.Words(f.Code, f.Args)
			if english, ok := why.(interface{ English() fault.Words }); ok && words.Message == "" {
				words = english.English()
			}
			one["says"], one["advice"] = words.Message, words.Fix
		}
		out = append(out, one)
	}
	return out
}

// plain is a value as syscall/js takes it.
func plain(value any) any {
	switch v := value.(type) {
	case string, bool, int, float64:
		return v
	}
	data, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	return string(data)
}
