// Package fault is the error language of this module. A refusal is data: a
// rule that programs know by name, the field it is about, the values that its
// sentence names and, where it comes from a file, the place there. Sentences
// are made last, in English by Error and in any language from a [Rules] of
// that language.
//
// The packages graphic, hashtag, share and share/campaign return such errors,
// so one question is enough for all of them:
//
//	var f fault.Fault
//	if errors.As(err, &f) {
//		log.Print(f.Rule(), f.Field(), f.Values())
//	}
//
// A rule's name never changes; what its sentence says may.
package fault

import (
	"maps"

	"golang.org/x/text/language"
)

// A Fault is a refusal as data. Those of this module are immutable and safe for
// concurrent use.
type Fault interface {
	error
	Rule() string   // kebab-case: "bars-count"
	Field() string  // path of what is refused, "Blocks[0].Items[2].Label"; "" for the whole
	Values() Values // what the sentence names; the caller's
}

// Values are what the sentence of a rule names. A value is a string, a
// number, a list of strings, a fmt.Stringer or an error. They are safe for
// concurrent use as long as nobody changes them.
type Values map[string]any

// Words say a rule in one language, each in the syntax of [Format]. They are a
// value, safe for concurrent use.
type Words struct {
	Message string `json:"message" yaml:"message"`
	Fix     string `json:"fix,omitempty" yaml:"fix,omitempty"` // what to do about it; may be ""
}

// Line joins message and fix.
func (w Words) Line() string {
	if w.Fix == "" {
		return w.Message
	}
	return w.Message + "; " + w.Fix
}

// LineAt is Line after the field that it is about, if any. A field may be a
// key that somebody else wrote: what cannot be seen in it is escaped.
func (w Words) LineAt(field string) string {
	if field == "" {
		return w.Line()
	}
	return visible(field) + ": " + w.Line()
}

// Rules are the words of each rule in one language. They are safe for
// concurrent use as long as nobody changes them.
type Rules map[string]Words

// New makes the data of a fault; rule is one of r's.
func (r Rules) New(rule, field string, values Values) Data {
	return Data{rule: rule, field: field, values: values, english: r[rule]}
}

// Data is the common part of this module's error types, which embed it. The
// zero Data breaks no rule. It is immutable and safe for concurrent use.
type Data struct {
	rule, field string
	values      Values
	english     Words
}

// Rule returns the name of the rule.
func (d Data) Rule() string { return d.rule }

// Field returns the path of what is refused, or "" for the whole.
func (d Data) Field() string { return d.field }

// Values returns what the sentence names, as a map of the caller's.
func (d Data) Values() Values { return maps.Clone(d.values) }

// English returns the sentence in English, without the field.
func (d Data) English() Words { return d.english.Fill(language.English, d.values, InEnglish) }

// Within returns the same fault with a field that lies in another:
// "Items[2]" within "Blocks[0]" is "Blocks[0].Items[2]".
func (d Data) Within(field string) Data {
	switch {
	case d.field == "":
		d.field = field
	case field != "" && d.field[0] == '[':
		d.field = field + d.field
	case field != "":
		d.field = field + "." + d.field
	}
	return d
}

// About returns the same fault of another field, such as the flag or the key
// that a program has for it.
func (d Data) About(field string) Data {
	d.field = field
	return d
}

// InEnglish says an error that a sentence names: a fault of this module
// without the name of its package.
func InEnglish(err error) string {
	f, ok := err.(interface {
		Field() string
		English() Words
	})
	if !ok {
		return err.Error()
	}
	return f.English().LineAt(f.Field())
}
