package hashtag

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/twitter-tlds.txt
var twitterTLDs string

//go:embed data/bluesky-tlds.txt
var blueskyTLDs string

// A tldSet is a list of top-level domains, and how many runes the longest has.
type tldSet struct {
	names   map[string]bool
	longest int
}

var (
	xTLDs    = sync.OnceValue(func() *tldSet { return newTLDSet(twitterTLDs) })
	bskyTLDs = sync.OnceValue(func() *tldSet { return newTLDSet(blueskyTLDs) })
)

func newTLDSet(list string) *tldSet {
	names := strings.Fields(list)
	s := &tldSet{names: make(map[string]bool, len(names))}
	for _, n := range names {
		s.names[n] = true
		s.longest = max(s.longest, utf8.RuneCountInString(n))
	}
	return s
}

// has compares without regard to case.
func (s *tldSet) has(name string) bool {
	var buf [64]byte
	if len(name) > len(buf) {
		return false
	}
	if !ascii(name) {
		return s.names[strings.Map(lowerBeyondASCII, name)]
	}
	b := buf[:len(name)]
	for i := range b {
		b[i] = lower(name[i])
	}
	return s.names[string(b)]
}

// lowerBeyondASCII keeps letters such as İ and K (U+212A), whose small form is ASCII: they
// are not the same to X.
func lowerBeyondASCII(r rune) rune {
	if l := unicode.ToLower(r); r < utf8.RuneSelf || l >= utf8.RuneSelf {
		return l
	}
	return r
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c |= 0x20
	}
	return c
}
