// Package letter writes finished letters as mail programs read them: drafts
// (RFC 5322 and 2045) and mailto links (RFC 6068). It expects words without
// control characters but line breaks; a break in a header becomes a space.
package letter

import (
	"encoding/base64"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"
)

// A Mail is what is to be sent.
type Mail struct {
	To      Address // the zero Address: nobody yet
	Subject string  // may be ""
	Body    string  // lines end in "\n"
	Lang    string  // BCP 47
}

// An Address is a person and a plain mail address, one that needs no quoting.
type Address struct{ Name, Mail string }

// EML is a mail as a draft that a mail program opens for sending. It has no
// sender, date or id: the program gives it those when it is sent. X-Unsent is
// what Outlook and Thunderbird know a draft by.
func (m *Mail) EML() []byte {
	var b strings.Builder
	header := func(key, value string) { b.WriteString(fold(key + ": " + value)) }
	header("X-Unsent", "1")
	if m.To.Mail != "" {
		header("To", recipient(m.To))
	}
	if m.Subject != "" {
		header("Subject", encoded(flat(m.Subject)))
	}
	header("MIME-Version", "1.0")
	header("Content-Language", m.Lang)
	header("Content-Type", "text/plain; charset=utf-8")
	header("Content-Transfer-Encoding", "quoted-printable")
	b.WriteString("\r\n")
	w := quotedprintable.NewWriter(&b)
	w.Write([]byte(m.Body)) // a strings.Builder does not fail
	w.Close()
	return []byte(b.String())
}

// recipient is a name and an address; the name is quoted, or encoded where it
// is not ASCII.
func recipient(a Address) string {
	switch name := flat(a.Name); {
	case name == "":
		return "<" + a.Mail + ">"
	case plain(name):
		return `"` + quoter.Replace(name) + `" <` + a.Mail + ">"
	default:
		return encoded(name) + " <" + a.Mail + ">"
	}
}

// quoter writes what ends or escapes within quotation marks as text.
var quoter = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// flat makes one line of s.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// plain reports printable ASCII that nobody takes for an encoded word, in
// words short enough for a line.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	for _, word := range strings.Fields(s) {
		if len(word) > 60 {
			return false
		}
	}
	return !strings.Contains(s, "=?")
}

// maxEncoded is how many bytes of text an encoded word holds, so that it fits a
// line with the name of its header.
const maxEncoded = 39

// encoded writes s as RFC 2047 encoded words, none of which ends within a
// character, or as it is where it is plain.
func encoded(s string) string {
	if plain(s) {
		return s
	}
	var words []string
	for len(s) > 0 {
		cut := min(maxEncoded, len(s))
		for cut < len(s) && cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		words = append(words, "=?utf-8?B?"+base64.StdEncoding.EncodeToString([]byte(s[:cut]))+"?=")
		s = s[cut:]
	}
	return strings.Join(words, " ")
}

// maxLine is the longest line of a header with encoded words, without its end
// (RFC 2047); RFC 5322 asks for 78.
const maxLine = 76

// fold breaks a header before words that would make its line too long.
func fold(line string) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Split(line, " ") {
		switch {
		case i > 1 && width+1+len(word) > maxLine:
			b.WriteString("\r\n ")
			width = 1
		case i > 0:
			b.WriteString(" ")
			width++
		}
		b.WriteString(word)
		width += len(word)
	}
	return b.String() + "\r\n"
}
