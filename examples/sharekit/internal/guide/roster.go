package guide

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/people"
)

// takeRoster reads a list of those in office: a table of any town, or the lists
// of Congress. Offices and areas that the campaign does not know yet it gets with
// them.
func (d *Draft) takeRoster(c *campaign.Campaign, v Values) []Problem {
	name, data, ok := uploaded(v.get("list"))
	if !ok {
		if v.get("list") == "" {
			c.People, c.Offices, c.Areas = campaign.Roster{}, campaign.Offices{}, campaign.Areas{}
		}
		return nil
	}
	asOf, err := campaign.ParseDate(v.get("list_as_of"))
	if err != nil || asOf.Day == 0 {
		return []Problem{d.problem(Fix, "list_as_of", "needed-as-of")}
	}
	list, err := people.Import(c, asOf, people.File{Name: name, Data: data})
	for tries := 0; tries < 3 && (rosterDraft{d}).meet(c, err); tries++ { // areas and offices, then numbers
		list, err = people.Import(c, asOf, people.File{Name: name, Data: data})
	}
	if err != nil {
		return rosterDraft{d}.rows(err)
	}
	c.People = *list
	for i := range list.List {
		rosterDraft{d}.addOffice(c, list.List[i].Office)
	}
	if len(c.Areas.List) == 0 {
		rosterDraft{d}.seat(c)
	}
	return nil
}

// A rosterDraft fits a draft to a list of those in office.
type rosterDraft struct{ *Draft }

// rows are the mistakes of a list, the first few: each names its row.
func (d rosterDraft) rows(err error) (all []Problem) {
	var load *campaign.LoadError
	if !errors.As(err, &load) {
		return []Problem{d.said(Fix, "list", err)}
	}
	for _, m := range load.Mistakes[:min(3, len(load.Mistakes))] {
		p := d.said(Fix, "list", m)
		if line := m.Position().Line; line > 0 {
			p.Text = d.Word("row", "n", strconv.Itoa(line)) + p.Text
		}
		all = append(all, p)
	}
	return all
}

// meet adds the offices that mistakes say are not known, and how numbers of ten
// digits are dialled, as those of North America are.
func (d rosterDraft) meet(c *campaign.Campaign, err error) (met bool) {
	for _, m := range campaign.Mistakes(err) {
		if phone, _ := m.Values()["phone"].(string); m.Rule() == "person-phone" && c.People.Dial == "" && len(dialled(phone)) == len("+15550100142") {
			c.People.Dial, met = "+1", true
		}
		if m.Rule() == "area-unknown" {
			c.Areas, met = campaign.Areas{}, true // those of a list before
		}
		name, _ := m.Values()["name"].(string)
		if m.Rule() != "office-none" && m.Rule() != "office-unknown" || name == "" {
			continue
		}
		d.addOffice(c, name)
		met = true
	}
	return met
}

// addOffice adds what an office is called: as the built-in campaign calls those
// of Congress, else by its name in the list.
func (d rosterDraft) addOffice(c *campaign.Campaign, name string) {
	kind, known := campaign.OfficeKind(name), false
	if _, ok := c.Offices.Words(name); ok {
		return
	}
	for _, o := range campaign.Default().Offices.List {
		if campaign.OfficeKind(o.ID) == kind {
			o.Finder, o.Like, known = "", "", true
			o.Title, o.Greeting, o.InSentence = spoken(c, o.Title), spoken(c, o.Greeting), spoken(c, o.InSentence)
			o.Heading, o.None, o.Over = spoken(c, o.Heading), spoken(c, o.None), nil
			c.Offices.List = append(c.Offices.List, o)
		}
	}
	if known {
		return
	}
	w := campaign.OfficeWords{ID: name, Title: campaign.Text{}, Greeting: campaign.Text{}, InSentence: campaign.Text{}}
	for _, lang := range c.Languages {
		title := strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "-", " ")
		w.Title[lang], w.InSentence[lang] = title, title
		w.Greeting[lang] = Word(wordsFor(lang), "greeting", "office", title)
	}
	c.Offices.List = append(c.Offices.List, w)
}

// spoken is a text in the campaign's languages.
func spoken(c *campaign.Campaign, t campaign.Text) campaign.Text {
	if len(t) == 0 {
		return nil
	}
	out := make(campaign.Text)
	for _, lang := range c.Languages {
		out[lang] = t.In(lang)
	}
	return out
}

// seat gives the campaign the areas of its people, with as many seats of each
// office as the list has.
func (d rosterDraft) seat(c *campaign.Campaign) {
	built := campaign.Default()
	c.Areas = campaign.Areas{Label: make(campaign.Text)}
	for _, lang := range c.Languages {
		c.Areas.Label[lang] = Word(wordsFor(lang), "area_label")
	}
	for i := range c.People.List {
		p := &c.People.List[i]
		if p.State == "" {
			continue
		}
		area := areaFor(c, built, p.State)
		kind := campaign.OfficeKind(p.Office)
		at := slices.IndexFunc(area.Seats, func(s campaign.Seats) bool { return s.Office == kind })
		if at < 0 {
			area.Seats = append(area.Seats, campaign.Seats{Office: kind, Whole: p.District == ""})
			at = len(area.Seats) - 1
		}
		area.Seats[at].N++
	}
}

// areaFor is an area of the campaign, a new one if it has none of that code: a
// state with its seats and postal codes if it is one.
func areaFor(c, built *campaign.Campaign, code string) *campaign.Area {
	for i := range c.Areas.List {
		if c.Areas.List[i].Code == code {
			return &c.Areas.List[i]
		}
	}
	a := campaign.Area{Code: code, Name: make(campaign.Text)}
	for _, lang := range c.Languages {
		a.Name[lang] = code
	}
	for _, b := range built.Areas.List {
		if b.Code == code {
			a.Name, a.Codes = spoken(c, b.Name), b.Codes
		}
	}
	c.Areas.List = append(c.Areas.List, a)
	return &c.Areas.List[len(c.Areas.List)-1]
}
