package campaign

import (
	"strings"
	"testing"
	"time"
)

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
