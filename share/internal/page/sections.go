package page

import (
	"html/template"
	"strconv"
)

// A section is a row in the list at the head of More.
type section struct {
	ID    string
	Title template.HTML
	Side  template.HTML // what stands at the end of the row
}

// Sections are the parts of More that are there, in their order.
func (d *document) Sections() ([]section, error) {
	var all []section
	var failed error
	add := func(there bool, id string, n int) {
		title, err := d.speech.word(id)
		if err != nil {
			failed = err
		}
		if there {
			all = append(all, section{id, title, count(n)})
		}
	}
	add(len(d.Kit.Steps) > 0, "steps", 0)
	add(len(d.PrintFiles()) > 0, "print", 0)
	for _, p := range d.Kit.Pages {
		all = append(all, section{p.ID, d.speech.text(p.Title), d.speech.text(p.Hint)})
	}
	add(len(d.Accounts) > 0, "tags", 0)
	add(len(d.Changes) > 0, "updates", len(d.Changes))
	add(len(d.OtherFiles()) > 0, "files", 0)
	add(len(d.Cards) > 0, "sources", len(d.Cards))
	return all, failed
}

// count is a number, or nothing for 0.
func count(n int) template.HTML {
	if n == 0 {
		return ""
	}
	return template.HTML(strconv.Itoa(n))
}
