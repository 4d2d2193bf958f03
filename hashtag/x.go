package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
)

// X: the rules of twitter-text 3.1.0 (github.com/twitter/twitter-text @ 30e2430,
// 2021-10-21, Apache-2.0), whose conformance suite this passes in full.

var _ = add(&rulebook{
	Platform: Platform{ID: "x", Name: "X", MaxLength: 280, MaxAlt: 1000},
	rank:     10,
	composer: Composer{Intent: "https://x.com/intent/post?text={text}", Threads: true},
	unit:     Weighted,
	length:   xConfig3.length,
	entities: xEntities,
	refuses:  "\uFFFE\uFEFF\uFFFF",
	sources: []Source{
		{"MaxLength", "twitter-text config/v3.json; docs.x.com/fundamentals/counting-characters", "2021-10-21", "25,000 for paying accounts, by third parties"},
		{"MaxTags", "help.x.com: no limit; \"no more than 2 recommended\"", "2026", ""},
		{"MaxAlt", "X API v2, /2/media/metadata/create, alt_text.text maxLength", "2026", "the old v1.1 documentation said 420"},
		{"intent", "docs.x.com web-intent", "2026-11-23", ""},
	},
})

// An xConfig is a version of X's counting. The conformance suite also counts by the
// older two: 140 code points, then 280 weighted with every code point of an emoji.
type xConfig struct {
	max    int
	heavy  bool // characters beyond the light ranges count 2
	emoji  bool // an emoji counts 2, however many code points it has
	urlLen int
}

// xConfig3 is the version in use: 280 weighted, an emoji as one character.
var xConfig3 = xConfig{max: 280, heavy: true, emoji: true, urlLen: 23}

func (c xConfig) length(text string) int { return c.parse(text).length }

// An xParse is what X finds in a text. Offsets are in UTF-16 units.
type xParse struct {
	length   int
	permille int  // of the maximum
	valid    bool // neither empty nor too long, without refused characters
	end      int  // of the text: its last unit
	validEnd int  // the last unit that fits
}

// parse counts text in normal form C. Emoji newer than Emoji 11 count 2 like the
// others, as X's documentation says; the reference's list of emoji is older.
func (c xConfig) parse(text string) xParse {
	normal := norm.NFC.String(text)
	p := xParse{valid: true}
	units, i := 0, 0
	for _, u := range xGrammar.urls(normal) {
		units = c.weigh(&p, normal[i:u.start], units)
		units += utf16Length(normal[u.start:u.end])
		p.take(c, c.urlLen, units)
		i = u.end
	}
	units = c.weigh(&p, normal[i:], units)
	size := units
	if len(normal) != len(text) || !ascii(text) && normal != text {
		size = utf16Length(text)
	}
	p.end = max(0, size-1)
	p.validEnd += size - units
	p.permille = p.length * 1000 / c.max
	p.valid = p.valid && p.length > 0 && p.length <= c.max
	return p
}

// weigh takes in text that holds no link and begins after the given units.
func (c xConfig) weigh(p *xParse, text string, units int) int {
	for i := 0; i < len(text); {
		w, size := c.next(text[i:])
		if size == 1 {
			units++
		} else {
			units += utf16Length(text[i : i+size])
			r, _ := utf8.DecodeRuneInString(text[i:])
			p.valid = p.valid && !isXInvalid(r)
		}
		p.take(c, w, units)
		i += size
	}
	return units
}

// take adds a character or link that ends after the given units.
func (p *xParse) take(c xConfig, weight, units int) {
	p.length += weight
	if p.valid && p.length <= c.max {
		p.validEnd = units - 1
	}
}

// next weighs the first character, or the first emoji, of s and returns its size in bytes.
func (c xConfig) next(s string) (weight, size int) {
	r, size := rune(s[0]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(s)
	}
	if c.emoji && mayLeadEmoji(s, r, size) {
		if n := emoji.Sequence(s); n > 0 {
			return 2, n
		}
	}
	if c.heavy && !isXLight(r) {
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

// isXLight are the ranges that count 1.
func isXLight(r rune) bool {
	return r <= 0x10FF || r >= 0x2000 && r <= 0x200D || r >= 0x2010 && r <= 0x201F || r >= 0x2032 && r <= 0x2037
}

var xGrammar = &urlGrammar{
	schemes: []string{"https://", "http://"},
	bare:    true,
	utf16:   true,
	hosts:   hostsWithout("!'#%&()*+,\\-./:;<=>?@[]^_{|}~$\t\n\v\f\r "),
	path:    isXPath,
	pathEnd: isXPathEnd,
	closed:  isXPath,
	query:   isXQuery,
	qEnd:    isXQueryEnd,
}

func isXPath(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && (isAlnum(r) || strings.IndexByte("!*';:=+,.$/%#[]-_~@|&", byte(r)) >= 0)
	}
	return r == '–' || unicode.Is(xPathLetters, r)
}

func isXPathEnd(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(r) || r == '+' || r == '-' || r == '=' || r == '_' || r == '#' || r == '/'
	}
	return unicode.Is(xPathLetters, r)
}

func isXQuery(r rune) bool {
	return r < utf8.RuneSelf && (isAlnum(r) || strings.IndexByte("!?*'@();:&=+$/%#[]-_.,~|", byte(r)) >= 0)
}

func isXQueryEnd(r rune) bool {
	return r < utf8.RuneSelf && (isAlnum(r) || r == '-' || r == '_' || r == '&' || r == '=' || r == '#' || r == '/')
}

func isXHostLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(r) || r == '-'
	}
	return unicode.Is(xHostLetters, r)
}

func xEntities(text string) []Entity {
	var es []Entity
	for _, u := range xGrammar.urls(text) {
		es = append(es, entity(KindLink, text, u.start, u.end, withScheme(text[u.start:u.end])))
	}
	es = xMentions(es, text)
	es = xHashtags(es, text)
	es = xCashtags(es, text)
	return withoutOverlaps(es)
}

// withScheme returns a link's target.
func withScheme(link string) string {
	if strings.Contains(link, "://") {
		return link
	}
	return "https://" + link
}
