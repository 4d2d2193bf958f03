package page

import (
	"bytes"
	"fmt"
	"html/template"
	"image/png"
)

// A heroView is the picture that Start begins with, for the readers of a voice.
type heroView struct {
	voice
	Alt, Credit string
	Wide, Tall  *thumbView // nil: none
}

// heroes draws the picture in every language that has it.
func (d *document) heroes() ([]heroView, error) {
	h := d.Kit.Hero
	has := func(tag string) bool { return h.Wide[tag] != nil || h.Tall[tag] != nil }
	var all []heroView
	for _, v := range d.speech.voices(has) {
		if h.Card == "" || !has(v.Lang) {
			continue
		}
		view := heroView{voice: v}
		for _, c := range d.Cards {
			if c.ID == h.Card {
				view.Alt, view.Credit = c.Texts[v.Lang].Alt, c.Texts[v.Lang].Source
			}
		}
		var err error
		if view.Wide, err = embedPNG(h.Wide[v.Lang]); err == nil {
			view.Tall, err = embedPNG(h.Tall[v.Lang])
		}
		if err != nil {
			return nil, fmt.Errorf("page: first picture in %s: %w", v.Lang, err)
		}
		all = append(all, view)
	}
	return all, nil
}

// Src is the address as an attribute. In quotes of a template each plus sign of
// Base64 would become five characters, which is a sixteenth of the picture.
func (t *thumbView) Src() template.HTMLAttr { return template.HTMLAttr(`src="` + t.url + `"`) }

// Set is the picture as the only one of a set.
func (t *thumbView) Set() template.HTMLAttr { return template.HTMLAttr(`srcset="` + t.url + `"`) }

// Main is the picture that stands where there is no room for another.
func (v heroView) Main() *thumbView {
	if v.Wide != nil {
		return v.Wide
	}
	return v.Tall
}

// embedPNG is a picture as an address with its size; nil for none.
func embedPNG(open func() ([]byte, error)) (*thumbView, error) {
	if open == nil {
		return nil, nil
	}
	data, err := open()
	if err != nil {
		return nil, err
	}
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return &thumbView{dataURL(data), size.Width, size.Height}, nil
}

// Sources are the sources of what the campaign is about, each once, for the
// readers of a voice.
func (d *document) Sources(v voice) []CardText {
	var all []CardText
	seen := make(map[string]bool)
	for _, id := range d.What.Cards {
		for _, c := range d.Cards {
			t := c.Texts[v.Lang]
			if c.ID == id && t.Source != "" && !seen[t.Source] {
				seen[t.Source] = true
				all = append(all, t)
			}
		}
	}
	return all
}
