package browser_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// slideMill is the mill with facts enough for a carousel.
func slideMill(t testing.TB) *campaign.Campaign {
	t.Helper()
	c := busyMill(t)
	i := slices.IndexFunc(c.Facts, func(f campaign.Fact) bool { return f.ID == "classes" })
	for n := range 3 {
		f := c.Facts[i]
		f.ID = fmt.Sprintf("classes-%d", n+2)
		c.Facts = append(c.Facts, f)
	}
	return c
}

// studioCarousel: the slides of a carousel are drawn in the page as the kit has
// them, and are saved all at once with what they show and what to post.
func studioCarousel(t *testing.T, c chrome) {
	made := slideStand(t)
	k := made.kit
	s := studio{c.open(t, made.dir, 360, 780), k}
	s.axe()
	saved := s.downloads()
	topic := eval[string](s.tab, `document.querySelector('a[href^="#carousel-"]').getAttribute("href").slice(10)`)
	for _, lang := range []string{"en", "es"} {
		s.speak(lang)
		s.run(`location.hash = "carousel-` + topic + `"`)
		s.until(`document.querySelector("#carousel-strip img").lang === "` + lang + `"`)
		s.until(`document.querySelector("#carousel-strip img").naturalWidth > 0`) // a thumb, or the slide
		s.comes(`!document.getElementById("carousel-all").disabled`)
		for _, w := range []int64{320, 360, 1280} {
			s.size(w, 780)
			s.hold(fmt.Sprint("carousel ", lang, " ", w))
		}
		s.size(360, 780)
		s.media("", "prefers-color-scheme", "dark")
		s.hold("carousel " + lang + " dark")
		s.media("", "prefers-color-scheme", "light")
		s.shot("carousel-" + lang)
		s.press("#carousel-all")
		holdSlides(t, k, download(t, filepath.Join(saved, "SaveOldMill-"+topic+"-"+lang+".zip")), lang)
	}
	s.quiet()
}

// holdSlides holds a zip to the kit's slides.
func holdSlides(t *testing.T, k *share.Kit, data []byte, lang string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, name := range k.Names() {
		if !strings.HasPrefix(name, "carousels/"+lang+"/") || filepath.Ext(name) != ".png" {
			continue
		}
		n++
		want, err := fs.ReadFile(k, name)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := fs.ReadFile(z, filepath.Base(name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not the kit's (%v)", name, err)
		}
	}
	if n == 0 || len(z.File) != n+2 {
		t.Errorf("%d slides, %d files in the zip", n, len(z.File))
	}
	for _, name := range []string{"text.txt", "alt.txt"} {
		if text, err := fs.ReadFile(z, name); err != nil || len(bytes.TrimSpace(text)) == 0 {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}

// browserSlides: without a studio the slides are those of the kit's folder.
func browserSlides(t *testing.T, c chrome) {
	k := build(t, slideMill(t), nil)
	dir := filepath.Join(t.TempDir(), "kit")
	if err := k.WriteDir(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	b := c.open(t, dir, 360, 780)
	b.axe()
	b.run(`location.hash = document.querySelector('a[href^="#carousel-"]').getAttribute("href")`)
	b.until(`document.querySelector("#carousel-strip img").naturalWidth === 1080`)
	if eval[bool](b, `document.getElementById("carousel-all") !== null`) {
		t.Error("the page offers what it cannot save")
	}
	for _, lang := range []string{"en", "es"} {
		b.speak(lang)
		for _, w := range []int64{320, 360, 1280} {
			b.size(w, 780)
			b.hold(fmt.Sprint("carousel ", lang, " ", w))
		}
	}
	b.press(`#carousel-numbers input[value="1"]`)
	if got := b.text("#carousel-nth"); got != "2 de 7" {
		t.Errorf("the second slide is called %q", got)
	}
	holdDescriptions(t, b, k)
	b.press("#carousel-copy")
	if got := b.clipboard(); got == "" || got != b.text("#carousel-text") {
		t.Errorf("copied %q", got)
	}
	b.quiet()
	browserSlidesAlone(t, c, k)
}

// holdDescriptions holds those of the slides that are shown to the kit's.
func holdDescriptions(t *testing.T, b *tab, k *share.Kit) {
	t.Helper()
	shown := eval[[]string](b, `[...document.querySelectorAll("#carousel-strip img")].flatMap(i => [i.getAttribute("src"), i.alt])`)
	for i := 0; i < len(shown); i += 2 {
		name := strings.TrimSuffix(shown[i], ".png") + ".txt"
		want, err := fs.ReadFile(k, name)
		if alt := shown[i+1]; err != nil || alt == "" || !strings.HasPrefix(string(want), alt+"\n") {
			t.Errorf("%s is described as %q, in the kit as %q (%v)", shown[i], alt, want, err)
		}
	}
}

// browserSlidesAlone: a page that lies alone shows what it has of each slide.
func browserSlidesAlone(t *testing.T, c chrome, k *share.Kit) {
	b := c.open(t, pageIn(t, k), 360, 780)
	b.run(`location.hash = document.querySelector('a[href^="#carousel-"]').getAttribute("href")`)
	b.until(`document.getElementById("carousel-one").hidden`)
	if n := eval[int](b, `[...document.querySelectorAll("#carousel-strip img")].filter(i => i.naturalWidth > 0 && i.offsetParent).length`); n != 5 {
		t.Errorf("%d thumbs are shown of five facts", n)
	}
	if len(b.files) != 1 {
		t.Errorf("the page asked for %v", b.files)
	}
}
