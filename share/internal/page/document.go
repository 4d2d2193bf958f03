package page

import (
	"embed"
	"encoding/json"
	"html/template"
)

//go:embed *.tmpl
var templateFiles embed.FS

// A document is a kit with the means to say it, for the templates.
type document struct {
	*Kit
	speech *speech
	set    *template.Template
	Grid   []cardView
}

func newDocument(k *Kit) (*document, error) {
	s, err := newSpeech(k)
	if err != nil {
		return nil, err
	}
	d := &document{Kit: k, speech: s}
	d.set, err = template.New("page").Funcs(d.funcs()).ParseFS(templateFiles, "*.tmpl")
	return d, err
}

func (d *document) funcs() template.FuncMap {
	return template.FuncMap{
		"word": d.speech.word, "wordDate": d.speech.wordDate, "wordCount": d.speech.wordCount,
		"wordIn": d.speech.wordIn, "wordJSON": d.speech.wordJSON,
		"text": d.speech.text, "textJSON": d.speech.textJSON, "date": d.speech.date,
		"formatJSON": d.formatJSON, "formatName": d.formatName, "cardName": d.cardName,
		"markdown": d.markdown, "body": d.body, "field": newFieldView,
		"ltr": ltr, "inc": func(n int) int { return n + 1 },
		"outside": isOutside, "url": checked,
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
	return len(d.Phones)+len(d.Finders)+len(d.LettersOf(SectionCall))+len(d.LettersOf(SectionWrite)) > 0
}

// HasMore reports whether there is anything under More.
func (d *document) HasMore() bool {
	return len(d.Kit.Steps)+len(d.Files)+len(d.Pages)+len(d.Accounts)+len(d.Changes)+len(d.Cards) > 0
}

// NewestChanges are the two that Start shows.
func (d *document) NewestChanges() []Change { return d.Changes[:min(2, len(d.Changes))] }

// PrintFiles are the files to print.
func (d *document) PrintFiles() []File { return d.files(true) }

// OtherFiles are the files that are not for printing.
func (d *document) OtherFiles() []File { return d.files(false) }

func (d *document) files(print bool) []File {
	var all []File
	for _, f := range d.Files {
		if f.Print == print {
			all = append(all, f)
		}
	}
	return all
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
		name["en"] = f.ID
	}
	return name
}

func (d *document) formatJSON(f Format) (string, error) {
	return d.speech.textJSON(d.formatText(f))
}

func (d *document) formatName(id string) template.HTML {
	for _, f := range d.Formats {
		if f.ID == id {
			return d.speech.text(d.formatText(f))
		}
	}
	return template.HTML(template.HTMLEscapeString(id))
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

// encode is JSON that may stand in an attribute or a script.
func encode(x any) (string, error) {
	data, err := json.Marshal(x)
	return string(data), err
}
