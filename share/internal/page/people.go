package page

import (
	"encoding/json"
	"fmt"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// People are those in office whom readers may call and write to, as they were
// on a day. Terms are compared with the day of the reader's device.
type People struct {
	AsOf       string // ISO date
	Dial       string // the digits that go before numbers without a +: "1"
	AreaLabel  Text   // what to choose: "Your state"
	CodeLabel  Text   // what to type instead: "ZIP code"; empty: postal codes are not asked for
	Tally      Text   // what was done, with {offices} and {results}; empty: the built-in sentence
	Offices    []PeopleOffice
	Committees []PeopleCommittee
	Areas      []PeopleArea
	List       []Person
}

// A PeopleOffice is what an office is called; one of a woman or a man has the
// id of its kind with -f or -m.
type PeopleOffice struct {
	ID       string `json:"id"`
	Title    Text   `json:"title"`              // before a name
	Greeting Text   `json:"greeting,omitempty"` // before the last name, on a postcard
	Heading  Text   `json:"heading,omitempty"`  // above those who hold it
	None     Text   `json:"none,omitempty"`     // where an area has none
	Over     Text   `json:"over,omitempty"`     // when terms have ended, with {date}
	Finder   string `json:"finder,omitempty"`   // the address that says who holds it
}

// A PeopleCommittee is a committee and what its members can be asked.
type PeopleCommittee struct {
	Name Text `json:"name"`
	Ask  Text `json:"ask,omitempty"`
}

// A PeopleArea is a part of the country with its seats.
type PeopleArea struct {
	Code  string
	Name  Text
	Codes string // how its postal codes begin
	Seats []PeopleSeats
}

// PeopleSeats are those of one office: one of the whole area, or a district each.
type PeopleSeats struct {
	Office string
	N      int
	Whole  bool
}

// A Person is somebody in office.
type Person struct {
	ID, Name, LastName string
	Office             string // the id of a PeopleOffice
	Area, District     string // the code of a PeopleArea; "" for an office of all of it
	Phone              string // as printed
	URL                string
	Address            []string // its lines
	Until              string   // ISO date, the last day of the term; "" if not known
	Committees         []int    // of People.Committees
	Local              []PersonOffice
}

// A PersonOffice is a further office.
type PersonOffice struct{ Town, Phone string }

// peopleData is what the script gets: people and areas as rows, which take half
// the room of objects.
type peopleData struct {
	AsOf       string            `json:"asOf"`
	Dial       string            `json:"dial"`
	Area       Text              `json:"area"`
	Code       Text              `json:"code,omitempty"`
	Tally      Text              `json:"tally,omitempty"`
	Offices    []PeopleOffice    `json:"offices"`
	Committees []PeopleCommittee `json:"committees"`
	Areas      [][]any           `json:"areas"` // code, name, postal codes, [office, number, whole]…
	List       [][]any           `json:"list"`  // in the order of Person's fields
}

func (d *document) people() *peopleData {
	p := d.People
	if p == nil {
		return nil
	}
	v := &peopleData{AsOf: p.AsOf, Dial: p.Dial, Area: d.spoken(p.AreaLabel), Tally: p.Tally, Committees: []PeopleCommittee{}}
	if !p.CodeLabel.Empty() {
		v.Code = d.spoken(p.CodeLabel)
	}
	for _, o := range p.Offices {
		o.Title = d.spoken(o.Title)
		v.Offices = append(v.Offices, o)
	}
	for _, c := range p.Committees {
		v.Committees = append(v.Committees, PeopleCommittee{Name: d.spoken(c.Name), Ask: c.Ask})
	}
	for _, a := range p.Areas {
		seats := make([][]any, len(a.Seats))
		for i, s := range a.Seats {
			seats[i] = []any{s.Office, s.N, s.Whole}
		}
		v.Areas = append(v.Areas, []any{a.Code, d.spoken(a.Name), a.Codes, seats})
	}
	for _, x := range p.List {
		local := make([][]string, len(x.Local))
		for i, o := range x.Local {
			local[i] = []string{o.Town, o.Phone}
		}
		v.List = append(v.List, []any{
			x.ID, x.Name, x.LastName, x.Office, x.Area, x.District, x.Phone, x.URL, append([]string{}, x.Address...), x.Until,
			append([]int{}, x.Committees...), local,
		})
	}
	return v
}

// peoplePart is the element that holds the people, apart from the data that
// every page has.
func (d *document) peoplePart() (string, error) {
	p := d.people()
	if p == nil {
		return "", nil
	}
	data, err := json.Marshal(p)
	if err != nil {
		return "", err
	}
	return d.held("people-data", data)
}

func (c *checker) people() {
	p := c.kit.People
	if p == nil {
		return
	}
	c.date("People.AsOf", p.AsOf)
	if len(p.Areas) == 0 || len(p.Offices) == 0 || len(p.List) == 0 {
		c.fail("page-none", "People", nil)
	}
	for i, o := range p.Offices {
		if o.Finder != "" {
			c.link(fmt.Sprintf("People.Offices[%d].Finder", i), o.Finder)
		}
	}
	for i, x := range p.List {
		field := fmt.Sprintf("People.List[%d]", i)
		c.id(field+".ID", x.ID)
		if x.URL != "" {
			c.link(field+".URL", x.URL)
		}
		for _, n := range x.Committees {
			if n < 0 || n >= len(p.Committees) {
				c.fail("page-id-unknown", field+".Committees", fault.Values{"id": fmt.Sprint(n)})
			}
		}
	}
}
