package browser_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

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
	if eval[bool](b, `document.getElementById("carousel-all").offsetParent !== null`) {
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
	b.press("#carousel-copy")
	if got := b.clipboard(); got == "" || got != b.text("#carousel-text") {
		t.Errorf("copied %q", got)
	}
}
