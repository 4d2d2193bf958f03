package page

import (
	"html"
	"html/template"
)

// A letterView is a Letter as the templates see it.
type letterView struct {
	Letter
	Fields []Field // those asked here
	Folded bool    // not the first of its section
	Script bool    // spoken, so neither copied nor printed
}

// LettersOf are the letters of a section.
func (d *document) LettersOf(id string) []letterView {
	var all []letterView
	for _, l := range d.Letters {
		if l.Section == "" {
			l.Section = SectionWrite
		}
		if l.Section == id {
			all = append(all, letterView{l, d.asked(l), len(all) > 0, id == SectionCall})
		}
	}
	return all
}

// asked are the fields that a letter asks itself: a script takes from the
// first letter what that one asks already.
func (d *document) asked(l Letter) []Field {
	if l.Section != SectionCall {
		return l.Fields
	}
	elsewhere := make(map[string]bool)
	for _, first := range d.LettersOf(SectionWrite) {
		for _, f := range first.Fields {
			elsewhere[f.ID] = !first.Folded || elsewhere[f.ID]
		}
	}
	var fields []Field
	for _, f := range l.Fields {
		if !elsewhere[f.ID] {
			fields = append(fields, f)
		}
	}
	return fields
}

// A fieldView is a Field with the id of its control.
type fieldView struct {
	Field
	At string
}

func newFieldView(letter string, f Field) fieldView {
	return fieldView{f, letter + "-" + f.ID}
}

// body is the text of a letter in all languages, each {slot} an element that
// shows its blank until it is filled.
func (d *document) body(l letterView) template.HTML {
	var all template.HTML
	for _, v := range d.speech.voices(l.Body.has) {
		text := html.EscapeString(l.Body[v.Lang])
		for _, f := range l.Letter.Fields {
			text = fill(text, f.ID, slot(f, v.Lang))
		}
		all += template.HTML(d.speech.span("div", v, text))
	}
	return all
}

func slot(f Field, lang string) string {
	blank := f.Blank[lang]
	if blank == "" {
		blank = f.Label[lang]
	}
	if blank == "" {
		blank = f.ID
	}
	return `<u class="slot" data-slot="` + f.ID + `">[` + html.EscapeString(blank) + `]</u>`
}
