package share

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// pagePeople are those in office on the kit's day, nil without any. A page
// needs to know the areas: people are found by theirs.
func (p startPage) pagePeople() *page.People {
	c := p.campaign
	if len(c.People.List) == 0 || len(c.Areas.List) == 0 || len(c.Offices.List) == 0 {
		return nil
	}
	v := &page.People{
		AsOf: isoDay(c.People.AsOf), Dial: strings.Trim(c.People.Dial, "+ "),
		AreaLabel: p.pageText(c.Areas.Label), CodeLabel: p.pageText(c.Areas.Code), Tally: p.pageText(c.Offices.Tally),
	}
	for _, o := range c.Offices.List {
		w, _ := c.Offices.Words(o.ID)
		v.Offices = append(v.Offices, page.PeopleOffice{
			ID: o.ID, Title: p.pageText(w.Title), Greeting: p.pageText(w.Greeting), Heading: p.pageText(o.Heading), None: p.pageText(o.None), Over: p.pageText(o.Over),
			Finder: c.Finder(o.ID),
		})
	}
	for _, k := range c.Offices.Committees {
		v.Committees = append(v.Committees, page.PeopleCommittee{Name: p.pageText(k.Name), Ask: p.pageText(k.Ask)})
	}
	for _, a := range c.Areas.List {
		area := page.PeopleArea{Code: a.Code, Name: p.pageText(a.Name), Codes: a.Codes}
		for _, s := range a.Seats {
			area.Seats = append(area.Seats, page.PeopleSeats(s))
		}
		v.Areas = append(v.Areas, area)
	}
	for i := range c.People.List {
		v.List = append(v.List, p.pagePerson(&c.People.List[i]))
	}
	return v
}

func (p startPage) pagePerson(x *campaign.Person) page.Person {
	v := page.Person{
		ID: x.ID, Name: x.Name, LastName: x.LastName, Office: x.Office, Area: x.State, District: x.District,
		Phone: x.Phone, URL: x.URL, Until: isoDay(x.Until),
	}
	r := x.Recipient()
	v.Address = r.AddressLines()
	if v.LastName == "" {
		v.LastName = r.Surname()
	}
	for i, k := range p.campaign.Offices.Committees {
		if slices.Contains(x.Committees, k.ID) {
			v.Committees = append(v.Committees, i)
		}
	}
	for _, o := range x.Local {
		v.Local = append(v.Local, page.PersonOffice{Town: o.Town, Phone: o.Phone})
	}
	return v
}
