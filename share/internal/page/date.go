package page

import (
	"fmt"
	"time"
)

// date writes an ISO date as day, month in words, year, in the order that is
// the same in every language of the page.
func (v *vocabulary) date(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return fmt.Sprintf("%d %s %d", t.Day(), v.Months[t.Month()-1], t.Year())
}
