package people

import (
	"strconv"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// districts are those of the seats of an area: one is that of all of it.
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
