package graphic

import (
	"slices"
	"strings"
	"testing"
)

// TestOmitted: each field is on the picture or named as left out, in every format.
func TestOmitted(t *testing.T) {
	full := Card{
		Kicker: "The budget", Headline: "At least 62 classes came", Attribution: "According to the council", Body: "They borrowed more than ever.",
		Blocks: []Block{Stat{Value: "62"}, List{Items: []string{"In spring 40 classes", "In autumn 22 classes"}}}, Note: "A class is counted once.",
		Source: "Source: Town Council", AsOf: "As of 4 Mar 2031", Tags: []string{"SaveOldMill"},
		Action: Action{
			Verb: "Come to the hearing", Detail: "Bring a neighbour.", Phone: "(555) 010-0142", URL: "https://library.example/hearing", Prompt: "Scan or type:",
		},
	}
	words := map[string]string{
		"Kicker": "the budget", "Attribution": "council", "Body": "borrowed", "Blocks[1]": "spring", "Note": "counted once", "Source": "town council",
		"AsOf": "4 mar 2031", "Tags": "#saveoldmill", "Action.Verb": "hearing", "Action.Detail": "neighbour", "Action.Phone": "010-0142",
	}
	seen := map[string]bool{}
	for _, f := range slices.Concat(screens(), papers()) {
		g, err := New(full, &Options{Format: f})
		if err != nil {
			continue // less on it would fit
		}
		left, drawn, code := g.Omitted(), "", false
		for _, b := range g.Boxes() {
			drawn += " " + strings.ToLower(spaced(b.Text))
			code = code || b.Code
		}
		for field, word := range words {
			if slices.Contains(left, field) == strings.Contains(drawn, word) {
				t.Errorf("%s: %s omitted %v, drawn: %s", f.Name, field, left, drawn)
			}
		}
		if slices.Contains(left, "Action.URL") && code || slices.Contains(left, "Headline") || slices.Contains(left, "Blocks[0]") {
			t.Errorf("%s: omitted %v", f.Name, left)
		}
		for _, field := range left {
			seen[field] = true
		}
	}
	for _, field := range []string{"Kicker", "Body", "Blocks[1]", "Note", "Tags", "Action.URL"} {
		if !seen[field] {
			t.Errorf("no format leaves out %s", field)
		}
	}
}

// TestPhoneOnCode: a code that dials stands beside its number, and nothing says
// "Scan or type:" over nothing.
func TestPhoneOnCode(t *testing.T) {
	const phone = "(555) 010-0142"
	drawn := 0
	for _, headline := range []string{"Call the council", "Call the council: " + phone} {
		for _, verb := range []string{"", "Call the council"} {
			for _, f := range slices.Concat(screens(), papers()) {
				a := Action{Verb: verb, Phone: phone, URL: "tel:+15550100142", Prompt: "Scan or type:"}
				g, err := New(Card{Headline: headline, Action: a}, &Options{Format: f})
				if err != nil {
					continue
				}
				prompt, number, below := false, false, false
				for _, b := range g.Boxes() {
					prompt = prompt || b.Field == "Action.Prompt"
					number = number || strings.Contains(spaced(b.Text), phone)
					below = below || b.Field == "Action.URL" && b.Text != ""
				}
				if !number && !f.preview || prompt && !below {
					t.Errorf("%s in %s, verb %q: number %v, prompt %v, address %v", headline, f.Name, verb, number, prompt, below)
				}
				drawn++
			}
		}
	}
	if drawn < 60 {
		t.Errorf("%d cards are drawn", drawn)
	}
}
