package wire

import (
	"fmt"
	"time"
)

// Time is a moment in a document: a day, 2031-03-04, where it is midnight UTC,
// or a time as RFC 3339 writes it.
type Time time.Time

// IsZero reports the time that stands for none.
func (t Time) IsZero() bool { return time.Time(t).IsZero() }

// MarshalText writes a day or a time.
func (t Time) MarshalText() ([]byte, error) {
	at := time.Time(t)
	if at.Equal(at.UTC().Truncate(24*time.Hour)) && at.Location() == time.UTC {
		return []byte(at.Format(time.DateOnly)), nil
	}
	return at.MarshalText()
}

// UnmarshalText reads a day or a time.
func (t *Time) UnmarshalText(b []byte) error {
	for _, layout := range []string{time.DateOnly, time.RFC3339Nano} {
		if at, err := time.Parse(layout, string(b)); err == nil {
			*t = Time(at)
			return nil
		}
	}
	return fmt.Errorf("%q is no day and no time", b)
}
