package hashtag

import "github.com/shutdowncecot/toolkit/hashtag/internal/scan"

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
func (k EntityKind) String() string { return wordOf(kindWords, k) }

// An Entity is a piece of text that a platform turns into a link. It is a value,
// safe for concurrent use.
type Entity struct {
	Kind       EntityKind
	Text       string // as written: Text == text[Start:End]
	Value      string // without # @ $; of a link, its target
	Start, End int    // byte offsets, half-open, on rune boundaries
}

// UTF16 returns where e stands in UTF-16 code units, half-open, as the strings of
// JavaScript, Java and Swift's NSString and Telegram's API count. The text must be
// the one that e was found in. A byte that is not UTF-8 counts one unit, for the
// U+FFFD that takes its place. It takes time linear in e.End.
func (e Entity) UTF16(text string) (start, end int) {
	start = scan.UTF16Length(text[:e.Start])
	return start, start + scan.UTF16Length(text[e.Start:e.End])
}

// entity makes an Entity of text[start:end].
func entity(kind EntityKind, text string, start, end int, value string) Entity {
	return Entity{Kind: kind, Text: text[start:end], Value: value, Start: start, End: end}
}

// withoutOverlaps orders entities by their start and drops each that begins within one
// before it; of two that begin together the first stays.
func withoutOverlaps(es []Entity) []Entity {
	return scan.Apart(es, func(e Entity) scan.Span { return scan.Span{Start: e.Start, End: e.End} })
}
