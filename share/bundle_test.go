package share_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
)

// mostZip is what a small zip may have of bytes.
const mostZip = 8_000_000

// zipsOf are the small zips of a kit for an app, by name.
func zipsOf(t *testing.T, k *share.Kit, prefix string) map[string]*zip.Reader {
	t.Helper()
	all := make(map[string]*zip.Reader)
	for _, name := range k.Names() {
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		data := read(t, k, name)
		if len(data) > mostZip {
			t.Errorf("%s has %d bytes", name, len(data))
		}
		z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = z
	}
	return all
}

// TestBundles: the small zips of an app are so many that none is too large.
// Together they have each card once, in a folder with its pictures, its words
// and what they show, and each has a page that shows what is in it.
func TestBundles(t *testing.T) {
	k := build(t, manyFacts(t, scaled(20, 60, 150)), &share.Options{Languages: []string{"es"}})
	for app, want := range map[string][]string{
		"instagram": {"%s-portrait.jpg", "%s-story.jpg"}, "x": {"%s-wide.png"}, "whatsapp": {"%s-portrait.png"}, "sms": nil,
	} {
		zips := zipsOf(t, k, "zips/es-"+app)
		cards := make(map[string]int)
		for name, z := range zips {
			if named := regexp.MustCompile(`^zips/es-` + app + `(-[1-9]\d*-of-(\d+))?\.zip$`).FindStringSubmatch(name); named == nil {
				t.Errorf("a zip is called %s", name)
			} else if named[2] != "" && named[2] != fmt.Sprint(len(zips)) {
				t.Errorf("%s is one of %d", name, len(zips))
			}
			holdBundle(t, name, z, want, cards)
		}
		for _, p := range k.Pictures() {
			if cards[p.Fact] != 1 {
				t.Errorf("%s: %s is in %d folders", app, p.Fact, cards[p.Fact])
			}
		}
	}
}

// holdBundle holds one zip to what its folders have to have, and counts them.
func holdBundle(t *testing.T, name string, z *zip.Reader, want []string, cards map[string]int) {
	t.Helper()
	page, err := fs.ReadFile(z, "START-HERE.html")
	if err != nil {
		t.Fatal(err)
	}
	folders, err := fs.ReadDir(z, "cards")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		id := folder.Name()
		cards[id]++
		files := []string{"about.txt", "text.txt"}
		if want != nil {
			files = append(files, "alt.txt")
		}
		for _, pattern := range want {
			files = append(files, fmt.Sprintf(pattern, id))
			if shown := fmt.Sprintf(`src="cards/%s/`+pattern+`"`, id, id); !bytes.Contains(page, []byte(shown)) {
				t.Errorf("%s: the page does not show %s", name, shown)
			}
		}
		slices.Sort(files)
		if got := namesIn(t, z, path.Join("cards", id)); !slices.Equal(got, files) {
			t.Errorf("%s: %s holds %q, want %q", name, id, got, files)
		}
	}
	for _, src := range regexp.MustCompile(`src="([^"]+)"`).FindAllSubmatch(page, -1) {
		if _, err := fs.Stat(z, string(src[1])); err != nil {
			t.Errorf("%s: the page shows %v", name, err)
		}
	}
}

func namesIn(t *testing.T, fsys fs.FS, dir string) (names []string) {
	t.Helper()
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestBundledCarousel: an app that shows carousels has their slides in a folder
// of their own, in order and with words.
func TestBundledCarousel(t *testing.T) {
	k := build(t, manyFacts(t, 6), &share.Options{Languages: []string{"en"}})
	slides := 0
	for _, name := range k.Names() {
		if strings.HasPrefix(name, "carousels/en/") && path.Ext(name) == ".png" {
			slides++
		}
	}
	if slides == 0 {
		t.Fatal("the kit has no carousel")
	}
	for app, want := range map[string]int{"instagram": slides, "threads": slides, "bluesky": 0} {
		got := 0
		for _, z := range zipsOf(t, k, "zips/en-"+app) {
			for _, f := range z.File {
				if ext := path.Ext(f.Name); strings.HasPrefix(f.Name, "carousels/") && (ext == ".jpg" || ext == ".png") {
					got++
					if _, err := fs.Stat(z, path.Dir(f.Name)+"/text.txt"); err != nil {
						t.Error(err)
					}
				}
			}
		}
		if got != want {
			t.Errorf("%s: %d slides, want %d", app, got, want)
		}
	}
}
