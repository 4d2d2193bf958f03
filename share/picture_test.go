package share_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestPictures: the cards of one fact alone are those that a kit has of it.
func TestPictures(t *testing.T) {
	c := mill(t)
	k := build(t, c, nil)
	for _, f := range c.Facts {
		var want []share.FactCard
		for _, pic := range k.Pictures() {
			if pic.Fact == f.ID {
				want = append(want, pic)
			}
		}
		got, err := share.Pictures(t.Context(), c, f.ID, nil)
		if err != nil {
			t.Fatal(err)
		}
		same := func(a, b share.FactCard) bool {
			return a.Name() == b.Name() && a.Alt == b.Alt && a.Whole == b.Whole && bytes.Equal(painted(t, &a), painted(t, &b))
		}
		if !slices.EqualFunc(got, want, same) {
			t.Errorf("%s: alone it has other cards than in the kit", f.ID)
		}
	}
	var fact *share.FactError
	if _, err := share.Pictures(t.Context(), c, "none", nil); !errors.As(err, &fact) {
		t.Errorf("no such fact: %v", err)
	}
	late := &share.Options{AsOf: time.Date(2032, 2, 1, 0, 0, 0, 0, time.UTC)}
	if _, err := share.Pictures(t.Context(), c, "sale", late); !errors.As(err, &fact) || fact.Field() != "status" {
		t.Errorf("an expired fact: %v", err)
	}
}

func painted(t *testing.T, pic *share.FactCard) []byte {
	t.Helper()
	g, err := pic.Graphic()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := g.WritePNG(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// trimBox is of a page that is printed at home: all of the sheet.
var trimBox = regexp.MustCompile(`/MediaBox ?\[ ?0 0 ([0-9.]+) ([0-9.]+) ?\]/BleedBox ?\[ ?0 0 [0-9.]+ [0-9.]+ ?\]/TrimBox ?\[ ?0 0 [0-9.]+ [0-9.]+ ?\]`)

// TestFlyers: every fact can be printed in every language, in colour and in
// one ink, on the paper of North America and on that of the rest of the world.
func TestFlyers(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5]})
	for _, fact := range []string{"classes", "sale"} {
		for _, lang := range []string{"en", "es"} {
			for paper, size := range map[string][2]float64{"letter": {612, 792}, "a4": {595.3, 841.9}} {
				name := fmt.Sprintf("print/%s/%s-%s.pdf", lang, fact, paper)
				data, err := fs.ReadFile(k, name)
				if err != nil {
					t.Error(err)
					continue
				}
				pages := trimBox.FindAllStringSubmatch(string(data), -1)
				if len(pages) != 2 {
					t.Errorf("%s has %d pages, want one in colour and one in one ink", name, len(pages))
				}
				for _, p := range pages {
					w, _ := strconv.ParseFloat(p[1], 64)
					h, _ := strconv.ParseFloat(p[2], 64)
					if w < size[0]-1 || w > size[0]+1 || h < size[1]-1 || h > size[1]+1 {
						t.Errorf("%s is %s by %s points, want %v", name, p[1], p[2], size)
					}
				}
			}
		}
	}
}

// TestPageErrors checks that Build refuses what the start page cannot hold:
// a link that leads elsewhere once stopped a kit while it was written.
func TestPageErrors(t *testing.T) {
	letter := "---\ntitle: A letter\nsubject: A hearing\nform: email\nslots:\n  - {id: own, label: Your words, required: true, own: true}\n---\n"
	in := func(lang, name, text string) error {
		twin := strings.Replace(name, "/en", "/es", 1)
		_, err := share.Build(context.Background(), millWith(t, name, text, twin, text), &share.Options{Languages: []string{lang}, Formats: graphic.Formats()[:1]})
		return err
	}
	for _, c := range []struct{ name, text, field string }{
		{"pages/en/faq.md", "# Questions\n\n[more](javascript:alert(1))\n", "link javascript:alert(1)"},
		{"pages/en/faq.md", "# Questions\n\n[more](http://millbrook.example)\n", "link http://millbrook.example"},
		{"pages/en/faq.md", "# Questions\n\n[more]()\n", "link "},
		{"pages/en/faq.md", "# Questions\n\n[more][a]\n\n[a]: ../../etc/passwd\n", "link ../../etc/passwd"},
		{"letters/en/hearing.md", letter + "{own} { and no more", "text"},
		{"strings/en.yaml", "labels: {page.nothing: none}\n", "labels"},
	} {
		err := in("en", c.name, c.text)
		var wrong *share.PageError
		if !errors.As(err, &wrong) || wrong.File != c.name || wrong.Field() != c.field || wrong.Position().File != c.name {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if err := in("es", "pages/en/faq.md", "# Questions\n\n[more](https://millbrook.example), [sheets](print/en/cards.pdf)\n"); err != nil {
		t.Error(err)
	}
}

const millLogo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M4 36V16L20 4l16 12v20z"/></svg>`

// withLogo is the header of the mill with a logo.
func withLogo(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/mill/campaign.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + "\nlogo: {file: " + file + ", name: {en: Mill Friends, es: Amigos del Molino}}\n"
}

// TestLogo: a campaign's logo stands on what speaks for the campaign, in each
// language, and on no card of a fact.
func TestLogo(t *testing.T) {
	event := "events:\n  - id: reading\n    headline: {en: An hour of reading, es: Una hora de lectura}\n" +
		"    host_logo: {file: host.svg, name: {en: Reading Circle, es: Círculo de lectura}}\n" +
		"    fields: [{id: day, label: {en: Day, es: Día}}, {id: place, label: {en: Place, es: Lugar}}]\n"
	c := millWith(t, "campaign.yaml", withLogo(t, "logo.svg"), "logo.svg", millLogo, "host.svg", millLogo, "events.yaml", event)
	k := build(t, c, &share.Options{Formats: graphic.Formats()[:1]})
	hosts := map[string]string{"en": "Reading Circle", "es": "Círculo de lectura"}
	for lang, name := range map[string]string{"en": "Mill Friends", "es": "Amigos del Molino"} {
		told, err := fs.ReadFile(k, "pictures/"+lang+"/event-reading-portrait.txt")
		if err != nil || !strings.Contains(string(told), name) || !strings.Contains(string(told), hosts[lang]) {
			t.Errorf("%s: %v\n%s", lang, err, told)
		}
		told, err = fs.ReadFile(k, "pictures/"+lang+"/classes.txt")
		if err != nil || strings.Contains(string(told), name) || strings.Contains(string(told), hosts[lang]) {
			t.Errorf("a card of a fact names %s: %v", name, err)
		}
	}
}

// TestLogoRefused: a file that is missing, of another kind or not read is told
// where it is named.
func TestLogoRefused(t *testing.T) {
	if _, err := loadMill(t, "campaign.yaml", withLogo(t, "logo.jpg")); err == nil || !strings.Contains(err.Error(), "logo.jpg") {
		t.Errorf("another kind: %v", err)
	}
	if _, err := share.Build(t.Context(), millWith(t, "campaign.yaml", withLogo(t, "none.svg")), nil); err == nil || !strings.Contains(err.Error(), "none.svg") {
		t.Errorf("a missing file: %v", err)
	}
	c := millWith(t, "campaign.yaml", withLogo(t, "logo.svg"), "logo.svg", `<svg viewBox="0 0 9 9"><text>Mill</text></svg>`)
	if _, err := share.Build(t.Context(), c, nil); err == nil || !strings.Contains(err.Error(), "<text>") {
		t.Errorf("words in an SVG: %v", err)
	}
}

var saysConcurrency = regexp.MustCompile("concurrent use|goroutine")

// TestConcurrencyIsSaid: every exported type of every package that others import
// says whether goroutines may share it.
func TestConcurrencyIsSaid(t *testing.T) {
	types := 0
	for _, root := range []string{"../graphic", "../hashtag", "."} {
		err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case e.IsDir() && (e.Name() == "internal" || e.Name() == "testdata"):
				return fs.SkipDir
			case e.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
				return nil
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ParseComments)
			if err != nil {
				return err
			}
			for _, d := range f.Decls {
				g, ok := d.(*ast.GenDecl)
				if !ok || g.Tok != token.TYPE || !g.Specs[0].(*ast.TypeSpec).Name.IsExported() {
					continue
				}
				if types++; !saysConcurrency.MatchString(strings.Join(strings.Fields(g.Doc.Text()), " ")) {
					t.Errorf("%s: %s does not say it", name, g.Specs[0].(*ast.TypeSpec).Name)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if types < 200 {
		t.Errorf("%d types seen", types)
	}
}

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
