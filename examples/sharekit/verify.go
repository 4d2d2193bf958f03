package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share/verdict"
)

// verifyFlags are the choices of the verb verify.
type verifyFlags struct {
	Key   string   `flag:"key,file:pub"`
	Known []string `flag:"known,file:"`
	JSON  bool     `flag:"json"`
}

func verifyCommand(a *app) *cobra.Command {
	var f verifyFlags
	c := a.Verb(cli.GroupCheck, "verify", a.Args(1, 1), func(c *cobra.Command, args []string) error {
		if f.Key == "" {
			if err := cli.Only(c, "--key", "known"); err != nil {
				return err
			}
		}
		return a.verify(args[0], &f)
	})
	desk.Flags(c, &f)
	c.ValidArgsFunction = nil // files
	return c
}

// verify compares the files of a kit with its sums, and asks whose it is.
func (a *app) verify(name string, f *verifyFlags) error {
	key, err := desk.Trust(f.Key, f.Known)
	if err != nil {
		return err
	}
	kit, done, err := desk.OpenKit(name)
	if err != nil {
		return err
	}
	defer done()
	v, err := verdict.Of(kit, key)
	if err != nil {
		return desk.NotKit(name, cli.Cause(err))
	}
	if v.Cause != nil {
		v.Why = a.Explain(v.Cause)
	}
	if f.JSON {
		err = a.JSON(v)
	} else {
		a.printVerdict(name, v)
	}
	if err == nil && !v.OK {
		err = cli.ErrSaid
	}
	return err
}

func (a *app) printVerdict(name string, v *verdict.Verdict) {
	if v.OK || v.ReplacedBy != "" || v.Cause != nil {
		a.printWhose(name, v)
	} else {
		a.printDiffering(v)
	}
	if len(v.Litter) > 0 {
		a.Report("litter", cli.With{"n": len(v.Litter), "file": v.Litter[0]})
	}
}

// printWhose says whose a kit is, as far as that is known.
func (a *app) printWhose(name string, v *verdict.Verdict) {
	w := a.Out
	values := cli.With{"name": name, "kit": v.Kit, "version": v.Version, "n": v.Files, "newer": v.ReplacedBy, "cause": v.Cause, "key": v.SaysKey}
	rule, colour := "genuine", terminal.Green
	switch {
	case v.Cause != nil:
		rule, colour = "not-theirs", terminal.Red
	case v.ReplacedBy != "":
		rule, colour = "genuine-replaced", terminal.Red
	case v.Kit == "":
		rule = "undamaged-cards"
	case v.Genuine == nil:
		rule = "undamaged"
	}
	fmt.Fprintln(w, a.Paint(w, colour, terminal.Harmless(a.Text(rule, values))))
	switch {
	case v.Genuine != nil:
	case v.SaysKey != "":
		a.Report("whose-key", values)
	default:
		a.Report("whose-none", nil)
	}
}

// printDiffering lists the files that are not as the kit was made.
func (a *app) printDiffering(v *verdict.Verdict) {
	w := a.Out
	for _, part := range []struct {
		word  string
		names []string
	}{{"altered", v.Altered}, {"missing", v.Missing}, {"added", v.Added}} {
		for _, n := range part.names {
			fmt.Fprintf(w, "%s %s\n", a.Paint(w, terminal.Red, a.Text(part.word, nil)), terminal.Harmless(n))
		}
	}
	a.Report("differ", cli.With{"n": v.Differing()})
}
