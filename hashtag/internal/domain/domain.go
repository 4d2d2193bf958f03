// Package domain knows the top-level domains that platforms link.
package domain

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// MaxLabel is the longest label of a host, RFC 1035.
const MaxLabel = 63

//go:embed bluesky.txt
var blueskyNames string

// Of these X lacks those after a minus, and has the others besides.
//
//go:embed twitter.txt
var twitterChanges string

// A List is a list of top-level domains.
type List struct {
	names   map[string]bool
	Longest int // runes in the longest
}

// The domains that X and Bluesky link.
var (
	Twitter = sync.OnceValue(func() *List { return newList(blueskyNames + twitterChanges) })
	Bluesky = sync.OnceValue(func() *List { return newList(blueskyNames) })
)

func newList(list string) *List {
	names := strings.Fields(list)
	s := &List{names: make(map[string]bool, len(names))}
	for _, n := range names {
		if not, ok := strings.CutPrefix(n, "-"); ok {
			delete(s.names, not)
		} else {
			s.names[n] = true
		}
	}
	for n := range s.names {
		s.Longest = max(s.Longest, utf8.RuneCountInString(n))
	}
	return s
}

// HasAsWritten compares case: "COM" is no domain to Bluesky.
func (l *List) HasAsWritten(name string) bool { return l.names[name] }

// Len is the number of domains.
func (l *List) Len() int { return len(l.names) }

// Has compares without regard to case.
func (l *List) Has(name string) bool {
	var buf [64]byte
	if len(name) > len(buf) {
		return false
	}
	if !scan.ASCII(name) {
		return l.names[strings.Map(lowerBeyondASCII, name)]
	}
	b := buf[:len(name)]
	for i := range b {
		b[i] = scan.Lower(name[i])
	}
	return l.names[string(b)]
}

// lowerBeyondASCII keeps letters such as İ and K (U+212A), whose small form is ASCII: they
// are not the same to X.
func lowerBeyondASCII(r rune) rune {
	if l := unicode.ToLower(r); r < utf8.RuneSelf || l >= utf8.RuneSelf {
		return l
	}
	return r
}
