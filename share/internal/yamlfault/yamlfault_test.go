package yamlfault_test

import (
	"testing"

	"github.com/goccy/go-yaml/parser"

	"github.com/shutdowncecot/toolkit/share/internal/yamlfault"
)

// TestOf makes the mistakes: a newer reader that words one otherwise would
// have it said as broken.
func TestOf(t *testing.T) {
	for _, c := range []struct {
		data, rule   string
		line, column int
	}{
		{"a:\n\tb: c\n", "yaml-tab", 2, 1},
		{"a: [b\n", "yaml-bracket", 1, 4},
		{"a: {b: c\n", "yaml-brace", 1, 4},
		{"a: \"b\n", "yaml-quote", 1, 4},
		{"a: 'b\n", "yaml-quote", 1, 4},
		{"a: [b c: d e]\n  f\n", "yaml-value", 2, 3},
		{"a: b: c\n", "yaml-key-again", 1, 4},
		{"a: ]\n", "yaml-bracket-alone", 1, 4},
		{"a: b\nc\n", "yaml-keys", 2, 1},
		{"a: b\n- c\n", "yaml-keys", 2, 1},
	} {
		_, err := parser.ParseBytes([]byte(c.data), 0)
		if err == nil {
			t.Errorf("%q parses", c.data)
			continue
		}
		d, line, column := yamlfault.Of(err)
		if d.Rule() != c.rule || line != c.line || column != c.column {
			t.Errorf("%q: %s at %d:%d, want %s at %d:%d (%v)", c.data, d.Rule(), line, column, c.rule, c.line, c.column, err)
		}
	}
	for rule, w := range yamlfault.Rules() {
		if w.Message == "" {
			t.Errorf("%s says nothing", rule)
		}
	}
}
