package cli

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
	Done        = 0
	Problems    = 1
	Usage       = 2
	Unwriteable = 3
)

// With are the values of a message.
type With = fault.Values

// A Refusal is why the command itself goes no further.
type Refusal struct {
	fault.Data
	status int
}

// Refuse is a refusal by a rule of the command's own messages.
func Refuse(status int, rule string, values With) *Refusal {
	return &Refusal{tongues[0].Own().New(rule, "", values), status}
}

// RefuseBy is a refusal by a rule of the libraries.
func RefuseBy(rules fault.Rules, rule string, values With) *Refusal {
	return &Refusal{rules.New(rule, "", values), Problems}
}

// Because is a refusal by a fault of the libraries.
func Because(d fault.Data) *Refusal { return &Refusal{d, Problems} }

// In says in which flag or file it is.
func (e *Refusal) In(place string) *Refusal { return &Refusal{e.Within(place), e.status} }

func (e *Refusal) Error() string { return fault.InEnglish(e) }

// Unwrap returns the error that the refusal names as its cause, or nil.
func (e *Refusal) Unwrap() error {
	cause, _ := e.Values()["cause"].(error)
	return cause
}

// ErrSaid ends a run whose problems have been printed already.
var ErrSaid = errors.New("problems were printed")

// status is the exit status of an error.
func status(err error) int {
	var own *Refusal
	var exists *share.ExistsError
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &own):
		return own.status
	case inInput(err):
		return Problems
	case errors.As(err, &exists), errors.Is(err, context.Canceled), errors.As(err, &path), errors.As(err, &link):
		return Unwriteable
	}
	return Problems
}

// inInput reports what is wrong with what was read: a file that it names and
// that cannot be opened is no fault of the disk that is written to.
func inInput(err error) bool {
	var kit *share.KitError
	var placed fault.Placed
	return errors.As(err, &kit) || errors.As(err, &placed) && placed.Position().File != ""
}

// Explain says an error in the user's language: where it is, what is wrong and
// what to do about it.
func (a *App) Explain(err error) string { return a.Tongue.Words().Error(err) }

// complain says why a verb ended: a line, the place in a file if there is one,
// and on a line of its own what to do about it.
func (a *App) complain(c *cobra.Command, err error) {
	if errors.Is(err, ErrSaid) {
		return
	}
	line, hint := a.divided(err)
	if added := a.addedHint(c, err); added != "" {
		line, hint = a.Explain(err), added
	}
	if !errors.Is(err, context.Canceled) {
		a.Aside("", "sharekit:", line)
		fmt.Fprint(a.Err, terminal.Harmless(say.Excerpt(err)))
	}
	if hint != "" {
		help := "sharekit --help"
		if c.HasParent() {
			help = "sharekit help " + c.Name()
		}
		a.Aside(terminal.Dim, a.Text("hint", nil), strings.ReplaceAll(hint, "{help}", help))
	}
}

// divided is an error in a line, and what to do about it; what was probably
// meant stays in the line.
func (a *App) divided(err error) (line, fix string) {
	line = a.Explain(err)
	var f fault.Fault
	if !errors.As(err, &f) || len(say.Each(err)) > 1 || f.Values()["nearest"] != nil {
		return line, ""
	}
	fix = a.Tongue.Words().Explain(err).Fix
	return strings.TrimSuffix(line, "; "+fix), fix
}

// hints are the names of the hints that may be added to an error of the
// libraries or of the system, the first that applies.
func hints(err error) (names []string, values With) {
	var own *Refusal
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
func (a *App) addedHint(c *cobra.Command, err error) string {
	names, values := hints(err)
	for _, name := range names {
		hint := a.Text(name, values)
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
