package needle

import "strings"

// A Set is strings that are looked for together: one walk over a text finds
// those that it holds, however many they are. It is immutable and safe for
// concurrent use.
type Set struct {
	size   int
	always []int // entries without a string to look for
	short  []entry
	begin  grams // of what longer strings begin with
	longer map[[stem]byte][]entry
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
	s.begin.add(e.first)
	key := [stem]byte([]byte(e.needle[:stem]))
	s.longer[key] = append(s.longer[key], e)
}

// Likely says of each member whether a text in small letters may hold it.
func (s *Set) Likely(lower string) []bool {
	likely := make([]bool, s.size)
	for _, i := range s.always {
		likely[i] = true
	}
	for _, e := range s.short {
		likely[e.member] = likely[e.member] || e.stands(lower)
	}
	for i := 0; i+stem <= len(lower); i++ {
		if !s.begin.has(gramAt(lower, i)) {
			continue
		}
		rest := lower[i:]
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
	t := textOf(lower)
	likely := p.set.Likely(t.shaped)
	for i, is := range likely {
		likely[i] = is && p.all[i].look().in(t)
	}
	return likely
}
