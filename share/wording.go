package share

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// joined joins the strings that are not empty.
func joined(sep string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sep)
}

// capital writes the first letter large.
func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// prefixed is text after a prefix, and nothing without text.
func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

// sent is what a letter's reader gets: its own words, or those of the
// language it is sent in.
func sent(c *campaign.Campaign, l *campaign.Letter) (body, subject string) {
	if l.SentIn != "" {
		if other, ok := c.Letter(l.ID, l.SentIn); ok {
			return other.Body, other.Subject
		}
	}
	return l.Body, l.Subject
}
