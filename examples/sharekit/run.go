package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// run executes one command and returns the exit status.
func run(ctx context.Context, args []string, env environment) int {
	out := env.Remember()
	a := &app{environment: env, tongue: tongueFor(uiLanguage(args, env.Getenv)), asked: args}
	root := rootCommand(a)
	root.SetArgs(args)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	c, err := root.ExecuteContextC(ctx)
	if out.Err != nil && (err == nil || errors.Is(err, out.Err)) {
		err = refuse(unwriteable, "output", with{"cause": out.Err})
	}
	if err == nil {
		return done
	}
	if errors.Is(err, context.Canceled) && env.Is(env.Err) {
		fmt.Fprintln(env.Err) // after ^C
	}
	a.complain(c, err)
	return status(err)
}

// app is one run's surroundings.
type app struct {
	environment
	tongue *tongue
	asked  []string // the arguments
}

// The groups of the verbs.
const (
	groupMake     = "make"
	groupCheck    = "check"
	groupCampaign = "campaign"
)

func rootCommand(a *app) *cobra.Command {
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
			return a.choice("language", lang, tongueNames())
		}
		return a.given(c)
	}
	root.RunE = func(c *cobra.Command, _ []string) error {
		if version {
			return a.version(false)
		}
		return c.Help()
	}
	root.Flags().BoolVar(&version, "version", false, "")
	root.PersistentFlags().StringVar(&lang, "ui-lang", "", "")
	completes(root, "ui-lang", tongueNames)
	root.PersistentFlags().BoolP("help", "h", false, "")
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.help(c) })
	root.SetHelpCommand(helpCommand(a, root))
	root.CompletionOptions.DisableDefaultCmd = true
	for _, id := range []string{groupMake, groupCheck, groupCampaign} {
		root.AddGroup(&cobra.Group{ID: id})
	}
	root.AddCommand(a.verbs()...)
	if len(a.asked) > 0 && a.asked[0] == cobra.ShellCompRequestCmd {
		a.describe(root)
	}
	return root
}

// verbs of the command, in the order of its help.
var verbs = []func(*app) *cobra.Command{
	kitCommand, joinCommand, siteCommand, cardCommand, cardsCommand, postCommand, threadCommand, reelCommand, qrCommand,
	letterCommand, peopleCommand,
	checkCommand, rulesCommand, verifyCommand, diffCommand, correctCommand, redactCommand,
	listCommand, newCommand, previewCommand, keygenCommand, schemaCommand, versionCommand,
	completionCommand,
}

// verb is a command without its flags. Its words are those of its page.
func (a *app) verb(group, name string, args cobra.PositionalArgs, run func(*cobra.Command, []string) error) *cobra.Command {
	c := &cobra.Command{
		Use: name, GroupID: group, Args: args, RunE: run,
		DisableFlagsInUseLine: true, ValidArgsFunction: cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	return c
}

// args allows so many arguments.
func (a *app) args(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch flag := swallowed(c); {
		case flag != "":
			return refuse(usage, "flag-empty", with{"flag": "--" + flag})
		case len(args) < least:
			return refuse(usage, "argument-missing", with{"verb": c.Name(), "use": a.page(c.Name()).Use})
		case len(args) > most:
			return unwanted(c, args[most])
		}
		return nil
	}
}

// swallowed is a flag without a value that took the next flag for one.
func swallowed(c *cobra.Command) (name string) {
	c.Flags().Visit(func(f *pflag.Flag) {
		if next, ok := strings.CutPrefix(f.Value.String(), "--"); ok && c.Flags().Lookup(next) != nil {
			name = f.Name
		}
	})
	return name
}

// given refuses flags whose value is empty, such as a variable that a script
// forgot to set.
func (a *app) given(c *cobra.Command) (err error) {
	c.Flags().Visit(func(f *pflag.Flag) {
		if strings.Trim(f.Value.String(), `[]"`) == "" {
			err = refuse(usage, "flag-empty", with{"flag": "--" + f.Name})
		}
	})
	return err
}

// needs refuses a line without flags that its verb cannot do without.
func needs(c *cobra.Command, names ...string) error {
	for _, name := range names {
		if !c.Flags().Changed(name) {
			return refuse(usage, "flag-missing", with{"verb": c.Name(), "flag": "--" + name})
		}
	}
	return nil
}

// oneOf refuses a line with none of several flags, and one with more than one.
func oneOf(c *cobra.Command, names ...string) error {
	n := 0
	for _, name := range names {
		if c.Flags().Changed(name) {
			n++
		}
	}
	if n == 1 {
		return nil
	}
	return refuse(usage, "flag-one-of", with{"verb": c.Name(), "flags": "--" + strings.Join(names, ", --")})
}

// apart refuses two flags that contradict each other.
func apart(c *cobra.Command, name, other string) error {
	if c.Flags().Changed(name) && c.Flags().Changed(other) {
		return refuse(usage, "flag-apart", with{"flag": "--" + name, "other": "--" + other})
	}
	return nil
}

// only refuses flags that say nothing without another.
func only(c *cobra.Command, other string, names ...string) error {
	for _, name := range names {
		if c.Flags().Changed(name) {
			return refuse(usage, "flag-only-with", with{"flag": "--" + name, "with": other})
		}
	}
	return nil
}

// unwanted says that a verb takes no such argument; a folder was probably
// meant as the campaign.
func unwanted(c *cobra.Command, arg string) error {
	rule := "argument-extra"
	if info, err := os.Stat(arg); err == nil && info.IsDir() && c.Flags().Lookup("campaign") != nil {
		rule = "argument-campaign"
	}
	return refuse(usage, rule, with{"verb": c.Name(), "value": arg})
}

// uiLanguage is that of --ui-lang, else of the locale.
func uiLanguage(args []string, getenv func(string) string) string {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, "--ui-lang="); ok {
			return v
		}
		if a == "--ui-lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return v
		}
	}
	return tongues[0].lang
}

// flagError says what is wrong with a flag.
func (a *app) flagError(c *cobra.Command, err error) error {
	if !c.HasParent() && len(a.asked) > 0 && !strings.HasPrefix(a.asked[0], "-") {
		return a.unknownVerb(a.asked[0]) // the flag belongs to what was meant
	}
	var unknown *pflag.NotExistError
	var lacks *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var garbled *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &garbled):
		return refuse(usage, "flag-unknown", with{"flag": garbled.GetSpecifiedFlag()})
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return refuse(usage, "flag-unknown", with{"flag": "-" + unknown.GetSpecifiedShortnames()})
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown.GetSpecifiedName())
	case errors.As(err, &lacks):
		return refuse(usage, "flag-empty", with{"flag": "--" + lacks.GetFlag().Name})
	case errors.As(err, &invalid):
		return refuse(usage, "flag-value", with{"flag": "--" + invalid.GetFlag().Name, "value": invalid.GetValue()})
	}
	return err
}

func unknownFlag(c *cobra.Command, name string) error {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := meant(name, names); near != "" {
		return refuse(usage, "flag-near", with{"flag": "--" + name, "near": "--" + near})
	}
	return refuse(usage, "flag-unknown", with{"flag": "--" + name})
}

func (a *app) unknownVerb(name string) error {
	names := []string{"--version"}
	for _, v := range a.verbs() {
		names = append(names, v.Name())
	}
	if near := meant(name, names); near != "" {
		return refuse(usage, "verb-near", with{"verb": name, "near": near})
	}
	return refuse(usage, "verb-unknown", with{"verb": name})
}
