// Package twitter reads a post as twitter-text 3.1.0 does (github.com/twitter/twitter-text
// @ 30e2430, 2021-10-21, Apache-2.0): what X links in it, and how much it counts. It passes
// that project's conformance suite in full.
package twitter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// grammar is X's own.
var grammar = &Grammar{
	Schemes:  []string{"https://", "http://"},
	Bare:     true,
	UTF16:    true,
	Hosts:    HostsWithout("!'#%&()*+,\\-./:;<=>?@[]^_{|}~$\t\n\v\f\r "),
	Path:     IsPath,
	PathEnd:  isPathEnd,
	Closed:   IsPath,
	Query:    IsQuery,
	QueryEnd: IsQueryEnd,
}

func IsPath(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && (scan.IsAlnum(r) || strings.IndexByte("!*';:=+,.$/%#[]-_~@|&", byte(r)) >= 0)
	}
	return r == '–' || unicode.Is(pathLetters, r)
}

func isPathEnd(r rune) bool {
	if r < utf8.RuneSelf {
		return scan.IsAlnum(r) || r == '+' || r == '-' || r == '=' || r == '_' || r == '#' || r == '/'
	}
	return unicode.Is(pathLetters, r)
}

func IsQuery(r rune) bool {
	return r < utf8.RuneSelf && (scan.IsAlnum(r) || strings.IndexByte("!?*'@();:&=+$/%#[]-_.,~|", byte(r)) >= 0)
}

func IsQueryEnd(r rune) bool {
	return r < utf8.RuneSelf && (scan.IsAlnum(r) || r == '-' || r == '_' || r == '&' || r == '=' || r == '#' || r == '/')
}

func isHostLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return scan.IsAlnum(r) || r == '-'
	}
	return unicode.Is(hostLetters, r)
}
