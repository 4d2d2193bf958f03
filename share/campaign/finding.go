package campaign

import "github.com/shutdowncecot/toolkit/hashtag/fault"

// Severity says what a finding means for a build. It is a value, safe for
// concurrent use.
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

// A Finding is something that may be untrue, harmful or out of date: a
// [fault.Placed]. Its rule is one of [Rules], its field "source.url". It is
// immutable and safe for concurrent use.
type Finding struct {
	fault.Data
	Severity Severity
	Fact     string // the fact's id, or ""

	at fault.Position
}

// Position is where it was written, as far as the line is known; without a
// file where the campaign was not loaded from one.
func (f Finding) Position() fault.Position { return f.at }

// Error says it in one line of English: file, line, severity, what was found,
// what to do.
func (f Finding) Error() string {
	return placed(f.at, f.Severity.String()+": "+f.English().Line())
}
