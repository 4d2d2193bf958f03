package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/shutdowncecot/toolkit/share"
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
	say := wordsFor(uiLanguage(args, env.getenv))
	root := rootCommand(&app{env: env, say: say})
	root.SetArgs(args)
	root.SetOut(env.stdout)
	root.SetErr(env.stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return done
	}
	status, hint := classify(err, say)
	if !errors.Is(err, errSaid) && !errors.Is(err, context.Canceled) {
		fmt.Fprintf(env.stderr, "sharekit: %v\n", err)
	}
	if hint != "" {
		fmt.Fprintf(env.stderr, "%s %s\n", say.Hint, hint)
	}
	return status
}

// app is one run's surroundings.
type app struct {
	env environment
	say *words
}

// errSaid ends a run whose problems have been printed already.
var errSaid = errors.New("problems were printed")

func rootCommand(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:           "sharekit",
		Short:         a.say.RootShort,
		Long:          a.say.RootLong,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			err := fmt.Errorf(a.say.UnknownVerb, args[0])
			if near := c.SuggestionsFor(args[0]); len(near) > 0 {
				err = fmt.Errorf(a.say.DidYouMean, err, near[0])
			}
			return &usageError{err}
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.PersistentFlags().String("ui-lang", "", a.say.FlagUILang)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err} })
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(kitCommand(a))
	return root
}

type usageError struct{ error }

func (e *usageError) Unwrap() error { return e.error }

// classify turns an error into an exit status and what to do about it.
func classify(err error, say *words) (status int, hint string) {
	var use *usageError
	var exists *share.ExistsError
	var lang *share.LanguageError
	var path *fs.PathError
	var link *os.LinkError
	var folder *campaignError
	switch {
	case errors.As(err, &use):
		return usage, say.HintUsage
	case errors.As(err, &lang), errors.As(err, &folder):
		return usage, ""
	case errors.As(err, &exists):
		return unwriteable, say.HintExists
	case errors.Is(err, context.Canceled):
		return unwriteable, say.HintStopped
	case errors.As(err, &path), errors.As(err, &link):
		return unwriteable, say.HintPath
	}
	return problems, ""
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
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
