package share_test

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strconv"
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

// TestEventWhole: nothing that a host wrote of an event is lost on the way to
// its calendar and its poster: no second link, no last day, no end after
// midnight, no space between words.
func TestEventWhole(t *testing.T) {
	head, err := os.ReadFile("testdata/mill/campaign.yaml")
	if err != nil {
		t.Fatal(err)
	}
	fields := `, fields: [{id: date, label: {en: Date, es: Fecha}}, {id: time, label: {en: Time, es: Hora}},
    {id: stream, label: {en: Stream, es: Video}, value: {en: "https://example.org/stream", es: "https://example.org/video"}},
    {id: list, label: {en: List, es: Lista}, value: {en: "https://example.org/list", es: "https://example.org/lista"}},
    {id: more, label: {en: More, es: Más}, value: {en: "https://example.org/more or ask", es: "https://example.org/mas o pregunta"}}]}
`
	k := build(t, millWith(t, "campaign.yaml", "time_zone: America/Chicago\n"+string(head), "events.yaml", `events:
  - {id: night, starts: 2031-04-02 22:00, ends: 2031-04-03 02:00, headline: {en: A night, es: Una noche},
     body: {en: "Four\tfive", es: "Cuatro\tcinco"}`+fields+`
  - {id: days, starts: 2031-04-04, ends: 2031-04-06, headline: {en: Three days, es: Tres días}`+fields), &share.Options{AsOf: day(2031, 3, 11)})
	for name, want := range map[string][]string{
		"events/en/night.ics": {
			"URL:https://example.org/stream\r\n", `Four five\nList: https://example.org/list\nMore: https://example.org/more or ask`,
		},
		"events/en/night.txt":                 {"Date: April 2, 2031\n", "Time: 10\u00a0p.m.–2\u00a0a.m.\n"},
		"events/es/days.txt":                  {"4 de abril de 2031 – 6 de abril de 2031\n"},
		"events/en/days.ics":                  {"DTSTART;VALUE=DATE:20310404\r\nDTEND;VALUE=DATE:20310407\r\n"},
		"pictures/en/event-days-portrait.txt": {"April 4 – Sunday", "April 6"},
	} {
		got, err := fs.ReadFile(k, name)
		for _, w := range want {
			if whole := strings.ReplaceAll(string(got), "\r\n ", ""); err != nil || !strings.Contains(whole, w) {
				t.Errorf("%s has no %q: %v\n%s", name, w, err, got)
			}
		}
	}
}

// TestEventCancelled: all are told that it does not take place, nobody is invited.
func TestEventCancelled(t *testing.T) {
	const head = "events:\n  - {id: reading, starts: 2031-04-02 18:00 -05:00, headline: {en: A reading, es: Una lectura}, cancelled: {en: Called off, es: Se cancela}"
	for _, changed := range []string{"", ", changed: 2031-03-11 09:00 +00:00"} {
		c := millWith(t, "events.yaml", head+changed+"}\n")
		warned := slices.ContainsFunc(c.Check(day(2031, 3, 11)), func(f campaign.Finding) bool { return f.Rule() == "event-cancelled-when" })
		if warned != (changed == "") {
			t.Errorf("%q: warned %t", changed, warned)
		}
		k := build(t, c, &share.Options{AsOf: day(2031, 3, 11)})
		site := newSite(t, c, "https://mill.example/")
		for name, from := range map[string]fs.FS{
			"events/en/reading.txt": k, "events/en/reading.ics": k, "data/calendar.ics": k, "START-HERE.html": k,
			"en/events/index.html": site, "en/events/reading/index.html": site, "en/events/reading/event.ics": site,
		} {
			got, err := fs.ReadFile(from, name)
			if err != nil || !strings.Contains(string(got), "Called off: A reading") ||
				strings.HasSuffix(name, ".ics") && !strings.Contains(string(got), "\r\nSTATUS:CANCELLED\r\n") {
				t.Errorf("%s does not say so: %v", name, err)
			}
			if strings.Contains(string(got), "event-reading") && strings.HasSuffix(name, ".html") {
				t.Errorf("%s invites", name)
			}
		}
		for _, name := range slices.Concat(k.Names(), site.Names()) {
			if strings.Contains(name, "event-reading") {
				t.Errorf("%s is made", name)
			}
		}
	}
}

// TestEventHourSkipped: an hour that a night leaves out is a mistake, not
// another hour.
func TestEventHourSkipped(t *testing.T) {
	for starts, wrong := range map[string]bool{
		"2032-03-14 02:30": true, "2032-03-14 01:30": false, "2032-03-14 03:00": false, "2031-11-02 01:30": false,
		"2032-03-14 02:30 -06:00": false, "2032-03-14": false,
	} {
		c := &campaign.Campaign{Name: "mill", TimeZone: "America/Chicago", Events: []campaign.EventCard{{ID: "a"}}}
		if err := c.Events[0].Starts.UnmarshalText([]byte(starts)); err != nil {
			t.Fatal(err)
		}
		if err := c.Validate(); strings.Contains(err.Error(), "clocks are set forward") != wrong {
			t.Errorf("%s: %v", starts, err)
		}
	}
}

// TestEventOfFurtherEdition: a calendar takes the version of the greater number, and
// the editions of one day are versions too.
func TestEventOfFurtherEdition(t *testing.T) {
	head, err := os.ReadFile("testdata/mill/campaign.yaml")
	if err != nil {
		t.Fatal(err)
	}
	before := 0
	for _, revision := range []string{"", "revision: 2\n", "revision: 10\n"} {
		c := millWith(t, "campaign.yaml", revision+string(head), "events.yaml", "events:\n  - {id: reading, headline: {en: A reading, es: Una lectura}, starts: 2031-04-02}\n")
		ics, err := fs.ReadFile(build(t, c, &share.Options{AsOf: day(2031, 3, 11)}), "events/en/reading.ics")
		_, rest, _ := strings.Cut(string(ics), "SEQUENCE:")
		number, _, _ := strings.Cut(rest, "\r\n")
		n, bad := strconv.Atoi(number)
		if err != nil || bad != nil || n <= before {
			t.Errorf("%s: %v, number %q after %d", revision, err, number, before)
		}
		before = n
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
