package twitter

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"github.com/shutdowncecot/toolkit/hashtag/internal/domain"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// A hostChain is a run of text that may hold host names, cut at its dots. It knows for
// each label where the host that begins there would end, so that asking for every
// position of the run costs no more than reading it once.
type hostChain struct {
	ascii      *Labels
	start, end int // of the run in the text
	labels     []hostLabel
	next       int // label that the last question fell into
}

// Labels says which ASCII characters a label may hold beside "-" and "_".
type Labels [utf8.RuneSelf]bool

// A hostLabel is the text between two dots.
type hostLabel struct {
	start, end int // end: its dot, or the end of the run
	under      int // byte after its last "_", or start
	tldEnd     int // end of the top-level domain that begins the next label, or -1
	best       int // end of the host that begins in this label, or -1
}

// read takes in the run that begins at i.
func (c *hostChain) read(text string, i int) {
	c.start, c.next, c.labels = i, 0, c.labels[:0]
	l := hostLabel{start: i, under: i}
	for i < len(text) {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if r == '.' {
			l.end = i
			c.labels = append(c.labels, l)
			l = hostLabel{start: i + 1, under: i + 1}
		} else if r == '_' {
			l.under = i + 1
		} else if r != '-' && !c.ascii.allows(r) {
			break
		}
		i += n
	}
	l.end, c.end = i, i
	c.labels = append(c.labels, l)
	c.solve(text)
}

// solve works from the right: the longest host wins.
func (c *hostChain) solve(text string) {
	after := -1 // best of the label to the right
	for i := len(c.labels) - 1; i >= 0; i-- {
		l := &c.labels[i]
		l.tldEnd, l.best = -1, -1
		if i < len(c.labels)-1 {
			l.tldEnd = tldEnd(text, l.end+1, len(text))
			l.best = c.host(text, l, l.start, after)
		}
		after = l.best
	}
}

// host returns the end of the longest host that begins at from, within l; after is
// the answer of the label to the right.
func (c *hostChain) host(text string, l *hostLabel, from, after int) int {
	if from >= l.end || !c.ascii.allows(scan.RuneAt(text, from)) || !c.ascii.allows(scan.RuneBefore(text, l.end)) {
		return -1
	}
	if after >= 0 {
		return after
	}
	if from < l.under {
		return -1 // "_" is for subdomains only
	}
	return l.tldEnd
}

// hostEnd returns the end of the longest host that begins at from, or -1. Questions
// come from left to right.
func (c *hostChain) hostEnd(text string, from int) int {
	for c.next < len(c.labels)-1 && from > c.labels[c.next].end {
		c.next++
	}
	if c.next == len(c.labels)-1 {
		return -1
	}
	return c.host(text, &c.labels[c.next], from, c.labels[c.next+1].best)
}

// allows reports what may stand in a label beside "-" and "_": beyond ASCII, all but
// spaces and invisible controls.
func (t *Labels) allows(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && t[r]
	}
	return !IsSpace(r) && !runes.Directional(r) && !IsInvalid(r)
}

// HostsWithout allows all of ASCII but the characters given.
func HostsWithout(chars string) *Labels {
	t := new(Labels)
	for i := range t {
		t[i] = strings.IndexByte(chars, byte(i)) < 0
	}
	return t
}

// IsSpace are the spaces of twitter-text, which include U+180E and not U+FEFF.
func IsSpace(r rune) bool {
	switch {
	case r <= 0x20:
		return r == 0x20 || r >= 0x09 && r <= 0x0D
	case r < 0x1680:
		return r == 0x85 || r == 0xA0
	}
	return r >= 0x2000 && r <= 0x200A || r == 0x1680 || r == 0x180E || r == 0x2028 || r == 0x2029 || r == 0x202F ||
		r == 0x205F || r == 0x3000
}

// IsInvalid are the characters that X refuses in a post.
func IsInvalid(r rune) bool { return r == 0xFFFE || r == 0xFEFF || r == 0xFFFF }

// tldEnd returns the end of the top-level domain that begins at i, or -1. What
// follows it must not be an ASCII letter or digit or one of @ + -, except after
// punycode, which takes all it can.
func tldEnd(text string, i, limit int) int {
	j := i
	for j < limit && scan.IsASCIILetter(text[j]) {
		j++
	}
	if j == i+2 && strings.EqualFold(text[i:j], "xn") && strings.HasPrefix(text[j:limit], "--") {
		return punycodeEnd(text, i, limit)
	}
	if j > i && !hasNonASCII(text, j, limit) {
		if tldFollows(text, j, limit) && domain.Twitter().Has(text[i:j]) {
			return j
		}
		return -1
	}
	return longTLDEnd(text, i, limit)
}

func hasNonASCII(text string, i, limit int) bool { return i < limit && text[i] >= utf8.RuneSelf }

func punycodeEnd(text string, i, limit int) int {
	j := i + len("xn--")
	start := j
	for j < limit && (scan.IsASCIILetter(text[j]) || text[j] == '-' || '0' <= text[j] && text[j] <= '9') {
		j++
	}
	if j == start {
		return -1
	}
	return j
}

// longTLDEnd looks for a name with letters beyond ASCII, the longest first.
func longTLDEnd(text string, i, limit int) int {
	best, j := -1, i
	for range domain.Twitter().Longest {
		if j >= limit {
			break
		}
		r, n := utf8.DecodeRuneInString(text[j:limit])
		if r < utf8.RuneSelf && !scan.IsASCIILetter(text[j]) || IsSpace(r) {
			break
		}
		j += n
		if tldFollows(text, j, limit) && domain.Twitter().Has(text[i:j]) {
			best = j
		}
	}
	return best
}

func tldFollows(text string, i, limit int) bool {
	if i >= limit {
		return true
	}
	c := text[i]
	return !scan.IsASCIILetter(c) && (c < '0' || c > '9') && c != '@' && c != '+' && c != '-'
}

// validLabels reports whether every label of a host is short enough once it is
// punycode. As in JavaScript's punycode, an ideographic full stop also separates.
func validLabels(host string) bool {
	for label := range strings.SplitSeq(host, ".") {
		if len(label) <= domain.MaxLabel && scan.ASCII(label) {
			continue
		}
		if utf8.RuneCountInString(label) > domain.MaxLabel || punycodeLength(label) > domain.MaxLabel {
			return false
		}
	}
	return true
}

func punycodeLength(label string) int {
	total := -1
	for part := range strings.FieldsFuncSeq(label, isFullStop) {
		a, err := idna.Punycode.ToASCII(part)
		if err != nil {
			a = part
		}
		total += len(a) + 1
	}
	return total
}

func isAstralEmoji(r rune) bool { return r >= 0x1F000 && r <= 0x1FFFF }

func isFullStop(r rune) bool { return r == '。' || r == '．' || r == '｡' }
