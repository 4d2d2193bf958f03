// Package conformance reads test cases of other projects, and counts them.
package conformance

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// Read reads a file of cases that nobody in this project wrote, from
// shared/conformance beside a folder above this one. Without it the test is skipped.
func Read(t *testing.T, name string, into any) {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		b, err := os.ReadFile(filepath.Join(dir, "shared", "conformance", filepath.FromSlash(name)))
		if err == nil {
			if err := json.Unmarshal(b, into); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skipf("CONFORMANCE DATA NOT FOUND: no shared/conformance/%s in any folder above: this proves nothing", name)
		}
		dir = up
	}
}

// A Tally counts the cases of a section and prints the result.
type Tally struct {
	T            *testing.T
	Section      string
	passed, seen int
}

// Check counts a case, and fails the test unless ok.
func (c *Tally) Check(ok bool, format string, args ...any) {
	c.T.Helper()
	c.seen++
	if ok {
		c.passed++
		return
	}
	c.T.Errorf(c.Section+": "+format, args...)
}

// Print logs how many passed.
func (c *Tally) Print() {
	c.T.Helper()
	c.T.Logf("%-46s %4d of %4d", c.Section, c.passed, c.seen)
}
