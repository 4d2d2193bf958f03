package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
)

// A usageError says what of a command was not understood, and what to do.
type usageError struct {
	error
	hint string
}

func (e *usageError) Unwrap() error { return e.error }

// A problemError is something found that keeps a command from its end.
type problemError struct {
	error
	hint string
}

func (e *problemError) Unwrap() error { return e.error }

// A writeError says why a file was not written.
type writeError struct {
	error
	hint string
}

func (e *writeError) Unwrap() error { return e.error }

// classify turns an error of a verb into an exit status and what to do about it.
func (a *app) classify(c *cobra.Command, err error) (status int, hint string) {
	var use *usageError
	var problem *problemError
	var write *writeError
	var exists *share.ExistsError
	var lang *share.LanguageError
	var path *fs.PathError
	var link *os.LinkError
	var fit *graphic.FitError
	var glyph *graphic.GlyphError
	var long *hashtag.TooLongError
	switch {
	case errors.As(err, &use):
		return usage, use.hint
	case errors.As(err, &problem):
		return problems, problem.hint
	case errors.As(err, &write):
		return unwriteable, write.hint
	case errors.As(err, &lang):
		return usage, ""
	case errors.As(err, &exists):
		return unwriteable, a.say.HintExists
	case errors.Is(err, context.Canceled):
		return unwriteable, a.say.HintStopped
	case errors.As(err, &path), errors.As(err, &link):
		return unwriteable, ifHas(c, "out", a.say.HintPath)
	case errors.As(err, &fit):
		return problems, cmp.Or(ifHas(c, "format", a.say.HintFit), a.say.HintLong)
	case errors.As(err, &glyph):
		return problems, a.say.HintGlyph
	case errors.As(err, &long):
		return problems, a.say.HintLong
	}
	return problems, ""
}

// ifHas is a hint that names a flag, for verbs that have it.
func ifHas(c *cobra.Command, flag, hint string) string {
	if c.Flags().Lookup(flag) == nil {
		return ""
	}
	return hint
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
		err = fmt.Errorf(a.say.UnknownFlag, garbled.GetSpecifiedFlag())
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		err = fmt.Errorf(a.say.UnknownFlag, "-"+unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		err = fmt.Errorf(a.say.UnknownFlag, "--"+name)
		if near := meant(name, flagNames(c)); near != "" {
			err = fmt.Errorf(a.say.DidYouMean, err, "--"+near)
		}
	case errors.As(err, &lacks):
		err = fmt.Errorf(a.say.FlagLacks, "--"+lacks.GetFlag().Name)
	case errors.As(err, &invalid):
		err = fmt.Errorf(a.say.FlagInvalid, "--"+invalid.GetFlag().Name, invalid.GetValue())
	}
	hint := a.say.HintUsage
	if c.HasParent() {
		hint = fmt.Sprintf(a.say.HintVerb, c.Name())
	}
	return &usageError{err, hint}
}

func flagNames(c *cobra.Command) (names []string) {
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

func (a *app) unknownVerb(name string) error {
	var names []string
	for _, v := range a.verbs() {
		names = append(names, v.Name())
	}
	names = append(names, "--version")
	err := fmt.Errorf(a.say.UnknownVerb, name)
	if near := meant(name, names); near != "" {
		err = fmt.Errorf(a.say.DidYouMean, err, near)
	}
	return &usageError{err, a.say.HintUsage}
}
