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
// package fmt over the values of [Reason].
type Words struct {
	Message string
	Fix     string // what to do about it; may be ""
}

// Rules returns every rule that Load, ReadRecipients and Check hold a campaign
// to, with its English words. The map is the caller's.
func Rules() map[Rule]Words { return maps.Clone(english) }

// A Reason is what the message of a mistake or a finding is made of, for
// programs that say it in another language.
type Reason struct {
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

// A Translation says reasons. What it lacks is said in English, by the zero
// Translation all of it. It is safe for concurrent use as far as Value is.
type Translation struct {
	Rules   map[Rule]Words
	Nearest string        // a format for Reason.Nearest: "did you mean %q?"
	BuiltIn string        // follows the fix where Reason.BuiltIn
	Value   func(any) any // says a value; nil says it as it is
}

// Say returns the message and the fix that r is made of.
func (t *Translation) Say(r Reason) (message, fix string) {
	w, ok := t.Rules[r.Rule]
	if !ok {
		w = english[r.Rule]
	}
	values := make([]any, len(r.Values))
	for i, v := range r.Values {
		if values[i] = v; t.Value != nil {
			values[i] = t.Value(v)
		}
	}
	message, fix = format(w.Message, values), format(w.Fix, values)
	if r.Nearest != "" {
		fix = fmt.Sprintf(cmp.Or(t.Nearest, inEnglish.Nearest), r.Nearest)
	}
	if r.Key != "" {
		message = r.Key + ": " + message
	}
	if r.BuiltIn {
		fix = strings.TrimSpace(fix + " " + cmp.Or(t.BuiltIn, inEnglish.BuiltIn))
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
var inEnglish = Translation{
	Rules:   english,
	Nearest: "did you mean %q?",
	BuiltIn: "(this comes from the built-in campaign: give it, by its id, in a file of your own)",
}

// newMistake is a mistake said in English. field is its whole path, or "".
func newMistake(file string, at pos, field string, p Reason) *Mistake {
	m := &Mistake{File: file, Line: at.line, Column: at.column, Field: cmp.Or(field, p.Key), Reason: p}
	m.Message, m.Fix = inEnglish.Say(p)
	return m
}

// mistakeAt is a mistake at a place in a file; the zero pos is all of it.
func mistakeAt(file string, at pos, r Rule, values ...any) *Mistake {
	return newMistake(file, at, "", Reason{Rule: r, Values: values})
}

// unknown is the reason for refusing a name that is none of those known.
func unknown(r Rule, name string, known []string) Reason {
	return Reason{Rule: r, Values: []any{clip(name), strings.Join(known, ", ")}, Nearest: nearest(name, known)}
}
