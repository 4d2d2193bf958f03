package campaign

import (
	"strings"
	"testing"
	"time"
)

func FuzzParseMoment(f *testing.F) {
	for _, s := range []string{"2026-12-04", "2026-12-04 18:00", "2026-12-04 18:00 -05:00", "2026-02-30", "2026-12-04 24:00", "2026-12-04T18:00", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoment(s)
		if err != nil {
			if m != (Moment{}) {
				t.Errorf("%q: %v and %v", s, m, err)
			}
			return
		}
		again, err := ParseMoment(m.String())
		if err != nil || !again.At.Equal(m.At) || again.Clock != m.Clock || again.Fixed != m.Fixed {
			t.Errorf("%q became %q, %v", s, m, err)
		}
	})
}

func TestParseMoment(t *testing.T) {
	for s, want := range map[string]string{"2026-12-04": "2026-12-04", "2026-12-04 18:00 -05:00": "2026-12-04", "2026-02-30": "", "4 December": "",
		"2026-12-04 18:00 EST": ""} {
		m, err := ParseMoment(s)
		if (err == nil) != (want != "") || m.Date().String() != want {
			t.Errorf("%q: %v, %v", s, m, err)
		}
	}
}

// Regions of one language write numbers, days and times in their own ways.
func TestRegions(t *testing.T) {
	l := loader{read: readEmbedded, c: &Campaign{places: places{}, strings: map[string]Strings{}}}
	l.c.Languages = []string{"en", "es", "en-GB", "es-ES"}
	l.stringTables()
	day, evening := Date{Year: 2025, Month: 4, Day: 6}, time.Date(2025, 4, 6, 18, 30, 0, 0, time.UTC)
	for lang, want := range map[string]string{
		"en":    "91,300 4.76 75% Apr 6, 2025 6:30\u00a0p.m.",
		"en-GB": "91,300 4.76 75% 6 Apr 2025 18:30",
		"es":    "91,300 4.76 75% 6 abr 2025 6:30\u00a0p.\u00a0m.",
		"es-ES": "91.300 4,76 75\u00a0% 6 abr 2025 18:30",
	} {
		s := l.c.Strings(lang)
		if got := strings.Join([]string{s.Number(91300), s.Number(4.76), s.Percent(75), s.Short(day), s.Time(evening)}, " "); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
