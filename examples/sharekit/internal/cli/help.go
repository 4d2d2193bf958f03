package cli

import (
	"fmt"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/share/cardfile"
)

// describe gives a command and those below it the words of their pages.
func (a *App) describe(c *cobra.Command) {
	p := a.Page(c.Name())
	c.Short, c.Long, c.Example = p.Short, p.Long, p.Example
	c.LocalFlags().VisitAll(func(f *pflag.Flag) { f.Usage = a.FlagHelp(c.Name(), f.Name) })
	for _, below := range c.Commands() {
		a.describe(below)
	}
}

// help prints the page of a command: what it does, how to run it, its flags.
func (a *App) help(c *cobra.Command) {
	a.describe(c.Root())
	var b strings.Builder
	b.WriteString(terminal.Reflow(c.Long, a.pageWidth()) + "\n")
	use := a.Page(c.Name()).Use
	if c.HasParent() {
		use = "sharekit " + use + " " + a.Text("use-flags", nil)
	}
	a.section(&b, "usage", "  "+use+"\n")
	for _, g := range c.Groups() {
		a.section(&b, "group-"+g.ID, a.group(c, g.ID))
	}
	if c.HasSubCommands() {
		a.section(&b, "group-other", a.group(c, ""))
	}
	a.section(&b, "examples", "  "+strings.ReplaceAll(c.Example, "\n", "\n  ")+"\n")
	if c.Name() == "card" {
		a.section(&b, "keys", a.keys())
	}
	a.section(&b, "flags", a.flags(c.LocalFlags()))
	a.section(&b, "flags-all", a.flags(c.InheritedFlags()))
	if !c.HasParent() {
		a.section(&b, "statuses", a.Text("status-list", nil))
	}
	fmt.Fprint(a.Out, b.String())
}

// pageWidth is how many columns a page of help takes.
func (a *App) pageWidth() int { return min(terminal.Columns, a.Room()) }

// section adds a part that has anything in it.
func (a *App) section(b *strings.Builder, title, body string) {
	if strings.TrimSpace(body) != "" {
		fmt.Fprintf(b, "\n%s\n%s", a.Paint(a.Out, terminal.Bold, a.Text(title, nil)), body)
	}
}

func (a *App) group(root *cobra.Command, id string) string {
	var rows [][2]string
	for _, v := range append(a.Verbs(), a.HelpCommand(root)) {
		if v.GroupID == id {
			rows = append(rows, [2]string{"  " + v.Name(), a.Page(v.Name()).Short})
		}
	}
	return terminal.Beside(rows, 14, a.pageWidth())
}

// flags lists flags in the order in which they were added.
func (a *App) flags(fs *pflag.FlagSet) string {
	var rows [][2]string
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
			does += " " + a.Text("default", With{"value": d})
		}
		name = strings.TrimRight(name+" "+value, " ")
		width = max(width, uniseg.StringWidth(name))
		rows = append(rows, [2]string{name, does})
	})
	return terminal.Beside(rows, width+2, a.pageWidth())
}

// keys lists those of a card's file, as package cardfile has them.
func (a *App) keys() string {
	var rows [][2]string
	width := 0
	for _, k := range cardfile.Keys() {
		does := a.Text("value-is-"+k.Type, nil)
		if len(k.Keys) > 0 {
			does += ": " + within(k.Keys)
		}
		rows = append(rows, [2]string{"  " + k.Name, does})
		width = max(width, len(k.Name))
	}
	return terminal.Beside(rows, width+4, a.pageWidth())
}

func within(keys []cardfile.KeyInfo) string {
	return strings.Join(Names(keys, func(k cardfile.KeyInfo) string {
		if len(k.Keys) > 0 {
			return k.Name + " (" + within(k.Keys) + ")"
		}
		return k.Name
	}), ", ")
}

func (a *App) HelpCommand(root *cobra.Command) *cobra.Command {
	c := a.Verb("", "help", a.Args(0, 1), func(_ *cobra.Command, args []string) error {
		c, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return a.unknownVerb(args[0])
		}
		return c.Help()
	})
	CompletesArg(c, cobra.ShellCompDirectiveNoFileComp, func() (names []string) {
		for _, v := range root.Commands() {
			names = append(names, v.Name())
		}
		return names
	})
	return c
}
