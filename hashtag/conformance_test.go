package hashtag

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// conformance reads a file of cases that nobody in this project wrote, from
// shared/conformance beside a folder above this one. Without it the test is skipped.
func conformance(t *testing.T, name string, into any) {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		b, err := os.ReadFile(filepath.Join(dir, "shared", "conformance", filepath.FromSlash(name)))
		if err == nil {
			if err := json.Unmarshal(b, into); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skipf("CONFORMANCE DATA NOT FOUND: no shared/conformance/%s in any folder above: this proves nothing", name)
		}
		dir = up
	}
}

// A tally counts the cases of a section and prints the result.
type tally struct {
	t            *testing.T
	section      string
	passed, seen int
}

func (c *tally) check(ok bool, format string, args ...any) {
	c.t.Helper()
	c.seen++
	if ok {
		c.passed++
		return
	}
	c.t.Errorf(c.section+": "+format, args...)
}

func (c *tally) print() {
	c.t.Helper()
	c.t.Logf("%-46s %4d of %4d", c.section, c.passed, c.seen)
}

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

// valuesOf returns the entities of a kind that X finds.
func valuesOf(text string, kind EntityKind) []string {
	vs := []string{}
	for _, e := range xEntities(text) {
		if e.Kind != kind {
			continue
		}
		if kind == KindLink {
			vs = append(vs, e.Text)
		} else {
			vs = append(vs, e.Value)
		}
	}
	return vs
}

// wholly reports whether text is one entity of a kind and nothing else.
func wholly(text string, kind EntityKind) bool {
	es := xEntities(text)
	return len(es) == 1 && es[0].Kind == kind && es[0].Text == text
}

func isList(text string) bool { return wholly(text, KindMention) && strings.Contains(text, "/") }

// The versions of X's counting before the one in use.
var (
	xConfig1 = xConfig{max: 140, urlLen: 23}
	xConfig2 = xConfig{max: 280, heavy: true, urlLen: 23}
)

func TestTwitterValidate(t *testing.T) {
	var data struct{ Tests map[string][]twitterCase }
	conformance(t, "twitter/validate.json", &data)
	yesNo := map[string]func(string) bool{
		"tweets":    func(s string) bool { return xConfig1.parse(s).valid },
		"usernames": func(s string) bool { return wholly(s, KindMention) && !isList(s) },
		"lists":     isList,
		"hashtags":  func(s string) bool { return wholly(s, KindHashtag) },
		"urls":      validLink,

		"urls_without_protocol": validAddress,
	}
	configs := map[string]xConfig{
		"WeightedTweetsCounterTest":                    xConfig2,
		"WeightedTweetsWithDiscountedEmojiCounterTest": xConfig3,
		"UnicodeDirectionalMarkerCounterTest":          xConfig3,
	}
	for _, section := range slices.Sorted(maps.Keys(data.Tests)) {
		cases := data.Tests[section]
		c := &tally{t: t, section: "validate/" + section}
		for _, tc := range cases {
			if f, ok := yesNo[section]; ok {
				var want bool
				tc.expected(t, &want)
				c.check(f(tc.Text) == want, "%s: %q: want %v", tc.Description, tc.Text, want)
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
			got := config.parse(tc.Text)
			c.check(got == xParse{want.WeightedLength, want.Permillage, want.Valid, want.DisplayRangeEnd, want.ValidRangeEnd},
				"%s: %.80q: got %+v, want %+v", tc.Description, tc.Text, got, want)
		}
		c.print()
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
	conformance(t, "twitter/extract.json", &data)
	kinds := map[string]EntityKind{"mentions": KindMention, "urls": KindLink, "tco": KindLink, "hashtags": KindHashtag, "cashtags": KindCashtag}
	for _, section := range slices.Sorted(maps.Keys(data.Tests)) {
		cases := data.Tests[section]
		c := &tally{t: t, section: "extract/" + section}
		name, _, _ := strings.Cut(section, "_")
		for _, tc := range cases {
			switch {
			case section == "replies":
				var want *string
				tc.expected(t, &want)
				got := reply(tc.Text)
				c.check((want == nil) == (got == "") && (want == nil || *want == got), "%s: %q: got %q", tc.Description, tc.Text, got)
			case strings.Contains(section, "_with_indices") || strings.Contains(section, "_with_directional"):
				var want []twitterEntity
				tc.expected(t, &want)
				c.check(slices.Equal(placed(tc.Text, kinds[name]), wanted(want)), "%s: %q: got %v, want %v",
					tc.Description, tc.Text, placed(tc.Text, kinds[name]), wanted(want))
			default:
				var want []string
				tc.expected(t, &want)
				got := valuesOf(tc.Text, kinds[name])
				c.check(slices.Equal(got, want), "%s: %q: got %q, want %q", tc.Description, tc.Text, got, want)
			}
		}
		c.print()
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

func placed(text string, kind EntityKind) []place {
	var ps []place
	for _, e := range xEntities(text) {
		if e.Kind != kind {
			continue
		}
		v := e.Value
		if kind == KindLink {
			v = e.Text
		}
		ps = append(ps, place{v, utf16Offset(text, e.Start), utf16Offset(text, e.End)})
	}
	return ps
}

// reply returns the account that a post answers: one that stands first.
func reply(text string) string {
	rest := strings.TrimLeftFunc(text, isXSpace)
	es := xEntities(rest)
	if len(es) == 0 || es[0].Kind != KindMention || es[0].Start != 0 {
		return ""
	}
	return es[0].Value
}

func TestTwitterTLDs(t *testing.T) {
	var data struct{ Tests map[string][]twitterCase }
	conformance(t, "twitter/tlds.json", &data)
	for _, section := range slices.Sorted(maps.Keys(data.Tests)) {
		cases := data.Tests[section]
		c := &tally{t: t, section: "tlds/" + section}
		for _, tc := range cases {
			var want []string
			tc.expected(t, &want)
			got := valuesOf(tc.Text, KindLink)
			c.check(slices.Equal(got, want), "%q: got %q, want %q", tc.Text, got, want)
		}
		c.print()
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
	conformance(t, "twitter/codepoint-weights.json", &data)
	c := &tally{t: t, section: "codepoint-weights"}
	for _, r := range data.Ranges {
		for cp := r.Start; cp <= r.End; cp++ {
			if cp >= 0xD800 && cp <= 0xDFFF {
				continue
			}
			got := xConfig3.parse(string(cp))
			c.check(got.length == r.Weight && got.valid == r.Valid, "U+%04X: got %d %v, want %d %v", cp, got.length, got.valid, r.Weight, r.Valid)
		}
	}
	c.print()
}

func TestBlueskyFacets(t *testing.T) {
	var data struct {
		Cases []struct {
			Origin, Input    string
			Graphemes, Bytes int
			Facets           []struct {
				Type, Text, Value  string
				ByteStart, ByteEnd int
			}
		}
	}
	conformance(t, "bluesky/facets.json", &data)
	tallies := map[string]*tally{}
	p, _ := Lookup("bluesky")
	for _, tc := range data.Cases {
		c := tallies[tc.Origin]
		if c == nil {
			c = &tally{t: t, section: "bluesky/" + tc.Origin}
			tallies[tc.Origin] = c
		}
		got := Facets(tc.Input)
		ok := len(got) == len(tc.Facets) && p.Length(tc.Input) == tc.Graphemes && len(tc.Input) == tc.Bytes
		for i := 0; ok && i < len(got); i++ {
			f, want := got[i], tc.Facets[i]
			v := f.Features[0]
			ok = v.Type == "app.bsky.richtext.facet#"+want.Type && v.Tag+v.URI+v.Handle == want.Value &&
				f.Index.ByteStart == want.ByteStart && f.Index.ByteEnd == want.ByteEnd && tc.Input[f.Index.ByteStart:f.Index.ByteEnd] == want.Text
		}
		c.check(ok, "%q: got %+v, want %+v", tc.Input, got, tc.Facets)
	}
	for _, origin := range slices.Sorted(maps.Keys(tallies)) {
		tallies[origin].print()
	}
}

func TestBlueskyTLDs(t *testing.T) {
	var want []string
	conformance(t, "bluesky/tlds.json", &want)
	c := &tally{t: t, section: "bluesky/tlds"}
	for _, tld := range want {
		c.check(bskyTLDs().names[tld], "%s is missing", tld)
	}
	c.check(len(bskyTLDs().names) == len(want), "%d names, want %d", len(bskyTLDs().names), len(want))
	c.print()
}

func TestSMSSegments(t *testing.T) {
	var data struct {
		Cases []struct {
			Description, Input, Encoding string
			Segments, MessageSizeBits    int
		}
	}
	conformance(t, "sms/segments.json", &data)
	c := &tally{t: t, section: "sms/segments"}
	p, _ := Lookup("sms")
	for _, tc := range data.Cases {
		n, enc := Segments(tc.Input)
		bits := p.Length(tc.Input) * 7
		if enc == UCS2 {
			bits = p.Length(tc.Input) * 16
		}
		c.check(n == tc.Segments && enc.String() == tc.Encoding && bits == tc.MessageSizeBits,
			"%s: got %d %s, %d bits; want %d %s, %d bits", tc.Description, n, enc, bits, tc.Segments, tc.Encoding, tc.MessageSizeBits)
	}
	c.print()
}
