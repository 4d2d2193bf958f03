package hashtag

import (
	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// Unit is what a platform's Length counts. It is a value, safe for concurrent use.
type Unit int

// The units in use.
const (
	Graphemes  Unit = iota // user-perceived characters, UAX #29
	Weighted               // X's weighted characters
	UTF16                  // UTF-16 code units
	Bytes                  // UTF-8 bytes
	EmojiBytes             // graphemes, each emoji as its UTF-8 bytes
	Septets                // GSM-7 septets, or UTF-16 units once a character needs UCS-2
)

// String names the unit in the plural, as an error message wants it.
func (u Unit) String() string {
	switch u {
	case Weighted:
		return "weighted characters"
	case UTF16:
		return "UTF-16 units"
	case Bytes:
		return "bytes"
	case EmojiBytes:
		return "characters (emoji as bytes)"
	case Septets:
		return "septets or UTF-16 units"
	}
	return "characters"
}

// graphemeCount counts user-perceived characters by UAX #29 of Unicode 17.
func graphemeCount(s string) int {
	if scan.ASCII(s) {
		return asciiGraphemes(s)
	}
	n := 0
	for g := graphemes.FromString(s); g.Next(); {
		n++
	}
	return n
}

// asciiGraphemes needs to know one cluster only: CR LF.
func asciiGraphemes(s string) int {
	n := len(s)
	for i := 1; i < len(s); i++ {
		if s[i] == '\n' && s[i-1] == '\r' {
			n--
		}
	}
	return n
}
