package graphic

import (
	"strings"
	"testing"
)

// TestCutOf: the whole of which a figure is a part stands beside it, and no other
// count does.
func TestCutOf(t *testing.T) {
	for after, want := range map[string]string{
		"of 252 readers": "of 252", "of the 252 readers": "of the 252", "de los 252 lectores": "de los 252", "von 252 Lesern": "von 252",
		"for, 50 against": "", "by bus; 50 on foot": "", "readers came": "", "252 readers": "",
	} {
		if of, left, ok := cutOf(after); ok != (want != "") || ok && (of != want || of+" "+left != after) {
			t.Errorf("%q: %q and %q, %v", after, of, left, ok)
		}
	}
}

// TestFigureStaysWhole: a figure was cut out of a longer number, "252" out of
// "1,252", and a unit out of a longer word.
func TestFigureStaysWhole(t *testing.T) {
	for _, c := range []struct {
		headline string
		stat     Stat
		value    string // as drawn within the headline; empty: not there
		after    string
	}{
		{"At least 252 readers came", Stat{Value: "252"}, "252", "readers came"},
		{"In May, 252 came.", Stat{Value: "252"}, "252", "came."},
		{"The library lent 252.", Stat{Value: "252"}, "252", "."},
		{"At least 1,252 readers came", Stat{Value: "252"}, "", ""},
		{"At least 1,252 readers, 252 by bus", Stat{Value: "252"}, "252", "by bus"},
		{"Al menos 1.252 lectores", Stat{Value: "252"}, "", ""},
		{"1\u00a0252 lectrices", Stat{Value: "252"}, "", ""},
		{"1\u202f252 lectrices", Stat{Value: "252"}, "", ""},
		{"1’252 Leserinnen", Stat{Value: "252"}, "", ""},
		{"1'252 Leserinnen", Stat{Value: "252"}, "", ""},
		{"3.5 million books", Stat{Value: "3"}, "", ""},
		{"12,500 books", Stat{Value: "12"}, "", ""},
		{"١٬٢٥٢ قارئًا", Stat{Value: "٢٥٢"}, "", ""},
		{"3.5 million books", Stat{Value: "3.5", Unit: "million"}, "3.5", "books"},
		{"$6 millions of dollars", Stat{Value: "$6", Unit: "million"}, "$6", "millions of dollars"},
		{"$6 million, at least", Stat{Value: "$6", Unit: "million"}, "$6", "at least"}, // the comma stays with its word
		{"$6 million. The rest later", Stat{Value: "$6", Unit: "million"}, "$6", "The rest later"},
	} {
		s := c.stat.split(c.headline)
		if s.inHeadline != (c.value != "") || c.value != "" && (s.value != c.value || s.after != c.after) {
			t.Errorf("%q: %+v, want %q and then %q", c.headline, s, c.value, c.after)
		}
	}
}

// TestPhoneOnce: a number that the headline holds with other spaces, or
// within emphasis, was printed again beside the code and said twice.
func TestPhoneOnce(t *testing.T) {
	for _, headline := range []string{"Call (555)\u00a0010-0142", "Call (555) **010-0142**"} {
		for _, phone := range []string{"(555) 010-0142", "(555)\u00a0010-0142"} {
			g := mustNew(t, Card{Headline: headline, Body: "Ask when it opens.", Action: Action{Phone: phone, URL: visit.URL}}, nil)
			if n := len(boxesOf(g, "Action.Phone")); n > 0 {
				t.Errorf("%q: %q is printed again", headline, phone)
			}
			if n := strings.Count(g.Alt(), "010-0142"); n != 1 {
				t.Errorf("%q, %q: said %d times: %s", headline, phone, n, g.Alt())
			}
		}
	}
}

// TestDirectoryCounts: a reason that begins with the number of bars has that
// number larger than all other words and beside the bars, of which there are as
// many; a reason with another number, and one of too many bars, has neither.
func TestDirectoryCounts(t *testing.T) {
	for _, th := range Themes() {
		for headline, beside := range map[string]bool{"40 readers told it.": true, "41 readers told it.": false, "Who reads for the 40?": false} {
			g := mustNew(t, Card{ID: "d", Kicker: "Read the report", Headline: headline, Note: "One bar is one reader", Source: "Source: Town Gazette, May 3, 2031",
				Blocks: []Block{Directory{Name: "Readers’ Circle", Line: "They asked forty readers.", URL: "https://circle.example", Bars: 40}}}, &Options{Theme: th})
			bars, most := 0, Box{}
			var figure Box
			for _, b := range g.Boxes() {
				switch {
				case b.Field == "Blocks[0]" && b.Text == "":
					bars++
				case b.Text == "40":
					figure = b
				case b.Size > most.Size:
					most = b
				}
			}
			if bars != 40 {
				t.Errorf("%s, %q: %d bars", th.Name, headline, bars)
			}
			if alone := figure.Text != "" && figure.Size > 1.5*most.Size; alone != beside {
				t.Errorf("%s, %q: the figure is %v, the largest words %v", th.Name, headline, figure, most)
			}
			if !strings.Contains(g.Alt(), headline) {
				t.Errorf("%s: %s", th.Name, g.Alt())
			}
		}
	}
}
