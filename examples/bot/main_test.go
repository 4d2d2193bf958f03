package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

var first = time.Date(2031, 3, 12, 17, 0, 0, 0, time.UTC)

// TestRecords holds every line to what the API and its readers ask for.
func TestRecords(t *testing.T) {
	c, err := campaign.Load(context.Background(), os.DirFS("../campaign/mill"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := prepare(&out, c, "en", "bluesky", first, 24*time.Hour); err != nil {
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

// TestDue: each post is due one step after the one before, and Mastodon is told
// so in its own words.
func TestDue(t *testing.T) {
	c, err := campaign.Load(context.Background(), os.DirFS("../campaign/mill"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := prepare(&out, c, "en", "mastodon", first, 24*time.Hour); err != nil {
		t.Fatal(err)
	}
	p, _ := hashtag.Lookup("mastodon")
	due := first
	for d := json.NewDecoder(&out); d.More(); due = due.Add(24 * time.Hour) {
		var line struct {
			Due    time.Time
			Alt    string
			Record struct {
				Status, Language string
				At               time.Time `json:"scheduled_at"`
			}
		}
		if err := d.Decode(&line); err != nil {
			t.Fatal(err)
		}
		if !line.Due.Equal(due) || !line.Record.At.Equal(due) || line.Alt == "" || p.Length(line.Record.Status) > p.MaxLength || line.Record.Language != "en" {
			t.Errorf("%+v, want it due %v", line, due)
		}
	}
	if due.Sub(first) < 48*time.Hour {
		t.Errorf("the last is due before %v", due)
	}
}

func TestUnknownLanguage(t *testing.T) {
	var out bytes.Buffer
	if err := prepare(&out, campaign.Default(), "xx", "bluesky", first, time.Hour); err == nil || out.Len() > 0 {
		t.Errorf("%v, wrote %q", err, out.String())
	}
}
