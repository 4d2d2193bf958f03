package share_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A door is a way by which a text comes in: it reports whether it refuses the
// text for a character that cannot be seen.
type door struct {
	name    string
	refuses func(text string) bool
}

// doors are those of every package for words, drawn or not. Each is asked on
// its own, so that no rule of one hides that another has forgotten it.
func doors(t *testing.T) []door {
	t.Helper()
	og, _ := graphic.LookupFormat("og")
	card := func(set func(c *graphic.Card, text string)) func(string) bool {
		return func(text string) bool {
			c := graphic.Card{Headline: "62 classes", Source: "Source: Lakeside"}
			set(&c, text)
			_, err := graphic.New(c, &graphic.Options{Format: og})
			return broken(err, "card-hidden")
		}
	}
	c, err := town(t, foreignStrings(t))
	if err != nil {
		t.Fatal(err)
	}
	fact := func(set func(f *campaign.Fact, text string)) func(string) bool {
		return func(text string) bool {
			was := c.Facts[0]
			defer func() { c.Facts[0] = was }()
			set(&c.Facts[0], text)
			for _, m := range campaign.Mistakes(c.Validate()) {
				if m.Rule() == "invisible-character" {
					return true
				}
			}
			return false
		}
	}
	return []door{
		{"graphic: description", card(func(c *graphic.Card, s string) { c.Description = s })},
		{"graphic: rights", card(func(c *graphic.Card, s string) { c.Rights = s })},
		{"graphic: a note that og leaves out", card(func(c *graphic.Card, s string) { c.Note = s })},
		{"graphic: a body that og leaves out", card(func(c *graphic.Card, s string) { c.Body = s })},
		{"campaign: claim", fact(func(f *campaign.Fact, s string) { f.Claim = campaign.Text{"en": s, "pt": s} })},
		{"campaign: publisher", fact(func(f *campaign.Fact, s string) { f.Source.Publisher = campaign.Text{"en": s, "pt": s} })},
	}
}

func broken(err error, rule string) bool {
	var f fault.Fault
	return errors.As(err, &f) && f.Rule() == rule
}

// within is a rune between letters, where nothing gives a joiner a reason.
func within(r rune) string { return "a" + string(r) + "b" }

// TestUnicode walks all of Unicode: what one package refuses as hidden, or as a
// turn of direction, every other refuses too, and what it takes they all take.
func TestUnicode(t *testing.T) {
	var hidden []rune
	var seen strings.Builder
	bluesky, _ := hashtag.Lookup("bluesky")
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		_, _, refused := runes.Words.Find(within(r))
		if (unicode.Is(unicode.Bidi_Control, r) || runes.Hidden(r) && r != '\u00AD') && !refused && !unicode.Is(unicode.Mn, r) && !meant(r) {
			t.Errorf("%U is hidden and taken", r)
		}
		if refused {
			hidden = append(hidden, r)
		} else {
			seen.WriteString(within(r) + " ")
		}
	}
	if len(hidden) < 200 {
		t.Fatalf("only %d characters are hidden", len(hidden))
	}
	for _, d := range doors(t) {
		if d.refuses(seen.String()) {
			t.Errorf("%s: refuses what is seen", d.name)
		}
		for i, r := range hidden {
			if os.Getenv("TEST_ALL") != "" || unicode.Is(unicode.Bidi_Control, r) || i%37 == 0 {
				if !d.refuses(within(r)) {
					t.Errorf("%s: takes %U", d.name, r)
				}
			}
		}
	}
	for _, r := range hidden {
		if r == '\r' {
			continue // ends a line there
		}
		if _, _, refused := runes.Posts.Find(within(r)); refused != flagged(bluesky.Check(within(r))) {
			t.Errorf("a post with %U: refused %v by its policy, by its check otherwise", r, refused)
		}
	}
}

// meant are characters that show nothing themselves and that words need:
// spaces, what a writer breaks, holds or joins with, and the marks of direction
// that turn no letters, which keyboards and editors leave behind.
func meant(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("\u200B\u2060\u00AD\u200C\u200E\u200F\u061C\uFEFF", r)
}

func flagged(problems []hashtag.Problem) bool {
	for _, p := range problems {
		if p.Kind == hashtag.HiddenCharacter || p.Kind == hashtag.NotUTF8 || p.Kind == hashtag.RefusedCharacter {
			return true
		}
	}
	return false
}

// TestNotUTF8: no door takes bytes that are no text.
func TestNotUTF8(t *testing.T) {
	for _, d := range doors(t) {
		if !d.refuses("a\xffb") {
			t.Errorf("%s: takes bytes that are no UTF-8", d.name)
		}
	}
}
