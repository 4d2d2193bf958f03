package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// columns of a help page at most, and of what is not on a terminal.
const columns = 80

// columns is how long a line may be.
func (a *app) columns() int {
	if !a.env.terminal(a.env.stdout) || a.env.columns == nil {
		return columns
	}
	return max(columns/2, a.env.columns())
}

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

// fold is wrap for what is read on a terminal; what is piped on keeps its
// lines.
func (a *app) fold(text string, at int) string {
	if !a.env.terminal(a.env.stdout) {
		return text
	}
	return wrap(text, at, a.columns())
}

// tell prints to standard error what follows a word that is set apart, if
// there is one.
func (a *app) tell(how style, lead, text string) { a.tellTo(a.env.stderr, how, lead, text) }

// report prints to standard output what was done.
func (a *app) report(format string, args ...any) {
	a.tellTo(a.env.stdout, "", "", fmt.Sprintf(format, args...))
}

// tellTo prints a line each, which a terminal shows in several.
func (a *app) tellTo(w io.Writer, how style, lead, text string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\n"); lead != "" {
			line = lead + " " + line
		}
		if a.env.terminal(w) {
			line = wrap(line, 2, a.columns())
		}
		if how == dim {
			line = a.paint(w, how, line) // all of it
		} else if lead != "" {
			line = a.paint(w, how, lead) + strings.TrimPrefix(line, lead)
		}
		fmt.Fprintln(w, line)
	}
}

// reflow wraps the paragraphs of a page; those that are indented are examples
// and stay as they are.
func reflow(page string, width int) string {
	paragraphs := strings.Split(page, "\n\n")
	for i, p := range paragraphs {
		if !strings.HasPrefix(p, " ") {
			paragraphs[i] = wrap(p, 0, width)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// wrap breaks a text that begins at a column, and indents its lines to there.
func wrap(text string, at, width int) string {
	var b strings.Builder
	room := width - at
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case n+1 > room:
			b.WriteString("\n" + strings.Repeat(" ", at))
			room = width - at
		default:
			b.WriteByte(' ')
			room--
		}
		b.WriteString(word)
		room -= n
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
