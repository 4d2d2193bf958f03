package share_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// millFilm is a file of one video of the mill.
var millFilm = func() string {
	data, err := os.ReadFile("testdata/film.yaml")
	if err != nil {
		panic(err)
	}
	return string(data)
}()

// TestReelFiles: a reel in scenes is a video in the kit, with all that is
// posted with it, under the names that players and Facebook look for.
func TestReelFiles(t *testing.T) {
	k := build(t, millWith(t, "reels.yaml", millFilm), nil)
	names := k.Names()
	for _, want := range []string{
		"video/en/open-door.mp4", "video/en/open-door.png", "video/en/open-door.txt", "video/en/open-door.vtt", "video/en/open-door.srt",
		"video/en/open-door.en_US.srt", "video/es/open-door.mp4", "video/es/open-door.es_ES.srt", "zips/en-video.zip", "zips/es-video.zip",
	} {
		if !slices.Contains(names, want) {
			t.Errorf("the kit lacks %s", want)
		}
	}
	if slices.Contains(names, "video/en/open-door.md") {
		t.Error("a video has a storyboard for people to film")
	}
	srt, err := fs.ReadFile(k, "video/en/open-door.srt")
	if facebook, err2 := fs.ReadFile(k, "video/en/open-door.en_US.srt"); err != nil || err2 != nil || !bytes.Equal(srt, facebook) {
		t.Errorf("the copies of the captions differ: %v, %v", err, err2)
	}
	film, err := fs.ReadFile(k, "video/en/open-door.mp4")
	if err != nil || len(film) < 8 || string(film[4:8]) != "ftyp" {
		t.Fatalf("%d bytes of video, %v", len(film), err)
	}
	poster, err := fs.ReadFile(k, "video/en/open-door.png")
	if err != nil {
		t.Fatal(err)
	}
	if m, err := png.Decode(bytes.NewReader(poster)); err != nil || m.Bounds().Dx() != 1080 || m.Bounds().Dy() != 1920 {
		t.Errorf("the poster: %v", err)
	}
	words, err := fs.ReadFile(k, "video/es/open-door.txt")
	for _, want := range []string{"Una puerta abierta", "Qué muestra el video", "Todo el año.", "https://millbrook.example/report"} {
		if err != nil || !strings.Contains(string(words), want) {
			t.Errorf("the text lacks %q: %v\n%s", want, err, words)
		}
	}
}

// TestReelCache: what was drawn is taken from the cache.
func TestReelCache(t *testing.T) {
	dir := t.TempDir()
	for i := range 2 {
		start := time.Now()
		data, err := fs.ReadFile(build(t, millWith(t, "reels.yaml", millFilm), &share.Options{Cache: dir, Languages: []string{"en"}}), "video/en/open-door.mp4")
		if err != nil {
			t.Fatal(err)
		}
		t.Log(i, len(data), time.Since(start))
	}
	n := 0
	fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".mp4") {
			n++
		}
		return err
	})
	if n != 1 {
		t.Errorf("%d videos are kept, want one", n)
	}
}

// TestScenesAreChecked: a scene shows a fact of its reel, in a way that there
// is.
func TestScenesAreChecked(t *testing.T) {
	for old, now := range map[string]string{
		"show: chart": "show: dance", "{fact: classes, show: chart": "{fact: nothing, show: chart", "{fact: classes, show: source": "{show: source",
		"facts: [classes]": "facts: [classes]\n    motion: fast",
	} {
		c := new(campaign.LoadError)
		if _, err := loadMill(t, "reels.yaml", strings.Replace(millFilm, old, now, 1)); !errors.As(err, &c) {
			t.Errorf("%s: %v", now, err)
		}
	}
}

// TestEveryFactHasAReel makes one of each fact: it says the whole claim, at a
// speed that can be read, names its source, and ends with what it asks for.
func TestEveryFactHasAReel(t *testing.T) {
	c := campaign.Default()
	for i, f := range c.Facts {
		if i%scaled(17, 5, 1) > 0 {
			continue
		}
		all, err := share.Reels(context.Background(), c, f.ID, nil)
		if err != nil {
			t.Errorf("%s: %v", f.ID, err)
			continue
		}
		for _, r := range all {
			film, err := r.Film()
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, cue := range film.Cues {
				said = append(said, cue.Text)
				if speed := float64(runes.Cells(cue.Text)) / (cue.To - cue.From).Seconds(); speed > 17 {
					t.Errorf("%s %s: %q asks for %.1f characters a second", f.ID, r.Lang, cue.Text, speed)
				}
			}
			plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
			if !strings.Contains(plain(strings.Join(said, " ")), plain(strings.TrimRight(f.Claim.Plain(r.Lang), "."))) {
				t.Errorf("%s %s: the claim is not said whole:\n%s", f.ID, r.Lang, said)
			}
			if last := film.Scenes[len(film.Scenes)-1]; last.Length < 3*time.Second || !f.IsAction() && last.Card.Source == "" {
				t.Errorf("%s %s: the last card is shown for %v and says %q", f.ID, r.Lang, last.Length, last.Card.Source)
			}
			if poster, err := film.Poster(); err != nil || poster.Rect.Dx() != graphic.ReelFormats()[0].W {
				t.Errorf("%s %s: %v", f.ID, r.Lang, err)
			}
		}
	}
	if _, err := share.Reels(context.Background(), c, "nothing", nil); err == nil {
		t.Error("there is a reel of a fact that there is not")
	}
}

// TestQuotesStandUnderWhatIsSaid: where a scene's captions tell nothing of its
// fact's headline, the quotation stands under the reel's title.
func TestQuotesStandUnderWhatIsSaid(t *testing.T) {
	for say, want := range map[string]string{
		"The council: closing on Fridays saves money.":   "An open door",
		"Sixty-two classes came, and the council noted.": "62 school classes came in a year",
	} {
		c := millWith(t, "reels.yaml", strings.ReplaceAll(millFilm, "Sixty-two classes came.", `"`+say+`"`))
		f := &c.Facts[slices.IndexFunc(c.Facts, func(f campaign.Fact) bool { return f.ID == "classes" })]
		f.Headline["en"], f.Picture = "62 school classes came in a year", nil
		f.Quote.Text, f.Quote.Speaker = campaign.Text{"en": say}, campaign.Text{"en": "The council"}
		c.Reels[0].Scenes[0].Show = campaign.ShowQuote
		all, err := share.Reels(context.Background(), c, "open-door", &share.Options{Languages: []string{"en"}})
		if err != nil {
			t.Fatal(fault.InEnglish(err))
		}
		film, err := all[0].Film()
		if err != nil {
			t.Fatal(err)
		}
		if got := film.Scenes[0].Card; got.Headline != want || len(got.Blocks) != 1 {
			t.Errorf("%q stands under %q, with %d blocks, want %q", say, got.Headline, len(got.Blocks), want)
		}
	}
}

// TestManyReels: forty reels make several zips of a language, each small enough
// to be passed on, which hold every file of theirs once and which the page and
// the sums name.
func TestManyReels(t *testing.T) {
	const n = 40
	var reels strings.Builder
	one := strings.TrimPrefix(millFilm, "reels:\n")
	for i := range n {
		reels.WriteString(strings.ReplaceAll(one, "open-door", fmt.Sprintf("open-door-%02d", i)))
	}
	k := build(t, millWith(t, "reels.yaml", "reels:\n"+reels.String()), &share.Options{Cache: t.TempDir(), Languages: []string{"en"}})
	page, err := fs.ReadFile(k, "START-HERE.html")
	if err != nil {
		t.Fatal(err)
	}
	sums, err := fs.ReadFile(k, "zips/SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	var zipped []string
	zips := 0
	for _, name := range k.Names() {
		if !strings.HasPrefix(name, "zips/en-video") {
			continue
		}
		zips++
		data, err := fs.ReadFile(k, name)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %.1f MB", name, float64(len(data))/1e6)
		if len(data) > 16<<20 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
		if !bytes.Contains(page, []byte(name)) || !bytes.Contains(sums, []byte(strings.TrimPrefix(name, "zips/"))) {
			t.Errorf("the page or the sums do not name %s", name)
		}
		r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.File {
			zipped = append(zipped, f.Name)
		}
	}
	var want []string
	for _, name := range k.Names() {
		if strings.HasPrefix(name, "video/en/") {
			want = append(want, name)
		}
	}
	if slices.Sort(zipped); zips < 3 || !slices.Equal(zipped, want) {
		t.Errorf("%d zips hold %d files of %d", zips, len(zipped), len(want))
	}
	if !bytes.Contains(page, []byte(fmt.Sprintf(">%d/%d<", zips, zips))) {
		t.Error("the page does not tell the zips apart")
	}
}

// TestVideoZips are small enough for what people send on.
func TestVideoZips(t *testing.T) {
	if withoutVideos() {
		t.Skip("TEST_ALL is not set: the videos were not written")
	}
	k := cecotFiles(t)
	for _, lang := range []string{"en", "es"} {
		info, err := fs.Stat(k, "zips/"+lang+"-video.zip")
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %.1f MB", lang, float64(info.Size())/1e6)
		if info.Size() > 16<<20 {
			t.Errorf("the videos in %q are %d bytes", lang, info.Size())
		}
		for _, r := range campaign.Default().Reels {
			info, err := fs.Stat(k, "video/"+lang+"/"+r.ID+".mp4")
			if err != nil {
				t.Fatal(err)
			}
			if rate := float64(info.Size()) / r.Seconds; rate > 80e3 { // by which videos are shared out among zips
				t.Errorf("%s %s: %.0f bytes a second", r.ID, lang, rate)
			}
		}
	}
}
