package sheet

import (
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
	Summary     string
	Place, Link string
	Notes       string
	Free        bool // takes nobody's time: a reminder
}

// Calendar is events as RFC 5545 writes them, all of one moment of making.
//
// A time with an offset from UTC is written in UTC, so that calendars show it
// in their own time. One without is written as local time with no zone: it is
// read off the clock wherever the reader is, which is right for those who
// come. There are no zones by name, since what a name means depends on tables
// that change from machine to machine.
func Calendar(name string, made time.Time, events []Event) string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			b.WriteString(fold(key + ":" + value))
		}
	}
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//sharekit//EN")
	line("X-WR-CALNAME", escape(name))
	for _, e := range events {
		line("BEGIN", "VEVENT")
		line("UID", escape(e.UID))
		line("DTSTAMP", made.UTC().Format(utc))
		line("DTSTART"+params(e.Start), value(e.Start, 0))
		if !e.End.IsZero() {
			line("DTEND"+params(e.End), value(e.End, 1))
		}
		line("SUMMARY", escape(e.Summary))
		line("LOCATION", escape(e.Place))
		line("URL", flat(e.Link))
		line("DESCRIPTION", escape(e.Notes))
		if e.Free {
			line("TRANSP", "TRANSPARENT")
		}
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	return b.String()
}

const utc = "20060102T150405Z"

// params say what kind of value a moment is.
func params(m campaign.Moment) string {
	if m.Clock {
		return ""
	}
	return ";VALUE=DATE"
}

// value is a moment; a day by that many days later, since the end of an event
// is the day after its last.
func value(m campaign.Moment, later int) string {
	switch {
	case m.Fixed:
		return m.At.UTC().Format(utc)
	case m.Clock:
		return m.At.Format("20060102T150405")
	}
	return m.At.AddDate(0, 0, later).Format("20060102")
}

var escaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`)

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
