package hashtag

import (
	"maps"
	"slices"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag/internal/conformance"
	"github.com/shutdowncecot/toolkit/hashtag/internal/domain"
)

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
	conformance.Read(t, "bluesky/facets.json", &data)
	tallies := map[string]*conformance.Tally{}
	p, _ := Lookup("bluesky")
	for _, tc := range data.Cases {
		c := tallies[tc.Origin]
		if c == nil {
			c = &conformance.Tally{T: t, Section: "bluesky/" + tc.Origin}
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
		c.Check(ok, "%q: got %+v, want %+v", tc.Input, got, tc.Facets)
	}
	for _, origin := range slices.Sorted(maps.Keys(tallies)) {
		tallies[origin].Print()
	}
}

func TestBlueskyTLDs(t *testing.T) {
	var want []string
	conformance.Read(t, "bluesky/tlds.json", &want)
	c := &conformance.Tally{T: t, Section: "bluesky/tlds"}
	for _, tld := range want {
		c.Check(domain.Bluesky().HasAsWritten(tld), "%s is missing", tld)
	}
	c.Check(domain.Bluesky().Len() == len(want), "%d names, want %d", domain.Bluesky().Len(), len(want))
	c.Print()
}

func TestSMSSegments(t *testing.T) {
	var data struct {
		Cases []struct {
			Description, Input, Encoding string
			Segments, MessageSizeBits    int
		}
	}
	conformance.Read(t, "sms/segments.json", &data)
	c := &conformance.Tally{T: t, Section: "sms/segments"}
	p, _ := Lookup("sms")
	for _, tc := range data.Cases {
		n, enc := Segments(tc.Input)
		bits := p.Length(tc.Input) * 7
		if enc == UCS2 {
			bits = p.Length(tc.Input) * 16
		}
		c.Check(n == tc.Segments && enc.String() == tc.Encoding && bits == tc.MessageSizeBits,
			"%s: got %d %s, %d bits; want %d %s, %d bits", tc.Description, n, enc, bits, tc.Segments, tc.Encoding, tc.MessageSizeBits)
	}
	c.Print()
}
