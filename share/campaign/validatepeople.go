package campaign

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// mostPeople bounds those in office: a page carries them all.
const mostPeople = 5000

// rosterRules checks offices and the people in them.
type rosterRules struct{ *validator }

func (v rosterRules) offices() {
	kinds := idsOf(v.c.Offices.List, func(o OfficeWords) string { return o.ID })
	contacts := idsOf(v.c.Contacts, func(c Contact) string { return c.ID })
	for _, o := range v.c.Offices.List {
		w, _ := v.c.Offices.Words(o.ID)
		v.needs(o.at, "title", w.Title)
		v.needs(o.at, "greeting", w.Greeting)
		v.needs(o.at, "in_sentence", w.InSentence)
		v.refer(o.at, "like", o.Like, "office", kinds)
		v.refer(o.at, "finder", o.Finder, "contact", contacts)
	}
	for _, c := range v.c.Offices.Committees {
		v.needs(c.at, "name", c.Name)
	}
}

func (v rosterRules) areas() {
	kinds := idsOf(v.c.Offices.List, func(o OfficeWords) string { return o.ID })
	for _, a := range v.c.Areas.List {
		v.needs(a.at, "name", a.Name)
		if a.Code == "" || strings.ContainsAny(a.Code, " -") {
			v.fail(a.at, "code", "area-code", with{"code": read.Clip(a.Code)})
		}
		for _, part := range strings.Fields(a.Codes) {
			if _, _, ok := codeRange(part); !ok {
				v.fail(a.at, "codes", "codes-form", with{"code": read.Clip(part)})
			}
		}
		for i, s := range a.Seats {
			v.refer(a.at.In("seats").Index(i), "office", s.Office, "office", kinds)
		}
	}
}

// roster validates those in office. What is said of one is held against what
// offices.yaml and areas.yaml know, as far as the campaign has them.
func (v rosterRules) roster() {
	r := &v.c.People
	if len(r.List) == 0 {
		return
	}
	if r.AsOf.IsZero() {
		v.fail(r.at, "as_of", "people-date-missing", nil)
	}
	if len(r.List) > mostPeople {
		v.fail(r.at, "people", "too-many-entries", with{"n": len(r.List), "limit": mostPeople})
		return
	}
	v.link(r.at.In("source"), "url", r.Source.URL, "https")
	kinds := idsOf(v.c.Offices.List, func(o OfficeWords) string { return o.ID })
	areas := idsOf(v.c.Areas.List, func(a Area) string { return a.Code })
	committees := idsOf(v.c.Offices.Committees, func(c Committee) string { return c.ID })
	for i := range r.List {
		p := &r.List[i]
		v.person(r, p)
		if len(kinds) > 0 && !slices.Contains(kinds, OfficeKind(p.Office)) {
			v.refer(p.at, "office", p.Office, "office", kinds)
		}
		if len(areas) > 0 {
			v.refer(p.at, "state", p.State, "area", areas)
		}
		for n, c := range p.Committees {
			v.refer(p.at.In("committees").Index(n), "", c, "committee", committees)
		}
	}
}

// person validates what stands of one alone.
func (v rosterRules) person(r *Roster, p *Person) {
	v.id(p.at, "id", p.ID)
	if strings.TrimSpace(p.Name) == "" {
		v.fail(p.at, "name", "person-name-missing", nil)
	}
	if p.Office == "" {
		v.fail(p.at, "office", "person-office-missing", nil)
	}
	v.link(p.at, "url", p.URL, "https")
	if p.Mail != "" && !MailAddress(p.Mail) {
		v.fail(p.at, "mail", "mail-form", with{"mail": read.Clip(p.Mail)})
	}
	v.phone(r, p.at, p.Phone)
	for i, o := range p.Local {
		v.phone(r, p.at.In("local").Index(i), o.Phone)
	}
}

// phone reports a number that nobody could dial.
func (v rosterRules) phone(r *Roster, at place, phone string) {
	if phone != "" && r.Tel(phone) == "" {
		v.fail(at, "phone", "person-phone", with{"phone": read.Clip(phone)})
	}
}
