package campaign_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestList: parts are joined by each script's own comma.
func TestList(t *testing.T) {
	for want, s := range map[string]campaign.Strings{
		"a, b": {}, "a، b": {Labels: map[string]string{"comma": "، "}},
	} {
		if got := s.List("", "a", "", "b"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestKeepTogether: no line ends within a name of the campaign.
func TestKeepTogether(t *testing.T) {
	c := &campaign.Campaign{KeepTogether: []string{"Old Mill", "U.S.C.", ""}}
	for text, want := range map[string]string{
		"The Old Mill of old":               "The Old\u00a0Mill of old",
		"according to 8 U.S.C. 1231":        "according to 8\u00a0U.S.C.\u00a01231",
		"the U.S.C. and 8 U.S.C.":           "the U.S.C. and 8\u00a0U.S.C.",
		"8 U.S.C. 1 or U.S.C. 2, 50\u00a0%": "8\u00a0U.S.C.\u00a01 or U.S.C.\u00a02, 50\u00a0%",
		"U.S.C.":                            "U.S.C.",
	} {
		if got := c.Strings("en").NoBreak(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := (&campaign.Campaign{}).Strings("en").NoBreak("The Old Mill"); got != "The Old Mill" {
		t.Errorf("%q", got)
	}
}

// TestNames splits by the words of the language, and at commas where a language
// brings none.
func TestNames(t *testing.T) {
	c := &campaign.Campaign{}
	for _, test := range []struct{ lang, text, want string }{
		{"en", "A, B and C", "A|B|C"}, {"es", "A, B y C e I", "A|B|C|I"},
		{"es", "A and B", "A and B"}, {"ar", "أ و ب", "أ|ب"}, {"pt", "A, B e C", "A|B e C"}, {"en", "", ""},
	} {
		if got := strings.Join(c.Strings(test.lang).Names(test.text), "|"); got != test.want {
			t.Errorf("%s: %q, want %q", test.lang, got, test.want)
		}
	}
}

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
	people := campaign.Default().People.List
	for i := range people {
		p := &people[i]
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

// TestOwnStrings: campaigns that are loaded share no table, nor does decoding
// the built-in ones again for each row of a table take its time.
func TestOwnStrings(t *testing.T) {
	row := campaign.Row{Cells: map[string]string{
		"id": "a", "place": "Alder", "closed": "4", "all": "9", "year": "2030", "publisher": "Alder Council", "published": "2031-03-04",
	}}
	template, err := campaign.LoadTemplate(t.Context(), os.DirFS("../testdata/districts"), slices.Collect(maps.Keys(row.Cells)), "closed-desks")
	if err != nil {
		t.Fatal(err)
	}
	load := func() campaign.Strings {
		c, err := template.Fill(row)
		if err != nil {
			t.Fatal(err)
		}
		return c.Strings("en")
	}
	one := load()
	want := one.Label("source")
	one.Labels["source"], one.Months[0] = "?", "?"
	if got := load(); got.Label("source") != want || want == "" || got.Months[0] != "January" {
		t.Errorf("%q, want %q; %s", got.Label("source"), want, got.Months[0])
	}
	if n := testing.AllocsPerRun(10, func() { load() }); n > 1600 {
		t.Errorf("a row makes %v allocations", n)
	}
}
