package letter

import (
	"net/url"
	"strings"
)

// maxMailto is the longest link, in bytes, that mail programs and the systems
// that call them are known to take.
const maxMailto = 2000

// mailto is the link that opens a mail program with the mail in it, or "" if
// it would be longer than maxMailto.
func (m *mail) mailto() string {
	to := m.To.Mail
	if at := strings.LastIndexByte(to, '@'); at >= 0 {
		to = percent(to[:at]) + "@" + percent(to[at+1:])
	}
	var fields []string
	if m.Subject != "" {
		fields = append(fields, "subject="+percent(flat(m.Subject)))
	}
	if m.Body != "" {
		fields = append(fields, "body="+percent(strings.ReplaceAll(m.Body, "\n", "\r\n")))
	}
	link := "mailto:" + to
	if fields != nil {
		link += "?" + strings.Join(fields, "&")
	}
	if len(link) > maxMailto {
		return ""
	}
	return link
}

// percent leaves only RFC 3986's unreserved characters as they are.
func percent(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
