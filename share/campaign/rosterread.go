package campaign

import (
	"context"
	"path"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// ReadRoster reads a file that has the form of people.yaml; one whose name
// ends in .json is JSON. The error is a [*LoadError].
func ReadRoster(file string, data []byte) (Roster, error) {
	var list Roster
	r := &report{sources: map[string][]byte{file: data}}
	parse := read.YAML
	if path.Ext(file) == ".json" {
		parse = read.JSON
	}
	t, err := parse(context.Background(), file, data)
	if f, ok := err.(*read.Flaw); ok {
		r.flaw(f)
	} else {
		newDecoder(file, places{}, &read.Uses{}, r).Decode(&t, &list)
	}
	return list, r.err()
}

// ValidateRoster holds the people of a campaign, and what they name, to the
// rules of [Load]. The error is a [*LoadError].
func (c *Campaign) ValidateRoster() error {
	part := Campaign{Languages: c.Languages, People: c.People, Offices: c.Offices, Areas: c.Areas}
	v := validator{c: part.placed(), report: &report{}}
	valueRules{&v}.values()
	rosterRules{&v}.roster()
	return v.report.err()
}
