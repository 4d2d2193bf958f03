package sheet

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// icalendarRead prints the events of a calendar as Python's icalendar finds
// them: beginning, end, words, place and whether they take the reader's time.
const icalendarRead = `
import icalendar, json, sys
c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
when = lambda e, key: e.decoded(key).isoformat() if key in e else ''
text = lambda e, key: str(e.get(key, ''))
print(json.dumps([c.get('X-WR-CALNAME', ''), [[when(e, 'DTSTART'), when(e, 'DTEND'), text(e, 'SUMMARY'), text(e, 'LOCATION'), text(e, 'DESCRIPTION'),
    text(e, 'TRANSP') + text(e, 'STATUS'), e.errors] for e in c.walk('VEVENT')]]))
`

// TestPythonReadsCalendars: another program finds every event, at its moment and
// with its words.
func TestPythonReadsCalendars(t *testing.T) {
	python := ""
	for _, name := range []string{"python3", "/usr/bin/python3"} { // the system's has the system's packages
		if exec.Command(name, "-c", "import icalendar").Run() == nil {
			python = name
		}
	}
	if python == "" {
		t.Skip("needs python3 with icalendar")
	}
	made := time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)
	events := []Event{
		{UID: "a@old-mill", Start: moment(t, "2031-04-01"), End: moment(t, "2031-04-02"), Summary: "Two days; open, \"for all\""},
		{UID: "b@old-mill", Start: moment(t, "2031-04-01 18:00"), End: moment(t, "2031-04-01 19:30"), Summary: "Here", Busy: true, Cancelled: true},
		{UID: "c@old-mill", Start: moment(t, "2031-04-01 22:00 -05:00"), End: moment(t, "2031-04-01 23:00 -05:00"),
			Summary: "¿Vienes a la biblioteca? " + strings.Repeat("مكتبة ", 20) + ".", Place: "Mill Room, 2nd floor", Notes: "One\nTwo\\", Busy: true},
	}
	for calendar, want := range map[string]string{
		Calendar("Old Mill, the library", made, events): `["Old Mill, the library",[` +
			`["2031-04-01","2031-04-03","Two days; open, \"for all\"","","","TRANSPARENT",[]],` +
			`["2031-04-01","2031-04-02","Here","","","TRANSPARENTCANCELLED",[]],` +
			`["2031-04-02T03:00:00+00:00","2031-04-02T04:00:00+00:00",` + quoted(t, events[2].Summary) + `,"Mill Room, 2nd floor","One\nTwo\\","OPAQUE",[]]]]`,
		Calendar("Old Mill, the library", made, events[:1]): `["",[["2031-04-01","2031-04-03","Two days; open, \"for all\"","","","TRANSPARENT",[]]]]`,
	} {
		read := exec.Command(python, "-c", icalendarRead)
		read.Stdin = strings.NewReader(calendar)
		out, err := read.Output()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		var got any
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		if got := quoted(t, got); got != want {
			t.Errorf("read as\n%s\nwant\n%s", got, want)
		}
	}
}

func quoted(t *testing.T, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
