package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/people"
)

// peopleFlags are the choices of the verb people.
type peopleFlags struct {
	AsOf  string `flag:"as-of"`
	Out   string `flag:"out,o"`
	Force bool   `flag:"force"`
	JSON  bool   `flag:"json"`
	desk.Scope
}

// peopleActs are what the verb people does.
var peopleActs = []string{"import", "list", "for", "table"}

func peopleCommand(a *app) *cobra.Command {
	var f peopleFlags
	c := a.Verb(cli.GroupMake, "people", a.Args(1, 20), func(c *cobra.Command, args []string) error {
		return f.run(c.Context(), a, args[0], args[1:])
	})
	desk.Flags(c, &f)
	cli.CompletesArg(c, cobra.ShellCompDirectiveDefault, func() []string { return peopleActs })
	return c
}

func (f *peopleFlags) run(ctx context.Context, a *app, act string, args []string) error {
	if !slices.Contains(peopleActs, act) {
		return a.Choice("act", act, peopleActs)
	}
	if wants := map[string]string{"import": " FILE...", "for": " WHO"}[act]; wants != "" && len(args) == 0 {
		return cli.Refuse(cli.Usage, "argument-missing", cli.With{"verb": "people " + act, "use": "people " + act + wants})
	}
	if act == "import" {
		return f.importPeople(ctx, a, args)
	}
	o, err := a.Open(ctx, f.Scope)
	if err != nil {
		return err
	}
	c := o.Campaign
	who, found := strings.Join(args, " "), c.People.List
	if who != "" || act == "for" || len(found) == 0 {
		if found, err = people.Find(c, who, o.Day); err != nil {
			return err
		}
	}
	switch act {
	case "list":
		return f.listPeople(a, o, found)
	case "table":
		err := people.WriteTable(a.Out, c, o.Lang, people.InOffice(found, o.Day))
		a.asOf(c)
		return err
	}
	return f.showPeople(a, c, people.Rows(c, o.Lang, found))
}

// importPeople writes people.yaml from lists of others.
func (f *peopleFlags) importPeople(ctx context.Context, a *app, names []string) error {
	c, err := a.Load(ctx, f.Campaign)
	if err != nil {
		return err
	}
	if f.AsOf == "" {
		return cli.Refuse(cli.Usage, "people-as-of", nil)
	}
	asOf, err := desk.On("--as-of", f.AsOf)
	if err != nil {
		return err
	}
	if f.Out == "" {
		f.Out = "people.yaml"
	}
	if err := cli.Clear(cli.Target{Name: f.Out, Force: f.Force}); err != nil {
		return err
	}
	var in []people.File
	for _, name := range names {
		data, err := a.ReadAtMost(name, people.MostBytes)
		if err != nil {
			return err
		}
		in = append(in, people.File{Name: name, Data: data})
	}
	list, err := people.Import(c, asOf, in...)
	if err != nil {
		return a.Mistakes(err)
	}
	err = a.Write(ctx, cli.Target{Name: f.Out, Force: f.Force}, written(list.YAML()))
	if err != nil || f.Out == "-" {
		return err
	}
	a.Report("people-read", cli.With{"n": len(list.List), "date": asOf, "file": f.Out})
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

// listPeople prints a line for each of those in office on a day.
func (f *peopleFlags) listPeople(a *app, o desk.Opened, all []campaign.Person) error {
	c := o.Campaign
	in := people.InOffice(all, o.Day)
	if f.JSON {
		return a.JSON(people.Rows(c, o.Lang, in))
	}
	for _, r := range people.Rows(c, o.Lang, in) {
		fmt.Fprintf(a.Out, "%-12s %s %s, %s\n", r.Seat, r.Title, r.Name, r.Phone)
	}
	a.asOf(c)
	vacant, over := people.Telling(c, all, people.Vacancies(c, o.Day))
	for _, v := range vacant {
		a.vacant(c, v)
	}
	if over > 0 {
		a.Note("people-terms", cli.With{"n": over})
	}
	return nil
}

// vacant says of a seat why nobody is listed for it, and where to look.
func (a *app) vacant(c *campaign.Campaign, v people.Vacancy) {
	rule := "people-vacancy"
	if v.Former != "" {
		rule = "people-seat-over"
	}
	a.Note(rule, cli.With{"seat": v.Seat(), "office": v.Office, "name": v.Former, "finder": c.Finder(v.Office)})
}

// asOf says as of which day the list is.
func (a *app) asOf(c *campaign.Campaign) {
	a.Note("people-dated", cli.With{"date": c.People.AsOf, "source": c.People.Source.Name})
}

// showPeople prints what there is to know of some: how to call, write and what
// they can be asked.
func (f *peopleFlags) showPeople(a *app, c *campaign.Campaign, rows []people.Row) error {
	if f.JSON {
		return a.JSON(rows)
	}
	for i, r := range rows {
		if i > 0 {
			fmt.Fprintln(a.Out)
		}
		fmt.Fprintf(a.Out, "%s\n", a.Paint(a.Out, terminal.Bold, fmt.Sprintf("%s %s (%s)", r.Title, r.Name, r.Seat)))
		for _, line := range r.Lines() {
			fmt.Fprintf(a.Out, "  %s\n", line)
		}
	}
	a.asOf(c)
	return nil
}
