package say

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Error says an error: where it was found, if that is in a file, what is
// wrong and what to do about it. Several errors joined are a line each.
//
// An error that no package of this module made, and that is none of the
// system's known ones, is said by its own Error method.
func (c *Catalogue) Error(err error) string {
	if all := Each(err); len(all) > 1 {
		lines := make([]string, len(all))
		for i, one := range all {
			lines[i] = c.Error(one)
		}
		return strings.Join(lines, "\n")
	}
	at := ""
	if p, ok := Position(err); ok {
		at = p.String() + ": "
	}
	return at + c.nested(err)
}

// Excerpt returns the line of the file that an error was found in, with a
// caret under the place; "" if it is not known.
func Excerpt(err error) string {
	p, _ := Position(err)
	return p.Excerpt()
}

// Position returns where in a file an error was found, if it was in one.
func Position(err error) (p fault.Position, ok bool) {
	var placed fault.Placed
	if !errors.As(err, &placed) {
		return p, false
	}
	p = placed.Position()
	return p, p.File != ""
}

// Each returns the errors that err joins, those within them too; err itself
// if it joins none.
func Each(err error) (all []error) {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	for _, one := range joined.Unwrap() {
		all = append(all, Each(one)...)
	}
	return all
}

// nested says an error within a sentence, without its place.
func (c *Catalogue) nested(err error) string {
	var f fault.Fault
	if errors.As(err, &f) {
		return c.fault(f).LineAt(f.Field())
	}
	return c.system(err)
}

// Explain returns what is wrong and what to do about it, without the place in
// a file and without the field.
func (c *Catalogue) Explain(err error) fault.Words {
	var f fault.Fault
	if errors.As(err, &f) {
		return c.fault(f)
	}
	return fault.Words{Message: c.system(err)}
}

// The values by which a fault asks for shared words: what was probably meant
// takes the place of the fix, and built_in, if true, says that what is wrong
// stands in a campaign that comes with the program.
const (
	nearest = "nearest"
	builtIn = "built_in"
)

func (c *Catalogue) fault(f fault.Fault) fault.Words {
	values := f.Values()
	w, known := c.Rule(f.Rule())
	if !known {
		return asWritten(f)
	}
	w = w.Fill(c.lang, values, c.nested)
	if s, _ := values[nearest].(string); s != "" {
		w.Fix = c.Message("did-you-mean", values)
	}
	if own, _ := values[builtIn].(bool); own {
		w.Fix = strings.TrimSpace(w.Fix + " " + c.Message("in-built-in", values))
	}
	return w
}

// asWritten is a fault in its own English.
func asWritten(f fault.Fault) fault.Words {
	if e, ok := f.(interface{ English() fault.Words }); ok {
		return e.English()
	}
	return fault.Words{Message: f.Error()}
}

// system says an error of the system: what it is about and why.
func (c *Catalogue) system(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return fault.Position{File: path.Path}.String() + ": " + c.system(path.Err)
	case errors.As(err, &link):
		return fault.Position{File: link.New}.String() + ": " + c.system(link.Err)
	}
	for _, known := range systems {
		if errors.Is(err, known.err) {
			if w, ok := c.Rule(known.rule); ok {
				return w.Message
			}
		}
	}
	return err.Error()
}

// systems are the errors of the system that have words, by rule. English
// leaves them to the system, which says them itself.
var systems = []struct {
	rule string
	err  error
}{
	{"system-permission", fs.ErrPermission}, {"system-not-there", fs.ErrNotExist}, {"system-there", fs.ErrExist},
	{"system-full", syscall.ENOSPC}, {"system-read-only", syscall.EROFS}, {"system-folder", syscall.EISDIR},
	{"system-no-folder", syscall.ENOTDIR}, {"system-not-empty", syscall.ENOTEMPTY}, {"system-long-name", syscall.ENAMETOOLONG},
	{"system-other-disk", syscall.EXDEV}, {"system-port-taken", syscall.EADDRINUSE}, {"system-disk", syscall.EIO},
	{"system-no-zip", zip.ErrFormat}, {"system-cut", io.ErrUnexpectedEOF},
	{"system-stopped", context.Canceled}, {"system-too-slow", context.DeadlineExceeded},
}
