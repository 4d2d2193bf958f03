package letter

import (
	"net/url"
	"strings"
)

// MaxMailto is the longest link, in bytes, that mail programs and the systems
// that call them are known to take.
const MaxMailto = 2000

// Mailto is the link that opens a mail program with the mail in it, or "" if
// it would be longer than MaxMailto.
func (m *Mail) Mailto() string {
	to := m.To.Mail
	if at := strings.LastIndexByte(to, '@'); at >= 0 {
		to = Percent(to[:at]) + "@" + Percent(to[at+1:])
	}
	var fields []string
	if m.Subject != "" {
		fields = append(fields, "subject="+Percent(flat(m.Subject)))
	}
	if m.Body != "" {
		fields = append(fields, "body="+Percent(strings.ReplaceAll(m.Body, "\n", "\r\n")))
	}
	link := "mailto:" + to
	if fields != nil {
		link += "?" + strings.Join(fields, "&")
	}
	if len(link) > MaxMailto {
		return ""
	}
	return link
}

// Percent leaves only RFC 3986's unreserved characters as they are.
func Percent(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
