package sheet

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

// received are rules of the programs that people add an event with, each as a
// property of the file. Outlook: [MS-OXCICAL] 11.0; Google: "Fix problems with
// import", support.google.com/calendar (both 2025-11); Apple and all others:
// RFC 5545 and RFC 5546.
var received = []struct {
	rule  string
	holds func(ics string, events int) bool
}{
	{"RFC 5545 3.1: lines end in CRLF and have at most 75 bytes", func(ics string, _ int) bool {
		for line := range strings.SplitAfterSeq(ics, "\n") {
			if line != "" && !strings.HasSuffix(line, "\r\n") || len(line) > 77 {
				return false
			}
		}
		return true
	}},
	{"RFC 5545 3.6: PRODID and VERSION once, an event within", func(ics string, events int) bool {
		return count(ics, "PRODID") == 1 && count(ics, "VERSION") == 1 && count(ics, "BEGIN") == events+1
	}},
	{"RFC 5545 3.6.1: each event has one UID, DTSTAMP, DTSTART", func(ics string, events int) bool {
		return count(ics, "UID") == events && count(ics, "DTSTAMP") == events && count(ics, "DTSTART") == events
	}},
	{"RFC 5545 3.8.2.2: an end has the kind of value of its beginning", func(ics string, _ int) bool {
		days := regexp.MustCompile(`DT(START|END);VALUE=DATE:\d{8}\r\n`)
		return len(days.FindAllString(ics, -1))+len(utcTime.FindAllString(ics, -1)) == count(ics, "DTSTART")+count(ics, "DTEND")
	}},
	{"Google: every time is in UTC, or it is shown at another hour", func(ics string, _ int) bool {
		return !regexp.MustCompile(`DT(START|END)[^\r]*T\d{6}\r`).MatchString(ics)
	}},
	{"[MS-OXCICAL] 2.1.3.1.1.3: a single event has no X-WR-CALNAME", func(ics string, events int) bool {
		return (count(ics, "X-WR-CALNAME") == 0) == (events == 1)
	}},
	{"[MS-OXCICAL] 2.1.3.1.1.1, RFC 5546 3.2.1: no METHOD without an organizer", func(ics string, _ int) bool {
		return count(ics, "METHOD") == 0 && count(ics, "ORGANIZER") == 0
	}},
	{"[MS-OXCICAL] 2.1.3.1.1.20.24: each event says whether it keeps one busy", func(ics string, events int) bool {
		return count(ics, "TRANSP") == events
	}},
	{"RFC 5546 2.1.5: a number of the version", func(ics string, events int) bool { return count(ics, "SEQUENCE") == events }},
}

var utcTime = regexp.MustCompile(`DT(START|END):\d{8}T\d{6}Z\r\n`)

// count counts the lines of a property.
func count(ics, property string) int {
	return len(regexp.MustCompile(`(?m)^`+property+`[:;]`).FindAllString(ics, -1))
}

func TestReceived(t *testing.T) {
	made := time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)
	zone, err := time.LoadLocation("America/Chicago")
	if err != nil {
		t.Fatal(err)
	}
	var all []Event
	for i, m := range []string{"2031-04-01", "2031-04-01 18:00", "2031-04-01 22:00 -05:00"} {
		e := Event{UID: string(rune('a' + i)), Start: moment(t, m), End: moment(t, m), Summary: strings.Repeat("Vigilia ñ ", 20)}
		all = append(all, e, Event{UID: e.UID + "0", Start: e.Start.In(zone)})
	}
	for n := 1; n <= len(all); n++ {
		for _, events := range [][]Event{all[:n], all[n-1 : n]} {
			ics := Calendar("Old Mill", made, events)
			for _, r := range received {
				if !r.holds(ics, len(events)) {
					t.Errorf("%s\n%s", r.rule, ics)
				}
			}
		}
	}
}

// A calendar that has an event takes the version of the greater number.
func TestSequenceGrows(t *testing.T) {
	made := time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)
	before := ""
	for _, e := range []struct{ made, changed time.Time }{
		{made, time.Time{}},
		{made, made.Add(time.Hour)},                      // corrected the same day
		{made, made.Add(2 * time.Hour)},                  // and again
		{made.AddDate(0, 0, 1), time.Time{}},             // a new edition
		{made.AddDate(0, 0, 2), made.Add(2 * time.Hour)}, // one that was changed before the edition
	} {
		ics := Calendar("", e.made, []Event{{UID: "a", Start: moment(t, "2031-04-01"), Changed: e.changed}})
		version := regexp.MustCompile(`DTSTAMP:.*|SEQUENCE:.*`).FindAllString(ics, -1)
		if got := strings.Join(version, " "); got <= before {
			t.Errorf("%s after %s", got, before)
		} else {
			before = got
		}
	}
}
