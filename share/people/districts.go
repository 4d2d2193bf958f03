package people

import (
	"strconv"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// districts lists the districts of an area's seats: "" where there are none, AtLarge
// where there is one.
func districts(s campaign.Seats) []string {
	if s.Whole {
		return []string{""}
	}
	if s.N == 1 {
		return []string{AtLarge}
	}
	all := make([]string, s.N)
	for i := range all {
		all[i] = strconv.Itoa(i + 1)
	}
	return all
}
