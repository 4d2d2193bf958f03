package truth

import (
	"strings"
	"time"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A day is a date as one number, 20250315, without its year 315.
type day int

func dayOf(t time.Time) day { return day(t.Year()*10000 + int(t.Month())*100 + t.Day()) }

func (d day) yearless() day { return d % 10000 }

// A dated is a date that stands in a text.
type dated struct {
	day
	start, end int
}

// daysIn are the dates of a text whose numbers are given: "March 15, 2025", "15
// de marzo de 2025", and those without a year.
func daysIn(s string, nums []number) (all []dated) {
	for _, n := range nums {
		if v := n.values[0]; v < 1 || v > 31 || len(n.text) > 2 {
			continue
		}
		d := dated{start: n.start, end: n.end}
		month := monthEnding(s[:n.start])
		if month > 0 {
			d.start = n.start - len(lastWord(s[:n.start]))
		} else if month, d.end = monthFrom(s, n.end); month == 0 {
			continue
		}
		year, end := yearFrom(s, d.end)
		d.day, d.end = day(year*10000+month*100+int(n.values[0])), max(end, d.end)
		all = append(all, d)
	}
	return all
}

// monthEnding is the month whose name a text ends in, with a space or a point.
func monthEnding(s string) int { return monthOf(lastWord(s)) }

func lastWord(s string) string {
	body := strings.TrimRight(s, " .\u00a0")
	if len(body) == len(s) {
		return ""
	}
	return s[strings.LastIndexFunc(body, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
}

// monthFrom is the month whose name follows a byte, after "de" or not.
func monthFrom(s string, at int) (month, end int) {
	rest := s[at:]
	for _, filler := range []string{".º", "º", " de", " of"} {
		rest = strings.TrimPrefix(rest, filler)
	}
	start, stop := wordAt(rest, 0)
	if start != 1 {
		return 0, at
	}
	return monthOf(rest[start:stop]), len(s) - len(rest) + stop
}

// yearFrom is the year that follows a byte, or 0.
func yearFrom(s string, at int) (year, end int) {
	rest := strings.TrimLeft(s[at:], ", \u00a0")
	for _, filler := range []string{"de ", "del "} {
		rest = strings.TrimPrefix(rest, filler)
	}
	if len(rest) < 4 || len(rest) > 4 && rest[4] >= '0' && rest[4] <= '9' {
		return 0, at
	}
	for _, c := range rest[:4] {
		if c < '0' || c > '9' {
			return 0, at
		}
		year = year*10 + int(c-'0')
	}
	return year, len(s) - len(rest) + 4
}

// monthOf is the number of the month of a name, in full or shortened; 0 if it is
// none.
func monthOf(word string) int {
	word = strings.ToLower(strings.Trim(word, " .,\u00a0"))
	if n := len(word); n < 3 || !strings.Contains("|"+monthList+"|", "|"+word+"|") {
		return 0
	}
	for i, names := range [12]string{"jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep", "oct", "nov", "dec dic"} {
		if strings.Contains(names, word[:3]) {
			return i + 1
		}
	}
	return 0
}

// monthList are the names of months in English and Spanish.
const monthList = "january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec|" +
	"enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|setiembre|octubre|noviembre|diciembre|dic"

// days finds dates that no fact holds: in a text that tells facts those of
// theirs, in free words a past one in a sentence on the campaign's subject,
// which a person has to judge.
func (r *reading) days() {
	own := r.Where == Letter || r.Where == Page || r.Where == Event // of the campaign, they may date anything
	if r.Kept || r.Dated || len(r.campaign.Facts) == 0 || r.read && own {
		return
	}
	for _, d := range daysIn(r.Words, r.numbers()) {
		known := r.all.days[d.day]
		if len(r.Facts) > 0 {
			known = r.heldDay(d.day)
		}
		if known || r.dates(d.day) || d.day == d.day.yearless() && len(r.Facts) == 0 || !r.past(d.day) {
			continue
		}
		values := fault.Values{"date": r.Words[d.start:d.end]}
		if len(r.Facts) > 0 {
			r.find(campaign.Error, "date-unknown", d.start, d.end, values)
		} else if r.tells(number{start: d.start, end: d.end}) {
			r.find(campaign.Warning, "date-of-no-fact", d.start, d.end, values)
		}
	}
}

// heldDay reports whether one of the facts of the text holds a date.
func (r *reading) heldDay(d day) bool {
	for _, id := range r.Facts {
		if f := r.Checker.facts[id]; f != nil && f.days[d] {
			return true
		}
	}
	return false
}

// dates reports the day on which the campaign was last checked, which stands on
// what it says as a whole.
func (r *reading) dates(d day) bool {
	return r.campaign.AsOf.Day > 0 && d == dayOf(r.campaign.AsOf.First())
}

// past reports a date that the campaign could know of.
func (r *reading) past(d day) bool {
	return d == d.yearless() || r.campaign.AsOf.IsZero() || d <= dayOf(r.campaign.AsOf.Last())
}
