package hashtag

import (
	"strings"
	"unicode/utf8"
)

// A urlGrammar is how a platform of twitter-text's family finds links: X by
// twitter-text itself, Mastodon by its changes to it.
type urlGrammar struct {
	schemes []string // lower case, with "://"
	bare    bool     // links hosts without a scheme; else it reads over them
	utf16   bool     // reads half a character beyond U+FFFF as one
	idna    bool     // hosts are checked by IDNA 2003, which knows no emoji beyond U+FFFF
	hosts   *hostASCII
	path    func(r rune) bool // stands in a path
	pathEnd func(r rune) bool // may end it
	closed  func(r rune) bool // stands in the parentheses that end a path
	query   func(r rune) bool
	qEnd    func(r rune) bool
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
	g     *urlGrammar
	text  string
	chain hostChain
	read  bool // chain holds a run
	dot   int  // the next "."
	found []span
}

// maxURL is the longest link, scheme included, in UTF-16 units.
const maxURL = 4096

// urls returns the links in text, in order, not overlapping.
func (g *urlGrammar) urls(text string) []span {
	if strings.IndexByte(text, '.') < 0 || !g.bare && !strings.Contains(text, "://") {
		return nil
	}
	s := &urlScanner{g: g, text: text, chain: hostChain{ascii: g.hosts}, dot: -1}
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
	s.dot = indexFrom(s.text, '.', i)
	if s.dot < 0 {
		return -1
	}
	return i + max(0, strings.LastIndexByte(s.text[i:s.dot], ' '))
}

// step takes the rune at i as what precedes a link, and returns the end of the match.
func (s *urlScanner) step(i int) (end int, ok bool) {
	c := s.text[i]
	if c < utf8.RuneSelf {
		if isASCIILetter(c) || '0' <= c && c <= '9' || c == '@' || c == '$' || c == '#' {
			return 0, false
		}
		return s.match(i+1, rune(c), true)
	}
	r, n := utf8.DecodeRuneInString(s.text[i:])
	if r == '＠' || r == '＃' || isXInvalid(r) {
		return 0, false
	}
	// In UTF-16 the first half of a character beyond U+FFFF precedes a host that
	// begins with the second half.
	if r > 0xFFFF && s.g.utf16 {
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
	for _, scheme := range s.g.schemes {
		if len(s.text)-i >= len(scheme) && lower(s.text[i]) == scheme[0] && strings.EqualFold(s.text[i:i+len(scheme)], scheme) {
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
		if c := s.text[i]; c < utf8.RuneSelf && !s.g.hosts[c] {
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
	case utf16Length(s.text[m.start:m.end])+s.schemeLength(m) > maxURL, !s.validHost(host):
	case m.scheme:
		s.keep(m)
	case s.g.bare && before != '-' && before != '_' && before != '.' && before != '/':
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
	if s.g.idna && strings.ContainsFunc(host, isAstralEmoji) {
		return false
	}
	return validLabels(host)
}

// complete adds port, path and query to a match that ends after its host.
func (s *urlScanner) complete(m *urlMatch) {
	i := m.tail
	if i+1 < len(s.text) && s.text[i] == ':' && isDigit(s.text[i+1]) {
		for i++; i < len(s.text) && isDigit(s.text[i]); i++ {
		}
	}
	if i < len(s.text) && s.text[i] == '/' {
		i = s.g.pathFrom(s.text, i+1)
		m.path = true
	}
	if i < len(s.text) && s.text[i] == '?' {
		if e := runTo(s.text, i+1, s.g.query, s.g.qEnd); e > i+1 {
			i = e
		}
	}
	m.end = i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

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
func (g *urlGrammar) pathFrom(text string, from int) int {
	end := from
	for i := from; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == '(' {
			n = parens(text[i:], g.path)
			if n == 0 {
				break
			}
			i += n
			if parens(text[i-n:i], g.closed) == n {
				end = i
			}
			continue
		}
		if !g.path(r) {
			break
		}
		i += n
		if g.pathEnd(r) {
			end = i
		}
	}
	return end
}

// parens returns the length of the balanced parentheses that s begins with, or 0.
func parens(s string, in func(rune) bool) int {
	i := 1 + runLength(s[1:], in)
	if i < len(s) && s[i] == ')' && i > 1 {
		return i + 1
	}
	if i >= len(s) || s[i] != '(' {
		return 0
	}
	n := runLength(s[i+1:], in)
	i += 1 + n
	if n == 0 || i >= len(s) || s[i] != ')' {
		return 0
	}
	i += 1 + runLength(s[i+1:], in)
	if i >= len(s) || s[i] != ')' {
		return 0
	}
	return i + 1
}

func runLength(s string, in func(rune) bool) int {
	for i, r := range s {
		if !in(r) {
			return i
		}
	}
	return len(s)
}

// keep adds a link with its scheme.
func (s *urlScanner) keep(m urlMatch) {
	if end, ok := s.tcoEnd(m); ok {
		s.found = append(s.found, span{m.start, end})
	}
}

// maxSlug is the longest slug of a t.co link.
const maxSlug = 40

// tcoEnd cuts a t.co link after its slug and query; ok is false if the slug is too
// long to be one.
func (s *urlScanner) tcoEnd(m urlMatch) (end int, ok bool) {
	rest, found := cutPrefixFold(s.text[m.host:m.end], "t.co/")
	if _, web := cutPrefixFold(s.text[m.start:m.host], "http"); !web || !found {
		return m.end, true
	}
	slug := 0
	for slug < len(rest) && (isASCIILetter(rest[slug]) || isDigit(rest[slug])) {
		slug++
	}
	if slug == 0 {
		return m.end, true
	}
	end = m.end - len(rest) + slug
	if end < m.end && s.text[end] == '?' {
		if e := runTo(s.text[:m.end], end+1, isXQuery, isXQueryEnd); e > end+1 {
			end = e
		}
	}
	return end, slug <= maxSlug
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// keepBare adds the hosts in Latin letters that a match without a scheme contains: in
// a text without spaces it may hold several. The path belongs to the last.
func (s *urlScanner) keepBare(m urlMatch, host string) {
	hosts := asciiHosts(host)
	for i, h := range hosts {
		sp := span{m.host + h.start, m.host + h.end}
		if m.path && i == len(hosts)-1 {
			sp.end = m.end
		}
		s.found = append(s.found, sp)
	}
}

// asciiHosts finds the hosts in Latin letters within a host.
func asciiHosts(host string) []span {
	var found []span
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
		found = append(found, span{at, from})
		i = end
	}
	return found
}

// asciiHost returns the end of the host that begins at i, or -1 and where to look on.
func asciiHost(host string, i int) (end, next int) {
	end = -1
	for {
		n := runLength(host[i:], isXHostLetter)
		if n == 0 || i+n >= len(host) || host[i+n] != '.' {
			break
		}
		i += n + 1
		if e := xTLDEnd(host, i, len(host)); e >= 0 {
			end = e
		}
	}
	if end < 0 {
		i += runLength(host[i:], isXHostLetter)
		if i < len(host) {
			_, n := utf8.DecodeRuneInString(host[i:])
			i += n
		}
	}
	return end, i
}
