package share

import (
	"cmp"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A told is a fact's scene in one language, for the block that draws it.
type told struct {
	*campaign.Scene
	fact *campaign.Fact
	in   func(campaign.Text) string
	say  campaign.Strings
	lang string
	bars []campaign.Bar // of the fact's chart and those of the facts that it draws on
	nth  int            // among the facts of its drawing, so that neighbours differ
}

// unitOf is what one mark stands for, in alt text. Pictures take people for granted.
func unitOf(unit string, say campaign.Strings) string {
	if unit == "" || unit == "people" {
		return ""
	}
	return cmp.Or(say.Label("one_"+unit), say.Label("one_other"))
}

// money is a sum with its currency.
func money(v float64, unit string, say campaign.Strings) string {
	if unit == "USD" {
		return "$" + say.Number(v)
	}
	return joined("\u00A0", say.Number(v), unit)
}
