package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help prints the page of a command: what it does, how to run it, its flags.
func (a *app) help(c *cobra.Command) {
	var b strings.Builder
	b.WriteString(reflow(c.Long, min(columns, a.columns())) + "\n")
	use := c.Use
	if c.HasParent() {
		use = "sharekit " + use + " " + a.say.UseFlags
	}
	a.section(&b, a.say.Usage, "  "+use+"\n")
	for _, g := range c.Groups() {
		a.section(&b, g.Title, a.group(g.ID))
	}
	if c.HasSubCommands() {
		a.section(&b, a.say.GroupOther, a.group(""))
	}
	a.section(&b, a.say.Examples, strings.TrimPrefix(c.Example, "\n")+"\n")
	a.section(&b, a.say.Flags, a.flags(c.LocalFlags()))
	a.section(&b, a.say.FlagsAll, a.flags(c.InheritedFlags()))
	if !c.HasParent() {
		a.section(&b, a.say.Statuses, a.say.StatusList)
	}
	fmt.Fprint(a.env.stdout, b.String())
}

// section adds a part that has anything in it.
func (a *app) section(b *strings.Builder, title, body string) {
	if strings.TrimSpace(body) != "" {
		fmt.Fprintf(b, "\n%s\n%s", a.paint(a.env.stdout, bold, title), body)
	}
}

// verbs makes the verbs anew, in the order of the help.
func (a *app) verbs() (list []*cobra.Command) {
	for _, v := range verbs {
		list = append(list, v(a))
	}
	return list
}

func (a *app) group(id string) string {
	var b strings.Builder
	for _, v := range append(a.verbs(), helpCommand(a, nil)) {
		if v.GroupID == id {
			fmt.Fprintf(&b, "  %-12s%s\n", v.Name(), wrap(v.Short, 14, min(columns, a.columns())))
		}
	}
	return b.String()
}

// flags lists flags in the order in which they were added, a column for their
// names and one for what they do.
func (a *app) flags(fs *pflag.FlagSet) string {
	var left, right []string
	width := 0
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, does := pflag.UnquoteUsage(f)
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() == "bool" {
			value = ""
		} else if d := strings.Trim(f.DefValue, "[]"); d != "" && d != "0" {
			does += " (" + a.say.Default + " " + d + ")"
		}
		name = strings.TrimRight(name+" "+value, " ")
		width = max(width, utf8.RuneCountInString(name))
		left, right = append(left, name), append(right, does)
	})
	var b strings.Builder
	for i, name := range left {
		pad := strings.Repeat(" ", width-utf8.RuneCountInString(name)+2)
		b.WriteString(name + pad + wrap(right[i], width+2, min(columns, a.columns())) + "\n")
	}
	return b.String()
}

func helpCommand(a *app, root *cobra.Command) *cobra.Command {
	c := a.verb("", a.say.HelpVerb, a.args(0, 1), func(_ *cobra.Command, args []string) error {
		c, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return a.unknownVerb(args[0])
		}
		return c.Help()
	})
	completesArg(c, cobra.ShellCompDirectiveNoFileComp, func() (names []string) {
		for _, v := range root.Commands() {
			names = append(names, v.Name())
		}
		return names
	})
	return c
}
