package campaign_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestPhotos finds photographs of people who were not asked.
func TestPhotos(t *testing.T) {
	for name, c := range map[string]struct{ record, want string }{
		"asked":       {"consent: public\nby: Mill friends\ndate: 2031-03-01\norigin: own\n", ""},
		"nobody seen": {"Consent: none-needed\r\nBy: Mill friends\r\nDate: 2031-03-01\r\nOrigin: press\r\n", ""},
		"no record":   {"", "nobody says"},
		"private":     {"consent: private\nby: x\ndate: 2031-03-01\norigin: own\n", "did not agree"},
		"withdrawn":   {"consent: withdrawn\nby: x\ndate: 2031-03-01\norigin: own\n", "agree no longer"},
		"unclear":     {"consent: probably\nby: x\ndate: 2031-03-01\norigin: own\n", "none of public"},
		"no date":     {"consent: public\nby: x\norigin: own\n", "who asked"},
		"no origin":   {"consent: public\nby: x\ndate: 2031-03-01\n", "who took it"},
		"prison":      {"consent: public\nby: x\ndate: 2031-03-01\norigin: prison\n", "made by those who hold"},
	} {
		files := fstest.MapFS{"photos/march.JPG": {Data: []byte("x")}, "photos/.DS_Store": {Data: []byte("x")}}
		for _, f := range []string{"campaign.yaml", "facts.yaml"} {
			data, err := os.ReadFile("../testdata/mill/" + f)
			if err != nil {
				t.Fatal(err)
			}
			files[f] = &fstest.MapFile{Data: data}
		}
		if c.record != "" {
			files["photos/march.txt"] = &fstest.MapFile{Data: []byte(c.record)}
		}
		loaded, err := campaign.Load(context.Background(), files)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, f := range loaded.Check(time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)) {
			if strings.HasPrefix(f.Position().File, "photos/") {
				found = append(found, f.Error())
			}
		}
		all := strings.Join(found, "\n")
		if c.want == "" && all != "" || c.want != "" && (!strings.Contains(all, c.want) || !strings.HasPrefix(all, "photos/march.JPG: error: ")) {
			t.Errorf("%s: found %q, want %q", name, all, c.want)
		}
	}
}

// TestPhotosEverywhere: those in folders, and of other endings than four, had
// no need of a record.
func TestPhotosEverywhere(t *testing.T) {
	asked := &fstest.MapFile{Data: []byte("consent: public\nby: Mill friends\ndate: 2031-03-01\norigin: own\n")}
	files := fstest.MapFS{"photos/2031/fair/crowd.jpg": asked, "photos/2031/fair/crowd.txt": asked, "photos/2031/readers.png": asked,
		"photos/hall.heic": asked, "photos/plan.svg": asked, "photos/scan": asked, "photos/notes.TXT": asked}
	for _, f := range []string{"campaign.yaml", "facts.yaml"} {
		data, err := os.ReadFile("../testdata/mill/" + f)
		if err != nil {
			t.Fatal(err)
		}
		files[f] = &fstest.MapFile{Data: data}
	}
	loaded, err := campaign.Load(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range loaded.Check(time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)) {
		if f.Rule() == "photo-without-record" {
			found = append(found, f.Position().File)
		}
	}
	if want := "photos/2031/readers.png photos/hall.heic photos/plan.svg photos/scan"; strings.Join(found, " ") != want {
		t.Errorf("without a record are %q, want %s", found, want)
	}
}
