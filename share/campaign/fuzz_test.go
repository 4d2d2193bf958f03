package campaign

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// clean checks that loading ends in a campaign that can be checked or in
// mistakes of one line each, and never in a panic.
func clean(t *testing.T, c *Campaign, err error) {
	var le *LoadError
	switch {
	case err == nil:
		for _, f := range c.Check(time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)) {
			if strings.Contains(f.Error(), "\n") {
				t.Errorf("a finding of several lines: %q", f)
			}
		}
	case !errors.As(err, &le) || len(le.Mistakes) == 0:
		t.Errorf("%v is not a LoadError", err)
	default:
		for _, m := range le.Mistakes {
			if s := m.Error(); m.Position().File == "" || strings.ContainsAny(s, "\n\r\x00") {
				t.Errorf("not one printable line: %q", s)
			}
		}
	}
}

func FuzzYAML(f *testing.F) {
	f.Add([]byte(libraryHead), []byte(libraryFacts))
	f.Add([]byte("name: [[[[[[[["), []byte("a: &b\n  *b\n? - - -"))
	f.Add([]byte(libraryHead), []byte("facts: [{id: mill, claim: {\"\\0\": a}}]\n"))
	f.Add([]byte("languages: [en, zz, é]\nextends: {}\n"), []byte("facts: {en: |\n  x}\n"))
	f.Fuzz(func(t *testing.T, head, facts []byte) {
		if bytes.Contains(head, []byte(builtin)) {
			t.Skip("the built-in campaign takes as long as a thousand others")
		}
		c, err := Load(context.Background(), folder("campaign.yaml", string(head), "facts.yaml", string(facts)))
		clean(t, c, err)
	})
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte(libraryCSV))
	f.Add([]byte("id;headline_en\n\"a\"\"b\";\"c\nd\"\n"))
	f.Add([]byte("id,figures_en,figures_es,chart\na,b=1 x;,c=2,bars\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := loadCSV(string(data))
		clean(t, c, err)
	})
}

func FuzzLetter(f *testing.F) {
	f.Add([]byte(letter(mayorFront, "{why} {other}")))
	f.Add([]byte("---\nsent_in: es\n---\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Load(context.Background(), library("letters/en/mayor.md", string(data), "letters/es/mayor.md", letter(mayorFront, "{why}")))
		clean(t, c, err)
	})
}
