package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// rulesFlags are the choices of the verb rules.
type rulesFlags struct{ json bool }

func rulesCommand(a *app) *cobra.Command {
	var f rulesFlags
	c := a.verb(groupCheck, "rules", a.args(0, 1), func(_ *cobra.Command, args []string) error {
		return a.rules(&f, strings.Join(args, ""))
	})
	c.Flags().BoolVar(&f.json, "json", false, "")
	completesArg(c, cobra.ShellCompDirectiveNoFileComp, ruleNames)
	return c
}

func ruleNames() []string {
	return names(truth.Reasons(), func(r truth.Reason) string { return r.Rule })
}

// rules prints what words are held to, and why: all rules, or those whose name
// begins so.
func (a *app) rules(f *rulesFlags, prefix string) error {
	var chosen []truth.Reason
	for _, r := range truth.Reasons() {
		if strings.HasPrefix(r.Rule, prefix) {
			chosen = append(chosen, r)
		}
	}
	switch {
	case chosen == nil:
		return a.choice("rule", prefix, ruleNames())
	case f.json:
		return a.json(chosen)
	}
	w := a.Out
	how := map[string]terminal.Style{"error": terminal.Red, "warning": terminal.Yellow}
	for _, r := range chosen {
		fmt.Fprint(w, a.Paint(w, terminal.Bold, r.Rule))
		if r.Severity != "" {
			fmt.Fprint(w, " ", a.Paint(w, how[r.Severity], a.named("severity", r.Severity)))
		}
		fmt.Fprintln(w)
		fmt.Fprintln(w, " ", a.Fold(r.Why[a.tongue.lang], 2))
		if example := r.Example[a.tongue.lang]; example != "" {
			fmt.Fprintln(w, " ", a.Paint(w, terminal.Dim, "× "+a.Fold(example, 4)))
		}
	}
	return nil
}
