package needle

import "strings"

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
