package cli

import "github.com/spf13/cobra"

var shells = []string{"bash", "zsh", "fish", "powershell"}

// CompletionCommand prints what lets a shell complete the command.
func (a *App) CompletionCommand() *cobra.Command {
	c := a.Verb("", "completion", a.Args(1, 1), func(c *cobra.Command, args []string) error {
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
		return a.Choice("shell", args[0], shells)
	})
	CompletesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return shells })
	return c
}
