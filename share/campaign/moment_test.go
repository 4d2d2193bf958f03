package campaign

import "testing"

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
