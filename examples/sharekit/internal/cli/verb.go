package cli

import (
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shutdowncecot/toolkit/share/say"
)

// Verb is a command without its flags. Its words are those of its page.
func (a *App) Verb(group, name string, args cobra.PositionalArgs, run func(*cobra.Command, []string) error) *cobra.Command {
	c := &cobra.Command{
		Use: name, GroupID: group, Args: args, RunE: run,
		DisableFlagsInUseLine: true, ValidArgsFunction: cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	return c
}

// Args allows so many arguments.
func (a *App) Args(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch flag := swallowed(c); {
		case flag != "":
			return Refuse(Usage, "flag-empty", With{"flag": "--" + flag})
		case len(args) < least:
			return Refuse(Usage, "argument-missing", With{"verb": c.Name(), "use": a.Page(c.Name()).Use})
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
func (a *App) given(c *cobra.Command) (err error) {
	c.Flags().Visit(func(f *pflag.Flag) {
		if strings.Trim(f.Value.String(), `[]"`) == "" {
			err = Refuse(Usage, "flag-empty", With{"flag": "--" + f.Name})
		}
	})
	return err
}

// Needs refuses a line without flags that its verb cannot do without.
func Needs(c *cobra.Command, names ...string) error {
	for _, name := range names {
		if !c.Flags().Changed(name) {
			return Refuse(Usage, "flag-missing", With{"verb": c.Name(), "flag": "--" + name})
		}
	}
	return nil
}

// OneOf refuses a line with none of several flags, and one with more than one.
func OneOf(c *cobra.Command, names ...string) error {
	n := 0
	for _, name := range names {
		if c.Flags().Changed(name) {
			n++
		}
	}
	if n == 1 {
		return nil
	}
	return Refuse(Usage, "flag-one-of", With{"verb": c.Name(), "flags": "--" + strings.Join(names, ", --")})
}

// Apart refuses two flags that contradict each other.
func Apart(c *cobra.Command, name, other string) error {
	if c.Flags().Changed(name) && c.Flags().Changed(other) {
		return Refuse(Usage, "flag-apart", With{"flag": "--" + name, "other": "--" + other})
	}
	return nil
}

// Only refuses flags that say nothing without another.
func Only(c *cobra.Command, other string, names ...string) error {
	for _, name := range names {
		if c.Flags().Changed(name) {
			return Refuse(Usage, "flag-only-with", With{"flag": "--" + name, "with": other})
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
	return Refuse(Usage, rule, With{"verb": c.Name(), "value": arg})
}

// uiLanguage returns the language of --ui-lang, else that of the locale.
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
	return tongues[0].Lang
}

// flagError says what is wrong with a flag.
func (a *App) flagError(c *cobra.Command, err error) error {
	if !c.HasParent() && len(a.asked) > 0 && !strings.HasPrefix(a.asked[0], "-") {
		return a.unknownVerb(a.asked[0]) // the flag belongs to what was meant
	}
	var unknown *pflag.NotExistError
	var lacks *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var garbled *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &garbled):
		return Refuse(Usage, "flag-unknown", With{"flag": garbled.GetSpecifiedFlag()})
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return Refuse(Usage, "flag-unknown", With{"flag": "-" + unknown.GetSpecifiedShortnames()})
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown.GetSpecifiedName())
	case errors.As(err, &lacks):
		return Refuse(Usage, "flag-empty", With{"flag": "--" + lacks.GetFlag().Name})
	case errors.As(err, &invalid):
		return Refuse(Usage, "flag-value", With{"flag": "--" + invalid.GetFlag().Name, "value": invalid.GetValue()})
	}
	return err
}

func unknownFlag(c *cobra.Command, name string) error {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := say.Meant(name, names); near != "" {
		return Refuse(Usage, "flag-near", With{"flag": "--" + name, "near": "--" + near})
	}
	return Refuse(Usage, "flag-unknown", With{"flag": "--" + name})
}

func (a *App) unknownVerb(name string) error {
	names := []string{"--version"}
	for _, v := range a.Verbs() {
		names = append(names, v.Name())
	}
	if near := say.Meant(name, names); near != "" {
		return Refuse(Usage, "verb-near", With{"verb": name, "near": near})
	}
	return Refuse(Usage, "verb-unknown", With{"verb": name})
}
