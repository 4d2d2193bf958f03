package cardfile

import (
	"fmt"
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

var english = fault.Rules{
	"cardfile-box":        {Message: "\"{value}\" is not x,y,width,height", Fix: "write them in px, or in % of the photograph"},
	"cardfile-day":        {Message: "\"{value}\" is not a day", Fix: "write it as 2031-03-04"},
	"cardfile-key":        {Message: "unknown key \"{key}\"", Fix: "leave it out"},
	"cardfile-key-twice":  {Message: "the key \"{key}\" stands in line {line} already", Fix: "keep one"},
	"cardfile-language":   {Message: "\"{value}\" is not a language, like en or es-MX"},
	"cardfile-mark":       {Message: "\"{value}\" is not one of {known}"},
	"cardfile-missing":    {Message: "is missing"},
	"cardfile-photo":      {Message: "{file}: {cause}"},
	"cardfile-tag":        {Message: "{cause}"},
	"cardfile-utf8":       {Message: "is not a text in UTF-8", Fix: "save the file as UTF-8"},
	"cardfile-want-bool":  {Message: "true or false belongs here"},
	"cardfile-want-keys":  {Message: "keys with values belong here"},
	"cardfile-want-list":  {Message: "a list belongs here"},
	"cardfile-want-text":  {Message: "a text belongs here"},
	"cardfile-want-digit": {Message: "a number belongs here"},
}

// Rules returns every rule of this package with its English words; the YAML
// reader's and those of package graphic come besides. The map is the caller's.
func Rules() fault.Rules { return maps.Clone(english) }

// An Error is what is wrong with a card's file: a [fault.Placed]. Its field is
// the key, "bars[2].value". It is immutable and safe for concurrent use.
type Error struct {
	fault.Data
	at  fault.Position
	err error
}

// Position is where in the file.
func (e *Error) Position() fault.Position { return e.at }

// Error says it in one line: file, line, column, key, what is wrong.
func (e *Error) Error() string {
	said := fault.InEnglish(e)
	if at := e.at.String(); at != "" {
		return at + ": " + said
	}
	return said
}

// English asks for what was probably meant, where that is known.
func (e *Error) English() fault.Words {
	w := e.Data.English()
	if near, ok := e.Values()["nearest"]; ok {
		w.Fix = fmt.Sprintf("did you mean %q?", near)
	}
	return w
}

// Unwrap returns the error of package graphic or of the system that this one
// says with its place, or nil.
func (e *Error) Unwrap() error { return e.err }
