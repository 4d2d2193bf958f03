package harm

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// Official are the phone numbers and addresses that may be printed.
type Official struct {
	Phones []string        // digits count, whatever stands between them
	Listed map[string]bool // more of them, as digits with and without the prefix of the country
	Mails  []string

	Addresses []string // of streets, with the name of the place

	Names []string // organizations: what stands beside one is theirs
	Hosts []string // of organizations: every mailbox on them is theirs
}

// A leak is one kind of data about private people.
type leak struct {
	Rule    string
	Pattern *needle.Pattern
	Except  string `json:",omitempty"` // one of exceptions
}

// Personal finds at most a number of pieces of data about private people in a
// text.
func Personal(t *Text, may *Official, most int) []Found {
	whole, bare := t.plain, t.plain
	if t.links {
		whole = fold(t.words)
	}
	p, s := lists(), searcher{may: may, most: most}
	if strings.ContainsAny(whole.text, "0123456789") {
		s.search(&whole, p.Coordinates, p.coordinates)
		s.search(&bare, p.Numbers, p.numbers)
	}
	if strings.ContainsAny(bare.text, "@[({") || strings.Contains(bare.lower, " arroba ") || strings.Contains(bare.lower, " dot ") {
		s.search(&bare, p.Mails, p.mails)
	}
	return s.found
}

// A searcher collects what is found in one text.
type searcher struct {
	may   *Official
	most  int
	found []Found
}

// search finds each piece of personal data once, however many patterns of its
// kind it fits.
func (s *searcher) search(in *folded, leaks []leak, patterns *needle.Patterns) {
	end := make(map[string]int)
	for i, likely := range patterns.Likely(in.lower) {
		if !likely {
			continue
		}
		l := &leaks[i]
		for _, at := range l.Pattern.Found(in.text) {
			if len(s.found) >= s.most {
				return
			}
			found, before := in.text[at[0]:at[1]], in.text[:at[0]]
			if at[0] < end[l.Rule] || l.Except != "" && exceptions[l.Except](s.may, found, before) || s.may.public(l.Rule, in.text, at) {
				continue
			}
			end[l.Rule] = at[1]
			s.found = append(s.found, Found{Rule: l.Rule, Text: mask(found), At: in.origin(at[0])})
		}
	}
}

// mask repeats enough of what was found to find it, and no more.
func mask(s string) string {
	r := []rune(s)
	return fmt.Sprintf("%q", string(r[:min(len(r), 4)])+"…")
}

// exceptions tell what is not personal after all.
var exceptions = map[string]func(may *Official, found, before string) bool{
	"court": court, "aged": aged, "ancestor": ancestor, "loose": loose, "official-phone": officialPhone, "official-mail": officialMail,
	"dated": func(_ *Official, found, _ string) bool { return lateYear().MatchString(found) },
}

// court allows for "2025 U.S. Supreme Court" and such, and for Wall Street.
func court(_ *Official, found, _ string) bool {
	if market(found) {
		return true
	}
	words := strings.Fields(found)
	if len(words) < 3 || words[len(words)-1] != "Court" {
		return false
	}
	switch words[len(words)-2] {
	case "Supreme", "District", "Circuit", "Federal", "High", "Appeals", "Immigration", "International", "Inter-American":
		return true
	}
	return false
}

// market is "2025 Wall Street", where nobody lives.
func market(found string) bool { return strings.HasSuffix(found, " Wall Street") }

// aged allows for "paseo de 2025".
func aged(_ *Official, found, _ string) bool { return year().MatchString(found) }

// ancestor allows for "my grandmother was born on May 4", and for who was born
// long ago.
func ancestor(_ *Official, found, before string) bool {
	return ancestors().MatchString(before[max(0, len(before)-nearby):]) || longAgo().MatchString(found)
}

var (
	ancestors = pattern.New(`(?i)\b(?:my|our|your|mi|mis|nuestr[oa]s?|tu) (?:great[- ])*` +
		`(?:grand(?:mother|father|parents?|ma|pa)|(?:bis|tatar)?abuel\p{L}+)\b[^.!?\n]*$`)
	longAgo = pattern.New(` (?:1[6-8]\d\d|19[0-3]\d)$`)
)

// loose allows for "40 miles of road" and "la avenida unas 300", where nothing
// is written as a name.
func loose(may *Official, found, before string) bool {
	for _, word := range strings.Fields(strings.ToLower(found)) {
		if slices.Contains(lists().Common, strings.Trim(word, ".,;)")) {
			return true
		}
	}
	return market(found) || aged(may, strings.TrimRight(found, ".,;)"), before)
}

// lateYear is "Wall Street 2008".
var lateYear = pattern.New(` (?:19|20)\d\d$`)

var year = pattern.New(`\b(?:de|del|en) (?:19|20)\d\d$`)

// officialPhone reports whether a number is official, a span of years or of
// round numbers, or that of a case: "no. 2025-0412".
func officialPhone(may *Official, found, before string) bool {
	if spans().MatchString(found) || dated().MatchString(found) && numbered().MatchString(before[max(0, len(before)-maxLabel):]) {
		return true
	}
	n := digits(found)
	return may.Listed[n] || slices.ContainsFunc(may.Phones, func(phone string) bool { return sameNumber(n, digits(phone)) })
}

var spans = pattern.New(`^(?:(?:19|20)\d\d[- ](?:19|20)\d\d|\d\d00-\d\d00)$`)

// maxLabel is how many bytes before a number are read for what it numbers.
const maxLabel = 20

// dated is a number that begins with a year, and numbered what stands before it.
var (
	dated    = pattern.New(`^(?:19|20)\d\d-\d{4}$`)
	numbered = pattern.New(`(?i)(?:\bn\.? ?o\.?|\bnúm\.?|\bnumber|\bnúmero|\bcase|\bcaso|\border|\bdocket|\bexpediente|\bdecreto` +
		`|\bresolución|\boficio|\bley|\brequest|\bpetition|\bfoia) ?:? ?$|[A-Z]-$`)
)

// officialMail reports whether an address is official, or an account of the
// Fediverse: @friends@example.org.
func officialMail(may *Official, found, before string) bool {
	return strings.HasSuffix(before, "@") || slices.ContainsFunc(may.Mails, func(mail string) bool { return strings.EqualFold(mail, found) })
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// sameNumber compares two phone numbers, with or without a country's prefix.
func sameNumber(a, b string) bool {
	return len(a) >= 7 && len(b) >= 7 && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}
