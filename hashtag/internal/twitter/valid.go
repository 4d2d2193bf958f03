package twitter

import (
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// ValidLink reports a well-formed http or https address by twitter-text's reading of RFC
// 3986: stricter in its hosts, and with Cyrillic allowed in its path.
func ValidLink(link string) bool {
	n := scan.SchemeLength(link)
	return n > 0 && validAddress(link[n:])
}

// validAddress is ValidLink of what follows the scheme.
func validAddress(s string) bool {
	rest, fragment := scan.CutAt(s, '#')
	rest, query := scan.CutAt(rest, '?')
	authority, path := scan.CutAt(rest, '/')
	return validAuthority(authority) && validChars(path, "/") && validChars(query, "/?") && validChars(strings.TrimPrefix(fragment, "#"), "/?")
}

// validChars reports characters of RFC 3986 (pchar, Cyrillic, "|" and more), each "%"
// being followed by two hexadecimal digits.
func validChars(s, more string) bool {
	for i, r := range s {
		switch {
		case r == '%':
			if i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2]) {
				return false
			}
		case r >= 0x0400 && r <= 0x04FF, r < utf8.RuneSelf && scan.IsAlnum(r):
		case !strings.ContainsRune("-._~!$&'()*+,;=:|@", r) && !strings.ContainsRune(more, r):
			return false
		}
	}
	return true
}

func isHex(c byte) bool { return scan.IsDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

func validAuthority(s string) bool {
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		if user := s[:i]; strings.ContainsAny(user, "|@") || !validChars(user, "") {
			return false
		}
		s = s[i+1:]
	}
	host, port := s, ""
	if i := strings.LastIndexByte(s, ':'); i > strings.LastIndexByte(s, ']') {
		host, port = s[:i], s[i+1:]
		if port == "" {
			return false
		}
	}
	if len(port) > 5 || strings.Trim(port, "0123456789") != "" {
		return false
	}
	return ValidIPv6(host) || validIPv4(host) || validDomain(host)
}

// ValidIPv6 reports an IPv6 address in its brackets.
func ValidIPv6(s string) bool {
	inner, ok := strings.CutPrefix(s, "[")
	inner, closed := strings.CutSuffix(inner, "]")
	return ok && closed && inner != "" && strings.Trim(inner, "0123456789abcdefABCDEF:.") == ""
}

func validIPv4(s string) bool {
	parts := strings.Split(s, ".")
	for _, p := range parts {
		n := 0
		for i := 0; i < len(p) && i < 4; i++ {
			if !scan.IsDigit(p[i]) {
				return false
			}
			n = n*10 + int(p[i]-'0')
		}
		if p == "" || n > 255 || len(p) > 1 && p[0] == '0' {
			return false
		}
	}
	return len(parts) == 4
}

// validDomain reports at least two labels, "_" being for subdomains only and the last
// not beginning with a digit.
func validDomain(s string) bool {
	labels := strings.Split(s, ".")
	for i, l := range labels {
		if strings.Trim(l, "-_") != l || l == "" || strings.ContainsFunc(l, notOfLabel) {
			return false
		}
		if i >= len(labels)-2 && strings.Contains(l, "_") {
			return false
		}
	}
	return len(labels) > 1 && !scan.IsDigit(labels[len(labels)-1][0])
}

func notOfLabel(r rune) bool { return r < utf8.RuneSelf && !scan.IsASCIIWord(r) && r != '-' }
