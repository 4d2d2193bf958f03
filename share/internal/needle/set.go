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

// A text is one in which needles are looked for, in their shape. Most of them it
// does not hold, which the grams that they begin and end with tell.
type text struct {
	shaped string
	grams  grams
}

func textOf(lower string) *text {
	t := &text{shaped: shape(lower)}
	for i := 0; i+stem <= len(t.shaped); i++ {
		t.grams.add(gramAt(t.shaped, i))
	}
	return t
}

// Grams are the places, as gramAt has them, of three bytes that follow each other.
type grams [1 << gramBits / 64]uint64

// gramBits are enough for a page of a thousand words to have a third of all places,
// and few enough for a sentence to be read in no time.
const gramBits = 13

func (g *grams) add(at uint32)      { g[at/64] |= 1 << (at % 64) }
func (g *grams) has(at uint32) bool { return g[at/64]&(1<<(at%64)) != 0 }

// gramAt is the place of the three bytes of a string from one on.
func gramAt(s string, i int) uint32 {
	three := uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16
	return three * 0x9e3779b1 >> (32 - gramBits)
}

// An entry is one of the strings that make a member of a set likely.
type entry struct {
	needle      string
	begins, end bool   // of a word
	first, last uint32 // grams, if there are any
	member      int
}

// entryOf is the entry of a needle with its edges.
func entryOf(needle string, member int) entry {
	bare := strings.TrimPrefix(needle, edge)
	e := entry{begins: len(bare) < len(needle), member: member}
	e.needle = strings.TrimSuffix(bare, edge)
	e.end = len(e.needle) < len(bare)
	if n := len(e.needle); n >= stem {
		e.first, e.last = gramAt(e.needle, 0), gramAt(e.needle, n-stem)
	}
	return e
}

// at reports whether a text holds the entry at a byte where its needle stands.
func (e *entry) at(text string, i int) bool {
	after := i + len(e.needle)
	return (!e.begins || i == 0 || !wordByte(text[i-1])) && (!e.end || after == len(text) || !wordByte(text[after]))
}

// in reports whether a text holds the entry.
func (e *entry) in(t *text) bool {
	return (len(e.needle) < stem || t.grams.has(e.first) && t.grams.has(e.last)) && e.stands(t.shaped)
}

// stands reports whether the entry stands in a string.
func (e *entry) stands(s string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], e.needle)
		if i < 0 {
			return false
		}
		if e.at(s, from+i) {
			return true
		}
		from += i + 1
	}
}
