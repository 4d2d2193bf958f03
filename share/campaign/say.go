package campaign

import (
	"cmp"
	"fmt"
	"maps"
	"strings"
)

// A Rule names what a mistake or a finding is about, for programs. Names never
// change; [Rules] lists them.
type Rule string

// Words are how one language says that a rule is broken: two formats of
// package fmt over the values of [Parts].
type Words struct {
	Message string
	Fix     string // what to do about it; may be ""
}

// Rules returns every rule that Load, ReadRecipients and Check hold a campaign
// to, with its English words. The map is the caller's.
func Rules() map[Rule]Words { return maps.Clone(english) }

// Parts are what the message of a mistake or a finding is made of, for
// programs that say it in another language.
type Parts struct {
	Rule   Rule
	Key    string // the field that the message begins with, "source.url"; or ""
	Values []any  // what the formats of the rule name: strings, numbers, Dates, errors

	// Nearest is what was probably meant, or "". Where it is known, the fix
	// asks for it.
	Nearest string

	// BuiltIn: what is wrong stands in the built-in campaign that this one
	// extends, and is mended in a file of one's own.
	BuiltIn bool
}

// A Language says parts. What it lacks is said in English, by the zero
// Language all of it. It is safe for concurrent use as far as Value is.
type Language struct {
	Rules   map[Rule]Words
	Nearest string        // a format for Parts.Nearest: "did you mean %q?"
	BuiltIn string        // follows the fix where Parts.BuiltIn
	Value   func(any) any // says a value; nil says it as it is
}

// Say returns the message and the fix that p is made of.
func (l *Language) Say(p Parts) (message, fix string) {
	w, ok := l.Rules[p.Rule]
	if !ok {
		w = english[p.Rule]
	}
	values := make([]any, len(p.Values))
	for i, v := range p.Values {
		if values[i] = v; l.Value != nil {
			values[i] = l.Value(v)
		}
	}
	message, fix = format(w.Message, values), format(w.Fix, values)
	if p.Nearest != "" {
		fix = fmt.Sprintf(cmp.Or(l.Nearest, inEnglish.Nearest), p.Nearest)
	}
	if p.Key != "" {
		message = p.Key + ": " + message
	}
	if p.BuiltIn {
		fix = strings.TrimSpace(fix + " " + cmp.Or(l.BuiltIn, inEnglish.BuiltIn))
	}
	return message, fix
}

// format is Sprintf for a format that may leave out the last values.
func format(f string, values []any) string {
	if !strings.Contains(f, "%[") {
		values = values[:min(len(values), strings.Count(strings.ReplaceAll(f, "%%", ""), "%"))]
	}
	return fmt.Sprintf(f, values...)
}

// inEnglish says what the library itself says.
var inEnglish = Language{
	Rules:   english,
	Nearest: "did you mean %q?",
	BuiltIn: "(this comes from the built-in campaign: give it, by its id, in a file of your own)",
}

// newMistake is a mistake said in English. field is its whole path, or "".
func newMistake(file string, at pos, field string, p Parts) *Mistake {
	m := &Mistake{File: file, Line: at.line, Column: at.column, Field: cmp.Or(field, p.Key), Parts: p}
	m.Message, m.Fix = inEnglish.Say(p)
	return m
}

// mistakeAt is a mistake at a place in a file; the zero pos is all of it.
func mistakeAt(file string, at pos, r Rule, values ...any) *Mistake {
	return newMistake(file, at, "", Parts{Rule: r, Values: values})
}

// unknown are the parts of a name that is none of those known.
func unknown(r Rule, name string, known []string) Parts {
	return Parts{Rule: r, Values: []any{clip(name), strings.Join(known, ", ")}, Nearest: nearest(name, known)}
}
