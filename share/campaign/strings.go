package campaign

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Strings is how one language writes dates and numbers, and the labels that
// cards, posts and pages need in it. English, Spanish and Arabic are built in;
// a campaign's strings/<lang>.yaml changes or adds to them. It is plain data:
// reading one is safe for concurrent use.
type Strings struct {
	Lang        string            `yaml:"-"`
	Direction   string            `yaml:"direction"`    // ltr or rtl
	Months      []string          `yaml:"months"`       // twelve, as within a sentence
	MonthsShort []string          `yaml:"months_short"` // twelve, for slugs
	Weekdays    []string          `yaml:"weekdays"`     // seven from Sunday, as a line begins; none: days are written as dates
	Dates       DatePatterns      `yaml:"dates"`
	Numbers     NumberMarks       `yaml:"numbers"`
	Clock       ClockMarks        `yaml:"clock"`
	And         []string          `yaml:"and"` // words between the last two of several names: and; y, e
	Labels      map[string]string `yaml:"labels"`

	together []string // the campaign's KeepTogether
}

// DatePatterns writes dates: {day}, {month} (long), {mon} (short), {year}. It
// is plain data: reading one is safe for concurrent use.
type DatePatterns struct {
	Long       string `yaml:"long"`        // {month} {day}, {year}
	LongMonth  string `yaml:"long_month"`  // {month} {year}
	Short      string `yaml:"short"`       // {day} {mon} {year}
	ShortMonth string `yaml:"short_month"` // {mon} {year}
	Weekday    string `yaml:"weekday"`     // {weekday}, {month} {day}
}

// LongWeekday writes a date with its day of the week and its year:
// "{weekday}, {month} {day}, {year}"; "" where the language has no days of the
// week.
func (p DatePatterns) LongWeekday() string {
	_, rest, ok := strings.Cut(p.Weekday, "{weekday}")
	if rest = strings.TrimLeft(rest, " ,،"); !ok || rest == "" || !strings.Contains(p.Long, rest) {
		return p.Weekday
	}
	return strings.Replace(p.Weekday, rest, p.Long, 1)
}

// ClockMarks write the time of day: 6 p.m., or 18:00 where AM and PM are empty.
// It is plain data: reading one is safe for concurrent use.
type ClockMarks struct {
	AM string `yaml:"am"` // after the hours before noon, with the space before it
	PM string `yaml:"pm"`
}

// NumberMarks writes numbers. It is plain data: reading one is safe for
// concurrent use.
type NumberMarks struct {
	Group   string `yaml:"group"`   // between thousands
	Decimal string `yaml:"decimal"` // before decimals
	Percent string `yaml:"percent"` // {n}%
}

// Label returns the label with the given key, or "".
func (s Strings) Label(key string) string { return s.Labels[key] }

// List joins those parts that are not empty by the language's comma: the label
// "comma", or ", ".
func (s Strings) List(parts ...string) string {
	comma := s.Labels["comma"]
	if comma == "" {
		comma = ", "
	}
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" }), comma)
}

// Names splits what names several people or offices: "A, B and C". A language
// that says no word for "and" splits at commas alone.
func (s Strings) Names(text string) []string {
	for _, and := range s.And {
		text = strings.ReplaceAll(text, " "+and+" ", ",")
	}
	var names []string
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// Long writes a date as in a sentence: "April 6, 2025", "April 2025", "2025".
func (s Strings) Long(d Date) string { return s.date(d, s.Dates.Long, s.Dates.LongMonth) }

// Short writes a date as on a card's slug: "6 Apr 2025", "Apr 2025", "2025".
func (s Strings) Short(d Date) string { return s.date(d, s.Dates.Short, s.Dates.ShortMonth) }

// Day writes a day as a poster does, "Friday, December 4", with its year only
// where it is far from a second day.
func (s Strings) Day(d, from Date) string {
	if d.Day == 0 || len(s.Weekdays) != 7 || s.Dates.Weekday == "" {
		return s.Long(d)
	}
	at := d.First()
	far := at.Sub(from.First()).Abs() > farDay
	line := strings.ReplaceAll(s.date(d, s.Dates.Weekday, s.Dates.Weekday), "{weekday}", s.Weekdays[at.Weekday()])
	if far {
		line = s.List(line, strconv.Itoa(d.Year))
	}
	return line
}

// farDay is how far off a day is whose year does not go without saying.
const farDay = 60 * 24 * time.Hour

// Span writes the time from one moment to another of a day: "6–7 p.m.", "11
// a.m.–1 p.m."; the time of the first alone where both are the same.
func (s Strings) Span(from, to time.Time) string {
	a, b := s.Time(from), s.Time(to)
	if a == b {
		return a
	}
	for _, half := range []string{s.Clock.AM, s.Clock.PM} {
		if half != "" && strings.HasSuffix(a, half) && strings.HasSuffix(b, half) {
			a = strings.TrimSuffix(a, half)
		}
	}
	return a + "–" + b
}

func (s Strings) date(d Date, day, month string) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0 || len(s.Months) < 12 || len(s.MonthsShort) < 12:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		day = month
	}
	return strings.NewReplacer(
		"{day}", strconv.Itoa(d.Day), "{year}", strconv.Itoa(d.Year),
		"{month}", s.Months[d.Month-1], "{mon}", s.MonthsShort[d.Month-1],
	).Replace(day)
}

// Number writes a number with at most two decimals: "91,300", "4.76".
func (s Strings) Number(n float64) string {
	text := strconv.FormatFloat(n, 'f', 2, 64)
	whole, decimals, _ := strings.Cut(text, ".")
	sign := ""
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "-", rest
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + s.Numbers.Group + whole[i:]
	}
	if decimals = strings.TrimRight(decimals, "0"); decimals != "" {
		whole += s.Numbers.Decimal + decimals
	}
	return sign + whole
}

// Percent writes a percentage: "75%", "75 %" with a no-break space.
func (s Strings) Percent(n float64) string {
	return strings.ReplaceAll(s.Numbers.Percent, "{n}", s.Number(n))
}

// Time writes the time of day: "6 p.m.", "6:30 p.m.", "18:30".
func (s Strings) Time(t time.Time) string {
	after := s.Clock.AM
	if t.Hour() >= 12 {
		after = s.Clock.PM
	}
	switch {
	case s.Clock.AM == "" || s.Clock.PM == "":
		return t.Format("15:04")
	case t.Minute() == 0:
		return t.Format("3") + after
	}
	return t.Format("3:04") + after
}

// NoBreak sets no-break spaces where a line must not end: before a percent
// sign, within EE. UU. and in what the campaign keeps together. Words in
// campaign files have plain spaces; cards and pages are typeset with this, text
// messages are not.
func (s Strings) NoBreak(text string) string {
	text = noBreak.Replace(text)
	for _, name := range s.together {
		if strings.Contains(name, " ") {
			text = strings.ReplaceAll(text, name, strings.ReplaceAll(name, " ", noBreakSpace))
		} else if name != "" {
			text = besideNumbers(text, name)
		}
	}
	return text
}

const noBreakSpace = "\u00A0"

// besideNumbers sets no-break spaces between a sign and the numbers beside it:
// "8 sec. 1231".
func besideNumbers(text, sign string) string {
	parts := strings.Split(text, sign)
	for i := range parts[1:] {
		if before, ok := strings.CutSuffix(parts[i], " "); ok && before != "" && isDigit(before[len(before)-1]) {
			parts[i] = before + noBreakSpace
		}
		if after, ok := strings.CutPrefix(parts[i+1], " "); ok && after != "" && isDigit(after[0]) {
			parts[i+1] = noBreakSpace + after
		}
	}
	return strings.Join(parts, sign)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

var noBreak = strings.NewReplacer(" %", noBreakSpace+"%", "EE. UU.", "EE."+noBreakSpace+"UU.")
