package read

import (
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Flaw is what is wrong with a file: a rule that is broken, and where.
type Flaw struct {
	Rule   string
	Values fault.Values // what the words of the rule name
	File   string
	At     Pos
	Path   string // of the value, from the top of the file; or ""
	Field  string // as its author sees it; or ""

	// A name that is not known, those that are, and those by which it is told
	// what was meant.
	Name          string
	Known, Likely []string

	Data *fault.Data // in place of a rule: what the reader of YAML says
}

// Error returns the rule: words are for those who know the language.
func (f *Flaw) Error() string { return f.Rule }

// Flaws are several of one file.
type Flaws []*Flaw

// Error returns the rule of the first.
func (f Flaws) Error() string { return f[0].Rule }

func flaw(file string, at Pos, rule string, values fault.Values) *Flaw {
	return &Flaw{Rule: rule, Values: values, File: file, At: at}
}
