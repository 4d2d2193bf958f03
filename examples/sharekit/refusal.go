package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/say"
)

// Exit statuses.
const (
	done        = 0
	problems    = 1
	usage       = 2
	unwriteable = 3
)

// with are the values of a message.
type with = fault.Values

// A refusal is why the command itself goes no further.
type refusal struct {
	fault.Data
	status int
}

func refuse(status int, rule string, values with) *refusal {
	return &refusal{tongues[0].own().New(rule, "", values), status}
}

// refuseBy is a refusal by a rule of the libraries.
func refuseBy(rules fault.Rules, rule string, values with) *refusal {
	return &refusal{rules.New(rule, "", values), problems}
}

// in says in which flag or file it is.
func (e *refusal) in(place string) *refusal { return &refusal{e.Within(place), e.status} }

func (e *refusal) Error() string { return fault.InEnglish(e) }

// Unwrap returns the error that the refusal names as its cause, or nil.
func (e *refusal) Unwrap() error {
	cause, _ := e.Values()["cause"].(error)
	return cause
}

// errSaid ends a run whose problems have been printed already.
var errSaid = errors.New("problems were printed")

// status is the exit status of an error.
func status(err error) int {
	var own *refusal
	var exists *share.ExistsError
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &own):
		return own.status
	case inInput(err):
		return problems
	case errors.As(err, &exists), errors.Is(err, context.Canceled), errors.As(err, &path), errors.As(err, &link):
		return unwriteable
	}
	return problems
}

// inInput reports what is wrong with what was read: a file that it names and
// that cannot be opened is no fault of the disk that is written to.
func inInput(err error) bool {
	var kit *share.KitError
	var placed fault.Placed
	return errors.As(err, &kit) || errors.As(err, &placed) && placed.Position().File != ""
}

// explain says an error in the user's language: where it is, what is wrong and
// what to do about it.
func (a *app) explain(err error) string { return a.tongue.words().Error(err) }

// complain says why a verb ended: a line, the place in a file if there is one,
// and on a line of its own what to do about it.
func (a *app) complain(c *cobra.Command, err error) {
	if errors.Is(err, errSaid) {
		return
	}
	line, hint := a.divided(err)
	if added := a.addedHint(c, err); added != "" {
		line, hint = a.explain(err), added
	}
	if !errors.Is(err, context.Canceled) {
		a.tell("", "sharekit:", line)
		fmt.Fprint(a.Err, terminal.Harmless(say.Excerpt(err)))
	}
	if hint != "" {
		help := "sharekit --help"
		if c.HasParent() {
			help = "sharekit help " + c.Name()
		}
		a.tell(terminal.Dim, a.text("hint", nil), strings.ReplaceAll(hint, "{help}", help))
	}
}

// divided is an error in a line, and what to do about it; what was probably
// meant stays in the line.
func (a *app) divided(err error) (line, fix string) {
	line = a.explain(err)
	var f fault.Fault
	if !errors.As(err, &f) || len(say.Each(err)) > 1 || f.Values()["nearest"] != nil {
		return line, ""
	}
	fix = a.tongue.words().Explain(err).Fix
	return strings.TrimSuffix(line, "; "+fix), fix
}

// hints are the names of the hints that may be added to an error of the
// libraries or of the system, the first that applies.
func hints(err error) (names []string, values with) {
	var own *refusal
	var exists *share.ExistsError
	var path *fs.PathError
	var link *os.LinkError
	var f fault.Fault
	switch {
	case errors.Is(err, context.Canceled):
		return []string{"hint-stopped"}, nil
	case errors.As(err, &exists):
		return []string{"hint-exists"}, nil
	case errors.As(err, &own) && own.Unwrap() != nil:
		return nil, nil // it says what to do itself
	case !inInput(err) && (errors.As(err, &path) || errors.As(err, &link)):
		return []string{"hint-path"}, nil
	case errors.As(err, &f):
		for cause, ok := f, true; ok; cause, ok = cause.Values()["cause"].(fault.Fault) {
			names, values = []string{"hint-" + cause.Rule(), "hint-" + cause.Rule() + "-plain"}, cause.Values()
		}
		return names, values
	}
	return nil, nil
}

var flagInHint = regexp.MustCompile(`--([a-z][a-z-]*)`)

// addedHint is what the command adds. A hint that names a flag is for verbs
// that have it.
func (a *app) addedHint(c *cobra.Command, err error) string {
	names, values := hints(err)
	for _, name := range names {
		hint := a.text(name, values)
		applies := hint != ""
		for _, m := range flagInHint.FindAllStringSubmatch(hint, -1) {
			applies = applies && c.Flags().Lookup(m[1]) != nil
		}
		if applies {
			return hint
		}
	}
	return ""
}
