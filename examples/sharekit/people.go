package main

import (
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/people"
)

// peopleFlags are the choices of the verb people.
type peopleFlags struct {
	scope
	asOf, out   string
	force, json bool
}

// peopleActs are what the verb people does.
var peopleActs = []string{"import", "list", "for", "table"}

func peopleCommand(a *app) *cobra.Command {
	var f peopleFlags
	c := a.verb(groupMake, "people", a.args(1, 20), func(c *cobra.Command, args []string) error {
		return a.people(c.Context(), &f, args[0], args[1:])
	})
	c.Flags().StringVar(&f.asOf, "as-of", "", "")
	c.Flags().StringVarP(&f.out, "out", "o", "", "")
	c.Flags().BoolVar(&f.force, "force", false, "")
	c.Flags().BoolVar(&f.json, "json", false, "")
	f.dayFlag(c)
	f.flags(c)
	completesArg(c, cobra.ShellCompDirectiveDefault, func() []string { return peopleActs })
	return c
}

func (a *app) people(ctx context.Context, f *peopleFlags, act string, args []string) error {
	if !slices.Contains(peopleActs, act) {
		return a.choice("act", act, peopleActs)
	}
	if (act == "import" || act == "for") && len(args) == 0 {
		return refuse(usage, "argument-missing", with{"verb": "people " + act, "use": "people " + act + map[string]string{"import": " FILE...", "for": " WHO"}[act]})
	}
	c, err := a.load(f.campaign)
	if err != nil {
		return err
	}
	if act == "import" {
		return a.importPeople(ctx, c, f, args)
	}
	day, err := a.day(f.today)
	if err != nil {
		return err
	}
	lang, err := a.language(c, f.lang)
	if err != nil {
		return err
	}
	who := strings.Join(args, " ")
	found := c.People.List
	if who != "" || act == "for" || len(found) == 0 {
		if found, err = people.Find(c, who, day); err != nil {
			return err
		}
	}
	switch act {
	case "list":
		return a.listPeople(c, f, lang, found, day)
	case "table":
		return a.peopleTable(c, lang, inOffice(found, day))
	}
	return a.showPeople(c, f, lang, found)
}

func inOffice(all []campaign.Person, day time.Time) []campaign.Person {
	return slices.DeleteFunc(slices.Clone(all), func(p campaign.Person) bool { return !p.InOffice(day) })
}

// peopleTable prints those in office as rows for the verb cards, called by
// their seats.
func (a *app) peopleTable(c *campaign.Campaign, lang string, all []campaign.Person) error {
	w := csv.NewWriter(a.Out)
	w.Write([]string{"id", "seat", "place", "title", "name", "last-name", "phone", "address", "url", "as-of"})
	for i, r := range peopleRows(c, lang, all) {
		area, _ := c.Areas.Area(all[i].State)
		place := cmp.Or(area.Name.In(lang), all[i].State)
		w.Write([]string{campaign.Slug(r.Seat + " " + r.ID), r.Seat, place, r.Title, r.Name, all[i].LastName, r.Phone, r.Address, r.URL, r.AsOf})
	}
	w.Flush()
	a.asOf(c)
	return w.Error()
}

// importPeople writes people.yaml from lists of others.
func (a *app) importPeople(ctx context.Context, c *campaign.Campaign, f *peopleFlags, names []string) error {
	if f.asOf == "" {
		return refuse(usage, "people-as-of", nil)
	}
	asOf, err := campaign.ParseDate(f.asOf)
	if err != nil || asOf.Day == 0 {
		return refuse(usage, "value-day", with{"value": f.asOf}).in("--as-of")
	}
	if f.out == "" {
		f.out = "people.yaml"
	}
	if err := clear(target{name: f.out, force: f.force}); err != nil {
		return err
	}
	var in []people.File
	for _, name := range names {
		data, err := a.readAtMost(name, people.MostBytes)
		if err != nil {
			return err
		}
		in = append(in, people.File{Name: name, Data: data})
	}
	list, err := people.Import(c, asOf, in...)
	if err != nil {
		return a.mistakes(err)
	}
	err = a.write(ctx, target{name: f.out, force: f.force}, func(w io.Writer) error {
		_, err := w.Write(list.YAML())
		return err
	})
	if err != nil || f.out == "-" {
		return err
	}
	a.report("people-read", with{"n": len(list.List), "date": asOf, "file": f.out})
	a.importNotes(c, list)
	return nil
}

// importNotes says what a list does not have: seats that nobody holds in it,
// and terms that were over on its day.
func (a *app) importNotes(c *campaign.Campaign, list *campaign.Roster) {
	with := *c
	with.People = *list
	for _, v := range people.Vacancies(&with, list.AsOf.Last()) {
		a.vacant(c, v)
	}
}

func vacantSeat(v people.Vacancy) string {
	return (&campaign.Person{State: v.Area.Code, District: v.District}).Seat()
}

// listPeople prints a line for each of those in office on a day.
func (a *app) listPeople(c *campaign.Campaign, f *peopleFlags, lang string, all []campaign.Person, day time.Time) error {
	in := inOffice(all, day)
	if f.json {
		return a.json(peopleRows(c, lang, in))
	}
	for _, r := range peopleRows(c, lang, in) {
		fmt.Fprintf(a.Out, "%-12s %s %s, %s\n", r.Seat, r.Title, r.Name, r.Phone)
	}
	a.asOf(c)
	a.vacancies(c, all, day)
	return nil
}

// vacancies says which seats of the areas of some nobody holds. Of a whole list
// the terms that are over are only counted.
func (a *app) vacancies(c *campaign.Campaign, all []campaign.Person, day time.Time) {
	whole, over := len(all) == len(c.People.List), 0
	for _, v := range people.Vacancies(c, day) {
		switch {
		case whole && v.Former != "":
			over++
		case whole || slices.ContainsFunc(all, func(p campaign.Person) bool { return p.State == v.Area.Code }):
			a.vacant(c, v)
		}
	}
	if over > 0 {
		a.note("people-terms", fault.Values{"n": over})
	}
}

// vacant says of a seat why nobody is listed for it, and where to look.
func (a *app) vacant(c *campaign.Campaign, v people.Vacancy) {
	rule := "people-vacancy"
	if v.Former != "" {
		rule = "people-seat-over"
	}
	a.note(rule, fault.Values{"seat": vacantSeat(v), "office": v.Office, "name": v.Former, "finder": c.Finder(v.Office)})
}

// asOf says as of which day the list is.
func (a *app) asOf(c *campaign.Campaign) {
	a.note("people-dated", fault.Values{"date": c.People.AsOf, "source": c.People.Source.Name})
}

// A personRow is one in office, as programs read it.
type personRow struct {
	ID         string                 `json:"id"`
	Seat       string                 `json:"seat"`
	Title      string                 `json:"title"`
	Name       string                 `json:"name"`
	Phone      string                 `json:"phone,omitempty"`
	URL        string                 `json:"url,omitempty"`
	Address    string                 `json:"address,omitempty"`
	Until      string                 `json:"until,omitempty"`
	AsOf       string                 `json:"as_of"`
	Committees []string               `json:"committees,omitempty"`
	Local      []campaign.LocalOffice `json:"local,omitempty"`
}

func peopleRows(c *campaign.Campaign, lang string, all []campaign.Person) []personRow {
	rows := []personRow{}
	for i := range all {
		p := &all[i]
		w, _ := c.Offices.Words(p.Office)
		r := personRow{
			ID: p.ID, Seat: p.Seat(), Title: w.Title.In(lang), Name: p.Name, Phone: p.Phone, URL: p.URL,
			Address: p.Address, Until: p.Until.String(), AsOf: c.People.AsOf.String(), Local: p.Local,
		}
		if r.Title == "" {
			r.Title = p.Office
		}
		for _, k := range c.Offices.Committees {
			if slices.Contains(p.Committees, k.ID) {
				r.Committees = append(r.Committees, strings.TrimSuffix(k.Name.In(lang)+": "+k.Ask.In(lang), ": "))
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// showPeople prints what there is to know of some: how to call, write and what
// they can be asked.
func (a *app) showPeople(c *campaign.Campaign, f *peopleFlags, lang string, all []campaign.Person) error {
	rows := peopleRows(c, lang, all)
	if f.json {
		return a.json(rows)
	}
	for i, r := range rows {
		if i > 0 {
			fmt.Fprintln(a.Out)
		}
		fmt.Fprintf(a.Out, "%s\n", a.Paint(a.Out, terminal.Bold, fmt.Sprintf("%s %s (%s)", r.Title, r.Name, r.Seat)))
		lines := append([]string{r.Phone, r.URL, r.Address}, r.Committees...)
		for _, o := range r.Local {
			lines = append(lines, o.Town+": "+o.Phone)
		}
		for _, line := range lines {
			if line != "" {
				fmt.Fprintf(a.Out, "  %s\n", line)
			}
		}
	}
	a.asOf(c)
	return nil
}
