package twitter

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// A Counting is a version of X's counting. The conformance suite also counts by the
// older two: 140 code points, then 280 weighted with every code point of an emoji.
type Counting struct {
	Max   int  // that a post may count
	Heavy bool // characters beyond the light ranges count 2
	Emoji bool // an emoji counts 2, however many code points it has
	URL   int  // what a link counts, whatever its length
}

// Current is the version in use: 280 weighted, an emoji as one character.
var Current = Counting{Max: 280, Heavy: true, Emoji: true, URL: 23}

// Length counts a text.
func (c Counting) Length(text string) int { return c.Parse(text).Length }

// A Count is what X finds in a text. Offsets are in UTF-16 units.
type Count struct {
	Length   int
	Permille int  // of the maximum
	Valid    bool // neither empty nor too long, without refused characters
	End      int  // of the text: its last unit
	ValidEnd int  // the last unit that fits
}

// Parse counts text in normal form C. Emoji newer than Emoji 11 count 2 like the
// others, as X's documentation says; the reference's list of emoji is older.
func (c Counting) Parse(text string) Count {
	normal := norm.NFC.String(text)
	p := Count{Valid: true}
	units, i := 0, 0
	for _, u := range grammar.Links(normal) {
		units = c.weigh(&p, normal[i:u.Start], units)
		units += scan.UTF16Length(normal[u.Start:u.End])
		p.take(c, c.URL, units)
		i = u.End
	}
	units = c.weigh(&p, normal[i:], units)
	size := units
	if len(normal) != len(text) || !scan.ASCII(text) && normal != text {
		size = scan.UTF16Length(text)
	}
	p.End = max(0, size-1)
	p.ValidEnd += size - units
	p.Permille = p.Length * 1000 / c.Max
	p.Valid = p.Valid && p.Length > 0 && p.Length <= c.Max
	return p
}

// weigh takes in text that holds no link and begins after the given units.
func (c Counting) weigh(p *Count, text string, units int) int {
	for i := 0; i < len(text); {
		w, size := c.next(text[i:])
		if size == 1 {
			units++
		} else {
			units += scan.UTF16Length(text[i : i+size])
			r, _ := utf8.DecodeRuneInString(text[i:])
			p.Valid = p.Valid && !IsInvalid(r)
		}
		p.take(c, w, units)
		i += size
	}
	return units
}

// take adds a character or link that ends after the given units.
func (p *Count) take(c Counting, weight, units int) {
	p.Length += weight
	if p.Valid && p.Length <= c.Max {
		p.ValidEnd = units - 1
	}
}

// next weighs the first character, or the first emoji, of s and returns its size in bytes.
func (c Counting) next(s string) (weight, size int) {
	r, size := rune(s[0]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(s)
	}
	if c.Emoji && mayLeadEmoji(s, r, size) {
		if n := emoji.Sequence(s); n > 0 {
			return 2, n
		}
	}
	if c.Heavy && !isLight(r) {
		return 2, size
	}
	return 1, size
}

// mayLeadEmoji spares most text the search for emoji.
func mayLeadEmoji(s string, r rune, size int) bool {
	if len(s) <= size || s[size] < utf8.RuneSelf {
		return false
	}
	return r >= 0x203C || r == '©' || r == '®' || r == '#' || r == '*' || r <= '9' && r >= '0'
}

// isLight are the ranges that count 1.
func isLight(r rune) bool {
	return r <= 0x10FF || r >= 0x2000 && r <= 0x200D || r >= 0x2010 && r <= 0x201F || r >= 0x2032 && r <= 0x2037
}
