package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
	"github.com/shutdowncecot/toolkit/hashtag/internal/twitter"
)

// Mastodon: the rules of versions 4.5.0 to 4.6.5 (2026-08-07), written from their
// description; nothing of its code or tests (AGPL-3.0) is here.

var mastodonRules = &rulebook{
	Platform: Platform{ID: "mastodon", Name: "Mastodon", MaxLength: 500, MaxAlt: 1500},
	composer: mastodonComposer,
	unit:     Graphemes,
	length:   mastodonLength,
	entities: func(text string) []Entity { return mastodonEntities(text, followsSpace) },
	sources:  mastodonSources,
}

// Before 4.6 a tag may follow any character but a letter, a digit or one of = / ).
var mastodon45Rules = &rulebook{
	Platform: Platform{ID: "mastodon-4.5", Name: "Mastodon 4.5", MaxLength: 500, MaxAlt: 1500},
	composer: mastodonComposer,
	unit:     Graphemes,
	length:   mastodonLength,
	entities: func(text string) []Entity { return mastodonEntities(text, followsNoName) },
	sources:  mastodonSources,
	variant:  true,
}

var mastodonComposer = Composer{Intent: "https://share.joinmastodon.org/#text={text}", Threads: true, Counter: "mastodon"}

var mastodonSources = []Source{
	{"MaxLength", "StatusLengthValidator::MAX_CHARS, v4.6.5", "2026-08-07", "a server's own: configuration.statuses.max_characters of /api/v2/instance"},
	{"MaxAlt", "docs.joinmastodon.org/user/posting; PR #39306", "2026-07-02", "10,000 from 4.6.0-rc.1: configuration.media_attachments.description_limit"},
	{"intent", "blog.joinmastodon.org 2026/03", "2026-11-23", ""},
	{"entities", "PR #37684 and #38212: tags follow white space from 4.6.0", "2026-06-17", ""},
}

const (
	mastodonURL  = 23  // what a link counts, whatever its length
	maxMastoHost = 253 // characters of a mention's host
)

var mastodonGrammar = &twitter.Grammar{
	Schemes: []string{"https://", "http://", "dat://", "dweb://", "ipfs://", "ipns://", "ssb://", "gopher://", "gemini://"},
	IDNA:    true,
	Hosts: twitter.HostsWithout("!\"'#$%&()*+,-./:;<=>?@[]^_`{|}~ \x7f" +
		"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f"),
	Path: func(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune("<>()?", r) },
	PathEnd: func(r rune) bool {
		return !unicode.IsSpace(r) && !strings.ContainsRune("()?!*\"'「」<>;:=,.$%[]~&|@", r)
	},
	Closed: isMastodonClosed,
	Query: func(r rune) bool {
		return twitter.IsQuery(r) || r == '^' || isURLRune(r)
	},
	QueryEnd: func(r rune) bool { return twitter.IsQueryEnd(r) || isURLRune(r) },
}

// isMastodonClosed: what a path may hold in the parentheses that end it.
func isMastodonClosed(r rune) bool {
	return twitter.IsPath(r) || unicode.Is(unicode.Cyrillic, r) || unicode.Is(unicode.Pd, r)
}

// isURLRune is ucschar and iprivate of RFC 3987, near enough: all beyond U+00A0 but
// noncharacters and tags.
func isURLRune(r rune) bool {
	switch {
	case r < 0xA0 || r >= 0xFDD0 && r <= 0xFDEF || r >= 0xFFF0 && r <= 0xFFFF:
		return false
	case r&0xFFFE == 0xFFFE || r >= 0xE0000 && r < 0xE1000:
		return false
	}
	return true
}

// mastodonLength counts graphemes of the text with each link as 23 characters and each
// @user@host as @user. A blank text counts nothing.
func mastodonLength(text string) int {
	if strings.TrimSpace(text) == "" {
		return 0
	}
	es := mastodonLinks(nil, text)
	es = mastodonMentions(es, text)
	if len(es) == 0 {
		return graphemeCount(text)
	}
	var b strings.Builder
	from := 0
	for _, e := range withoutOverlaps(es) {
		b.WriteString(text[from:e.Start])
		from = e.End
		if e.Kind == KindLink {
			b.WriteString(strings.Repeat("x", mastodonURL))
			continue
		}
		user, _, _ := strings.Cut(e.Value, "@")
		b.WriteString("@" + user)
	}
	b.WriteString(text[from:])
	return graphemeCount(b.String())
}

func mastodonEntities(text string, mayFollow func(r rune) bool) []Entity {
	es := mastodonLinks(nil, text)
	es = mastodonTags(es, text, mayFollow)
	es = mastodonMentions(es, text)
	return withoutOverlaps(es)
}

func mastodonLinks(es []Entity, text string) []Entity {
	for _, u := range mastodonGrammar.Links(text) {
		es = append(es, entity(KindLink, text, u.Start, u.End, text[u.Start:u.End]))
	}
	return es
}

// followsSpace and followsNoName are what may stand before a tag, -1 being the start.
func followsSpace(r rune) bool  { return r < 0 || unicode.IsSpace(r) }
func followsNoName(r rune) bool { return r < 0 || r != '=' && r != '/' && r != ')' && !scan.IsAlnum(r) }

func mastodonTags(es []Entity, text string, mayFollow func(r rune) bool) []Entity {
	for m, ok := scan.NextMark(text, 0, '#', "＃"); ok; m, ok = scan.NextMark(text, m.After, '#', "＃") {
		if !mayFollow(scan.RuneBefore(text, m.At)) {
			continue
		}
		end := mastodonTagEnd(text, m.After)
		if end == m.After {
			continue
		}
		name := text[m.After:end]
		if strings.HasPrefix(text[end:], "://") {
			name = beforeScheme(name)
		}
		es = append(es, entity(KindHashtag, text, m.At, m.After+len(name), name))
	}
	return es
}

// mastodonTagEnd reads a name: letters, digits, marks and connectors, and between them
// separators too, one at least being a letter or a separator; or i.
func mastodonTagEnd(text string, i int) int {
	var (
		pos     = 0     // runes read
		words   = i     // end of the run without separators
		long    = i     // end of the last rune of a word
		inner   = false // a letter or separator strictly between the first rune and long
		pending = false // the same, but after long
		letter  = false // in the run without separators
	)
	for j := i; j < len(text); pos++ {
		r, n := utf8.DecodeRuneInString(text[j:])
		word := scan.IsWord(r)
		if !word && (pos == 0 || !isTagSeparator(r)) {
			break
		}
		if word {
			if words == j {
				words += n
				letter = letter || scan.IsAlpha(r)
			}
			long = j + n
			inner = inner || pending
		}
		j += n
		pending = pending || pos > 0 && (scan.IsAlpha(r) || isTagSeparator(r))
	}
	switch {
	case inner:
		return long
	case letter:
		return words
	}
	return i
}

// beforeScheme cuts "http" or "https" from the end of a name that "://" follows.
func beforeScheme(name string) string {
	for _, scheme := range []string{"https", "http"} {
		if rest, ok := strings.CutSuffix(name, scheme); ok && rest != "" {
			return rest
		}
	}
	return name
}

func mastodonMentions(es []Entity, text string) []Entity {
	for i := strings.IndexByte(text, '@'); i >= 0; {
		end := i + 1
		if r := scan.RuneBefore(text, i); r < 0 || r != '=' && r != '/' && !scan.IsWord(r) {
			end = mastodonNameEnd(text, i+1, isMastodonUser)
		}
		if end > i+1 {
			host := ""
			if end < len(text) && text[end] == '@' {
				if e := mastodonNameEnd(text, end+1, scan.IsWord); e > end+1 {
					host, end = text[end+1:e], e
				}
			}
			if utf8.RuneCountInString(host) <= maxMastoHost && !twitter.EndsNoName(text, end) {
				es = append(es, entity(KindMention, text, i, end, text[i+1:end]))
			}
		}
		i = scan.IndexFrom(text, '@', end)
	}
	return es
}

// isMastodonUser takes in ſ and K (U+212A): Ruby finds them in [a-z] without regard to case.
func isMastodonUser(r rune) bool { return scan.IsASCIIWord(r) || r == 'ſ' || r == '\u212A' }

// mastodonNameEnd reads runs of in joined by "." and "-", or returns i.
func mastodonNameEnd(text string, i int, in func(rune) bool) int {
	end := i
	for j := i; j < len(text); {
		r, n := utf8.DecodeRuneInString(text[j:])
		if r != '.' && r != '-' && !in(r) || j == i && !in(r) {
			break
		}
		j += n
		if in(r) {
			end = j
		}
	}
	return end
}
