package truth

import (
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// unsourced finds a figure or a quotation on a card that says nowhere where it
// comes from, and in other free words a figure about the campaign's subject
// without a link and without anybody who says so.
func (r *reading) unsourced() {
	switch {
	case r.read || r.Sourced || len(r.Facts) > 0:
	case r.Where == Card:
		r.unsourcedCard()
	case !r.attributed():
		for _, n := range r.numbers() {
			if n.kind != plain && !n.isYear() && !r.aside(n) && len(r.subjects) > 0 && r.tells(n) {
				r.find(campaign.Error, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
				return
			}
		}
	}
}

func (r *reading) unsourcedCard() {
	for _, n := range r.numbers() {
		if n.kind != plain {
			r.find(campaign.Error, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
			return
		}
	}
	if at := quoted().FindStringIndex(r.Words); at != nil {
		r.find(campaign.Error, "quotation-unsourced", at[0], at[1], nil)
	}
}

// attributed reports whether a text says who says so, or leads to it.
func (r *reading) attributed() bool {
	if strings.Contains(r.Words, "://") || lists().Attributed.First(r.Words, r.lower) != nil {
		return true
	}
	for _, name := range r.publishers {
		if strings.Contains(r.lower, name) {
			return true
		}
	}
	return false
}
