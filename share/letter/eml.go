package letter

import (
	"encoding/base64"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"
)

// A mail is what is to be sent: words without control characters but line
// breaks. A break in a header becomes a space.
type mail struct {
	To      address // the zero address: nobody yet
	Subject string  // may be ""
	Body    string  // lines end in "\n"
	Lang    string  // BCP 47
}

// An address is a person and a plain mail address, one that needs no quoting.
type address struct{ Name, Mail string }

// eml is a mail as a draft that a mail program opens for sending. It has no
// sender, date or id: the program gives it those when it is sent. X-Unsent is
// what Outlook and Thunderbird know a draft by.
func (m *mail) eml() []byte {
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
// is not plain. Package net/mail would write it, but depends on package net,
// and nothing here may open a connection: it reads these drafts in the tests.
func recipient(a address) string {
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

// longestWord of a header that is left as it is, in bytes: it fits a line.
const longestWord = 60

// plain reports printable ASCII that nobody takes for an encoded word, in
// words short enough for a line.
func plain(s string) bool {
	for _, word := range strings.Fields(s) {
		if !ascii(word) || len(word) > longestWord || strings.Contains(word, "=?") {
			return false
		}
	}
	return true
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
}

// encoded writes s as encoded words (RFC 2047), or as it is where it is plain.
// Package mime leaves ASCII alone, also where that would be taken for an encoded
// word, and writes words so long that none fits behind "Subject: ": Python reads
// a header whose first line is empty with a space before it.
func encoded(s string) string {
	if plain(s) {
		return s
	}
	const most = 39 // bytes: 52 in base 64, 64 with the marks
	var words []string
	for len(s) > 0 {
		n := min(len(s), most)
		for n < len(s) && !utf8.RuneStart(s[n]) {
			n--
		}
		words = append(words, "=?utf-8?b?"+base64.StdEncoding.EncodeToString([]byte(s[:n]))+"?=")
		s = s[n:]
	}
	return strings.Join(words, " ")
}

// longestLine of a header with encoded words, without its end (RFC 2047); RFC
// 5322 asks for 78.
const longestLine = 76

// fold breaks a header before words that would make its line too long.
func fold(line string) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Split(line, " ") {
		switch {
		case i > 0 && width+1+len(word) > longestLine:
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
