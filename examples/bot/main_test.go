package main

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestRecords holds every line to what the API and its readers ask for.
func TestRecords(t *testing.T) {
	c, err := campaign.Load(os.DirFS("../campaign/mill"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := prepare(&out, c, "en"); err != nil {
		t.Fatal(err)
	}
	p, _ := hashtag.Lookup("bluesky")
	n := 0
	for d := json.NewDecoder(&out); d.More(); n++ {
		var line struct {
			Fact, Picture, Alt string
			Record             struct {
				Text   string
				Langs  []string
				Facets []hashtag.Facet
			}
		}
		if err := d.Decode(&line); err != nil {
			t.Fatal(err)
		}
		r := line.Record
		if p.Length(r.Text) > p.MaxLength || len(line.Alt) == 0 || len([]rune(line.Alt)) > p.MaxAlt {
			t.Errorf("%s: text or alt text does not fit: %q %q", line.Fact, r.Text, line.Alt)
		}
		if !strings.HasPrefix(line.Picture, "pictures/en/"+line.Fact) || !slices.Equal(r.Langs, []string{"en"}) {
			t.Errorf("%s: picture %s, languages %v", line.Fact, line.Picture, r.Langs)
		}
		link := false
		for _, f := range r.Facets {
			if i := f.Index; i.ByteStart >= i.ByteEnd || i.ByteEnd > len(r.Text) {
				t.Fatalf("%s: facet %v is not in %q", line.Fact, i, r.Text)
			}
			link = link || strings.HasPrefix(f.Features[0].URI, "https://")
		}
		if !link {
			t.Errorf("%s: no link to the source: %q", line.Fact, r.Text)
		}
	}
	if n != 2 {
		t.Errorf("%d records, want 2", n)
	}
}

func TestUnknownLanguage(t *testing.T) {
	var out bytes.Buffer
	if err := prepare(&out, campaign.Default(), "xx"); err == nil || out.Len() > 0 {
		t.Errorf("%v, wrote %q", err, out.String())
	}
}
