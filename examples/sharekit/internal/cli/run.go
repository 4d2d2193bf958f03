// Package cli is the frame of the command: its flags, pages of help, refusals
// and files, in the user's language. It knows no verb.
package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
)

// App is one run of a command with verbs: its terminal, and the language in which
// it says everything.
type App struct {
	terminal.Terminal
	Tongue  *Tongue
	Verbs   func() []*cobra.Command // in the order of the help
	Version func() error            // prints it
	asked   []string                // the arguments
}

// New is a run with arguments, in the language that they or the locale ask for.
func New(t terminal.Terminal, args []string) *App {
	return &App{Terminal: t, Tongue: tongueFor(uiLanguage(args, t.Getenv)), asked: args}
}

// Run executes the command and returns the exit status.
func (a *App) Run(ctx context.Context) int {
	out := a.Remember()
	root := a.Root()
	root.SetArgs(a.asked)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	c, err := root.ExecuteContextC(ctx)
	if out.Err != nil && (err == nil || errors.Is(err, out.Err)) {
		err = Refuse(Unwriteable, "output", With{"cause": out.Err})
	}
	if err == nil {
		return Done
	}
	if errors.Is(err, context.Canceled) && a.Is(a.Err) {
		fmt.Fprintln(a.Err) // after ^C
	}
	a.complain(c, err)
	return status(err)
}

// The groups of the verbs.
const (
	GroupMake     = "make"
	GroupCheck    = "check"
	GroupCampaign = "campaign"
)

// Root is the command itself, above its verbs.
func (a *App) Root() *cobra.Command {
	root := &cobra.Command{
		Use:           "sharekit",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return a.unknownVerb(args[0])
		},
	}
	var lang string
	var version bool
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error {
		if lang != "" && !slices.Contains(tongueNames(), lang) {
			return a.Choice("language", lang, tongueNames())
		}
		return a.given(c)
	}
	root.RunE = func(c *cobra.Command, _ []string) error {
		if version {
			return a.Version()
		}
		return c.Help()
	}
	root.Flags().BoolVar(&version, "version", false, "")
	root.PersistentFlags().StringVar(&lang, "ui-lang", "", "")
	Completes(root, "ui-lang", tongueNames)
	root.PersistentFlags().BoolP("help", "h", false, "")
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.help(c) })
	root.SetHelpCommand(a.HelpCommand(root))
	root.CompletionOptions.DisableDefaultCmd = true
	for _, id := range []string{GroupMake, GroupCheck, GroupCampaign} {
		root.AddGroup(&cobra.Group{ID: id})
	}
	root.AddCommand(a.Verbs()...)
	if len(a.asked) > 0 && a.asked[0] == cobra.ShellCompRequestCmd {
		a.describe(root)
	}
	return root
}
