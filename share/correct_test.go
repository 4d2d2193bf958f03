package share_test

import (
	"context"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func millChange() share.Change {
	return share.Change{
		Fact: "classes", Date: campaign.Date{Year: 2031, Month: 3, Day: 12},
		Was: campaign.Text{"en": "62 classes", "es": "62 clases"},
		Now: campaign.Text{"en": "At least 58 classes used the library in 2030", "es": "Al menos 58 clases usaron la biblioteca en 2030"},
	}
}

func TestCorrect(t *testing.T) {
	c := millWith(t, "threads.yaml", millThreads, "reels.yaml", millReels)
	fix, err := share.Correct(context.Background(), c, millChange(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"pictures/en/classes-portrait.png", "pictures/es/classes.txt", "posts/es/sms/classes.txt", "qr/source-classes.png", "video/en/open-door.srt",
		"posts/en/bluesky/threads/why-it-stays.txt", "START-HERE.html", "data/posts.csv", "zips/es-whatsapp.zip",
	} {
		if !slices.Contains(fix.Files, want) {
			t.Errorf("%s is not listed", want)
		}
	}
	for _, not := range []string{"pictures/en/sale-portrait.png", "posts/en/x/sale.txt", "LICENSES.txt", "qr/source-sale.png"} {
		if slices.Contains(fix.Files, not) {
			t.Errorf("%s is listed, and says nothing of it", not)
		}
	}
	want := `## 2031-03-12

- Correction. What was said: 62 classes. What is true: At least 58 classes used the library in 2030. https://millbrook.example/report
- Corrección. Qué se dijo: 62 clases. Qué es cierto: Al menos 58 clases usaron la biblioteca en 2030. https://millbrook.example/report
`
	if fix.Changelog != want {
		t.Errorf("got\n%s\nwant\n%s", fix.Changelog, want)
	}
	posts := make(map[string]string)
	for _, p := range fix.Posts {
		on, _ := hashtag.Lookup(p.Platform)
		if n := on.Length(p.Text); on.MaxLength > 0 && n > on.MaxLength {
			t.Errorf("%s %s: %d characters", p.Lang, p.Platform, n)
		}
		posts[p.Lang+p.Platform] = p.Text
	}
	if want := "Correction, March 12, 2031. What was said: 62 classes. What is true: At least 58 classes used the library in 2030. If you shared what was said before, please share this too.\n\nhttps://millbrook.example/report\n\n#SaveOldMill"; len(posts) != 24 || posts["enx"] != want {
		t.Errorf("%d posts, of them %q", len(posts), posts["enx"])
	}
	checkCorrectionCards(t, fix)
}

// checkCorrectionCards holds every card to carrying both figures, the date and
// the source. With SAVE_CARDS they are written there, to be looked at.
func checkCorrectionCards(t *testing.T, fix *share.CorrectionSet) {
	t.Helper()
	if len(fix.Cards) != 10 {
		t.Errorf("%d cards, want 10", len(fix.Cards))
	}
	for i := range fix.Cards {
		card := &fix.Cards[i]
		alt := card.Alt()
		for _, want := range [][]string{{"62"}, {"58"}, {"March 12, 2031", "12 de marzo de 2031"}, {"Millbrook Town Council"}} {
			if !slices.ContainsFunc(want, func(w string) bool { return strings.Contains(alt, w) }) {
				t.Errorf("%s: the alt text lacks %q: %s", card.Name(), want, alt)
			}
		}
		if strings.Contains(alt, "Replaces") || strings.Contains(alt, "Reemplaza") {
			t.Errorf("%s names the card by its id: %s", card.Name(), alt)
		}
		if !card.Drawn() || !card.Whole() {
			t.Errorf("%s: what was said is not on it", card.Name())
		}
		if card.Image().Bounds() != image.Rect(0, 0, card.Format.W, card.Format.H) {
			t.Errorf("%s is %v", card.Name(), card.Image().Bounds())
		}
		if dir := os.Getenv("SAVE_CARDS"); dir != "" {
			f, err := os.Create(filepath.Join(dir, card.Name()))
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(png.Encode(f, card.Image()), f.Close()); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestCorrectLong: what was too long for one struck line stood on the card as
// if it were so.
func TestCorrectLong(t *testing.T) {
	change := millChange()
	change.Was = campaign.Text{
		"en": "At least 62 school classes from Millbrook and its neighbours visited the Old Mill Library in 2030",
		"es": "Al menos 62 clases de Millbrook y de los pueblos vecinos visitaron la biblioteca Old Mill en 2030",
	}
	fix, err := share.Correct(context.Background(), mill(t), change, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkCorrectionCards(t, fix)
}

func TestCorrectRefuses(t *testing.T) {
	for want, change := range map[string]func(*share.Change){
		"id: no fact of the campaign is called class":                              func(c *share.Change) { c.Fact = "class" },
		"date: is missing from the change of fact classes; a correction has a day": func(c *share.Change) { c.Date.Day = 0 },
		"was.es: is missing from the change of fact classes; say what was shared":  func(c *share.Change) { delete(c.Was, "es") },
		"now.en: is missing from the change of fact classes; say what is true":     func(c *share.Change) { delete(c.Now, "en") },
		"now.en: says what was said of fact classes before":                        func(c *share.Change) { c.Now["en"] = "**62** classes" },
		"source.url: must begin with https:// in the change of fact classes":       func(c *share.Change) { c.Source.URL = "javascript:alert(1)" },

		"source.publisher.en: is missing from the change of fact classes, and what has no source is not published": func(c *share.Change) { c.Source.URL = "https://millbrook.example/new" },
	} {
		ch := millChange()
		change(&ch)
		_, err := share.Correct(context.Background(), mill(t), ch, nil)
		var fact *share.FactError
		if !errors.As(err, &fact) || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// TestCorrectionFiles: a correction's folder has each card with its alt text,
// each post, the changelog and what is not to be shared.
func TestCorrectionFiles(t *testing.T) {
	fix, err := share.Correct(context.Background(), mill(t), millChange(), &share.Options{Formats: graphic.Formats()[4:5]})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := fix.Write(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadDir(dir)
	if err != nil || len(list) != 2*len(fix.Cards)+len(fix.Posts)+2 {
		t.Errorf("%d files of %d cards and %d posts: %v", len(list), len(fix.Cards), len(fix.Posts), err)
	}
	for name, want := range map[string]string{
		"changelog.md": fix.Changelog, "do-not-share.txt": strings.Join(fix.Files, "\n") + "\n",
		strings.TrimSuffix(fix.Cards[0].Name(), ".png") + ".txt":           fix.Cards[0].Alt() + "\n",
		"post-" + fix.Posts[0].Lang + "-" + fix.Posts[0].Platform + ".txt": fix.Posts[0].Text + "\n",
	} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != want {
			t.Errorf("%s is %q, want %q: %v", name, got, want, err)
		}
	}
	if err := fix.Write(t.Context(), filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
}
