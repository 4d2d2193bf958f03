package share_test

import (
	"context"
	"errors"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

const millReels = `reels:
  - id: open-door
    seconds: 8
    title: {en: An open door, es: Una puerta abierta}
    facts: [classes]
    scenes:
      - {start: 0, end: 8, visual: {en: A door, es: Una puerta}, screen: {en: 62 classes, es: 62 clases}, voice: {en: Sixty-two classes., es: Sesenta y dos clases.}}
    captions:
      en: [{start: 0, end: 4, text: Sixty-two school classes came.}, {start: 4, end: 8, text: Keep the door open.}]
      es: [{start: 0, end: 4, text: Vinieron sesenta y dos clases.}, {start: 4, end: 8, text: Que siga abierta.}]
`

func TestVideo(t *testing.T) {
	c := millWith(t, "reels.yaml", millReels)
	k := build(t, c, nil)
	for name, want := range map[string][]string{
		"video/en/open-door.md": {"# An open door\n", "8 s · 9:16", "- Picture: A door\n- Words on screen: 62 classes\n- Voice: Sixty-two classes.\n",
			"Millbrook Town Council, Report on the library, March 4, 2031\n  https://millbrook.example/report\n"},
		"video/es/open-door.md":  {"- Texto en pantalla: 62 clases\n", "## Fuentes\n"},
		"video/es/open-door.vtt": {"WEBVTT\n\n1\n00:00:00.000 --> 00:00:04.000\nVinieron sesenta y dos clases.\n\n2\n"},
		"video/en/open-door.srt": {"1\n00:00:00,000 --> 00:00:04,000\nSixty-two school classes came.\n\n2\n"},
	} {
		data, err := fs.ReadFile(k, name)
		for _, w := range want {
			if err != nil || !strings.Contains(string(data), w) {
				t.Errorf("%s lacks %q: %v\n%s", name, w, err, data)
			}
		}
	}
	c.Facts[0].Status = campaign.Retracted
	if _, err := build(t, c, nil).Open("video/en/open-door.vtt"); err == nil {
		t.Error("a reel outlives its fact")
	}
}

// TestVideoTimings: captions that cannot be read do not build.
func TestVideoTimings(t *testing.T) {
	for text, want := range map[string]string{
		"Vinieron sesenta y dos clases, y todas se llevaron un libro prestado.": "reel open-door, language es: caption 1 asks its readers for 17.2 characters a second, at most 17 can be read; give it more time or fewer words",
		"": "",
	} {
		c := millWith(t, "reels.yaml", millReels)
		if text != "" {
			c.Reels[0].Captions["es"][0].Text = text
		}
		_, err := share.Build(context.Background(), c, nil)
		var reel *share.ReelError
		if (want == "") != (err == nil) || want != "" && (!errors.As(err, &reel) || err.Error() != want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	c := millWith(t, "reels.yaml", millReels)
	c.Reels[0].Captions["en"][1].Start = 3
	_, err := share.Build(context.Background(), c, nil)
	if err == nil || !strings.Contains(err.Error(), "captions.en[1].start: 3 is before the end of the one above") {
		t.Error(err)
	}
}

// TestEveryReel reads the captions of the built-in campaign as a player does.
func TestEveryReel(t *testing.T) {
	k := cecot(t)
	for _, r := range campaign.Default().Reels {
		for _, lang := range []string{"en", "es"} {
			data, err := fs.ReadFile(k, "video/"+lang+"/"+r.ID+".vtt")
			if err != nil || len(data) > 20_000 {
				t.Fatalf("%d bytes, %v", len(data), err)
			}
			var said []string
			for _, block := range strings.Split(string(data), "\n\n")[1:] {
				lines := strings.Split(strings.TrimSpace(block), "\n")
				if len(lines) > 4 || !regexp.MustCompile(`^\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}$`).MatchString(lines[1]) {
					t.Errorf("%s %s: %q", r.ID, lang, lines)
				}
				said = append(said, lines[2:]...)
			}
			var want []string
			for _, c := range r.Captions[lang] {
				want = append(want, c.Text)
			}
			if got := strings.Join(said, " "); got != strings.Join(want, " ") {
				t.Errorf("%s %s says %q", r.ID, lang, got)
			}
			board, err := fs.ReadFile(k, "video/"+lang+"/"+r.ID+".txt")
			for _, id := range r.Facts {
				if f, _ := campaign.Default().Fact(id); err != nil || !strings.Contains(string(board), f.Source.URL) {
					t.Errorf("%s %s does not name the source of %s", r.ID, lang, id)
				}
			}
		}
	}
}
