package page

import (
	"strconv"
	"time"
)

// date writes an ISO date with the month in words, in the language's order.
func (v *vocabulary) date(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return fill(v.Date, "day", strconv.Itoa(t.Day()), "mon", v.Months[t.Month()-1], "year", strconv.Itoa(t.Year()))
}
