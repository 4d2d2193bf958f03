package page

import (
	"html"
	"html/template"
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A letterView is a Letter as the templates see it.
type letterView struct {
	Letter
	Fields []Field // those asked here
	Folded bool    // not the first of its tab
	Alone  bool    // all that its section has, so that it needs no heading of its own
	Script bool    // spoken, so neither copied nor printed
}

// Level is the level of the headings in what is said about the letter.
func (l letterView) Level() int {
	if l.Alone {
		return 3
	}
	return 4
}

// LettersOf are the letters of a section.
func (d *document) LettersOf(id string) []letterView {
	alone := slices.ContainsFunc(d.Pages, func(p Page) bool { return p.ID == id && p.Body.Empty() })
	var all []letterView
	for _, l := range d.Letters {
		if l.Section == "" {
			l.Section = SectionWrite
		}
		if l.Section == id {
			first := len(all) == 0
			all = append(all, letterView{
				Letter: l, Fields: asked(l), Script: id == SectionCall,
				Folded: !first || !isForm(id) && !alone, Alone: alone && first,
			})
		}
	}
	return all
}

// First is asked before letters that ask, nil if there is none or no such letter.
func (d *document) First() *Question {
	i := slices.IndexFunc(d.Gate.Questions, func(q Question) bool { return q.Quiet })
	if i < 0 || !slices.ContainsFunc(d.Letters, func(l Letter) bool { return l.Asks }) {
		return nil
	}
	return &d.Gate.Questions[i]
}

// isForm reports a section that is there to be filled in.
func isForm(section string) bool { return section == SectionCall || section == SectionWrite }

// asked are the fields of a letter. What is read aloud may lack some.
func asked(l Letter) []Field {
	fields := slices.Clone(l.Fields)
	for i := range fields {
		if l.Section == SectionCall {
			fields[i].Required, fields[i].MinWords = false, 0
		}
	}
	return fields
}

// A fieldView is a Field with the id of its control.
type fieldView struct {
	Field
	At    string
	Class string // "t en" if the letter asks it of readers of en alone

	Optional bool // and to be called so
}

func (d *document) field(l letterView, f Field) fieldView {
	class, voices, n := "t", d.speech.voices(l.Body.has), 0
	for _, v := range voices {
		if strings.Contains(l.Subject[v.Lang]+l.Body[v.Lang], "{"+f.ID+"}") {
			class += " " + v.Class
			n++
		}
	}
	if n == len(voices) {
		class = ""
	}
	at := l.ID + "-" + strings.TrimPrefix(f.ID, l.ID+"-") // a field of this letter alone may begin with its name
	return fieldView{f, at, class, !f.Required && !l.Script}
}

// body is the text of a letter in all languages, each {slot} an element that
// shows its blank until it is filled.
func (d *document) body(l letterView) template.HTML {
	var all template.HTML
	for _, v := range d.speech.voices(l.Body.has) {
		text := l.slots(l.Body[v.Lang], v.Lang)
		if l.Script {
			text = parts(text)
		} else if s := l.Subject[v.Lang]; s != "" {
			word := html.EscapeString(d.speech.words[d.speech.reader(v)].Page["subject"])
			text = word + ": <span data-subject>" + l.slots(s, v.Lang) + "</span>\n\n" + text
		}
		all += template.HTML(d.speech.span("div", v, text))
	}
	return all
}

// slots is a text with an element in the place of each field.
func (l letterView) slots(text, lang string) string {
	lines := strings.Split(html.EscapeString(text), "\n")
	for i, line := range lines {
		stays := l.stays(line)
		var pairs []string
		for _, f := range l.Letter.Fields {
			pairs = append(pairs, "{"+f.ID+"}", slot(f, lang, stays))
		}
		lines[i] = strings.NewReplacer(pairs...).Replace(line)
	}
	return strings.Join(lines, "\n")
}

// stays reports a line that says something only with its optional fields: left
// empty, they stay to be seen, since the line is to be struck out.
func (l letterView) stays(line string) bool {
	rest := line
	for _, f := range l.Letter.Fields {
		if !strings.Contains(rest, "{"+f.ID+"}") {
			continue
		}
		if f.Required {
			return false
		}
		rest = strings.ReplaceAll(rest, "{"+f.ID+"}", "")
	}
	return rest != line && strings.ContainsFunc(rest, unicode.IsLetter)
}

var heading = pattern.New(`(?m)^#{1,6} +(.*)$`)

// parts sets a script out part by part: what to say if somebody answers
// first, what else there may be to say behind its heading.
func parts(text string) string {
	var b strings.Builder
	names := heading().FindAllStringSubmatch(text, -1)
	for i, said := range heading().Split(text, -1) {
		said = strings.TrimSpace(said)
		switch {
		case said == "":
		case i == 0:
			b.WriteString(quoted(said))
		case i == 1:
			b.WriteString("<h4>" + names[0][1] + "</h4>" + quoted(said))
		default:
			b.WriteString(`<details class="drawer" open><summary><h4>` + names[i-1][1] + "</h4></summary>" + quoted(said) + "</details>")
		}
	}
	return b.String()
}

func quoted(said string) string { return `<blockquote class="script">` + said + "</blockquote>" }

func slot(f Field, lang string, stays bool) string {
	blank := f.Blank[lang]
	if blank == "" {
		blank = f.Label[lang]
	}
	if blank == "" {
		blank = f.ID
	}
	mark := ""
	if stays {
		mark = " data-stays"
	}
	return `<u class="slot" data-slot="` + f.ID + `"` + mark + `>[` + html.EscapeString(blank) + `]</u>`
}
