package letter

import (
	"bytes"
	"io"
	"mime"
	"mime/quotedprintable"
	netmail "net/mail"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// read takes a draft apart as a mail program does.
func read(t *testing.T, eml []byte) (m mail) {
	t.Helper()
	msg, err := netmail.ReadMessage(bytes.NewReader(eml))
	if err != nil {
		t.Fatalf("%v in\n%s", err, eml)
	}
	for key := range msg.Header {
		if !strings.Contains(" X-Unsent To Subject Mime-Version Content-Language Content-Type Content-Transfer-Encoding ", " "+key+" ") {
			t.Errorf("header %s in\n%s", key, eml)
		}
	}
	var dec mime.WordDecoder
	if m.Subject, err = dec.DecodeHeader(msg.Header.Get("Subject")); err != nil {
		t.Errorf("subject: %v", err)
	}
	if msg.Header.Get("To") != "" {
		to, err := msg.Header.AddressList("To")
		if err != nil || len(to) != 1 {
			t.Fatalf("to: %v, %v in\n%s", to, err, eml)
		}
		m.To = address{to[0].Name, to[0].Address}
	}
	body, err := io.ReadAll(quotedprintable.NewReader(msg.Body))
	if err != nil {
		t.Errorf("body: %v", err)
	}
	m.Body = strings.ReplaceAll(string(body), "\r\n", "\n")
	m.Lang = msg.Header.Get("Content-Language")
	return m
}

func TestEML(t *testing.T) {
	m := mail{To: address{"Concejala Peña, \"Lola\"", "desk@oldmill.example"},
		Subject: "Sobre la biblioteca del Viejo Molino: ¿puede la señora concejala pedir una audiencia pública?",
		Body:    "Honorable Peña:\n\n" + strings.Repeat("Una línea larga con tildes. ", 20) + "\n", Lang: "es"}
	eml := m.eml()
	for i, line := range strings.SplitAfter(string(eml), "\r\n") {
		if len(line) > longestLine+2 || strings.ContainsAny(strings.TrimSuffix(line, "\r\n"), "\r\n") {
			t.Errorf("line %d has %d bytes: %q", i+1, len(line), line)
		}
	}
	if got := read(t, eml); got != m {
		t.Errorf("read back %+v", got)
	}
	if !bytes.HasPrefix(eml, []byte("X-Unsent: 1\r\n")) || bytes.Contains(eml, []byte("Date:")) || bytes.Contains(eml, []byte("Message-ID")) {
		t.Errorf("not a draft:\n%s", eml)
	}
}

func TestMailto(t *testing.T) {
	m := mail{To: address{Mail: "desk+a&b@oldmill.example"}, Subject: "Read & write?", Body: "Dear A,\n\n50 % more\n"}
	want := "mailto:desk%2Ba%26b@oldmill.example?subject=Read%20%26%20write%3F&body=Dear%20A%2C%0D%0A%0D%0A50%20%25%20more%0D%0A"
	if got := m.mailto(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	m.Body = strings.Repeat("x", maxMailto)
	if got := m.mailto(); got != "" {
		t.Errorf("a link of %d bytes", len(got))
	}
}

// FuzzMail checks that whatever the words, they come back from the draft and
// the link, and add no header and no parameter.
func FuzzMail(f *testing.F) {
	f.Add("Ana Ruiz", "Hello", "Dear Ana\n")
	f.Add("a\r\nBcc: b@example.org", "s\nX-Evil: 1\n\nbody", "=?utf-8?q?=41?=\r\n.\r\n")
	f.Add("=?utf-8?q?=41?=", "=?utf-8?B?QQ==?=", "\t \n")
	f.Add("<b@example.org>, c", strings.Repeat("x", 1200), "a&cc=b@example.org")
	f.Add("\u202ea", "日本語"+strings.Repeat("語", 90), "é")
	f.Fuzz(func(t *testing.T, name, subject, body string) {
		if !utf8.ValidString(name) || !utf8.ValidString(subject) || !utf8.ValidString(body) || strings.ContainsFunc(name+subject+body,
			func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' || r == 0x7F || r == '\r' }) {
			t.Skip()
		}
		m := mail{To: address{name, "desk@oldmill.example"}, Subject: subject, Body: body, Lang: "en"}
		eml := m.eml()
		for line := range strings.SplitSeq(string(eml), "\r\n") {
			if len(line) > 998 || strings.ContainsAny(line, "\r\n") {
				t.Errorf("a line of %d bytes: %q", len(line), line)
			}
		}
		got := read(t, eml)
		if got.Subject != flat(subject) || got.To.Name != flat(name) || got.To.Mail != m.To.Mail || got.Body != body {
			t.Errorf("read back %+v of %+v", got, m)
		}
		if link := m.mailto(); link != "" {
			u, err := url.Parse(link)
			if err != nil {
				t.Fatal(err)
			}
			q := u.Query()
			if u.Opaque != "desk@oldmill.example" || q.Get("subject") != flat(subject) || strings.ReplaceAll(q.Get("body"), "\r\n", "\n") != body || len(q) > 2 {
				t.Errorf("the link says %s, %v", u.Opaque, q)
			}
		}
	})
}

// TestOwnStops: words that end a sentence themselves are followed by no full
// stop of the letter's.
func TestOwnStops(t *testing.T) {
	slots := []campaign.Slot{{ID: "q"}}
	for words, want := range map[string]string{
		"Will you come?": "I ask: Will you come? Thanks", "Come!": "I ask: Come! Thanks", "a hearing": "I ask: a hearing. Thanks",
		"Say “yes.”": "I ask: Say “yes.” Thanks", "and so on…": "I ask: and so on… Thanks",
	} {
		if got := filled("I ask: {q}. Thanks", slots, map[string]string{"q": words}, map[string]bool{}); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}
