package people

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// Find returns those whom somebody means, in office on a day: "NY-7" a
// district, "NY senior" one of two, "NY" all of an area, "NY senator" those of
// an office, and else a name or an id. The error is an [*Error]: nobody, a
// seat that is vacant in the list, or a term that is over.
func Find(c *campaign.Campaign, who string, on time.Time) ([]campaign.Person, error) {
	if len(c.People.List) == 0 {
		return nil, refuse("people-none", nil)
	}
	found := seat(c, who)
	if found == nil {
		found = named(c, who)
	}
	in := InOffice(found, on)
	switch {
	case len(in) > 0:
		return in, nil
	case len(found) > 0:
		p := found[0]
		return nil, findable("people-term-over", fault.Values{"name": p.Name, "seat": p.Seat(), "until": p.Until, "finder": c.Finder(p.Office)})
	}
	return nil, nobody(c, who)
}

// Recipients are those whom [Find] finds and who get letters to an office, as
// recipients; nil if none of them does. An empty office is any.
func Recipients(c *campaign.Campaign, who, office string, on time.Time) (to []campaign.Recipient, err error) {
	found, err := Find(c, who, on)
	for i := range found {
		if office == "" || c.Offices.Gets(found[i].Office, office) {
			to = append(to, found[i].Recipient())
		}
	}
	return to, err
}

// InOffice returns the people of a list who are in office on a day.
func InOffice(all []campaign.Person, on time.Time) []campaign.Person {
	return slices.DeleteFunc(slices.Clone(all), func(p campaign.Person) bool { return !p.InOffice(on) })
}

// findable refuses with the address of the office's finder, if there is one.
func findable(rule string, values fault.Values) error {
	if values["finder"] == "" {
		rule += "-alone"
	}
	return refuse(rule, values)
}

// nobody says why nobody was found.
func nobody(c *campaign.Campaign, who string) error {
	code, rest := split(who)
	area, ok := c.Areas.Area(code)
	if n := strings.TrimLeft(rest, "0"); ok && isNumber().MatchString(n) {
		for _, s := range area.Seats {
			if !s.Whole && len(n) <= 2 && atoi(n) <= s.N {
				return findable("people-vacant", fault.Values{"seat": area.Code + "-" + n, "date": c.People.AsOf, "finder": c.Finder(s.Office)})
			}
		}
	}
	values := fault.Values{"who": who}
	if near := fault.Nearest(fold(who), names(c)); near != "" {
		values["nearest"] = near
	}
	return refuse("people-unknown", values)
}

var isNumber = pattern.New(`^[1-9][0-9]*$`)

// atoi is a number of a few digits; 0 for what is none.
func atoi(s string) (n int) {
	for _, r := range s {
		if r < '0' || r > '9' || n > 1e6 {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}

var afterCode = pattern.New(`^([\pL]+)(?:[ -]+(.*)|([0-9]+))?$`)

// split is "NY-7", "ny 07" or "NY7" as a code and the rest, in lower case.
func split(who string) (code, rest string) {
	m := afterCode().FindStringSubmatch(strings.TrimSpace(who))
	if m == nil {
		return "", ""
	}
	return strings.ToUpper(m[1]), strings.ToLower(m[2] + m[3])
}

// seat finds the people of an area, or those of them whom the rest of the words asks for.
func seat(c *campaign.Campaign, who string) (found []campaign.Person) {
	code, rest := split(who)
	rest = strings.TrimLeft(rest, "0")
	for _, p := range c.People.List {
		if !strings.EqualFold(p.State, code) || p.State == "" {
			continue
		}
		kind := campaign.OfficeKind(p.Office)
		at := p.District == AtLarge && slices.Contains([]string{"", "al", "at large", "at-large"}, rest)
		if strings.TrimSpace(strings.TrimPrefix(strings.ToLower(who), strings.ToLower(code))) == "" || at ||
			slices.Contains([]string{strings.ToLower(p.District), strings.ToLower(p.Rank), kind, kind + "s"}, rest) && rest != "" {
			found = append(found, p)
		}
	}
	return found
}

// named finds the people whose name has all the words, and whoever has them as
// id.
func named(c *campaign.Campaign, who string) (found []campaign.Person) {
	words := strings.Fields(fold(who))
	if len(words) == 0 {
		return nil
	}
	for _, p := range c.People.List {
		if strings.EqualFold(p.ID, who) {
			return []campaign.Person{p}
		}
		if p.State == "" && strings.EqualFold(campaign.OfficeKind(p.Office), who) {
			found = append(found, p)
			continue
		}
		has := strings.Fields(fold(p.Name + " " + p.FirstName + " " + p.LastName))
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(has, w) }) {
			found = append(found, p)
		}
	}
	return found
}

// names are the last names by which somebody may have been meant.
func names(c *campaign.Campaign) []string {
	all := make([]string, len(c.People.List))
	for i, p := range c.People.List {
		all[i] = fold(cmp.Or(p.LastName, p.Name))
	}
	return all
}

var notLetters = pattern.New(`[^\pL\pN]+`)

// fold is a name without accents, marks and capitals.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 0x300 && r <= 0x36f {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(s)))
	return strings.TrimSpace(notLetters().ReplaceAllString(s, " "))
}

// slug is an id made of words.
func slug(s string) string {
	id := strings.Map(func(r rune) rune {
		if r < 128 {
			return r
		}
		return -1
	}, fold(s))
	id = strings.Join(strings.Fields(id), "-")
	return id[:min(len(id), 64)]
}

// A Vacancy is a seat that an area has and that nobody in the list holds, or
// whose holder's term is over.
// It is plain data, safe for concurrent use as long as nobody changes it.
type Vacancy struct {
	Area     campaign.Area
	Office   string
	District string // "" for one of the whole area
	Former   string // the name of who held it, if the list has them; ""
}

// Vacancies are the seats without somebody in office on a day.
func Vacancies(c *campaign.Campaign, on time.Time) (all []Vacancy) {
	for _, a := range c.Areas.List {
		for _, s := range a.Seats {
			all = append(all, vacancies(c, a, s, on)...)
		}
	}
	return all
}

func vacancies(c *campaign.Campaign, a campaign.Area, s campaign.Seats, on time.Time) (all []Vacancy) {
	held, former := make(map[string]int), make(map[string][]string)
	for _, p := range c.People.List {
		switch {
		case p.State != a.Code || campaign.OfficeKind(p.Office) != s.Office:
		case p.InOffice(on):
			held[p.District]++
		default:
			former[p.District] = append(former[p.District], p.Name)
		}
	}
	for _, district := range districts(s) {
		most := 1
		if district == "" {
			most = s.N
		}
		for n := held[district]; n < most; n++ {
			v := Vacancy{Area: a, Office: s.Office, District: district}
			if gone := former[district]; len(gone) > 0 {
				v.Former, former[district] = gone[0], gone[1:]
			}
			all = append(all, v)
		}
	}
	return all
}
