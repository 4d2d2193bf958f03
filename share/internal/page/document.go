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
		"formatJSON": d.formatJSON, "formatIn": d.formatIn, "itemName": d.itemName, "itemVoice": d.itemVoice, "weight": weight,
		"written": d.Written, "cardName": d.cardName,
		"markdown": d.markdown, "body": d.body, "field": d.field,
		"ltr": ltr, "inc": func(n int) int { return n + 1 },
		"outside": isOutside, "url": checked, "anchor": anchor, "pageName": d.pageName,
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

// formatText is the name of a format in all languages.
func (d *document) formatText(f Format) Text {
	if !f.Name.Empty() {
		return f.Name
	}
	name := make(Text)
	for tag, v := range d.speech.words {
		if word := v.Page["format_"+f.ID]; word != "" && v.own("format_"+f.ID) {
			name[tag] = word
		}
	}
	if name.Empty() {
		name["en"] = strings.ToUpper(f.ID)
	}
	return name
}

func (d *document) formatJSON(f Format) (string, error) {
	return d.speech.textJSON(d.formatText(f))
}

// formatIn is the name of a format inside a part that only the readers of a
// language see; empty: all do.
func (d *document) formatIn(lang, id string) template.HTML { return d.speech.textIn(lang, d.named(id)) }

// named is the name of a format, of the kit's or built in; else its id.
func (d *document) named(id string) Text {
	f := Format{ID: id}
	for _, own := range d.Formats {
		if own.ID == id {
			f = own
		}
	}
	return d.formatText(f)
}

// Kind tells a file from others: its format, or its name's ending.
func (f File) Kind() string { return cmp.Or(f.Format, strings.TrimPrefix(path.Ext(f.Path), ".")) }

// itemName is what an item is called.
func (d *document) itemName(i Item) template.HTML {
	if name, ok := d.speech.app(i.App); ok {
		return name
	}
	if i.Name.Empty() {
		return d.formatIn(i.Lang, i.Files[0].Format)
	}
	return d.speech.textIn(i.Lang, i.Name)
}

// itemVoice is for whom an item is; nil: everybody.
func (d *document) itemVoice(i Item) *voice {
	if i.Lang == "" {
		return nil
	}
	return &voice{Class: i.Lang, Lang: i.Lang, Dir: d.speech.dir(i.Lang)}
}

// weight is a file's size as people read it.
func weight(bytes int64) string {
	return fmt.Sprintf("%d KB", max(1, (bytes+500)/1000))
}

// cardName is the headline of a card in all languages.
func (d *document) cardName(id string) template.HTML {
	name := make(Text)
	for _, c := range d.Cards {
		for lang, t := range c.Texts {
			if c.ID == id {
				name[lang] = t.Headline
			}
		}
	}
	return d.speech.text(name)
}

// pageName is the title of a page in all languages.
func (d *document) pageName(id string) template.HTML {
	for _, p := range d.Pages {
		if p.ID == id {
			return d.speech.text(p.Title)
		}
	}
	return ""
}

// encode is JSON that may stand in an attribute or a script.
func encode(x any) (string, error) {
	data, err := json.Marshal(x)
	return string(data), err
}
