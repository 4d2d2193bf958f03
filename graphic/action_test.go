package graphic

import (
	"errors"
	"strings"
	"testing"
)

// TestActionWithoutLink: what a card asked for was said by its alt text and
// not drawn, where no link came with it.
func TestActionWithoutLink(t *testing.T) {
	for _, a := range []Action{
		{Verb: "Come to the hearing"},
		{Verb: "Call the library", Phone: "(555) 010-0142"},
		{Detail: "Ask for the evening shelf."},
		{Phone: "(555) 010-0142"},
		{Verb: "Call the library", Detail: "Ask for the evening shelf.", Phone: "(555) 010-0142", Prompt: "Scan or type:"},
	} {
		for _, c := range []Card{
			{Headline: "The library closes at four on every day of the week"},
			{Headline: "Of 40 shelves, 12 are empty", Blocks: []Block{Stat{Value: "12"}}, Source: "Source: the library"},
		} {
			for _, format := range []string{"portrait", "square", "story", "wide", "letter"} {
				f, _ := LookupFormat(format)
				c.Action = a
				g := mustNew(t, c, &Options{Format: f})
				checkBoxes(t, g, &f)
				for field, s := range map[string]string{"Action.Verb": a.Verb, "Action.Detail": a.Detail, "Action.Phone": a.Phone} {
					if drawn := len(boxesOf(g, field)) > 0; drawn != (s != "") && !(field == "Action.Detail" && f.Landscape()) {
						t.Errorf("%s: %q: %s is drawn: %v", format, c.Headline, field, drawn)
					}
				}
				if len(boxesOf(g, "Action.Prompt")) > 0 {
					t.Errorf("%s: asks to scan nothing", format)
				}
			}
		}
	}
}

// TestLinksLeadSomewhere: "tel:" and "https://:80/" passed.
func TestLinksLeadSomewhere(t *testing.T) {
	for _, s := range []string{"tel:", "sms:", "mailto:", "https:", "https://", "https:///hearing", "https://:80/", "library.example", "ftp://library.example"} {
		var field *FieldError
		if _, err := New(Card{Headline: "Open", Action: Action{URL: s}}, nil); !errors.As(err, &field) || field.Field() != "Action.URL" {
			t.Errorf("%s: %v, want a FieldError", s, err)
		}
	}
	for _, s := range []string{"tel:+15550100142", "sms:+15550100142", "mailto:desk@library.example", "https://library.example", "https://library.example:8443/"} {
		mustNew(t, Card{Headline: "Open", Action: Action{URL: s}}, nil)
	}
}

// TestLabelIsDrawn: what a figure counts was said and not drawn where words
// stood beside the figure, or a bar in its place.
func TestLabelIsDrawn(t *testing.T) {
	for _, s := range []Stat{
		{Value: "4", Label: "branches"}, {Value: "$", Label: "a year", Hidden: true}, {Value: "$6", Unit: "million", Label: "a year"},
		{Value: "252", Label: "readers"},
	} {
		for _, headline := range []string{"Only 4 of the town’s branches stay open on Sunday", "The roof costs $6 million", "What the roof costs"} {
			for _, format := range []string{"portrait", "square", "story", "wide"} {
				f, _ := LookupFormat(format)
				g, err := New(Card{Headline: headline, Blocks: []Block{s}, Source: "Source: the library"}, &Options{Format: f})
				if err != nil {
					t.Error(err)
					continue
				}
				checkBoxes(t, g, &f)
				if len(boxesOf(g, "Blocks[0].Label")) == 0 && strings.Contains(g.Alt(), s.Label) {
					t.Errorf("%s: %q does not show %q", format, headline, s.Label)
				}
			}
		}
	}
}
