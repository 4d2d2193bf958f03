package needle

import "strings"

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
	needle      string
	begins, end bool // of a word
	member      int
}

// entryOf is the entry of a needle with its edges.
func entryOf(needle string, member int) entry {
	bare := strings.TrimPrefix(needle, edge)
	e := entry{begins: len(bare) < len(needle), member: member}
	e.needle = strings.TrimSuffix(bare, edge)
	e.end = len(e.needle) < len(bare)
	return e
}

// at reports whether a text holds the entry at a byte where its needle stands.
func (e entry) at(text string, i int) bool {
	after := i + len(e.needle)
	return (!e.begins || i == 0 || !wordByte(text[i-1])) && (!e.end || after == len(text) || !wordByte(text[after]))
}

// in reports whether a text holds the entry.
func (e entry) in(text string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], e.needle)
		if i < 0 {
			return false
		}
		if e.at(text, from+i) {
			return true
		}
		from += i + 1
	}
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
			s.add(entryOf(needle, i))
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
		likely[e.member] = likely[e.member] || e.in(lower)
	}
	for i := 0; i+stem <= len(lower); i++ {
		rest := lower[i:]
		if at := pair(rest); s.begin[at/64]&(1<<(at%64)) == 0 {
			continue
		}
		for _, e := range s.longer[[stem]byte([]byte(rest[:stem]))] {
			likely[e.member] = likely[e.member] || strings.HasPrefix(rest, e.needle) && e.at(lower, i)
		}
	}
	return likely
}

// Patterns are patterns that are tried on the same texts.
type Patterns struct {
	set *Set // of their keys
	all []*Pattern
}

// SetOf makes patterns ready to be tried.
func SetOf(patterns []*Pattern) *Patterns {
	members := make([][]string, len(patterns))
	for i, p := range patterns {
		members[i] = p.keys()
	}
	return &Patterns{NewSet(members), patterns}
}

// Likely says of each pattern whether it may match in a text in small letters.
func (p *Patterns) Likely(lower string) []bool {
	shaped, held := shape(lower), map[*choice]bool{}
	likely := p.set.Likely(shaped)
	for i, is := range likely {
		likely[i] = is && p.all[i].likely(shaped, held)
	}
	return likely
}
