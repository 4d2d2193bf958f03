package campaign

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A Mistake is one thing in a campaign that has to be mended before it can be
// used: a [fault.Placed]. Its rule is one of [Rules], its field the part of an
// entry that its author knows: "source.url", or "" for the whole. It is
// immutable and safe for concurrent use.
type Mistake struct {
	fault.Data
	path string
	at   fault.Position
}

// Path is the field from the top of the file, "facts[3].source.url", or "".
func (m *Mistake) Path() string { return m.path }

// Position is where it was written; without a file where the campaign was not
// loaded from one.
func (m *Mistake) Position() fault.Position { return m.at }

// Error says it in one line of English: file, line, column, field, what is
// wrong, what to do.
func (m *Mistake) Error() string { return placed(m.at, fault.InEnglish(m)) }

// ErrorWithUsage is Error, and the line of the file with a caret under the
// column where they are known.
func (m *Mistake) ErrorWithUsage() string {
	return strings.TrimSuffix(m.Error()+"\n"+m.at.Excerpt(), "\n")
}

// English returns what is wrong and what to do about it. Where a value
// "nearest" says what was likely meant, the fix asks for it; where "built_in"
// is true, it says that the mistake stands in the built-in campaign.
func (m *Mistake) English() fault.Words {
	w, values := m.Data.English(), m.Values()
	if nearest, ok := values["nearest"]; ok {
		w.Fix = fmt.Sprintf("did you mean %q?", nearest)
	}
	if values["built_in"] == true {
		w.Fix = strings.TrimSpace(w.Fix + " (this comes from the built-in campaign: give it, by its id, in a file of your own)")
	}
	return w
}

// placed puts the place before what is said of it.
func placed(at fault.Position, said string) string {
	if at.File == "" {
		return said
	}
	return at.String() + ": " + said
}

// A LoadError is every mistake that Load found, in the order of the files.
// It is safe for concurrent use.
type LoadError struct{ Mistakes []*Mistake }

// Error says each mistake in a line.
func (e *LoadError) Error() string { return e.lines((*Mistake).Error) }

// ErrorWithUsage says each mistake as its ErrorWithUsage does.
func (e *LoadError) ErrorWithUsage() string { return e.lines((*Mistake).ErrorWithUsage) }

func (e *LoadError) lines(say func(*Mistake) string) string {
	lines := make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		lines[i] = say(m)
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the mistakes as errors.
func (e *LoadError) Unwrap() []error {
	errs := make([]error, len(e.Mistakes))
	for i, m := range e.Mistakes {
		errs[i] = m
	}
	return errs
}

// Mistakes returns the mistakes within err, or nil if it is another error.
func Mistakes(err error) []*Mistake {
	var le *LoadError
	if errors.As(err, &le) {
		return le.Mistakes
	}
	return nil
}

// newMistake is a mistake at a place in a file; the zero pos is all of it.
func newMistake(file string, at pos, path string, d fault.Data) *Mistake {
	return &Mistake{Data: d, path: path, at: fault.Position{File: file, Line: at.Line, Column: at.Column}}
}

// MistakeAt is a mistake in a file that is no campaign's but is read for one.
func MistakeAt(at fault.Position, d fault.Data) *Mistake {
	return &Mistake{Data: d, path: d.Field(), at: at}
}

// mistakeAt is a mistake of no field.
func mistakeAt(file string, at pos, rule string, values with) *Mistake {
	return newMistake(file, at, "", english.New(rule, "", values))
}

// unknown are the values of a rule that refuses a name which is none of those
// known.
func unknown(name string, known []string) with {
	values := with{"name": read.Clip(name), "known": strings.Join(known, ", ")}
	return meant(values, fault.Nearest(name, known))
}

// meant says what was likely meant, "" for nothing.
func meant(values with, nearest string) with {
	if nearest != "" {
		values["nearest"] = nearest
	}
	return values
}

// MostMistakes is how many mistakes [Load] tells: nobody mends more at a time.
const MostMistakes = 100

// A report collects mistakes.
type report struct {
	mistakes []*Mistake
	sources  map[string][]byte // the files, by name
}

func (r *report) add(m *Mistake) {
	if !r.full() {
		r.mistakes = append(r.mistakes, m)
	}
}

// flaw adds what is wrong with the form of a file.
func (r *report) flaw(f *read.Flaw) {
	values := f.Values
	if f.Known != nil {
		values = unknown(f.Name, f.Known)
	}
	if f.Likely != nil {
		delete(values, "nearest")
		meant(values, fault.Nearest(f.Name, f.Likely))
	}
	d := english.New(f.Rule, f.Field, values)
	if f.Data != nil {
		d = *f.Data
	}
	r.add(newMistake(f.File, f.At, cmp.Or(f.Path, f.Field), d))
}

// full reports whether further mistakes are dropped.
func (r *report) full() bool { return len(r.mistakes) >= MostMistakes }

// err returns the mistakes found so far as an error, or nil.
func (r *report) err() error {
	if len(r.mistakes) == 0 {
		return nil
	}
	r.misspelt()
	slices.SortStableFunc(r.mistakes, func(a, b *Mistake) int {
		return cmp.Or(cmp.Compare(a.at.File, b.at.File), cmp.Compare(a.at.Line, b.at.Line), cmp.Compare(a.at.Column, b.at.Column))
	})
	for _, m := range r.mistakes {
		m.at.Text = line(r.sources[m.at.File], m.at.Line)
	}
	return &LoadError{r.mistakes}
}

// line is the n-th line of a file, or "".
func line(data []byte, n int) string {
	for l := range bytes.Lines(data) {
		if n--; n == 0 {
			return strings.TrimRight(string(l), "\r\n")
		}
	}
	return ""
}

// misspelt drops that a key is missing where it stands misspelt or holds what
// cannot be read, and that words are missing in what is no language: that is
// said already.
func (r *report) misspelt() {
	misread, strange := make(map[place]bool), make(map[string]bool)
	for _, m := range r.mistakes {
		switch values := m.Values(); {
		case m.Rule() == "key-unknown" && values["nearest"] != nil:
			around := m.path[:strings.LastIndexByte(m.path, '.')+1]
			misread[place{File: m.at.File, Path: around + values["nearest"].(string)}] = true
		case m.Rule() == "date-form" || strings.HasPrefix(m.Rule(), "wants-"):
			misread[place{File: m.at.File, Path: m.path}] = true
		case m.Rule() == "language-form":
			strange[values["lang"].(string)] = true
		}
	}
	r.mistakes = slices.DeleteFunc(r.mistakes, func(m *Mistake) bool {
		last := m.path[strings.LastIndexByte(m.path, '.')+1:]
		return strings.HasSuffix(m.Rule(), "-missing") && (below(misread, m) || strange[last])
	})
}

// below reports whether a mistake is in one of the places, or below it.
func below(places map[place]bool, m *Mistake) bool {
	for end := len(m.path); end > 0; end = strings.LastIndexAny(m.path[:end], ".[") {
		if places[place{File: m.at.File, Path: m.path[:end]}] {
			return true
		}
	}
	return false
}
