package say

import (
	"io/fs"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Read reads a file of sentences: YAML, a map of rules to message and fix, or
// to the message alone.
//
//	bars-count:
//	  message: "{n, plural, one {# barra} other {# barras}}"
//	  fix: se pueden comparar de dos a siete
//	wrote: "se escribió {file}"
func Read(fsys fs.FS, name string) (fault.Rules, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	var entries map[string]entry
	if err := yaml.UnmarshalWithOptions(data, &entries, yaml.Strict()); err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	rules := make(fault.Rules, len(entries))
	for rule, e := range entries {
		rules[rule] = fault.Words(e)
	}
	return rules, nil
}

// An entry is the words of a rule, in full or as the message alone.
type entry fault.Words

// UnmarshalYAML reads either form.
func (e *entry) UnmarshalYAML(unmarshal func(any) error) error {
	if unmarshal(&e.Message) == nil {
		return nil
	}
	e.Message = ""
	return unmarshal((*fault.Words)(e))
}
