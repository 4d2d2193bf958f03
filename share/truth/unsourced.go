package truth

import (
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// unsourced finds a figure or a quotation on a card that says nowhere where it
// comes from.
func (r *reading) unsourced() {
	if r.Where != Card || r.Sourced || len(r.Facts) > 0 {
		return
	}
	for _, n := range r.numbers() {
		if n.kind != plain {
			r.find(campaign.Error, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
			return
		}
	}
	if at := quoted.FindStringIndex(r.Words); at != nil {
		r.find(campaign.Error, "quotation-unsourced", at[0], at[1], nil)
	}
}
