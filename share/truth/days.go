package truth

import (
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A day is a date as one number, 20250315, without its year 315. A month has no
// day: 20250300.
type day int

func dayOf(t time.Time) day { return day(t.Year()*10000 + int(t.Month())*100 + t.Day()) }

func (d day) yearless() day { return d % 10000 }

// month returns the month of a day, as its day 0.
func (d day) month() day { return d - d%100 }

// forms are how a day may be told: with its year, without, and by its month.
func (d day) forms() []day {
	if d == d.month() || d == d.yearless() {
		return []day{d}
	}
	return []day{d, d.yearless(), d.month()}
}

// A dated is a date that stands in a text.
type dated struct {
	day
	start, end int
}

// daysIn are the dates of a text whose numbers are given: "March 15, 2025", "15
// de marzo de 2025", those without a year, and those without a day.
func daysIn(s string, nums []number) (all []dated) {
	for _, n := range nums {
		if d, ok := monthYear(s, n); ok && (len(all) == 0 || all[len(all)-1].end <= d.start) {
			all = append(all, d)
			continue
		}
		if v := n.values[0]; v < 1 || v > daysOfMonth || len(n.text) > 2 && n.text[0] <= '9' {
			continue
		}
		d := dated{start: n.start, end: n.end}
		before := s[max(0, n.start-nearby):n.start]
		month := monthEnding(before)
		if month > 0 {
			d.start = n.start - len(lastWord(before))
		} else if month, d.end = monthFrom(s, n.end); month == 0 {
			continue
		}
		year, end := yearFrom(s, d.end)
		d.day, d.end = day(year*10000+month*100+int(n.values[0])), max(end, d.end)
		all = append(all, d)
	}
	return all
}

// monthYear is a month whose year is a number: "March 2025", "marzo de 2025".
func monthYear(s string, n number) (dated, bool) {
	if !n.isYear() {
		return dated{}, false
	}
	first := max(0, n.start-nearby)
	before := strings.TrimRight(s[first:n.start], " \u00a0")
	if first+len(before) == n.start {
		return dated{}, false
	}
	for _, filler := range []string{" de", " del", ","} {
		before = strings.TrimSuffix(before, filler)
	}
	month := monthEnding(before + " ")
	start := first + len(before) - len(strings.TrimRight(lastWord(before+" "), " "))
	return dated{day: day(int(n.values[0])*10000 + month*100), start: start, end: n.end}, month > 0
}

// besideMonth is what stands before the name of a month in a date.
var besideMonth = pattern.New(`(?i)(?:\b(?:in|since|until|by|from|through|and|to|of|on|early|late|en|desde|hasta|entre|y|a|de|del|el)|\d{1,2}(?: de)?) $`)

// monthsIn are the months that a text names, by their number from 1 on; only
// those that clearly are part of a date, if wished: "may" is also a verb.
func monthsIn(s string, clearly bool) (all []dated) {
	for at := 0; at < len(s); {
		start, end := wordAt(s, at)
		at = max(end, at+1)
		word := s[start:end]
		month := monthOf(word)
		if month == 0 || start > 0 && isLetter(s[:start]) {
			continue
		}
		if rest := strings.TrimLeft(s[end:], ". \u00a0"); clearly && (rest == "" || rest[0] < '0' || rest[0] > '9') &&
			(len(word) <= shortNoun || slices.Contains(verbs, word) || !besideMonth().MatchString(s[:start])) {
			continue
		}
		all = append(all, dated{day(month), start, end})
	}
	return all
}

// verbs are words that are also names of months.
var verbs = []string{"may", "march", "May", "March"}

func isLetter(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLetter(last)
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
	s = s[:min(len(s), at+nearby)]
	rest := s[at:]
	for _, filler := range []string{".º", "º", "st", "nd", "rd", "th", " de", " of"} {
		rest = strings.TrimPrefix(rest, filler)
	}
	start, stop := wordAt(rest, 0)
	if start != 1 {
		return 0, at
	}
	return monthOf(rest[start:stop]), len(s) - len(rest) + stop
}

// ordinal is what stands between a day and its year: March 15th, 2025.
var ordinal = pattern.New(`^(?:st|nd|rd|th)\b`)

// yearFrom is the year that follows a byte, or 0.
func yearFrom(s string, at int) (year, end int) {
	rest := strings.TrimLeft(ordinal().ReplaceAllString(s[at:min(len(s), at+nearby)], ""), ", \u00a0")
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
	return year, min(len(s), at+nearby) - len(rest) + 4
}

// monthOf is the number of the month of a name, in full or shortened; 0 if it is
// none.
func monthOf(word string) int {
	return months()[strings.ToLower(strings.Trim(word, " .,\u00a0"))]
}

// months are the numbers of the months by their names.
var months = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for name := range strings.SplitSeq(monthList, "|") {
		all[name] = 1 + slices.IndexFunc(monthNames[:], func(names string) bool { return strings.Contains(names, name[:3]) })
	}
	return all
})

// monthNames are how the names of each month begin.
var monthNames = [12]string{"jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep set", "oct", "nov", "dec dic"}

// monthList are the names of months in English and Spanish.
const monthList = "january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec|" +
	"enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|setiembre|octubre|noviembre|diciembre|dic"

// A dayReader holds the days of a text to those of its facts.
type dayReader struct{ *reading }

// days finds dates that no fact holds: in a text that tells facts those of
// theirs, in free words a past one in a sentence that tells a fact by its words
// or names the campaign's subject, which a person has to judge.
func (r dayReader) days() {
	if r.Kept || r.Dated || len(r.campaign.Facts) == 0 {
		return
	}
	rule := dayReader.freeDay
	switch {
	case r.read && (r.Where == Letter || r.Where == Page || r.Where == Event): // of the campaign, they may date anything
		rule = dayReader.otherDay
	case len(r.Facts) > 0:
		rule = dayReader.factDay
	}
	for _, d := range r.dates() {
		if !r.checkedOn(d.day) && r.past(d.day) {
			rule(r, d)
		}
	}
}

// factDay holds a date to the facts that the text tells.
func (r dayReader) factDay(d dated) {
	month := d.day == d.day.month()
	if !r.heldDay(d.day) && (!month || r.Where != Alt && !r.asked(d)) {
		r.find(campaign.Error, "date-unknown", d.start, d.end, fault.Values{"date": r.Words[d.start:d.end]})
	}
}

// freeDay holds a date in free words to the facts that its sentence tells, or
// to all of the campaign.
func (r dayReader) freeDay(d dated) {
	if before, _, _ := around(r.Words, []int{d.start, d.end}); asks().MatchString(before) {
		return
	}
	known := r.all.days[d.day] && (r.all.said[d.day] || d.day == d.day.month() || r.attributed())
	if d.day == d.day.month() {
		if r.Where == Alt || r.asked(d) {
			return
		}
		if r.toldIn(d.day/10000) < fewFacts {
			r.unheldDay(d, r.toldAround(d.start, d.end))
			return
		}
	} else if facts := r.toldAround(d.start, d.end); len(facts) > 0 {
		r.unheldDay(d, facts)
		if !known || d.day == d.day.yearless() {
			return
		}
	}
	if year := d.day / 10000; known || d.day == d.day.yearless() || year < r.since || !r.tells(number{start: d.start, end: d.end}) {
		return
	}
	r.find(campaign.Warning, "date-of-no-fact", d.start, d.end, fault.Values{"date": r.Words[d.start:d.end]})
}

// otherDay finds a date of the campaign's own in a sentence that tells facts, of
// which none holds it.
func (r dayReader) otherDay(d dated) {
	if d.day == d.day.month() || d.day == d.day.yearless() || r.heldDay(d.day) {
		return
	}
	r.unheldDay(d, r.toldAround(d.start, d.end))
}

// unheldDay finds a date that none of some facts holds. A sentence of several
// days of the campaign's tells several facts, in few words each.
func (r dayReader) unheldDay(d dated, facts []string) {
	year := d.day / 10000
	held := slices.ContainsFunc(facts, func(id string) bool { return r.Checker.facts[id].days[d.day] })
	if len(facts) == 0 || held || year > 0 && year <= r.since-slipYears || r.all.said[d.day] && r.besideDay(d) {
		return
	}
	r.find(campaign.Warning, "date-of-no-fact", d.start, d.end, fault.Values{"date": r.Words[d.start:d.end]})
}

// besideDay reports whether the sentence of a date has another.
func (r dayReader) besideDay(d dated) bool {
	before, found, after := around(r.Words, []int{d.start, d.end})
	sentence := before + found + after
	return len(daysIn(sentence, r.numbersOf(sentence))) > 1
}

// slipYears is how many years before all that the campaign tells a date may be and
// still be a slip. Earlier ones are history.
const slipYears = 4

// toldIn is how many facts tell a day of a year.
func (k *Checker) toldIn(year day) (n int) {
	for _, f := range k.facts {
		for d := range f.said {
			if d/10000 == year {
				n++
				break
			}
		}
	}
	return n
}

// asks is how a sentence begins that asks for something.
var asks = pattern.New(`(?i)^\W*(?:ask|request|file|search|pide|pídel|solicit|pregunt|busca)`)

// asked reports whether a date only says of what time something is asked.
func (r *reading) asked(d dated) bool {
	before, _, after := around(r.Words, []int{d.start, d.end})
	end := d.end + len(after)
	return asks().MatchString(before) || end < len(r.Words) && r.Words[end] == '?'
}

// heldDay reports whether one of the facts of the text holds a date.
func (r dayReader) heldDay(d day) bool {
	for _, id := range r.Facts {
		if f := r.Checker.facts[id]; f != nil && f.days[d] {
			return true
		}
	}
	return false
}

// dates are those of the text.
func (r *reading) dates() []dated {
	if r.datesIn == nil {
		all := daysIn(r.Words, r.numbers())
		r.datesIn = &all
	}
	return *r.datesIn
}

// checkedOn reports the day on which the campaign was last checked, which stands on
// what it says as a whole.
func (r *reading) checkedOn(d day) bool {
	return r.campaign.AsOf.Day > 0 && slices.Contains(dayOf(r.campaign.AsOf.First()).forms(), d)
}

// past reports a date that the campaign could know of.
func (r dayReader) past(d day) bool {
	return d == d.yearless() || r.campaign.AsOf.IsZero() || d <= dayOf(r.campaign.AsOf.Last())
}
