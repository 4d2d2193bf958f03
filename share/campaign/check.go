package campaign

import "fmt"

// Severity says what a finding means for a build.
type Severity int

// The severities. An Error keeps a campaign from being built.
const (
	Note Severity = iota
	Warning
	Error
)

// String returns note, warning or error.
func (s Severity) String() string {
	return [...]string{"note", "warning", "error"}[max(0, min(s, Error))]
}

// A Finding is something that may be untrue, harmful or out of date.
type Finding struct {
	Severity Severity
	File     string
	Line     int
	Fact     string // the fact's id, or ""
	Field    string
	Message  string
	Fix      string
}

// String says it in one line.
func (f Finding) String() string {
	s := fmt.Sprintf("%s:%d: %s: %s", f.File, f.Line, f.Severity, f.Message)
	if f.Fix != "" {
		s += "; " + f.Fix
	}
	return s
}
