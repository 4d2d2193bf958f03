package twitter

import (
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// A Grammar is how a platform of twitter-text's family finds links: X by
// twitter-text itself, Mastodon by its changes to it.
type Grammar struct {
	Schemes  []string // lower case, with "://"
	Bare     bool     // links hosts without a scheme; else it reads over them
	UTF16    bool     // reads half a character beyond U+FFFF as one
	IDNA     bool     // hosts are checked by IDNA 2003, which knows no emoji beyond U+FFFF
	Hosts    *Labels
	Path     func(r rune) bool // stands in a path
	PathEnd  func(r rune) bool // may end it
	Closed   func(r rune) bool // stands in the parentheses that end a path
	Query    func(r rune) bool
	QueryEnd func(r rune) bool
}

// A urlMatch is a link in a text, by byte offsets.
type urlMatch struct {
	start, end int
	host, tail int // where the host begins and ends
	scheme     bool
	path       bool
}

// A urlScanner walks a text from left to right and never back.
type urlScanner struct {
	g     *Grammar
	text  string
	chain hostChain
	read  bool // chain holds a run
	dot   int  // the next "."
	found []scan.Span
}

// maxURL is the longest link, scheme included, in UTF-16 units.
const maxURL = 4096

// Links returns the links in text, in order, not overlapping.
func (g *Grammar) Links(text string) []scan.Span {
	if strings.IndexByte(text, '.') < 0 || !g.Bare && !strings.Contains(text, "://") {
		return nil
	}
	s := &urlScanner{g: g, text: text, chain: hostChain{ascii: g.Hosts}, dot: -1}
	for i := 0; i < len(text); {
		if i > s.dot {
			if i = s.nextDot(i); i < 0 {
				break
			}
		}
		next, ok := s.step(i)
		if !ok && i == 0 {
			next, ok = s.match(0, -1, true)
		}
		if !ok {
			_, n := utf8.DecodeRuneInString(text[i:])
			next = i + n
		}
		i = next
	}
	return s.found
}

// nextDot finds the next "." and returns the last space before it, or i: a link has a dot
// and no space, so that nothing between can begin one. It returns -1 if there is no dot.
func (s *urlScanner) nextDot(i int) int {
	s.dot = scan.IndexFrom(s.text, '.', i)
	if s.dot < 0 {
		return -1
	}
	return i + max(0, strings.LastIndexByte(s.text[i:s.dot], ' '))
}

// step takes the rune at i as what precedes a link, and returns the end of the match.
func (s *urlScanner) step(i int) (end int, ok bool) {
	c := s.text[i]
	if c < utf8.RuneSelf {
		if scan.IsASCIILetter(c) || '0' <= c && c <= '9' || c == '@' || c == '$' || c == '#' {
			return 0, false
		}
		return s.match(i+1, rune(c), true)
	}
	r, n := utf8.DecodeRuneInString(s.text[i:])
	if r == '＠' || r == '＃' || IsInvalid(r) {
		return 0, false
	}
	// In UTF-16 the first half of a character beyond U+FFFF precedes a host that
	// begins with the second half.
	if r > 0xFFFF && s.g.UTF16 {
		if end, ok := s.match(i, r, false); ok {
			return end, true
		}
	}
	return s.match(i+n, r, true)
}

// match tries a link at i, after the rune before. It reports whether there was one,
// even if it is one that the platform then drops.
func (s *urlScanner) match(i int, before rune, schemes bool) (end int, ok bool) {
	if i >= len(s.text) {
		return 0, false
	}
	if n := s.schemeAt(i); n > 0 && schemes {
		if tail := s.hostEnd(i + n); tail >= 0 {
			return s.accept(urlMatch{start: i, host: i + n, tail: tail, scheme: true}, before), true
		}
	}
	if tail := s.hostEnd(i); tail >= 0 {
		return s.accept(urlMatch{start: i, host: i, tail: tail}, before), true
	}
	return 0, false
}

func (s *urlScanner) schemeAt(i int) int {
	for _, scheme := range s.g.Schemes {
		if len(s.text)-i >= len(scheme) && scan.Lower(s.text[i]) == scheme[0] && strings.EqualFold(s.text[i:i+len(scheme)], scheme) {
			return len(scheme)
		}
	}
	return 0
}

func (s *urlScanner) hostEnd(i int) int {
	if i >= len(s.text) {
		return -1
	}
	if !s.read || i < s.chain.start || i >= s.chain.end || s.chain.next > 0 && i < s.chain.labels[s.chain.next].start {
		if c := s.text[i]; c < utf8.RuneSelf && !s.g.Hosts[c] {
			return -1
		}
		s.chain.read(s.text, i)
		s.read = true
	}
	return s.chain.hostEnd(s.text, i)
}

// accept completes a match, keeps it if the platform does, and returns its end.
func (s *urlScanner) accept(m urlMatch, before rune) int {
	s.complete(&m)
	host := s.text[m.host:m.tail]
	switch {
	case scan.UTF16Length(s.text[m.start:m.end])+s.schemeLength(m) > maxURL, !s.validHost(host):
	case m.scheme:
		s.keep(m)
	case s.g.Bare && before != '-' && before != '_' && before != '.' && before != '/':
		s.keepBare(m, host)
	}
	return m.end
}

// schemeLength is that of the scheme, counted on top of a link that has one: so does
// the reference.
func (s *urlScanner) schemeLength(m urlMatch) int {
	if m.scheme {
		return m.host - m.start
	}
	return len("https://")
}

func (s *urlScanner) validHost(host string) bool {
	if strings.HasPrefix(host, "xn--") && len(asciiHosts(host)) == 0 {
		return false
	}
	if s.g.IDNA && strings.ContainsFunc(host, isAstralEmoji) {
		return false
	}
	return validLabels(host)
}

// complete adds port, path and query to a match that ends after its host.
func (s *urlScanner) complete(m *urlMatch) {
	i := m.tail
	if i+1 < len(s.text) && s.text[i] == ':' && scan.IsDigit(s.text[i+1]) {
		for i++; i < len(s.text) && scan.IsDigit(s.text[i]); i++ {
		}
	}
	if i < len(s.text) && s.text[i] == '/' {
		i = s.g.pathFrom(s.text, i+1)
		m.path = true
	}
	if i < len(s.text) && s.text[i] == '?' {
		if e := runTo(s.text, i+1, s.g.Query, s.g.QueryEnd); e > i+1 {
			i = e
		}
	}
	m.end = i
}

// runTo reads a run of in and returns the end of its last rune that is also last, or
// from if there is none.
func runTo(text string, from int, in, last func(rune) bool) int {
	end := from
	for i := from; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !in(r) {
			break
		}
		i += n
		if last(r) {
			end = i
		}
	}
	return end
}

// pathFrom returns the end of the path whose "/" ends at from. Parentheses belong to it
// when they are balanced, one level deep within another.
func (g *Grammar) pathFrom(text string, from int) int {
	end := from
	for i := from; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == '(' {
			n = parens(text[i:], g.Path)
			if n == 0 {
				break
			}
			i += n
			if parens(text[i-n:i], g.Closed) == n {
				end = i
			}
			continue
		}
		if !g.Path(r) {
			break
		}
		i += n
		if g.PathEnd(r) {
			end = i
		}
	}
	return end
}

// parens returns the length of the balanced parentheses that s begins with, or 0.
func parens(s string, in func(rune) bool) int {
	i := 1 + scan.RunLength(s[1:], in)
	if i < len(s) && s[i] == ')' && i > 1 {
		return i + 1
	}
	if i >= len(s) || s[i] != '(' {
		return 0
	}
	n := scan.RunLength(s[i+1:], in)
	i += 1 + n
	if n == 0 || i >= len(s) || s[i] != ')' {
		return 0
	}
	i += 1 + scan.RunLength(s[i+1:], in)
	if i >= len(s) || s[i] != ')' {
		return 0
	}
	return i + 1
}

// keep adds a link with its scheme.
func (s *urlScanner) keep(m urlMatch) {
	if end, ok := s.tcoEnd(m); ok {
		s.found = append(s.found, scan.Span{Start: m.start, End: end})
	}
}

// maxSlug is the longest slug of a t.co link.
const maxSlug = 40

// tcoEnd cuts a t.co link after its slug and query; ok is false if the slug is too
// long to be one.
func (s *urlScanner) tcoEnd(m urlMatch) (end int, ok bool) {
	rest, found := scan.CutPrefixFold(s.text[m.host:m.end], "t.co/")
	if _, web := scan.CutPrefixFold(s.text[m.start:m.host], "http"); !web || !found {
		return m.end, true
	}
	slug := 0
	for slug < len(rest) && (scan.IsASCIILetter(rest[slug]) || scan.IsDigit(rest[slug])) {
		slug++
	}
	if slug == 0 {
		return m.end, true
	}
	end = m.end - len(rest) + slug
	if end < m.end && s.text[end] == '?' {
		if e := runTo(s.text[:m.end], end+1, IsQuery, IsQueryEnd); e > end+1 {
			end = e
		}
	}
	return end, slug <= maxSlug
}

// keepBare adds the hosts in Latin letters that a match without a scheme contains: in
// a text without spaces it may hold several. The path belongs to the last.
func (s *urlScanner) keepBare(m urlMatch, host string) {
	hosts := asciiHosts(host)
	for i, h := range hosts {
		sp := scan.Span{Start: m.host + h.Start, End: m.host + h.End}
		if m.path && i == len(hosts)-1 {
			sp.End = m.end
		}
		s.found = append(s.found, sp)
	}
}

// asciiHosts finds the hosts in Latin letters within a host.
func asciiHosts(host string) []scan.Span {
	var found []scan.Span
	from := 0
	for i := 0; i < len(host); {
		end, next := asciiHost(host, i)
		if end < 0 {
			i = next
			continue
		}
		// The reference looks the match up again from the end of the last one, and so
		// may find an earlier occurrence.
		at := from + strings.Index(host[from:], host[i:end])
		from = at + end - i
		found = append(found, scan.Span{Start: at, End: from})
		i = end
	}
	return found
}

// asciiHost returns the end of the host that begins at i, or -1 and where to look on.
func asciiHost(host string, i int) (end, next int) {
	end = -1
	for {
		n := scan.RunLength(host[i:], isHostLetter)
		if n == 0 || i+n >= len(host) || host[i+n] != '.' {
			break
		}
		i += n + 1
		if e := tldEnd(host, i, len(host)); e >= 0 {
			end = e
		}
	}
	if end < 0 {
		i += scan.RunLength(host[i:], isHostLetter)
		if i < len(host) {
			_, n := utf8.DecodeRuneInString(host[i:])
			i += n
		}
	}
	return end, i
}
