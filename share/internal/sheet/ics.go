package sheet

import (
	"strings"
	"time"
	"unicode/utf8"
)

// An Event is a day with something to do.
type Event struct {
	UID     string
	Day     time.Time
	Summary string
	Notes   string
}

// Calendar is events as RFC 5545 writes them, all of one moment of making.
func Calendar(name string, made time.Time, events []Event) string {
	var b strings.Builder
	line := func(key, value string) { b.WriteString(fold(key + ":" + value)) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//ShutDownCECOT toolkit//EN")
	line("X-WR-CALNAME", escape(name))
	for _, e := range events {
		line("BEGIN", "VEVENT")
		line("UID", e.UID)
		line("DTSTAMP", made.UTC().Format("20060102T150405Z"))
		line("DTSTART;VALUE=DATE", e.Day.Format("20060102"))
		line("SUMMARY", escape(e.Summary))
		if e.Notes != "" {
			line("DESCRIPTION", escape(e.Notes))
		}
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	return b.String()
}

var escaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

func escape(s string) string { return escaper.Replace(s) }

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
