package sheet

import (
	"encoding/csv"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

func TestHarmless(t *testing.T) {
	for cell, want := range map[string]string{
		"":                      "",
		"plain":                 "plain",
		`=HYPERLINK("x")`:       `'=HYPERLINK("x")`,
		"+1":                    "+1",
		"-5.00":                 "-5.00",
		"-1,200":                "-1,200",
		"-12%":                  "-12%",
		"-1+2":                  "'-1+2",
		"-":                     "'-",
		"+A1":                   "'+A1",
		"@SUM(A1)":              "'@SUM(A1)",
		"\t=1":                  "'\t=1",
		"\r=1":                  "'\r=1",
		"1=1":                   "1=1",
		"ñ=1":                   "ñ=1",
		"'=1":                   "'=1",
		"first line\n=2nd line": "first line\n=2nd line",
	} {
		if got := Harmless(cell); got != want {
			t.Errorf("%q became %q, want %q", cell, got, want)
		}
	}
}

// FuzzCSV checks that a table is read back as it was, that no cell runs into
// another, and that none begins as a formula does where people read it.
func FuzzCSV(f *testing.F) {
	f.Add("=1+1", "a,b", "c\"d\r\ne")
	f.Add("\n@x", ";", "-")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		for _, reader := range []Reader{Programs, People} {
			text, marked := strings.CutPrefix(CSV(reader, [][]string{{"x", "y", "z"}, {a, b, c}}), "\uFEFF")
			if marked != (reader == People) {
				t.Fatalf("byte order mark: %t", marked)
			}
			got, err := csv.NewReader(strings.NewReader(text)).ReadAll()
			if err != nil || len(got) != 2 {
				t.Fatalf("%v: %q", err, got)
			}
			for i, cell := range []string{a, b, c} {
				want, formula := cell, cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0]))
				if reader == People && formula && !number().MatchString(cell) {
					want = "'" + cell
				}
				if want = strings.ReplaceAll(want, "\r", ""); got[1][i] != want {
					t.Errorf("%q came back as %q, want %q", cell, got[1][i], want)
				}
			}
		}
	})
}

func moment(t *testing.T, s string) campaign.Moment {
	t.Helper()
	m, err := campaign.ParseMoment(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestCalendar(t *testing.T) {
	made := time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)
	got := Calendar("Old Mill, the library", made, []Event{
		{UID: "a@old-mill", Start: moment(t, "2031-04-01"), End: moment(t, "2031-04-02"), Summary: "Two days; open"},
		{UID: "b@old-mill", Start: moment(t, "2031-04-01 18:00"), End: moment(t, "2031-04-01 19:30"), Summary: "Here"},
		{UID: "c@old-mill", Start: moment(t, "2031-04-01 22:00 -05:00"), Summary: "Everywhere", Place: "Mill Room", Link: "https://library.example/",
			Notes: "One\nTwo\\", Busy: true, Changed: made.Add(90 * time.Minute)},
	})
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//sharekit//EN
X-WR-CALNAME:Old Mill\, the library
BEGIN:VEVENT
UID:a@old-mill
DTSTAMP:20310310T000000Z
LAST-MODIFIED:20310310T000000Z
SEQUENCE:5883840
DTSTART;VALUE=DATE:20310401
DTEND;VALUE=DATE:20310403
SUMMARY:Two days\; open
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:b@old-mill
DTSTAMP:20310310T000000Z
LAST-MODIFIED:20310310T000000Z
SEQUENCE:5883840
DTSTART;VALUE=DATE:20310401
DTEND;VALUE=DATE:20310402
SUMMARY:Here
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:c@old-mill
DTSTAMP:20310310T013000Z
LAST-MODIFIED:20310310T013000Z
SEQUENCE:5883930
DTSTART:20310402T030000Z
SUMMARY:Everywhere
LOCATION:Mill Room
URL:https://library.example/
DESCRIPTION:One\nTwo\\
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzCalendar checks that whatever an event is called, each line has at most
// 75 bytes and no property is added, and that the words come back.
func FuzzCalendar(f *testing.F) {
	f.Add("An hour of light", "Mill Room\r\nATTENDEE:mailto:a@b.example")
	f.Add(strings.Repeat("ñandú ", 40), strings.Repeat("é", 75))
	f.Add("a;b,c\\n\rd\te", "END:VEVENT\nBEGIN:VALARM")
	f.Fuzz(func(t *testing.T, summary, place string) {
		if !utf8.ValidString(summary) || !utf8.ValidString(place) {
			t.Skip()
		}
		ics := Calendar("c", time.Unix(0, 0), []Event{{UID: "u", Summary: summary, Place: place, Start: campaign.Moment{At: time.Unix(0, 0)}}})
		for _, line := range strings.Split(strings.TrimSuffix(ics, "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsFunc(line, unicode.IsControl) {
				t.Errorf("line of %d bytes: %q", len(line), line)
			}
		}
		known := " BEGIN VERSION PRODID UID DTSTAMP LAST-MODIFIED SEQUENCE DTSTART;VALUE=DATE SUMMARY LOCATION TRANSP END "
		for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(ics, "\r\n ", ""), "\r\n"), "\r\n") {
			key, value, _ := strings.Cut(line, ":")
			if !strings.Contains(known, " "+key+" ") {
				t.Errorf("property %q", line)
			}
			if words := printable(summary); key == "SUMMARY" && unescape(value) != words {
				t.Errorf("summary %q, want %q", unescape(value), words)
			}
		}
	})
}

// printable is a text without control characters, its lines ended by line feeds.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(s))
}

func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(s)
}
