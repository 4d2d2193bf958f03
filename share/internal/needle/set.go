package needle

import (
	"slices"
	"strings"
)

// A Set is strings that are looked for together: one walk over a text finds
// those that it holds, however many they are. It is immutable and safe for
// concurrent use.
type Set struct {
	size   int
	always []int // entries without a string to look for
	short  []entry
	begin  [1 << 16 / 64]uint64 // a bit for each pair of bytes that a longer string begins with
	longer map[[stem]byte][]entry
}

// An entry is one of the strings that make a member of a set likely.
type entry struct {
	needle string
	member int
}

// stem is how many bytes tell most strings apart.
const stem = 3

// NewSet makes a set of members, each of which is likely where one of its
// strings stands, and everywhere if it has none. The strings are in small
// letters.
func NewSet(members [][]string) *Set {
	s := &Set{size: len(members), longer: map[[stem]byte][]entry{}}
	for i, needles := range members {
		if len(needles) == 0 {
			s.always = append(s.always, i)
		}
		for _, needle := range needles {
			s.add(entry{needle, i})
		}
	}
	return s
}

func (s *Set) add(e entry) {
	if len(e.needle) < stem {
		s.short = append(s.short, e)
		return
	}
	at := pair(e.needle)
	s.begin[at/64] |= 1 << (at % 64)
	key := [stem]byte([]byte(e.needle[:stem]))
	s.longer[key] = append(s.longer[key], e)
}

// pair is the place of a string's first two bytes among all pairs.
func pair(s string) int { return int(s[0])<<8 | int(s[1]) }

// Likely says of each member whether a text in small letters may hold it.
func (s *Set) Likely(lower string) []bool {
	likely := make([]bool, s.size)
	for _, i := range s.always {
		likely[i] = true
	}
	for _, e := range s.short {
		likely[e.member] = likely[e.member] || strings.Contains(lower, e.needle)
	}
	for i := 0; i+stem <= len(lower); i++ {
		rest := lower[i:]
		if at := pair(rest); s.begin[at/64]&(1<<(at%64)) == 0 {
			continue
		}
		for _, e := range s.longer[[stem]byte([]byte(rest[:stem]))] {
			likely[e.member] = likely[e.member] || strings.HasPrefix(rest, e.needle)
		}
	}
	return likely
}

// Patterns are patterns that are tried on the same texts.
type Patterns struct {
	set *Set
	of  []int // how many members of the set each pattern has: one for each list
}

// SetOf makes patterns ready to be tried.
func SetOf(patterns []*Pattern) *Patterns {
	var members [][]string
	var of []int
	for _, p := range patterns {
		members, of = append(members, p.look()...), append(of, len(p.look()))
	}
	return &Patterns{NewSet(members), of}
}

// Likely says of each pattern whether it may match in a text in small letters.
func (p *Patterns) Likely(lower string) []bool {
	held := p.set.Likely(shape(lower))
	likely := make([]bool, len(p.of))
	for i, n := range p.of {
		likely[i] = !slices.Contains(held[:n], false)
		held = held[n:]
	}
	return likely
}
