package sheet

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// An Event is a day with something to do, or a time of one.
type Event struct {
	UID         string // the same in every version of the event
	Start, End  campaign.Moment
	Changed     time.Time // the zero Time: when the calendar was made
	Busy        bool      // whoever takes part has no time for something else
	Cancelled   bool      // it does not take place
	Summary     string
	Place, Link string
	Notes       string
}

// Calendar is events as RFC 5545 writes them, all of one moment of making. It
// is called by a name if it holds several: Outlook opens a file with a name as
// a new calendar ([MS-OXCICAL] 2.1.3.1.1.3), which is not what a person wants
// who puts one event into the own.
//
// A time is written in UTC, so that calendars show it in their own time. There
// are no zones by name, since what a name means depends on tables that change
// from machine to machine. One without an offset is written as its
// day alone: Google reads such a time as UTC, others as the reader's own.
func Calendar(name string, made time.Time, events []Event) string {
	w := new(calendar)
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//sharekit//EN")
	if len(events) > 1 {
		w.line("X-WR-CALNAME", escape(name))
	}
	for i := range events {
		w.event(&events[i], made)
	}
	w.line("END", "VCALENDAR")
	return w.String()
}

// A calendar is what has been written of one.
type calendar struct{ strings.Builder }

// line writes a property; none without a value.
func (w *calendar) line(key, value string) {
	if value != "" {
		w.WriteString(fold(key + ":" + value))
	}
}

func (w *calendar) event(e *Event, made time.Time) {
	stamp := made.UTC()
	if e.Changed.After(made) {
		stamp = e.Changed.UTC()
	}
	w.line("BEGIN", "VEVENT")
	w.line("UID", escape(e.UID))
	w.line("DTSTAMP", stamp.Format(utc))
	w.line("LAST-MODIFIED", stamp.Format(utc))
	w.line("SEQUENCE", strconv.Itoa(sequence(stamp)))
	w.line("DTSTART"+params(e.Start), value(e.Start, 0))
	if !e.End.IsZero() {
		w.line("DTEND"+params(e.End), value(e.End, 1))
	}
	w.line("SUMMARY", escape(e.Summary))
	w.line("LOCATION", escape(e.Place))
	w.line("URL", flat(e.Link))
	w.line("DESCRIPTION", escape(e.Notes))
	w.line("TRANSP", map[bool]string{true: "OPAQUE", false: "TRANSPARENT"}[e.Busy && !e.Cancelled])
	w.line("STATUS", map[bool]string{true: "CANCELLED"}[e.Cancelled])
	w.line("END", "VEVENT")
}

// sequence is a number that grows with every minute in which an event may
// change, from zero: a calendar that has an event ignores one that is not of a
// greater number (RFC 5546, 2.1.5). It fits 31 bits for longer than Gregorian
// dates have four digits.
func sequence(t time.Time) int {
	first := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	return max(0, int(t.Sub(first)/time.Minute))
}

const utc = "20060102T150405Z"

// params say what kind of value a moment is.
func params(m campaign.Moment) string {
	if m.Fixed {
		return ""
	}
	return ";VALUE=DATE"
}

// value is a moment; a day by that many days later, since the end of an event
// is the day after its last.
func value(m campaign.Moment, later int) string {
	if m.Fixed {
		return m.At.UTC().Format(utc)
	}
	return m.At.AddDate(0, 0, later).Format("20060102")
}

var escaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`, "\t", " ")

// escape writes text as a value of text, without control characters.
func escape(s string) string { return flat(escaper.Replace(s)) }

func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// fold breaks a line after at most 75 bytes, never inside a character.
func fold(s string) string {
	var b strings.Builder
	for room := 75; len(s) > room; room = 74 {
		cut := room
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		b.WriteString(s[:cut] + "\r\n ")
		s = s[cut:]
	}
	return b.String() + s + "\r\n"
}
