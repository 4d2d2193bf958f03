package campaign

import (
	"time"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A Moment is when something begins or ends: a day (2026-12-04), a time of the
// clock where it takes place (2026-12-04 18:00), or one that is the same
// everywhere, with its offset from UTC (2026-12-04 18:00 -05:00). The zero
// Moment is no time at all. It is plain data: reading one is safe for
// concurrent use.
type Moment struct {
	At    time.Time // with a clock and no offset: as if it were UTC
	Clock bool      // a time of day is known
	Fixed bool      // so is the offset
}

const (
	layoutClock = "2006-01-02 15:04"
	layoutFixed = "2006-01-02 15:04 -07:00"
)

// ParseMoment reads a moment. The empty string is the zero Moment.
func ParseMoment(s string) (Moment, error) {
	if s == "" {
		return Moment{}, nil
	}
	layout, ok := map[int]string{len(time.DateOnly): time.DateOnly, len(layoutClock): layoutClock, len(layoutFixed): layoutFixed}[len(s)]
	t, err := time.Parse(layout, s)
	if !ok || err != nil || t.Year() < 1000 {
		return Moment{}, &FormError{english.New("moment-form", "", with{"moment": read.Clip(s)})}
	}
	return Moment{t, layout != time.DateOnly, layout == layoutFixed}, nil
}

// IsZero reports whether there is no time.
func (m Moment) IsZero() bool { return m.At.IsZero() }

// In is the moment with the offset that a zone has then. A day, a moment that
// has an offset and any moment without a zone stay as they are.
func (m Moment) In(zone *time.Location) Moment {
	if zone == nil || !m.Clock || m.Fixed {
		return m
	}
	y, month, d := m.At.Date()
	return Moment{time.Date(y, month, d, m.At.Hour(), m.At.Minute(), 0, 0, zone), true, true}
}

// Date is the day of the moment, where it takes place.
func (m Moment) Date() Date {
	if m.IsZero() {
		return Date{}
	}
	return DateOf(m.At)
}

// String writes the moment as ParseMoment reads it.
func (m Moment) String() string {
	switch {
	case m.IsZero():
		return ""
	case m.Fixed:
		return m.At.Format(layoutFixed)
	case m.Clock:
		return m.At.Format(layoutClock)
	}
	return m.At.Format(time.DateOnly)
}

// MarshalText writes the moment as ParseMoment reads it.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads a moment as ParseMoment does.
func (m *Moment) UnmarshalText(b []byte) (err error) {
	*m, err = ParseMoment(string(b))
	return err
}
