package campaign

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 12, 0, 0, 0, time.UTC) }

// checked loads the library with a claim and returns what Check finds above
// notes, without the fix.
func checked(t *testing.T, fact string) string {
	t.Helper()
	fsys := library("facts.yaml", strings.Replace(libraryFacts, "In 2025 the library had 412 readers.", fact, 1),
		"contacts.yaml", "contacts: [{id: desk, label: Desk, phone: (555) 010-0199, mail: desk@oldmill.example}]\n")
	c, err := Load(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range c.Check(day(2026, 3, 2)) {
		if f.Severity > Note {
			found = append(found, fmt.Sprintf("%s %d: %s", f.Severity, f.Position().Line, f.English().Message))
		}
	}
	return strings.Join(found, "\n")
}

// TestCheckFact: the same is found in a fact as in the whole campaign.
func TestCheckFact(t *testing.T) {
	c, now := Default(), day(2099, 1, 1)
	c.Facts[0].Claim["en"] = "Text (737) 555-0142."
	all := c.Check(now)
	for _, f := range c.Facts[:3] {
		want := slices.DeleteFunc(slices.Clone(all), func(o Finding) bool { return o.Fact != f.ID })
		if got := c.CheckFact(now, f.ID); len(want) == 0 || !slices.EqualFunc(got, want, func(a, b Finding) bool { return same(a, b) && a.at == b.at }) {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

func TestCheckText(t *testing.T) {
	for claim, want := range map[string]string{
		`"Readers came."`:                         "",
		`"Call the desk: (555) 010-0199."`:        "",
		`"Write to desk@oldmill.example."`:        "",
		`"Open 2025-2026, under No. 24A931."`:     "",
		`"In 2025 the U.S. Supreme Court ruled."`: "",
		`"File A123456789 says so."`:              `error 5: "A123…" is an immigration file number`,
		`"File A# 012-345-678 says so."`:          `error 5: "A# 0…" is an immigration file number`,
		`"She lives at 12 Old Mill Road."`:        `error 5: "12 O…" is a street address`,
		`"Write to Springfield, IL 62701."`:       `error 5: "IL 6…" is a street address`,
		`"Vive en calle Los Pinos 24."`:           `error 5: "call…" is a street address`,
		`"Call 555-010-0123."`:                    `error 5: "555-…" is a phone number`,
		`"Llama al 2555-0101."`:                   `error 5: "2555…" is a phone number`,
		`"Write to ann@mill.example."`:            `error 5: "ann@…" is an e-mail address`,
		`"She was born on May 3, 1990."`:          `error 5: "born…" is a date of birth`,
		`"At 40.71280, -74.00600."`:               `error 5: "40.7…" is a place on the map`,
		`"Number 123-45-6789."`:                   `error 5: "123-…" is a social security number`,
		`"Illegal aliens read here."`:             `warning 5: "Illegal aliens": acts can be illegal, people cannot`,
		`"The loan was illegal."`:                 "",
		`"The books were kidnapped."`:             `warning 5: "kidnapped": courts dispute the legal word`,
		`"The paper wrote “kidnapped”."`:          "",
		`"Innocent readers were fined."`:          `warning 5: "Innocent": no search of records proves it, and rights do not depend on it`,
		`"Nobody says that they are innocent."`:   "",
		`"Are they innocent?"`:                    "",
		`"He is not a criminal."`:                 `warning 5: "not a criminal": it sets some people against others, and repeats the accusation`,
		`"They found no criminal record."`:        "",
		`"The regime closed it."`:                 `warning 5: "regime": it judges a government instead of saying what it did`,
		`"See https://bit.ly/mill"`:               `error 5: bit.ly hides where it leads and counts who follows it`,
		`"See http://oldmill.example"`:            `warning 5: http://oldmill.example is not encrypted on its way`,
		`"See https://oldmill.example/?id=1&utm_source=x&fbclid=2"`: `error 5: "fbclid" in oldmill.example tells who passed the link on
error 5: "utm_source" in oldmill.example tells who passed the link on`,
	} {
		if got := checked(t, claim); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", claim, got, want)
		}
	}
}

func TestCheckSpanish(t *testing.T) {
	for claim, want := range map[string]string{
		"Los ilegales leían.":             "Los ilegales",
		"Fueron secuestrados.":            "secuestrados",
		"Eran inocentes.":                 "inocentes",
		"No se sabe si eran inocentes.":   "",
		"Él no es un criminal.":           "no es un criminal",
		"Es un campo de concentración.":   "campo de concentración",
		"El régimen de excepción siguió.": "",
		"La dictadura la cerró.":          "dictadura",
		"Dijo «secuestrados».":            "",
	} {
		c, err := Load(context.Background(), facts("En 2025 la biblioteca tuvo 412 lectores.", claim))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range c.Check(day(2026, 3, 2)) {
			got += strings.Split(f.English().Message, `"`)[1]
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", claim, got, want)
		}
	}
}

func TestCheckSet(t *testing.T) {
	captions := "captions:\n  - fact: readers\n    captions:\n      es: [{text: Uno}]\n      en:\n" +
		"        - text: In 2025 four hundred and twelve people borrowed a book there.\n" +
		"        - text: In 2025 four hundred and twelve people borrowed books there.\n"
	c, err := Load(context.Background(), library("captions.yaml", captions, "campaign.yaml", strings.Replace(libraryHead, "SaveTheOldMill", "savetheoldmill", 1)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range c.Check(day(2026, 3, 2)) {
		got = append(got, f.Error())
	}
	want := `campaign.yaml:5: warning: #savetheoldmill reads as one word; begin each word with a capital: #LikeThis
captions.yaml:7: warning: readers: captions 1 and 2 in en are 73 % alike; write one of them anew`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

func TestCheckDates(t *testing.T) {
	c, err := Load(context.Background(), facts("as_of: 2026-01-15\n", "as_of: 2026-01-15\n    review_after: 2026-04\n    expires: 2026-06-30\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		now  time.Time
		want string
	}{
		{day(2026, 4, 30), ""},
		{day(2026, 5, 1), "facts.yaml:11: warning: readers was to be reviewed after 2026-04, 1 day ago; open its source, correct what has changed, then set as_of and review_after"},
		{day(2026, 6, 30), "facts.yaml:11: warning: readers was to be reviewed after 2026-04, 61 days ago; open its source, correct what has changed, then set as_of and review_after"},
		{day(2026, 7, 1), "facts.yaml:12: error: readers expired on 2026-06-30; find a newer source and set as_of and expires, or write status: retracted"},
	} {
		got := ""
		for _, f := range c.Check(test.now) {
			got += f.Error()
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.now.Format(time.DateOnly), got, test.want)
		}
	}
}

func TestCheckDefault(t *testing.T) {
	for _, f := range Default().Check(day(2026, 11, 28)) {
		if f.Severity > Note {
			t.Error(f)
		}
	}
	reviews := 0
	for _, f := range Default().Check(day(2027, 6, 1)) {
		switch {
		case f.Severity == Error && f.Fact != "congress-hr-4001": // lapses with its Congress on January 3, 2027
			t.Error(f)
		case f.Severity == Warning && f.Field() == "review_after":
			reviews++
		}
	}
	if reviews != 49 {
		t.Errorf("%d reviews are due on 1 June 2027, want 49", reviews)
	}
}
