package people_test

import (
	"slices"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/people"
)

// TestRows: everybody in the list has a row with an office's title, and rows
// say nothing that is empty.
func TestRows(t *testing.T) {
	c := campaign.Default()
	rows := people.Rows(c, "es", c.People.List)
	if len(rows) != len(c.People.List) {
		t.Fatalf("%d rows of %d people", len(rows), len(c.People.List))
	}
	for i := range rows {
		if r := &rows[i]; r.Title == "" || r.Seat == "" || slices.Contains(r.Lines(), "") {
			t.Errorf("%+v", r)
		}
	}
	if rows := people.Rows(c, "es", nil); rows == nil {
		t.Error("no rows are null in JSON")
	}
}

// TestTelling: of one area its own vacancies are told, of the whole list all
// but the terms that are over.
func TestTelling(t *testing.T) {
	c := campaign.Default()
	all := people.Vacancies(c, time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC))
	one := c.People.List[:1]
	told, over := people.Telling(c, one, all)
	for _, v := range told {
		if v.Area.Code != one[0].State || v.Seat() == "" {
			t.Errorf("told of %s beside %s", v.Area.Code, one[0].State)
		}
	}
	if len(told) == 0 || over != 0 {
		t.Errorf("of one area %d, %d over", len(told), over)
	}
	if told, over := people.Telling(c, c.People.List, all); over+len(told) != len(all) || over == 0 {
		t.Errorf("of the whole list %d told, %d over, of %d", len(told), over, len(all))
	}
}
