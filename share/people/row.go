package people

import (
	"cmp"
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A Row is what there is to know of one in office, in one language. It is plain
// data, safe for concurrent use as long as nobody changes it.
type Row struct {
	ID         string                 `json:"id"`
	Seat       string                 `json:"seat"`
	Title      string                 `json:"title"`
	Name       string                 `json:"name"`
	Phone      string                 `json:"phone,omitempty"`
	URL        string                 `json:"url,omitempty"`
	Address    string                 `json:"address,omitempty"`
	Until      string                 `json:"until,omitempty"`
	AsOf       string                 `json:"as_of"` // of the list
	Committees []string               `json:"committees,omitempty"`
	Local      []campaign.LocalOffice `json:"local,omitempty"`
}

// Rows are those in office as a program or a list shows them: the title of
// their office in a language, else its id, and committees with what their
// members can be asked. The slice is never nil.
func Rows(c *campaign.Campaign, lang string, all []campaign.Person) []Row {
	rows := []Row{}
	for i := range all {
		p := &all[i]
		w, _ := c.Offices.Words(p.Office)
		r := Row{
			ID: p.ID, Seat: p.Seat(), Title: cmp.Or(w.Title.In(lang), p.Office), Name: p.Name, Phone: p.Phone, URL: p.URL,
			Address: p.Address, Until: p.Until.String(), AsOf: c.People.AsOf.String(), Local: p.Local,
		}
		for _, k := range c.Offices.Committees {
			if slices.Contains(p.Committees, k.ID) {
				r.Committees = append(r.Committees, strings.TrimSuffix(k.Name.In(lang)+": "+k.Ask.In(lang), ": "))
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// WriteTable writes those in office as rows of a table for cards (CSV), called
// by their seats.
func WriteTable(out io.Writer, c *campaign.Campaign, lang string, all []campaign.Person) error {
	w := csv.NewWriter(out)
	w.Write([]string{"id", "seat", "place", "title", "name", "last-name", "phone", "address", "url", "as-of"})
	for i, r := range Rows(c, lang, all) {
		area, _ := c.Areas.Area(all[i].State)
		place := cmp.Or(area.Name.In(lang), all[i].State)
		w.Write([]string{campaign.Slug(r.Seat + " " + r.ID), r.Seat, place, r.Title, r.Name, all[i].LastName, r.Phone, r.Address, r.URL, r.AsOf})
	}
	w.Flush()
	return w.Error()
}

// Lines are how to reach one in office, and what they can be asked.
func (r *Row) Lines() []string {
	lines := append([]string{r.Phone, r.URL, r.Address}, r.Committees...)
	for _, o := range r.Local {
		lines = append(lines, o.Town+": "+o.Phone)
	}
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}

// Seat is how the seat is called, such as NY-7.
func (v Vacancy) Seat() string {
	return (&campaign.Person{State: v.Area.Code, District: v.District}).Seat()
}

// Telling are the vacancies to tell of beside some of those in office: those of
// their areas. Of the whole list the terms that are over are only counted.
func Telling(c *campaign.Campaign, shown []campaign.Person, all []Vacancy) (told []Vacancy, over int) {
	whole := len(shown) == len(c.People.List)
	for _, v := range all {
		switch {
		case whole && v.Former != "":
			over++
		case whole || slices.ContainsFunc(shown, func(p campaign.Person) bool { return p.State == v.Area.Code }):
			told = append(told, v)
		}
	}
	return told, over
}
