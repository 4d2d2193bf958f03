package share_test

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestLocalEvent is a group that adds a time and a place to the vigil of the
// built-in campaign, and changes nothing else.
func TestLocalEvent(t *testing.T) {
	c, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("extends: shutdowncecot\nname: our-town\n")},
		"events.yaml": {Data: []byte(`events:
  - id: vigil
    starts: 2026-12-04 18:00 -05:00
    ends: 2026-12-04 19:00 -05:00
    fields:
      - {id: place, value: {en: "Mill Room, 1st floor", es: "Sala del Molino, 1.er piso"}}
      - {id: access, value: {en: "Step-free, seats", es: "Sin escalones, asientos"}}
      - {id: page, value: "https://ourtown.example/vigil"}
`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	k := build(t, c, &share.Options{Formats: graphic.Formats()[:1]})
	for name, want := range map[string][]string{
		"events/en/vigil.txt": {"Vigil\nAn hour of light, facts and silence\n\nWe gather",
			"Day, date: December 4, 2026\nStart and end time: 6–7\u00a0p.m.\nPlace, public address: Mill Room, 1st floor\nNearest bus or train: ____________________\n"},
		"events/es/vigil.ics": {"\r\nUID:event-vigil@our-town\r\nDTSTAMP:20261128T000000Z\r\nLAST-MODIFIED:20261128T000000Z\r\nSEQUENCE:3633120\r\n" +
			"DTSTART:20261204T230000Z\r\nDTEND:20261205T000000Z\r\nSUMMARY:Una hora de luz\\, datos y silencio\r\nLOCATION:Sala del Molino\\, 1.er piso\r\nURL:https://ourtown.example/vigil\r\n"},
		"pictures/en/event-vigil-portrait.txt": {"Friday, December 4", "6–7\u00a0p.m.", "Mill Room, 1st floor"},
		"data/calendar.ics":                    {"UID:event-vigil@our-town"},
		"data/reviews.ics":                     {"UID:who-252-venezuelans@our-town\r\n", "\r\nSUMMARY:Review: 252 Venezuelans", "\r\nTRANSP:TRANSPARENT\r\n"},
		"events/en/rally.txt":                  {"Meeting point: ____________________\n"},
	} {
		data, err := fs.ReadFile(k, name)
		for _, w := range want {
			if err != nil || !strings.Contains(string(data), w) {
				t.Errorf("%s lacks %q: %v\n%s", name, w, err, data)
			}
		}
	}
	if _, err := fs.Stat(k, "events/en/rally.ics"); err == nil {
		t.Error("an event without a time has a file for calendars")
	}
	public, err := fs.ReadFile(k, "data/calendar.ics")
	if err != nil || strings.Count(string(public), "BEGIN:VEVENT") != 1 {
		t.Errorf("the public calendar holds more than the vigil: %v\n%s", err, public)
	}
}

// TestCalendarOfNothing: where no event has a day there is no calendar, and
// the start page names none.
func TestCalendarOfNothing(t *testing.T) {
	k := build(t, millWith(t, "events.yaml", "events:\n  - {id: reading, headline: {en: A reading, es: Una lectura}}\n"), nil)
	if _, err := fs.Stat(k, "data/calendar.ics"); err == nil {
		t.Error("a calendar without events")
	}
	start, err := fs.ReadFile(k, "START-HERE.html")
	if err != nil || strings.Contains(string(start), "calendar.ics") {
		t.Errorf("START-HERE.html names a calendar that is not there: %v", err)
	}
}

// A calendar shows an event at its hour wherever the reader is, or at no hour:
// a time without a zone is read as UTC by Google and as their own by others.
func TestEventZone(t *testing.T) {
	for _, c := range []struct{ zone, starts, want, summary string }{
		{"time_zone: America/Chicago\n", "2031-04-02 18:00", "DTSTART:20310402T230000Z", "SUMMARY:A reading"},
		{"time_zone: America/Chicago\n", "2031-12-02 18:00", "DTSTART:20311203T000000Z", "SUMMARY:A reading"},
		{"time_zone: America/Chicago\n", "2031-04-02 18:00 +01:00", "DTSTART:20310402T170000Z", "SUMMARY:A reading"},
		{"time_zone: America/Chicago\n", "2031-04-02", "DTSTART;VALUE=DATE:20310402", "SUMMARY:A reading"},
		{"", "2031-04-02 18:00 -05:00", "DTSTART:20310402T230000Z", "SUMMARY:A reading"},
		{"", "2031-04-02 18:00", "DTSTART;VALUE=DATE:20310402", "SUMMARY:6\u00a0p.m. A reading"},
	} {
		head, err := os.ReadFile("testdata/mill/campaign.yaml")
		if err != nil {
			t.Fatal(err)
		}
		camp := millWith(t, "campaign.yaml", c.zone+string(head),
			"events.yaml", "events:\n  - {id: reading, headline: {en: A reading, es: Una lectura}, starts: "+c.starts+"}\n")
		k := build(t, camp, &share.Options{AsOf: day(2031, 3, 11)})
		ics, err := fs.ReadFile(k, "events/en/reading.ics")
		if err != nil || !strings.Contains(string(ics), c.want+"\r\n") || !strings.Contains(string(ics), c.summary+"\r\n") {
			t.Errorf("%s%s: %v\n%s", c.zone, c.starts, err, ics)
		}
		warned := slices.ContainsFunc(camp.Check(day(2031, 3, 11)), func(f campaign.Finding) bool { return f.Rule() == "event-without-zone" })
		if warned != strings.Contains(c.summary, "p.m.") {
			t.Errorf("%s%s: warned %t", c.zone, c.starts, warned)
		}
	}
}

// TestPastEvent: what is over is not announced.
func TestPastEvent(t *testing.T) {
	c := millWith(t, "events.yaml", "events:\n  - {id: reading, headline: {en: A reading, es: Una lectura}, starts: 2031-03-12}\n")
	for asOf, there := range map[int]bool{11: true, 12: true, 13: false} {
		k := build(t, c, &share.Options{AsOf: day(2031, 3, asOf)})
		_, err := fs.ReadFile(k, "events/es/reading.ics")
		if (err == nil) != there {
			t.Errorf("on %d March: %v", asOf, err)
		}
	}
}
