package main

import "github.com/spf13/cobra"

var shells = []string{"bash", "zsh", "fish", "powershell"}

func completionCommand(a *app) *cobra.Command {
	c := a.verb("", "completion", a.args(1, 1), func(c *cobra.Command, args []string) error {
		root, w := c.Root(), a.Out
		a.describe(root)
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(w, true)
		case "zsh":
			return root.GenZshCompletion(w)
		case "fish":
			return root.GenFishCompletion(w, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(w)
		}
		return a.choice("shell", args[0], shells)
	})
	completesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return shells })
	return c
}
