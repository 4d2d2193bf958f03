package campaign

import (
	"fmt"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A Date is a day, a month or a year: 2025-12-18, 2025-12 or 2025. Month and
// Day are zero where they are not known. The zero Date is no date at all. It
// is plain data: reading one is safe for concurrent use.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// A FormError is a value that is not of its form, a date for example. Its rule
// is one of [Rules]. It is immutable and safe for concurrent use.
type FormError struct{ fault.Data }

// Error says it in one line of English.
func (e *FormError) Error() string { return fault.InEnglish(e) }

// ParseDate reads a date written as 2025, 2025-12 or 2025-12-18. The empty
// string is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	layout, ok := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}[len(s)]
	t, err := time.Parse(layout, s)
	if !ok || err != nil || t.Year() < 1000 {
		return Date{}, &FormError{english.New("date-form", "", with{"date": read.Clip(s)})}
	}
	d := Date{Year: t.Year()}
	if len(s) >= 7 {
		d.Month = t.Month()
	}
	if len(s) == 10 {
		d.Day = t.Day()
	}
	return d, nil
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String writes the date as ParseDate reads it.
func (d Date) String() string {
	parts := []string{}
	if d.Year != 0 {
		parts = append(parts, fmt.Sprintf("%04d", d.Year))
	}
	for _, n := range []int{int(d.Month), d.Day} {
		if n != 0 {
			parts = append(parts, fmt.Sprintf("%02d", n))
		}
	}
	return strings.Join(parts, "-")
}

// MarshalText writes the date as ParseDate reads it.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date as ParseDate does.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}

// First returns the first day that the date may mean, at midnight UTC.
func (d Date) First() time.Time {
	return time.Date(d.Year, max(d.Month, 1), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// Last returns the last day that the date may mean, at midnight UTC.
func (d Date) Last() time.Time {
	switch {
	case d.Day != 0:
		return d.First()
	case d.Month != 0:
		return d.First().AddDate(0, 1, -1)
	}
	return d.First().AddDate(1, 0, -1)
}

// Before reports whether the date is over on the day of t: 2025-12 is over on
// 1 January 2026. The zero Date never is.
func (d Date) Before(t time.Time) bool {
	y, m, day := t.Date()
	return !d.IsZero() && d.Last().Before(time.Date(y, m, day, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the day of t.
func DateOf(t time.Time) Date { return Date{t.Year(), t.Month(), t.Day()} }
