package campaign_test

import (
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// An address stands in lines on an envelope: the town with its postal code on the
// last, whatever the list has between them.
func TestAddressLines(t *testing.T) {
	for address, want := range map[string]string{
		"522 Hart Senate Office Building Washington DC 20510":       "522 Hart Senate Office Building|Washington DC 20510",
		"153 Cannon House Office Building Washington DC 20515-0200": "153 Cannon House Office Building|Washington DC 20515-0200",
		"1 Mill Lane, Old Millbrook, NY 10001":                      "1 Mill Lane|Old Millbrook, NY 10001",
		"1 Mill Lane\nMillbrook, NY 10001":                          "1 Mill Lane|Millbrook, NY 10001",
		"Plaza 2, Piso 3":                                           "Plaza 2, Piso 3",
		"":                                                          "",
	} {
		r := campaign.Recipient{Address: address}
		if got := strings.Join(r.AddressLines(), "|"); got != want {
			t.Errorf("%q: %q", address, got)
		}
	}
	for i := range campaign.Default().People.List {
		p := &campaign.Default().People.List[i]
		r := p.Recipient()
		if lines := r.AddressLines(); p.Address != "" && (len(lines) != 2 || !strings.HasPrefix(lines[1], "Washington DC 205")) {
			t.Errorf("%s: %q", p.Name, lines)
		}
	}
}

// A date with its day of the week keeps the language's own order.
func TestLongWeekday(t *testing.T) {
	c := campaign.Default()
	for lang, want := range map[string]string{"en": "{weekday}, {month} {day}, {year}", "es": "{weekday} {day} de {month} de {year}"} {
		if got := c.Strings(lang).Dates.LongWeekday(); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}
