package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// rulesFlags are the choices of the verb rules.
type rulesFlags struct {
	JSON bool `flag:"json"`
}

func rulesCommand(a *app) *cobra.Command {
	var f rulesFlags
	c := a.Verb(cli.GroupCheck, "rules", a.Args(0, 1), func(_ *cobra.Command, args []string) error {
		return f.run(a, strings.Join(args, ""))
	})
	desk.Flags(c, &f)
	cli.CompletesArg(c, cobra.ShellCompDirectiveNoFileComp, ruleNames)
	return c
}

func ruleNames() []string {
	return cli.Names(truth.Reasons(), func(r truth.Reason) string { return r.Rule })
}

// run prints what words are held to, and why: all rules, or those whose name
// begins so.
func (f *rulesFlags) run(a *app, prefix string) error {
	var chosen []truth.Reason
	for _, r := range truth.Reasons() {
		if strings.HasPrefix(r.Rule, prefix) {
			chosen = append(chosen, r)
		}
	}
	switch {
	case chosen == nil:
		return a.Choice("rule", prefix, ruleNames())
	case f.JSON:
		return a.JSON(chosen)
	}
	w := a.Out
	how := map[string]terminal.Style{"error": terminal.Red, "warning": terminal.Yellow}
	for _, r := range chosen {
		fmt.Fprint(w, a.Paint(w, terminal.Bold, r.Rule))
		if r.Severity != "" {
			fmt.Fprint(w, " ", a.Paint(w, how[r.Severity], a.Named("severity", r.Severity)))
		}
		fmt.Fprintln(w)
		fmt.Fprintln(w, " ", a.Fold(r.Why[a.Tongue.Lang], 2))
		if example := r.Example[a.Tongue.Lang]; example != "" {
			fmt.Fprintln(w, " ", a.Paint(w, terminal.Dim, "× "+a.Fold(example, 4)))
		}
	}
	return nil
}
