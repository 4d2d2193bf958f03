package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Exit statuses.
const (
	done        = 0
	problems    = 1
	usage       = 2
	unwriteable = 3
)

// run executes one command and returns the exit status.
func run(ctx context.Context, args []string, env environment) int {
	out := &output{Writer: env.stdout}
	terminal := env.terminal
	env.stdout, env.terminal = out, func(stream any) bool { return terminal(under(stream)) }
	a := &app{env: env, say: wordsFor(uiLanguage(args, env.getenv)), asked: args}
	root := rootCommand(a)
	root.SetArgs(args)
	root.SetOut(env.stdout)
	root.SetErr(env.stderr)
	c, err := root.ExecuteContextC(ctx)
	if out.err != nil && (err == nil || errors.Is(err, out.err)) {
		err = &writeError{out.err, ""}
	}
	if err == nil {
		return done
	}
	status, hint := a.classify(c, err)
	if errors.Is(err, context.Canceled) && env.terminal(env.stderr) {
		fmt.Fprintln(env.stderr) // after ^C
	}
	if !errors.Is(err, errSaid) && !errors.Is(err, context.Canceled) {
		a.tell("", "sharekit:", a.explain(err))
	}
	if hint != "" {
		a.tell(dim, a.say.Hint, hint)
	}
	return status
}

// app is one run's surroundings.
type app struct {
	env   environment
	say   *words
	asked []string // the arguments
}

// errSaid ends a run whose problems have been printed already.
var errSaid = errors.New("problems were printed")

// The groups of the verbs.
const (
	groupMake     = "make"
	groupCheck    = "check"
	groupCampaign = "campaign"
)

func rootCommand(a *app) *cobra.Command {
	root := &cobra.Command{
		Use: a.say.Root.Use, Short: a.say.Root.Short, Long: a.say.Root.Long, Example: a.say.Root.Example,
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
		if lang != "" && !slices.Contains(uiLanguages, lang) {
			return a.choice(a.say.Language, lang, uiLanguages)
		}
		return a.given(c)
	}
	root.RunE = func(c *cobra.Command, _ []string) error {
		if version {
			return a.version()
		}
		return c.Help()
	}
	root.Flags().BoolVar(&version, "version", false, a.say.Flag.Version)
	root.PersistentFlags().StringVar(&lang, "ui-lang", "", a.say.Flag.UILang)
	completes(root, "ui-lang", func() []string { return uiLanguages })
	root.PersistentFlags().BoolP("help", "h", false, a.say.Flag.Help)
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.help(c) })
	root.SetHelpCommand(helpCommand(a, root))
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddGroup(
		&cobra.Group{ID: groupMake, Title: a.say.GroupMake},
		&cobra.Group{ID: groupCheck, Title: a.say.GroupCheck},
		&cobra.Group{ID: groupCampaign, Title: a.say.GroupCampaign})
	root.AddCommand(a.verbs()...)
	return root
}

// verbs of the command, in the order of its help.
var verbs = []func(*app) *cobra.Command{
	kitCommand, cardCommand, postCommand, threadCommand, qrCommand, letterCommand,
	checkCommand, verifyCommand, diffCommand, correctCommand, redactCommand,
	listCommand, newCommand, previewCommand,
	completionCommand,
}

// verb is a command without its flags.
func (a *app) verb(group string, h help, args cobra.PositionalArgs, run func(*cobra.Command, []string) error) *cobra.Command {
	c := &cobra.Command{
		Use: h.Use, GroupID: group, Short: h.Short, Long: h.Long, Example: h.Example,
		Args: args, RunE: run, DisableFlagsInUseLine: true, ValidArgsFunction: cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	return c
}

// args allows so many arguments.
func (a *app) args(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch flag := swallowed(c); {
		case flag != "":
			return &usageError{fmt.Errorf(a.say.FlagLacks, "--"+flag), fmt.Sprintf(a.say.HintVerb, c.Name())}
		case len(args) < least:
			return &usageError{fmt.Errorf(a.say.Missing, c.Name(), "sharekit "+c.Use), fmt.Sprintf(a.say.HintVerb, c.Name())}
		case len(args) > most:
			return a.unwanted(c, args[most])
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
			err = &usageError{fmt.Errorf(a.say.FlagLacks, "--"+f.Name), fmt.Sprintf(a.say.HintVerb, c.Name())}
		}
	})
	return err
}

// only refuses flags that say nothing without another.
func (a *app) only(c *cobra.Command, with string, names ...string) error {
	for _, name := range names {
		if c.Flags().Changed(name) {
			return &usageError{fmt.Errorf(a.say.OnlyWith, "--"+name, with), fmt.Sprintf(a.say.HintVerb, c.Name())}
		}
	}
	return nil
}

// version says of which source and which campaign this program is.
func (a *app) version() error {
	version := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
	}
	c := campaign.Default()
	_, err := fmt.Fprintf(a.env.stdout, "sharekit %s\n%s %s\n", version, c.Name, c.AsOf)
	return err
}

// unwanted says that a verb takes no such argument; a folder was probably
// meant as the campaign.
func (a *app) unwanted(c *cobra.Command, arg string) error {
	err := fmt.Errorf(a.say.Unwanted, c.Name(), arg)
	if info, statErr := os.Stat(arg); statErr == nil && info.IsDir() && c.Flags().Lookup("campaign") != nil {
		err = fmt.Errorf(a.say.DidYouMean, err, "--campaign "+arg)
	}
	return &usageError{err, fmt.Sprintf(a.say.HintVerb, c.Name())}
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func terminalColumns() int {
	width, _, err := term.GetSize(int(os.Stdout.Fd()))
	if err != nil {
		return columns
	}
	return width
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
	return "en"
}
