package page

import (
	"cmp"
	"html/template"
	"strconv"
)

// A group is a part of the list that More begins with.
type group struct {
	Title    template.HTML
	Sections []section
}

// A section is a row of that list and what unfolds below it: one of the
// fields after Side.
type section struct {
	ID    string
	Title template.HTML
	Side  template.HTML // what stands at the end of the row

	Steps    []Step
	Items    []Item
	Lead     template.HTML // above Items
	Page     *Page
	Accounts []Account
	Changes  []Change
	Cards    []cardView
	Device   bool
	Link     string // a screen of its own
}

// partLeads say more of a part than where it lies: that a page cannot save a
// video over file:, and how large a zip is.
var partLeads = map[string]string{PartVideo: "video_lead", PartZips: "zips_lead"}

// Groups are the sections of More that there are, in their order: what to do,
// what the campaign has to read, what else is in the kit, and the page itself.
func (d *document) Groups() ([]group, error) {
	m := &menu{document: d}
	m.group(m.word("hour_title"))
	m.add(len(d.Steps) > 0, section{ID: "steps", Steps: d.Steps})
	m.items(PartPrint, "print_lead")
	m.items(PartEvents, "files_lead")
	for i := range d.Pages {
		m.page(&d.Pages[i])
	}
	m.group(m.word("in_this_kit"))
	for _, part := range []string{PartPages, PartPictures, PartCarousels, PartVideo, PartCodes, PartZips} {
		m.items(part, cmp.Or(partLeads[part], "files_lead"))
	}
	m.add(len(d.Accounts) > 0, section{ID: "tags", Accounts: d.Accounts})
	m.add(len(d.Changes) > 0, section{ID: "updates", Side: number(d.Changes), Changes: d.Changes})
	m.add(len(d.Cards) > 0, section{ID: "sources", Side: number(d.Grid), Cards: d.Grid})
	m.items(PartFiles, "files_lead")
	m.group(m.word("this_page"))
	m.add(true, section{ID: "device", Device: true})
	m.add(true, section{ID: "kept", Link: "#kept"})
	return m.there(), m.err
}

// A menu is the list of More in the making.
type menu struct {
	*document
	all []group
	err error
}

func (m *menu) word(key string) template.HTML {
	word, err := m.speech.word(key)
	if err != nil {
		m.err = err
	}
	return word
}

// group begins a group, or goes on with the one of that title.
func (m *menu) group(title template.HTML) *group {
	for i := range m.all {
		if m.all[i].Title == title {
			return &m.all[i]
		}
	}
	m.all = append(m.all, group{Title: title})
	return &m.all[len(m.all)-1]
}

// add puts a section at the end of the last group, if there is anything in it.
func (m *menu) add(there bool, s section) {
	if there {
		s.Title = m.word(s.ID)
		last := &m.all[len(m.all)-1]
		last.Sections = append(last.Sections, s)
	}
}

func (m *menu) items(part, lead string) {
	var all []Item
	for _, i := range m.Items {
		if i.Part == part || i.Part == "" && part == PartFiles {
			all = append(all, i)
		}
	}
	m.add(len(all) > 0, section{ID: part, Items: all, Lead: m.word(lead)})
}

func (m *menu) page(p *Page) {
	title := m.word("to_read")
	if !p.Group.Empty() {
		title = m.speech.text(p.Group)
	}
	g := m.group(title)
	g.Sections = append(g.Sections, section{ID: anchor(p.ID), Title: m.speech.text(p.Title), Side: m.speech.text(p.Hint), Page: p})
}

// there are the groups with anything in them.
func (m *menu) there() []group {
	var all []group
	for _, g := range m.all {
		if len(g.Sections) > 0 {
			all = append(all, g)
		}
	}
	return all
}

func number[T any](all []T) template.HTML { return template.HTML(strconv.Itoa(len(all))) }
