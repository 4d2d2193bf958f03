package people

import (
	"fmt"
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Rules are the rules that this package's errors break, each with its words in
// English. Their names never change; what they say may. The map is the
// caller's own.
func Rules() fault.Rules { return maps.Clone(english) }

var english = fault.Rules{
	// of a list
	"people-column-missing": {Message: `there is no column "{column}"`, Fix: "a table of people has at least name and office"},
	"people-file-unknown": {
		Message: "is no list of people",
		Fix:     "give legislators-current.yaml and its like, people.yaml, or a table with the columns name and office",
	},
	"people-none-read": {Message: "nobody is listed in these files", Fix: "give a list of people, not of committees or offices alone"},
	"person-lacks":     {Message: `"{name}" has no {what}`, Fix: "add it, or leave the person out"},
	"person-local":     {Message: `"{office}" is no local office`, Fix: "write Town: number, with | between two"},
	"person-twice":     {Message: `{name} is listed twice, as "{id}"`, Fix: "leave one out, or give each an id of its own"},

	// Error
	"people-none":            {Message: "the campaign has no people in office", Fix: "make people.yaml with sharekit people import"},
	"people-unknown":         {Message: `nobody in the list is "{who}"`, Fix: "give a seat (NY-7, NY senior), an area (NY) or a name"},
	"people-term-over":       {Message: "the term of {name} ({seat}) ended on {until}", Fix: "look up who holds the seat now: {finder}"},
	"people-term-over-alone": {Message: "the term of {name} ({seat}) ended on {until}", Fix: "ask the office who holds the seat now"},
	"people-vacant-alone":    {Message: "nobody holds {seat} in the list of {date}", Fix: "ask the office who holds the seat now"},
	"people-vacant":          {Message: "nobody holds {seat} in the list of {date}", Fix: "look up who holds the seat now: {finder}"},
}

// An Error says why nobody can be written to: a [fault.Fault]. It is immutable
// and safe for concurrent use.
type Error struct{ fault.Data }

func refuse(rule string, values fault.Values) *Error { return &Error{english.New(rule, "", values)} }

// English returns what is wrong and what to do about it: who was likely meant,
// where a value "nearest" says so.
func (e *Error) English() fault.Words {
	w := e.Data.English()
	if nearest, ok := e.Values()["nearest"]; ok {
		w.Fix = fmt.Sprintf("did you mean %q?", nearest)
	}
	return w
}

func (e *Error) Error() string { return fault.InEnglish(e) }
