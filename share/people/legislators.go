package people

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// legislators is where the lists come from.
var legislators = campaign.Origin{Name: "congress-legislators", URL: "https://github.com/unitedstates/congress-legislators"}

// legislator reads one entry of legislators-current. What its last term says
// counts; "current" lists keep those whose term is over until they are next
// edited.
func (im *importer) legislator(t *read.Tree) {
	id, terms, ok := text(t, "id", "bioguide"), (*read.Tree)(nil), false
	if terms, ok = t.Get("terms"); !ok || len(terms.Items) == 0 {
		im.fail(t.Pos, "person-lacks", fault.Values{"name": text(t, "name", "last"), "what": "terms"})
		return
	}
	im.member(t.Pos, member{
		id: id, first: text(t, "name", "first"), middle: text(t, "name", "middle"), last: text(t, "name", "last"),
		suffix: text(t, "name", "suffix"), full: text(t, "name", "official_full"), gender: text(t, "bio", "gender"),
		term: func(key string) string { return text(&terms.Items[len(terms.Items)-1], key) },
	})
}

// A member is one legislator, from whichever kind of file.
type member struct {
	id, first, middle, last, suffix, full, gender string
	term                                          func(key string) string // what the last term says
}

func (im *importer) member(at read.Pos, m member) {
	for what, value := range map[string]string{"id.bioguide": m.id, "name.last": m.last, "state": m.term("state"), "type": m.term("type")} {
		if value == "" {
			im.fail(at, "person-lacks", fault.Values{"name": m.name(), "what": what})
			return
		}
	}
	im.roster.Source, im.roster.Dial = legislators, "+1"
	p := campaign.Person{
		ID: strings.ToLower(m.id), Name: m.name(), FirstName: bare(m.first), LastName: m.last,
		Office: m.office(), State: m.term("state"), Rank: m.term("state_rank"),
		Phone: phone(m.term("phone")), URL: contact(m.term("contact_form"), m.term("url")), Address: m.term("address"),
	}
	if m.term("type") == "rep" {
		p.District = district(m.term("district"))
	}
	var err error
	if p.Until, err = campaign.ParseDate(m.term("end")); err != nil {
		im.fail(at, "person-lacks", fault.Values{"name": m.name(), "what": "end"})
	}
	im.person(at, p)
}

// name is the official one, or for new members put together from its parts.
func (m *member) name() string {
	if m.full != "" {
		return m.full
	}
	return strings.Join(strings.Fields(strings.Join([]string{bare(m.first), m.middle, m.last, m.suffix}, " ")), " ")
}

var inBrackets = pattern.New(`\s*\([^)]*\)`)

// bare is a first name without the other one that stands in brackets.
func bare(first string) string { return strings.TrimSpace(inBrackets().ReplaceAllString(first, "")) }

// office is the kind of office. The territories elect members of the House who
// are called otherwise.
func (m *member) office() string {
	kind := "representative"
	switch state := m.term("state"); {
	case m.term("type") == "sen":
		kind = "senator"
	case state == "PR":
		kind = "resident-commissioner"
	case slices.Contains([]string{"DC", "GU", "VI", "AS", "MP"}, state):
		kind = "delegate"
	}
	switch m.gender {
	case "F":
		return kind + "-f"
	case "M":
		return kind + "-m"
	}
	return kind
}

// district is the number of a district: 0 is that of a whole state, -1 is not
// known.
func district(n string) string {
	switch n {
	case "0":
		return AtLarge
	case "-1":
		return ""
	}
	return n
}

// AtLarge is the district of somebody whom a whole area elects.
const AtLarge = "at-large"

// phone is an American number as it is printed.
func phone(s string) string {
	if p := nationalNumber().FindStringSubmatch(s); p != nil {
		return fmt.Sprintf("(%s) %s-%s", p[1], p[2], p[3])
	}
	return s
}

var nationalNumber = pattern.New(`^\(?(\d{3})\)?[ .-]*(\d{3})[ .-]*(\d{4})$`)

// contact is the first address that is one, over https: the lists are kept by
// hand, and some have "hhttps".
func contact(addresses ...string) string {
	for _, a := range addresses {
		if rest, ok := strings.CutPrefix(a, "http://"); ok {
			a = "https://" + rest
		}
		if u, err := url.Parse(a); err == nil && u.Scheme == "https" && strings.Contains(u.Hostname(), ".") && u.User == nil && !strings.ContainsAny(a, " \t\n") {
			return a
		}
	}
	return ""
}

// membership reads committee-membership-current: members by committee.
func (im *importer) membership(t *read.Tree) {
	for i := range t.Keys {
		members := &t.Items[i]
		if members.Shape != read.List || len(members.Items) > 0 && text(&members.Items[0], "bioguide") == "" {
			im.fail(t.Keys[i].Pos, "people-file-unknown", nil)
			return
		}
		committee, matters := im.committees[t.Keys[i].Text]
		for j := range members.Items {
			if id := strings.ToLower(text(&members.Items[j], "bioguide")); matters && id != "" {
				im.sits[id] = append(im.sits[id], committee)
			}
		}
	}
}

// offices reads one entry of legislators-district-offices.
func (im *importer) offices(t *read.Tree) {
	id := strings.ToLower(text(t, "id", "bioguide"))
	list, ok := t.Get("offices")
	if !ok {
		im.fail(t.Pos, "person-lacks", fault.Values{"name": id, "what": "offices"})
		return
	}
	for i := range list.Items {
		if o := (campaign.LocalOffice{Town: text(&list.Items[i], "city"), Phone: phone(text(&list.Items[i], "phone"))}); o.Phone != "" {
			im.local[id] = append(im.local[id], o)
		}
	}
}

// termEnd is the last day of a term that a table does not tell: by the 20th
// Amendment terms end on January 3, those of the House in each odd year and
// those of a class of senators in every sixth.
func termEnd(asOf campaign.Date, kind, class string) string {
	if asOf.IsZero() {
		return ""
	}
	year := asOf.Year + 1
	if !asOf.Last().After(time.Date(asOf.Year, time.January, 3, 0, 0, 0, 0, time.UTC)) {
		year = asOf.Year
	}
	step := func(ends func(int) bool) string {
		for !ends(year) {
			year++
		}
		return strconv.Itoa(year) + "-01-03"
	}
	n, err := strconv.Atoi(class)
	switch {
	case kind == "rep":
		return step(func(y int) bool { return y%2 == 1 })
	case err == nil && 1 <= n && n <= 3:
		return step(func(y int) bool { return y%6 == (2*n+1)%6 })
	}
	return ""
}
