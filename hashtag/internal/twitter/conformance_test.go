package twitter

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/conformance"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

type twitterCase struct {
	Description string
	Text        string
	Expected    json.RawMessage
}

func (c twitterCase) expected(t *testing.T, into any) {
	t.Helper()
	if err := json.Unmarshal(c.Expected, into); err != nil {
		t.Fatalf("%s: %v", c.Description, err)
	}
}

// value returns an entity as the suite names it: without its sign.
func value(text string, e Entity) string {
	v := text[e.Start:e.End]
	if e.Kind != Link {
		_, n := utf8.DecodeRuneInString(v)
		v = v[n:]
	}
	return v
}

// valuesOf returns the entities of a kind that X finds.
func valuesOf(text string, kind Kind) []string {
	vs := []string{}
	for _, e := range Entities(text) {
		if e.Kind == kind {
			vs = append(vs, value(text, e))
		}
	}
	return vs
}

// wholly reports whether text is one entity of a kind and nothing else.
func wholly(text string, kind Kind) bool {
	es := Entities(text)
	return len(es) == 1 && es[0].Kind == kind && es[0].Span == scan.Span{End: len(text)}
}

func isList(text string) bool { return wholly(text, Mention) && strings.Contains(text, "/") }

// The versions of X's counting before the one in use.
var (
	counting1 = Counting{Max: 140, URL: 23}
	counting2 = Counting{Max: 280, Heavy: true, URL: 23}
)

func TestTwitterValidate(t *testing.T) {
	var data struct{ Tests map[string][]twitterCase }
	conformance.Read(t, "twitter/validate.json", &data)
	yesNo := map[string]func(string) bool{
		"tweets":    func(s string) bool { return counting1.Parse(s).Valid },
		"usernames": func(s string) bool { return wholly(s, Mention) && !isList(s) },
		"lists":     isList,
		"hashtags":  func(s string) bool { return wholly(s, Hashtag) },
		"urls":      ValidLink,

		"urls_without_protocol": validAddress,
	}
	configs := map[string]Counting{
		"WeightedTweetsCounterTest":                    counting2,
		"WeightedTweetsWithDiscountedEmojiCounterTest": Current,
		"UnicodeDirectionalMarkerCounterTest":          Current,
	}
	for _, section := range slices.Sorted(maps.Keys(data.Tests)) {
		cases := data.Tests[section]
		c := &conformance.Tally{T: t, Section: "validate/" + section}
		for _, tc := range cases {
			if f, ok := yesNo[section]; ok {
				var want bool
				tc.expected(t, &want)
				c.Check(f(tc.Text) == want, "%s: %q: want %v", tc.Description, tc.Text, want)
				continue
			}
			config, ok := configs[section]
			if !ok {
				t.Fatalf("unknown section %s", section)
			}
			var want struct {
				WeightedLength, Permillage                                         int
				Valid                                                              bool
				DisplayRangeStart, DisplayRangeEnd, ValidRangeStart, ValidRangeEnd int
			}
			tc.expected(t, &want)
			got := config.Parse(tc.Text)
			c.Check(got == Count{want.WeightedLength, want.Permillage, want.Valid, want.DisplayRangeEnd, want.ValidRangeEnd},
				"%s: %.80q: got %+v, want %+v", tc.Description, tc.Text, got, want)
		}
		c.Print()
	}
}

// A twitterEntity is an expectation with indices in UTF-16 units.
type twitterEntity struct {
	ScreenName string `json:"screen_name"`
	ListSlug   string `json:"list_slug"`
	URL        string
	Hashtag    string
	Cashtag    string
	Indices    [2]int
}

func (e twitterEntity) value() string {
	if e.ScreenName != "" {
		return e.ScreenName + e.ListSlug
	}
	return e.URL + e.Hashtag + e.Cashtag
}

func utf16Offset(text string, i int) int { return len(utf16.Encode([]rune(text[:i]))) }

func TestTwitterExtract(t *testing.T) {
	var data struct{ Tests map[string][]twitterCase }
	conformance.Read(t, "twitter/extract.json", &data)
	kinds := map[string]Kind{"mentions": Mention, "urls": Link, "tco": Link, "hashtags": Hashtag, "cashtags": Cashtag}
	for _, section := range slices.Sorted(maps.Keys(data.Tests)) {
		cases := data.Tests[section]
		c := &conformance.Tally{T: t, Section: "extract/" + section}
		name, _, _ := strings.Cut(section, "_")
		for _, tc := range cases {
			switch {
			case section == "replies":
				var want *string
				tc.expected(t, &want)
				got := reply(tc.Text)
				c.Check((want == nil) == (got == "") && (want == nil || *want == got), "%s: %q: got %q", tc.Description, tc.Text, got)
			case strings.Contains(section, "_with_indices") || strings.Contains(section, "_with_directional"):
				var want []twitterEntity
				tc.expected(t, &want)
				c.Check(slices.Equal(placed(tc.Text, kinds[name]), wanted(want)), "%s: %q: got %v, want %v",
					tc.Description, tc.Text, placed(tc.Text, kinds[name]), wanted(want))
			default:
				var want []string
				tc.expected(t, &want)
				got := valuesOf(tc.Text, kinds[name])
				c.Check(slices.Equal(got, want), "%s: %q: got %q, want %q", tc.Description, tc.Text, got, want)
			}
		}
		c.Print()
	}
}

type place struct {
	value      string
	start, end int
}

func wanted(es []twitterEntity) []place {
	var ps []place
	for _, e := range es {
		ps = append(ps, place{e.value(), e.Indices[0], e.Indices[1]})
	}
	return ps
}

func placed(text string, kind Kind) []place {
	var ps []place
	for _, e := range Entities(text) {
		if e.Kind == kind {
			ps = append(ps, place{value(text, e), utf16Offset(text, e.Start), utf16Offset(text, e.End)})
		}
	}
	return ps
}

// reply returns the account that a post answers: one that stands first.
func reply(text string) string {
	rest := strings.TrimLeftFunc(text, IsSpace)
	es := Entities(rest)
	if len(es) == 0 || es[0].Kind != Mention || es[0].Start != 0 {
		return ""
	}
	return value(rest, es[0])
}

func TestTwitterTLDs(t *testing.T) {
	var data struct{ Tests map[string][]twitterCase }
	conformance.Read(t, "twitter/tlds.json", &data)
	for _, section := range slices.Sorted(maps.Keys(data.Tests)) {
		cases := data.Tests[section]
		c := &conformance.Tally{T: t, Section: "tlds/" + section}
		for _, tc := range cases {
			var want []string
			tc.expected(t, &want)
			got := valuesOf(tc.Text, Link)
			c.Check(slices.Equal(got, want), "%q: got %q, want %q", tc.Text, got, want)
		}
		c.Print()
	}
}

func TestTwitterCodePointWeights(t *testing.T) {
	var data struct {
		Ranges []struct {
			Start, End rune
			Weight     int
			Valid      bool
		}
	}
	conformance.Read(t, "twitter/codepoint-weights.json", &data)
	c := &conformance.Tally{T: t, Section: "codepoint-weights"}
	for _, r := range data.Ranges {
		for cp := r.Start; cp <= r.End; cp++ {
			if cp >= 0xD800 && cp <= 0xDFFF {
				continue
			}
			got := Current.Parse(string(cp))
			c.Check(got.Length == r.Weight && got.Valid == r.Valid, "U+%04X: got %d %v, want %d %v", cp, got.Length, got.Valid, r.Weight, r.Valid)
		}
	}
	c.Print()
}
