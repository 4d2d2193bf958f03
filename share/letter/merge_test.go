package letter_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/mail"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/letter"
)

const councilFront = `---
title: To a councillor
form: email
subject: "{town}: the Old Mill Library"
facts: [classes]
slots:
  - {id: office, label: The office, required: true, from: office, offices: [{id: mayor, name: MAYOR}, {id: councillor, name: COUNCILLOR}]}
  - {id: their-name, label: Their name, required: true, from: NAME}
  - {id: town, label: Your town, required: true}
  - {id: why, label: Why it matters to you, required: true, own: true}
  - {id: ward, label: Your ward}
  - {id: full-name, label: Your name, required: true}
---

`

func councilLetter(greeting, mayor, councillor, name string) string {
	front := strings.NewReplacer("MAYOR", mayor, "COUNCILLOR", councillor, "NAME", name).Replace(councilFront)
	return front + greeting + "\n\n## Why\n\n{why}\n\n{ward}\nI live in {town}.\n\n{full-name}\n"
}

// council is the mill with a letter to the council.
func council(t testing.TB) *campaign.Campaign {
	return millWith(t,
		"letters/en/council.md", councilLetter("Dear {office} {their-name},", "Mayor", "Councillor", "last-name"),
		"letters/es/council.md", councilLetter("Honorable {their-name}:", "alcaldía", "concejalía", "name"),
		"contacts.yaml", "contacts: [{id: desk, label: Desk, mail: desk@oldmill.example}]\n")
}

// wordsLacking is how many words of one's own a text still lacks. The script of
// the start page is held to the same file.
func wordsLacking(t *testing.T) (lacking map[string]int) {
	t.Helper()
	data, err := os.ReadFile("../testdata/ownwords.json")
	if err == nil {
		err = json.Unmarshal(data, &lacking)
	}
	if err != nil {
		t.Fatal(err)
	}
	return lacking
}

const eight = "My children learned to read there and still do."

func draft() letter.Draft {
	return letter.Draft{
		Letter: "council", Lang: "en",
		Own: map[string]string{"town": "Millbrook", "why": eight, "full-name": "A. Reader"},
		To:  campaign.Recipient{Name: "Ana Peña", Office: "councillor", Mail: "ana@millbrook.example"},
	}
}

// TestOwnWords counts them as the start page does, also where a script has no
// spaces.
func TestOwnWords(t *testing.T) {
	c := council(t)
	for own, lack := range wordsLacking(t) {
		d := draft()
		d.Own["why"] = own
		_, err := letter.Merge(c, d)
		var slot *letter.SlotError
		switch {
		case lack == 0 && err != nil:
			t.Errorf("%q: %v", own, err)
		case lack > 0 && (!errors.As(err, &slot) || slot.Values()["n"] != 8-lack):
			t.Errorf("%q lacks %d words: %v", own, lack, err)
		}
	}
}

func TestMerge(t *testing.T) {
	c := council(t)
	for _, test := range []struct{ lang, office, want string }{
		{"en", "councillor", "Dear Councillor Peña,"},
		{"en", "mayor", "Dear Mayor Peña,"},
		{"es", "mayor", "Honorable Ana Peña:"},
	} {
		d := draft()
		d.Lang, d.To.Office = test.lang, test.office
		m, err := letter.Merge(c, d)
		if err != nil {
			t.Fatal(err)
		}
		want := test.want + "\n\nWhy\n\n" + eight + "\n\nI live in Millbrook.\n\nA. Reader\n"
		if m.Subject != "Millbrook: the Old Mill Library" || m.Body != want || len(m.Open) != 0 {
			t.Errorf("got %q\n%s\nwant\n%s", m.Subject, m.Body, want)
		}
		draft, err := mail.ReadMessage(bytes.NewReader(m.EML()))
		if err != nil {
			t.Fatal(err)
		}
		to, err := draft.Header.AddressList("To")
		if err != nil || len(to) != 1 || to[0].Name != "Ana Peña" || to[0].Address != "ana@millbrook.example" {
			t.Errorf("to %v: %v", to, err)
		}
		if !strings.HasPrefix(m.Mailto(), "mailto:ana@millbrook.example?subject=Millbrook%3A%20the") {
			t.Errorf("%s", m.Mailto())
		}
	}
}

// An open slot within a line stays for the sender to see.
func TestMergeOpenSlot(t *testing.T) {
	c := council(t)
	l, _ := c.Letter("council", "en")
	for i := range c.Letters {
		if c.Letters[i].Lang == "en" {
			c.Letters[i].Body = strings.Replace(l.Body, "I live in", "I live in ward {ward}, in", 1)
		}
	}
	m, err := letter.Merge(c, draft())
	if err != nil || !strings.Contains(m.Body, "ward [Your ward], in Millbrook") || len(m.Open) != 1 {
		t.Errorf("%v\n%+v", err, m)
	}
}

func TestMergeRefuses(t *testing.T) {
	c := council(t)
	for name, test := range map[string]struct {
		change func(*letter.Draft)
		slot   string // "" for a *LetterError
		want   string
	}{
		"no letter":   {func(d *letter.Draft) { d.Letter = "other" }, "", "letter other, language en: there is no such letter"},
		"no language": {func(d *letter.Draft) { d.Lang = "fr" }, "", "letter council, language fr: there is no such letter"},
		"missing":     {func(d *letter.Draft) { d.Own["town"] = " \n" }, "town", "letter council, language en, town (Your town): is missing"},
		"few words": {func(d *letter.Draft) { d.Own["why"] = "It matters to me, very much so" }, "why",
			"letter council, language en, why (Why it matters to you): wants at least 8 words of your own; words so far: 7"},
		"unknown": {func(d *letter.Draft) { d.To.Office = "king" }, "office",
			`letter council, language en, office (The office): has no word for the recipient's office "king"; give one of mayor, councillor`},
		"no name": {func(d *letter.Draft) { d.To.Name = "" }, "their-name", "letter council, language en, their-name (Their name): the recipient has no name"},
		"header": {func(d *letter.Draft) { d.Own["town"] = "Millbrook\r\nBcc: all@millbrook.example" }, "town",
			"letter council, language en, town (Your town): has more than one line"},
		"return": {func(d *letter.Draft) { d.Own["town"] = "Mill\rbrook" }, "town",
			"letter council, language en, town (Your town): contains the invisible character U+000D"},
		"turned around": {func(d *letter.Draft) { d.Own["full-name"] = "A\u202E" }, "full-name",
			"letter council, language en, full-name (Your name): contains the invisible character U+202E"},
		"isolated": {func(d *letter.Draft) { d.Own["full-name"] = "A\u2067" }, "full-name",
			"letter council, language en, full-name (Your name): contains the invisible character U+2067"},
		"bad name": {func(d *letter.Draft) { d.To.Name, d.To.LastName = "A\nBcc: b@c.example", "A" }, "",
			"letter council, language en: the recipient's name has more than one line"},
		"bad mail": {func(d *letter.Draft) { d.To.Mail = "ana@millbrook.example, bo@millbrook.example" }, "",
			`letter council, language en: "ana@millbrook.example, bo@millbrook.example" is not a mail address; write it as name@example.org`},
		"long": {func(d *letter.Draft) { d.Own["town"] = strings.Repeat("x", 301) }, "town",
			"letter council, language en, town (Your town): has 301 characters, at most 300 are taken"},
	} {
		d := draft()
		test.change(&d)
		_, err := letter.Merge(c, d)
		var slot *letter.SlotError
		var whole *letter.Error
		if test.slot != "" && (!errors.As(err, &slot) || slot.Slot != test.slot) || test.slot == "" && !errors.As(err, &whole) || err.Error() != test.want {
			t.Errorf("%s: got\n%v\nwant\n%s", name, err, test.want)
		}
	}
	d := draft()
	d.Own["why"] = "Please."
	var slot *letter.SlotError
	if _, err := letter.Merge(c, d); !errors.As(err, &slot) || slot.Values()["n"] != 1 || slot.Values()["least"] != 8 {
		t.Errorf("%+v", slot)
	}
	c.Facts[0].Status = campaign.Retracted
	if _, err := letter.Merge(c, draft()); err == nil || err.Error() != "letter council, language en: rests on the fact classes, which no longer stands" {
		t.Error(err)
	}
}

// TestMergeEveryLetter finishes every letter of the built-in campaign.
func TestMergeEveryLetter(t *testing.T) {
	c := campaign.Default()
	for _, l := range c.Letters {
		d := letter.Draft{Letter: l.ID, Lang: l.Lang, Own: make(map[string]string),
			To: campaign.Recipient{Name: "Robin Q. Example", Office: "senator", Mail: "office@senate.example"}}
		if l.Office != "" {
			d.To.Office = l.Office
		}
		for _, s := range l.Slots {
			if s.From == "" {
				d.Own[s.ID] = eight
			}
		}
		m, err := letter.Merge(c, d)
		if err != nil {
			t.Errorf("%s %s: %v", l.ID, l.Lang, err)
			continue
		}
		if len(m.Open) > 0 || strings.ContainsAny(m.Subject+m.Body, "{}") || strings.HasPrefix(m.Body, "#") {
			t.Errorf("%s %s is not finished: %q\n%s", l.ID, l.Lang, m.Open, m.Body)
		}
		if m.Mailto() == "" && utf8.RuneCountInString(m.Body) < 400 {
			t.Errorf("%s %s: no link for %d characters", l.ID, l.Lang, utf8.RuneCountInString(m.Body))
		}
	}
	for _, id := range []string{"thank-you", "follow-up", "postcard-treaty"} {
		l, _ := c.Letter(id, "en")
		d := letter.Draft{Letter: id, Lang: "en", Own: make(map[string]string), To: campaign.Recipient{Name: "Robin Example", Office: "senator"}}
		for _, s := range l.Slots {
			d.Own[s.ID] = eight
		}
		if m, err := letter.Merge(c, d); err != nil || !strings.HasPrefix(m.Body, "Dear Senator Example,\n") {
			t.Errorf("%s: %v, %+v", id, err, m)
		}
	}
	_, err := letter.Merge(c, letter.Draft{Letter: "email-senator", Lang: "en", To: campaign.Recipient{Name: "Robin Example", Office: "representative"}})
	var whole *letter.Error
	if !errors.As(err, &whole) {
		t.Errorf("a representative was written to as a senator: %v", err)
	}
}

func TestReadRecipients(t *testing.T) {
	c := council(t)
	got, err := c.ReadRecipients("council.csv",
		strings.NewReader("\uFEFFname;office;mail;ward\r\nAna Peña;councillor;ana@millbrook.example;\"3;4\"\r\n;;;\r\n'-Bo;mayor;;\r\n"))
	if err != nil || len(got) != 2 || got[0].Slots["ward"] != "3;4" || got[1].Name != "-Bo" || got[1].Office != "mayor" {
		t.Fatalf("%+v, %v", got, err)
	}
	for table, want := range map[string]string{
		"": "council.csv:1:1: the table is empty; write the names of its columns in the first row: name, last_name, office, mail",
		"nam,mail\nA,\n": `council.csv:1:1: the column "name" is missing; add it
council.csv:1:1: unknown column "nam"; did you mean "name"?`,
		"name,name\n":                             `council.csv:1:6: the column "name" is there twice; keep one`,
		"name,mail\nAna,a@b.example\nBo\n":        "council.csv:3:1: the row has more or fewer cells than the first; quote cells that contain the separator",
		"name\n\"A\"x\n":                          `council.csv:2:3: a quotation mark is out of place; quote the whole cell and write "" for a mark within it`,
		"name,mail\n\"=HYPERLINK(\"\"x\"\")\",\n": "council.csv:2:1: name: begins as a formula does; write it as text, or put an apostrophe before it",
		"mail,name\na b@c.example,Ana\n":          `council.csv:2:1: mail: "a b@c.example" is not a mail address; write it as name@example.org`,
		"name,ward\nAna,\"1\n2\"\n":               "council.csv:2:5: ward: has a line break or another control character; write it in one line",
	} {
		_, err := c.ReadRecipients("council.csv", strings.NewReader(table))
		var got []string
		for _, m := range campaign.Mistakes(err) {
			got = append(got, m.Error())
		}
		for line := range strings.SplitSeq(want, "\n") {
			if !strings.Contains(strings.Join(got, "\n")+"\n", line+"\n") {
				t.Errorf("%q: got\n%s\nwant\n%s", table, strings.Join(got, "\n"), line)
			}
		}
		if n := strings.Count(want, "\n") + 1; len(got) != n {
			t.Errorf("%q: %d mistakes, want %d", table, len(got), n)
		}
	}
	many := "name\n" + strings.Repeat("Ana\n", 2001)
	if _, err := c.ReadRecipients("council.csv", strings.NewReader(many)); err == nil {
		t.Error("2,001 recipients were read")
	}
}

// FuzzMerge checks that no words and no table break a letter: what is refused
// is refused with one line, what is made has no header of the sender's.
func FuzzMerge(f *testing.F) {
	f.Add("Millbrook", eight, "name,mail\nAna Peña,ana@millbrook.example\n")
	f.Add("Mill\r\nBcc: b@c.example", "{town} "+eight, "name;office\n'=A;mayor\n")
	f.Add("\u202e", strings.Repeat("a ", 3000), "name\n\"\n")
	c := council(f)
	f.Fuzz(func(t *testing.T, town, why, table string) {
		to, err := c.ReadRecipients("t.csv", strings.NewReader(table))
		for _, m := range campaign.Mistakes(err) {
			if strings.Contains(m.Error(), "\n") {
				t.Errorf("more than one line: %q", m)
			}
		}
		for _, r := range to {
			d := draft()
			if d.To = r; r.Office == "" {
				d.To.Office = "mayor"
			}
			d.Own["town"], d.Own["why"] = town, why
			m, err := letter.Merge(c, d)
			if err != nil {
				continue
			}
			head, _, _ := strings.Cut(string(m.EML()), "\r\n\r\n")
			for _, line := range strings.Split(head, "\r\n") {
				if key, _, _ := strings.Cut(line, ":"); !strings.HasPrefix(line,
					" ") && !strings.Contains(" X-Unsent To Subject MIME-Version Content-Language Content-Type Content-Transfer-Encoding ", " "+key+" ") {
					t.Errorf("header %q", line)
				}
			}
			if len(m.Mailto()) > 2000 || !utf8.ValidString(m.Body) {
				t.Errorf("link of %d bytes, body %q", len(m.Mailto()), m.Body)
			}
		}
	})
}

// millWith is the campaign of the command's scripts with further files. It does
// not exist.
func millWith(t testing.TB, files ...string) *campaign.Campaign {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range []string{"campaign.yaml", "facts.yaml"} {
		data, err := os.ReadFile("../testdata/mill/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	c, err := campaign.Load(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestNothing: a draft of no campaign, and a message of no letter.
func TestNothing(t *testing.T) {
	for _, c := range []*campaign.Campaign{nil, {}} {
		var whole *letter.Error
		if _, err := letter.Merge(c, letter.Draft{}); !errors.As(err, &whole) || whole.Rule() != "draft-unknown" {
			t.Errorf("Merge of nothing: %v", err)
		}
	}
	m := new(letter.Message)
	if m.Text() != "" || m.Mailto() == "" || !bytes.HasPrefix(m.EML(), []byte("X-Unsent: 1\r\n")) {
		t.Errorf("a zero Message says %q, %q", m.Text(), m.Mailto())
	}
}

// TestEnvelopeOfContact: a letter by post to a contact had no address above it.
func TestEnvelopeOfContact(t *testing.T) {
	const paper = "---\ntitle: By post\nform: letter\nto: desk\nslots: [{id: why, label: Why, required: true, own: true}]\n---\n\n{why} "
	c := millWith(t, "letters/en/post.md", paper+"Keep it open.\n", "letters/es/post.md", paper+"No la cierren.\n",
		"contacts.yaml", "contacts: [{id: desk, label: {en: Town desk, es: Ventanilla}, address: \"12 Mill Square, Millbrook\"}]\n")
	own := map[string]string{"why": "I learned to read there and so did both my children."}
	for lang, want := range map[string]string{"en": "Town desk\n12 Mill Square, Millbrook", "es": "Ventanilla\n12 Mill Square, Millbrook"} {
		m, err := letter.Merge(c, letter.Draft{Letter: "post", Lang: lang, Own: own})
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Envelope(); got != want || !strings.HasPrefix(m.Text(), want+"\n\n") {
			t.Errorf("%s: %q above %q, want %q", lang, got, m.Text(), want)
		}
	}
	m, err := letter.Merge(c, letter.Draft{Letter: "post", Lang: "en", Own: own, To: campaign.Recipient{Name: "Ana Example"}})
	if err != nil || m.Envelope() != "" {
		t.Errorf("a letter to somebody else goes to the contact: %q, %v", m.Envelope(), err)
	}
}
