package harm

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// public reports whether what was found between two bytes of a text belongs to
// an institution, or to an organization that is named beside it.
func (may *Official) public(rule, text string, at []int) bool {
	found := text[at[0]:at[1]]
	switch rule {
	case "private-mail-address":
		return may.publicMail(found)
	case "private-street-address", "private-phone-number":
		before, after := begun(text[:at[0]]), ended(text[at[1]:])
		beside := before + " " + after // a street may be called after a church
		if may.declared(found) {
			return true
		}
		return !lists().Household.In(chamber().ReplaceAllString(before+found+after, "")) && (lists().Institution.In(beside) || may.names(beside))
	}
	return false
}

// chamber is the House that is nobody's home, and a house with a name of its own.
var chamber = pattern.New(`\b\p{Lu}\p{Ll}{3,} House\b|\bCasa (?:de la |del |de |)\p{Lu}\p{Ll}{3,}|` +
	`\b(?:[Tt]o|[Ff]or|[Aa]t|[Ii]n|[Cc]all) the House\b|` +
	`\bHouse (?:of|[Oo]ffice|[Ss]witchboard|[Cc]ommittee|[Cc]lerk|[Nn]umber|[Ll]ine|[Mm]ember|Judiciary|Foreign|Oversight)`)

// nearby is how many bytes on each side of an address are read for whose it is.
const nearby = 300

var sentenceEnds = pattern.New(`[!?;|\n].|[\p{Ll}\d)”"]\. \p{Lu}`)

// begun is the beginning of the sentence that s ends in. A point before a small
// letter, or after a capital one, is that of an abbreviation.
func begun(s string) string {
	s = s[max(0, len(s)-nearby):]
	ends := slices.DeleteFunc(sentenceEnds().FindAllStringIndex(s, -1), func(at []int) bool { return saint().MatchString(s[:at[0]+2]) })
	if len(ends) > 0 {
		s = s[ends[len(ends)-1][1]-1:]
	}
	return s
}

// ended is the rest of the sentence that goes on in s.
func ended(s string) string {
	s = s[:min(len(s), nearby)]
	if at := sentenceEnds().FindStringIndex(s); at != nil {
		s = s[:at[0]]
	}
	return s
}

// saint is a title that a point belongs to, and no street, which has a name before it.
var saint = pattern.New(`(?:^|[^\pL]\p{Ll}+ )(?:St|Ste|Sta|Sto|Mt|Fr)\.$`)

// names reports whether an organization is named in a text.
func (may *Official) names(text string) bool {
	low := strings.ToLower(text)
	return slices.ContainsFunc(may.Names, func(name string) bool { return strings.Contains(low, strings.ToLower(name)) })
}

// publicMail reports whether a mail address is a task's, or on the host of an
// organization.
func (may *Official) publicMail(address string) bool {
	name, host, ok := strings.Cut(strings.ToLower(address), "@")
	if !ok || slices.Contains(lists().Freemail, host) {
		return false
	}
	return lists().Role.In(name) || slices.Contains(may.Hosts, host)
}

// declared reports whether a found address, or the telephone number in it, is
// one of those that the campaign says may be printed.
func (may *Official) declared(found string) bool {
	found = strings.ToLower(strings.Trim(found, " ,.;)"))
	return slices.ContainsFunc(may.Addresses, func(a string) bool { return strings.Contains(strings.ToLower(fold(a).text), found) })
}
