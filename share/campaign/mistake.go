package campaign

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A Mistake is one thing in a campaign's files that has to be mended before
// the campaign can be used.
type Mistake struct {
	File         string
	Line, Column int    // from 1; 0 if the mistake is the whole file's
	Field        string // "facts[3].source.url"; "" if none is meant
	Message      string
	Fix          string // what to do about it; may be ""

	Reason // what Message and Fix are made of
}

// Error says it in one line: file, line, column, what is wrong, what to do.
func (m *Mistake) Error() string {
	var b strings.Builder
	b.WriteString(m.File)
	if m.Line > 0 {
		fmt.Fprintf(&b, ":%d", m.Line)
	}
	if m.Column > 0 {
		fmt.Fprintf(&b, ":%d", m.Column)
	}
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	b.WriteString(m.Message)
	if m.Fix != "" {
		b.WriteString("; " + m.Fix)
	}
	return oneLine(b.String())
}

// oneLine replaces what would break a line or cannot be seen.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r == 0x2028 || r == 0x2029 {
			return '\uFFFD'
		}
		return r
	}, s)
}

// A LoadError is every mistake that Load found, in the order of the files.
type LoadError struct{ Mistakes []*Mistake }

// Error gives each mistake a line.
func (e *LoadError) Error() string {
	lines := make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		lines[i] = m.Error()
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

// mostMistakes is how many mistakes are kept: nobody mends more at a time.
const mostMistakes = 100

// A report collects mistakes.
type report struct{ mistakes []*Mistake }

func (r *report) add(m *Mistake) {
	if !r.full() {
		r.mistakes = append(r.mistakes, m)
	}
}

// full reports whether further mistakes are dropped.
func (r *report) full() bool { return len(r.mistakes) >= mostMistakes }

// err returns the mistakes found so far as an error, or nil.
func (r *report) err() error {
	if len(r.mistakes) == 0 {
		return nil
	}
	r.misspelt()
	slices.SortStableFunc(r.mistakes, func(a, b *Mistake) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return &LoadError{r.mistakes}
}

// misspelt drops that a key is missing where it stands misspelt or holds what
// cannot be read, and that words are missing in what is no language: that is
// said already.
func (r *report) misspelt() {
	meant, strange := make(map[place]bool), make(map[string]bool)
	for _, m := range r.mistakes {
		switch {
		case m.Rule == "key-unknown" && m.Nearest != "":
			around := m.Field[:strings.LastIndexByte(m.Field, '.')+1]
			meant[place{m.File, around + m.Nearest}] = true
		case m.Rule == "date-form" || strings.HasPrefix(string(m.Rule), "wants-"):
			meant[place{m.File, m.Field}] = true
		case m.Rule == "language-form":
			strange[fmt.Sprint(m.Values[0])] = true
		}
	}
	r.mistakes = slices.DeleteFunc(r.mistakes, func(m *Mistake) bool {
		last := m.Field[strings.LastIndexByte(m.Field, '.')+1:]
		return strings.HasSuffix(string(m.Rule), "-missing") && (below(meant, m) || strange[last])
	})
}

// below reports whether a mistake is in one of the places, or below it.
func below(places map[place]bool, m *Mistake) bool {
	for end := len(m.Field); end > 0; end = strings.LastIndexAny(m.Field[:end], ".[") {
		if places[place{m.File, m.Field[:end]}] {
			return true
		}
	}
	return false
}

// Mistakes returns the mistakes within err, or nil if it is another error.
func Mistakes(err error) []*Mistake {
	var le *LoadError
	if errors.As(err, &le) {
		return le.Mistakes
	}
	return nil
}
