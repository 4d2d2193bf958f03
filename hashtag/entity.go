package hashtag

import (
	"slices"
	"strings"
)

// EntityKind says what a platform makes of a piece of text. It is a value, safe
// for concurrent use.
type EntityKind int

// The kinds of entities.
const (
	KindHashtag EntityKind = iota
	KindMention
	KindLink
	KindCashtag
)

// String returns "hashtag", "mention", "link" or "cashtag".
func (k EntityKind) String() string { return word(kindWords, k) }

// An Entity is a piece of text that a platform turns into a link. It is a value,
// safe for concurrent use.
type Entity struct {
	Kind       EntityKind
	Text       string // as written: Text == text[Start:End]
	Value      string // without # @ $; of a link, its target
	Start, End int    // byte offsets, half-open, on rune boundaries
}

// Entities returns what the platform would link in text, in order, not overlapping.
func (p Platform) Entities(text string) []Entity {
	return p.rules().entities(text)
}

// A span is a range of bytes, half-open.
type span struct{ start, end int }

// entity makes an Entity of text[start:end].
func entity(kind EntityKind, text string, start, end int, value string) Entity {
	return Entity{Kind: kind, Text: text[start:end], Value: value, Start: start, End: end}
}

// withoutOverlaps orders entities by their start and drops each that begins within one
// before it; of two that begin together the first stays.
func withoutOverlaps(es []Entity) []Entity {
	slices.SortStableFunc(es, func(a, b Entity) int { return a.Start - b.Start })
	out := es[:0]
	end := 0
	for _, e := range es {
		if e.Start >= end {
			out = append(out, e)
			end = e.End
		}
	}
	return out
}

// A mark is the place of a sign in a text: '#', '@' or '$'.
type mark struct{ at, after int }

// nextMark finds the next ASCII sign or its fullwidth form from i on.
func nextMark(text string, i int, sign byte, wide string) (mark, bool) {
	for ; i < len(text); i++ {
		if text[i] == sign {
			return mark{i, i + 1}, true
		}
		if text[i] == wide[0] && strings.HasPrefix(text[i:], wide) {
			return mark{i, i + len(wide)}, true
		}
	}
	return mark{}, false
}
