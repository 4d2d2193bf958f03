package people_test

import (
	"fmt"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/people"
)

// A table that somebody wrote becomes the people of a campaign.
func ExampleImport() {
	table := "name,office,state,phone,until\nAna Prado Example,mayor-f,Millbrook,+1 555 010 0142,2027-05-02\n"
	list, err := people.Import(&campaign.Campaign{}, campaign.Date{Year: 2026, Month: time.June, Day: 15}, people.File{Name: "council.csv", Data: []byte(table)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(list.YAML()))
	// Output:
	// # yaml-language-server: $schema=schema/people.schema.json
	// as_of: 2026-06-15
	// people:
	//   - {id: millbrook-ana-prado-example, name: Ana Prado Example, office: mayor-f, state: Millbrook, phone: "+1 555 010 0142", until: 2027-05-02}
}

// Nobody is found after the last day of a term.
func ExampleFind() {
	c := &campaign.Campaign{People: campaign.Roster{List: []campaign.Person{
		{ID: "a", Name: "Ana Prado Example", Office: "councillor-f", State: "North", District: "2", Until: campaign.Date{Year: 2027, Month: time.May, Day: 2}},
	}}}
	for _, day := range []int{2, 3} {
		found, err := people.Find(c, "North-2", time.Date(2027, time.May, day, 0, 0, 0, 0, time.UTC))
		fmt.Println(len(found), err)
	}
	// Output:
	// 1 <nil>
	// 0 the term of Ana Prado Example (North-2) ended on 2027-05-02; ask the office who holds the seat now
}
