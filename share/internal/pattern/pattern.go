// Package pattern has regular expressions that are compiled when they are first
// asked for. A program starts with a hundred of them and most runs try a few.
package pattern

import (
	"regexp"
	"sync"
)

// New is regexp.MustCompile, put off until the expression is needed. What it
// returns is safe for concurrent use.
func New(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
