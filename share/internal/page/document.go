package page

import (
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"strings"
)

//go:embed *.tmpl
var templateFiles embed.FS

// A document is a kit with the means to say it, for the templates.
type document struct {
	*Kit
	speech *speech
	set    *template.Template
	Grid   []cardView
	Heroes []heroView
}

func newDocument(k *Kit) (*document, error) {
	s, err := newSpeech(k)
	if err != nil {
		return nil, err
	}
	d := &document{Kit: k, speech: s}
	if d.set, err = template.New("page").Funcs(d.funcs()).ParseFS(templateFiles, "*.tmpl"); err != nil {
		return nil, err
	}
	d.Heroes, err = d.heroes()
	return d, err
}

func (d *document) funcs() template.FuncMap {
	return template.FuncMap{
		"word": d.speech.word, "wordDate": d.speech.wordDate, "wordCount": d.speech.wordCount,
		"wordIn": d.speech.wordIn, "wordJSON": d.speech.wordJSON, "appJSON": d.speech.appJSON, "name": d.speech.name,
		"text": d.speech.text, "textJSON": d.speech.textJSON, "date": d.speech.date,
		"formatJSON": d.speech.formatJSON, "formatIn": d.speech.formatIn, "itemName": d.speech.itemName, "itemVoice": d.speech.itemVoice, "weight": weight,
		"written": d.Written, "cardName": d.speech.cardName,
		"markdown": d.markdown, "body": d.body, "field": d.field,
		"ltr": ltr, "inc": func(n int) int { return n + 1 },
		"outside": isOutside, "url": checked, "anchor": anchor, "pageName": d.speech.pageName,
		"shown": func(link string) string { return strings.TrimPrefix(link, "mailto:") },
	}
}

// checked is an address that has passed check.
func checked(address string) template.URL { return template.URL(address) }

// ltr is a text that reads from left to right whatever stands around it.
func ltr(s string) template.HTML {
	return template.HTML(`<bdi dir="ltr">` + template.HTMLEscapeString(s) + `</bdi>`)
}

// markdown renders a Text in all languages.
func (d *document) markdown(t Text, top int) (template.HTML, error) {
	var all template.HTML
	for _, v := range d.speech.voices(t.has) {
		m := markdown{top: top, outside: d.speech.words[d.speech.reader(v)].Page["outside"]}
		html, err := m.render(t[v.Lang])
		if err != nil {
			return "", err
		}
		all += template.HTML(d.speech.span("div", v, string(html)))
	}
	return all, nil
}

// HasAct reports whether there is anything under the tab for representatives.
func (d *document) HasAct() bool {
	return d.People != nil || len(d.Phones)+len(d.Finders)+len(d.Addresses)+len(d.LettersOf(SectionCall))+len(d.LettersOf(SectionWrite)) > 0
}

// HasMore reports whether there is anything under More.
func (d *document) HasMore() bool {
	return len(d.Steps)+len(d.Items)+len(d.Pages)+len(d.Accounts)+len(d.Changes)+len(d.Cards) > 0
}

// HasWhat reports whether the page says what the campaign is about.
func (d *document) HasWhat() bool { return !d.WhatIs.Empty() || !d.What.Body.Empty() }

// WhatBody is what it says on the screen of its own.
func (d *document) WhatBody() Text {
	if d.What.Body.Empty() {
		return d.WhatIs
	}
	return d.What.Body
}

// WhatVoices are the languages that it says it in.
func (d *document) WhatVoices() []voice { return d.speech.voices(d.WhatBody().has) }

// Shared is how many cards may be posted.
func (d *document) Shared() (n int) {
	for _, c := range d.Cards {
		if c.Status == Current {
			n++
		}
	}
	return n
}

// Kind tells a file from others: its format, or its name's ending.
func (f File) Kind() string { return cmp.Or(f.Format, strings.TrimPrefix(path.Ext(f.Path), ".")) }

// weight is a file's size as people read it.
func weight(bytes int64) string {
	return fmt.Sprintf("%d KB", max(1, (bytes+500)/1000))
}

// encode is JSON that may stand in an attribute or a script.
func encode(x any) (string, error) {
	data, err := json.Marshal(x)
	return string(data), err
}
