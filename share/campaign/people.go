package campaign

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// A Roster is those in office whom a campaign asks, as they were on a day. A
// folder that extends a campaign and has people.yaml has these alone. It is
// plain data: reading one is safe for concurrent use.
type Roster struct {
	AsOf   Date     `yaml:"as_of"`  // the day on which the list was right
	Source Origin   `yaml:"source"` // where it was taken from
	Dial   string   `yaml:"dial"`   // what numbers without a + are dialled with: "+1"
	List   []Person `yaml:"people"`

	spot
}

// An Origin is where data was taken from. It is a value, safe for concurrent
// use.
type Origin struct {
	Name string `yaml:"name"`
	URL  string `yaml:"url"` // https
}

// A Person holds a public office. Nothing private is kept: no party, no
// birthday, no account. It is plain data: reading one is safe for concurrent
// use.
type Person struct {
	ID        string `yaml:"id,key"`
	Name      string `yaml:"name"`       // "Ana Prado Example Jr."
	FirstName string `yaml:"first_name"` // "Ana"
	LastName  string `yaml:"last_name"`  // all of it: "Prado Example"
	Office    string `yaml:"office"`     // of offices.yaml: "senator", "senator-f" or "senator-m"
	State     string `yaml:"state"`      // the code of an area of areas.yaml, or its name: "NY"
	District  string `yaml:"district"`   // "7", "at-large"; "" for an office of the whole area
	Rank      string `yaml:"rank"`       // what tells two of one office apart: "senior"
	Phone     string `yaml:"phone"`      // as printed
	URL       string `yaml:"url"`        // the page to write to them, https
	Mail      string `yaml:"mail"`       // of the office
	Address   string `yaml:"address"`    // of the office

	Committees []string      `yaml:"committees"` // those of offices.yaml
	Until      Date          `yaml:"until"`      // the last day of the term; none: not known
	Local      []LocalOffice `yaml:"local"`      // further offices to call

	spot
}

// A LocalOffice is an office outside the capital. It is a value, safe for
// concurrent use.
type LocalOffice struct {
	Town  string `yaml:"town"`
	Phone string `yaml:"phone"`
}

// Offices are the kinds of public office that a campaign writes to, and the
// committees that matter to it. It is plain data: reading one is safe for
// concurrent use.
type Offices struct {
	List       []OfficeWords `yaml:"offices"`
	Committees []Committee   `yaml:"committees"`
	Tally      Text          `yaml:"tally"` // what somebody who called says of it, with {offices} and {results}

	spot
}

// OfficeWords are what one kind of office is called. "senator-f" and
// "senator-m" are those of a woman and a man; what they leave out is that of
// "senator". It is plain data: reading one is safe for concurrent use.
type OfficeWords struct {
	ID         string `yaml:"id,key"`
	Title      Text   `yaml:"title"`       // before a name in a list: "Senator"
	Greeting   Text   `yaml:"greeting"`    // opens a letter: "Dear Senator"
	InSentence Text   `yaml:"in_sentence"` // before the name in a sentence: "Senator", "la senadora"

	Like   string `yaml:"like"`   // the kind whose letters it gets as well: a delegate those for representatives
	Finder string `yaml:"finder"` // the contact that says who holds it, where this list cannot

	Heading Text `yaml:"heading"` // above those who hold it: "Your two senators"
	None    Text `yaml:"none"`    // where an area has no such office: "The District of Columbia has no senators."
	Over    Text `yaml:"over"`    // when terms end, with {date}: "House terms end {date}."

	spot
}

// A Committee is one that matters to the campaign. It is plain data: reading
// one is safe for concurrent use.
type Committee struct {
	ID   string `yaml:"id,key"`
	Code string `yaml:"code"` // what imported lists call it: "SSFR"
	Name Text   `yaml:"name"`
	Ask  Text   `yaml:"ask"` // what its members can be asked: "can ask for a hearing there"

	spot
}

// Areas are the states, towns or wards that have people in office. It is plain
// data: reading one is safe for concurrent use.
type Areas struct {
	AsOf  Date   `yaml:"as_of"`
	Label Text   `yaml:"label"` // what to choose: "Your state"
	Code  Text   `yaml:"code"`  // what to type instead: "ZIP code"
	List  []Area `yaml:"areas"`

	spot
}

// An Area is a part of the country that elects people. It is plain data:
// reading one is safe for concurrent use.
type Area struct {
	Code  string  `yaml:"code,key"` // "NY"
	Name  Text    `yaml:"name"`
	Codes string  `yaml:"codes"` // how its postal codes begin, and ranges: "005 100-149 06390"; the longest that fits wins
	Seats []Seats `yaml:"seats"`

	spot
}

// Seats are how many people of one office an area has. It is plain data:
// reading one is safe for concurrent use.
type Seats struct {
	Office string `yaml:"office,key"`
	N      int    `yaml:"n"`
	Whole  bool   `yaml:"whole"` // of the whole area, not of a district each
}

// InOffice reports whether the term has not ended on the day of t: the last
// day of a term is one of it.
func (p *Person) InOffice(t time.Time) bool { return !p.Until.Before(t) }

// Seat is how the seat is asked for: "NY-7", "NY senior", "NY".
func (p *Person) Seat() string {
	switch {
	case p.District != "":
		return p.State + "-" + p.District
	case p.Rank != "":
		return p.State + " " + p.Rank
	}
	return p.State
}

// Recipient is the person as one that a letter goes to.
func (p *Person) Recipient() Recipient {
	return Recipient{Name: p.Name, LastName: p.LastName, Office: p.Office, Mail: p.Mail, Address: p.Address, URL: p.URL}
}

// Tel is a number of the list as it is dialled, "+12025550142"; "" if it says
// too little for that.
func (r *Roster) Tel(phone string) string {
	number := digitsOf(phone)
	if !strings.HasPrefix(strings.TrimSpace(phone), "+") {
		number = digitsOf(r.Dial) + number
		if r.Dial == "" {
			return ""
		}
	}
	if number = "+" + number; !telPattern().MatchString(number) {
		return ""
	}
	return number
}

// numbers holds the telephone numbers of the list in digits, as printed and as dialled.
func (r *Roster) numbers() map[string]bool {
	all := make(map[string]bool)
	add := func(phone string) {
		if phone != "" {
			all[digitsOf(phone)], all[digitsOf(r.Tel(phone))] = true, true
		}
	}
	for i := range r.List {
		add(r.List[i].Phone)
		for _, o := range r.List[i].Local {
			add(o.Phone)
		}
	}
	delete(all, "")
	return all
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// Words are what an office is called: what that of a woman or a man leaves out
// is that of its kind.
func (o *Offices) Words(office string) (w OfficeWords, ok bool) {
	for _, id := range []string{office, OfficeKind(office)} {
		for _, has := range o.List {
			if has.ID == id {
				w = w.or(has)
			}
		}
	}
	return w, w.ID != ""
}

func (w OfficeWords) or(o OfficeWords) OfficeWords {
	fill := func(t *Text, from Text) {
		if len(*t) == 0 {
			*t = from
		}
	}
	fill(&w.Title, o.Title)
	fill(&w.Greeting, o.Greeting)
	fill(&w.InSentence, o.InSentence)
	fill(&w.Heading, o.Heading)
	fill(&w.None, o.None)
	fill(&w.Over, o.Over)
	w.ID, w.Like, w.Finder = cmp.Or(w.ID, o.ID), cmp.Or(w.Like, o.Like), cmp.Or(w.Finder, o.Finder)
	return w
}

// Gets reports whether who holds an office gets letters to a kind of office.
func (o *Offices) Gets(office, kind string) bool {
	if OfficeKind(office) == kind {
		return true
	}
	w, ok := o.Words(office)
	return ok && w.Like == kind
}

// Finder is the address at which an office's holder can be looked up, "" if the
// campaign names none.
func (c *Campaign) Finder(office string) string {
	w, _ := c.Offices.Words(office)
	for _, contact := range c.Contacts {
		if w.Finder != "" && contact.ID == w.Finder {
			return contact.URL
		}
	}
	return ""
}

// SlotOffices are what a slot of a letter calls each kind of office: its own
// words, or else those of offices.yaml.
func (c *Campaign) SlotOffices(l *Letter, s *Slot) []Office {
	if s.From != FromOffice || len(s.Offices) > 0 {
		return s.Offices
	}
	var all []Office
	for _, has := range c.Offices.List {
		w, _ := c.Offices.Words(has.ID)
		if l.Office != "" && !c.Offices.Gets(has.ID, l.Office) {
			continue
		}
		name := w.Greeting
		if s.As == AsInSentence {
			name = w.InSentence
		}
		all = append(all, Office{ID: has.ID, Name: name.In(l.Lang)})
	}
	return all
}

// Area returns the area with a code, whatever the case of its letters.
func (a *Areas) Area(code string) (Area, bool) {
	i := slices.IndexFunc(a.List, func(has Area) bool { return strings.EqualFold(has.Code, code) })
	if i < 0 {
		return Area{}, false
	}
	return a.List[i], true
}

// Of are the areas of a postal code: those that name the longest part that it
// begins with. Two share some codes, and of some none is known.
func (a *Areas) Of(code string) (in []Area) {
	code = strings.ToUpper(strings.TrimSpace(code))
	longest := 0
	for _, area := range a.List {
		n := 0
		for _, part := range strings.Fields(area.Codes) {
			if from, to, ok := codeRange(part); ok && len(from) <= len(code) && from <= code[:len(from)] && code[:len(from)] <= to {
				n = max(n, len(from))
			}
		}
		if n == 0 || n < longest {
			continue
		}
		if n > longest {
			longest, in = n, nil
		}
		in = append(in, area)
	}
	return in
}

// codeRange reads "100-149", or one code.
func codeRange(s string) (from, to string, ok bool) {
	from, to, ranged := strings.Cut(strings.ToUpper(s), "-")
	if !ranged {
		to = from
	}
	return from, to, from != "" && len(from) == len(to) && from <= to && strings.Trim(from+to, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
