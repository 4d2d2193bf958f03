package share_test

import (
	"archive/zip"
	"bytes"
	"image/jpeg"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func read(t *testing.T, fsys fs.FS, name string) string {
	t.Helper()
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestFactsPage: the page of facts has the claim, the address and the day of
// every fact of the campaign.
func TestFactsPage(t *testing.T) {
	c := campaign.Default()
	for _, lang := range c.Languages {
		page, say := read(t, cecot(t), "pages/"+lang+"/facts-and-sources.md"), c.Strings(lang)
		for _, f := range c.Facts {
			says := []string{f.Headline.Plain(lang), f.Claim.Plain(lang), f.ContentNote.In(lang), f.Source.URL}
			for _, want := range append(says, say.Long(f.AsOf)+".", "- "+f.ID+"\n") {
				if !strings.Contains(page, want) {
					t.Errorf("%s: %s lacks %q", lang, f.ID, want)
				}
			}
		}
	}
}

// TestNothingLoadedIsLost: all that a campaign asks, in every length, and how
// to do it stands in a file that can be read.
func TestNothingLoadedIsLost(t *testing.T) {
	c := campaign.Default()
	for _, lang := range c.Languages {
		wants := map[string][]campaign.Text{"key-messages": {c.Messages.Ask.Text, c.Messages.AskShort.Text, c.Messages.Elevator.Text}}
		add := func(page string, t ...campaign.Text) { wants[page] = append(wants[page], t...) }
		for _, m := range c.Messages.List {
			add("key-messages", m.Headline, m.Sentence, m.Paragraph)
		}
		for _, f := range c.Messages.Frames {
			add("key-messages", f.Text)
		}
		for _, d := range c.Demands.List {
			add("demands", d.Headline, d.Detail, d.Who)
		}
		for _, s := range c.Steps {
			add("step-by-step", s.Title, s.Time)
			for _, it := range s.Items {
				add("step-by-step", it.Text)
			}
		}
		for id, texts := range wants {
			page := read(t, cecot(t), "pages/"+lang+"/"+id+".md")
			for _, text := range texts {
				if !strings.Contains(page, text.Plain(lang)) {
					t.Errorf("pages/%s/%s.md lacks %q", lang, id, text.Plain(lang))
				}
			}
		}
	}
}

// TestPagesFall: what rests on a fact that no longer stands is not on a page.
func TestPagesFall(t *testing.T) {
	c := campaign.Default()
	for i := range c.Facts {
		if c.Facts[i].ID == "due-process-137-ruling" {
			c.Facts[i].Status = campaign.Retracted
		}
	}
	k := build(t, c, &share.Options{Languages: []string{"en"}, Formats: graphic.Formats()[4:5]})
	ruling, _ := c.Fact("due-process-137-ruling")
	for id, gone := range map[string]string{"facts-and-sources": ruling.ID, "key-messages": "First a hearing", "demands": "Hold public hearings"} {
		was, page := read(t, cecot(t), "pages/en/"+id+".md"), read(t, k, "pages/en/"+id+".md")
		for _, s := range []string{gone, ruling.Headline.Plain("en")} {
			if !strings.Contains(was, s) || strings.Contains(page, s) {
				t.Errorf("%s: %q was there: %v, is there still: %v", id, s, strings.Contains(was, s), strings.Contains(page, s))
			}
		}
	}
}

// TestLettersMarkOwnWords: a letter says in its own language which blanks
// want the sender's own words, and what its subject is; no mark of Markdown is
// left in it.
func TestLettersMarkOwnWords(t *testing.T) {
	for name, wants := range map[string][]string{
		"letters/en/email-representative.txt": {"\nSubject: [Your town]: ", "\n[REQUIRED: Who you are"},
		"letters/es/email-representative.txt": {"\nAsunto: [Tu ciudad]: ", "\n[OBLIGATORIO: Quién eres"},
		"letters/es/foia-request.txt":         {"\nAntes de empezar\n"},
	} {
		text := read(t, cecot(t), name)
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
		if strings.Contains(text, "\n#") {
			t.Errorf("%s has a mark of a heading", name)
		}
	}
}

// TestChangelog: what no longer stands is told in words and not by its id.
func TestChangelog(t *testing.T) {
	c := busyMill(t)
	log := read(t, build(t, c, nil), "CHANGELOG.md")
	for _, f := range c.Facts {
		for _, lang := range c.Languages {
			if told := strings.Contains(log, f.Headline.Plain(lang)); (f.Status == campaign.Superseded || f.Status == campaign.Retracted) && !told {
				t.Errorf("%s (%s) is not told:\n%s", f.ID, lang, log)
			}
		}
		if strings.Contains(f.ID, "-") && strings.Contains(log, f.ID) { // others may be words of a sentence
			t.Errorf("the id %s is printed:\n%s", f.ID, log)
		}
	}
}

// TestLinkedCards: a picture that leads to an outlet says in words where its
// reports are.
func TestLinkedCards(t *testing.T) {
	for _, id := range []string{"read-npr", "read-cbs-news", "read-60-minutes"} {
		text := read(t, cecot(t), "pictures/en/"+id+"-portrait.txt")
		if n := strings.Count(text, "\n  https://"); n < 2 {
			t.Errorf("%s names %d reports:\n%s", id, n, text)
		}
	}
}

// TestInstagramZip: its pictures are JPEG, which is all that its interface
// takes.
func TestInstagramZip(t *testing.T) {
	data := read(t, build(t, mill(t), nil), "zips/es-instagram.zip")
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range z.File {
		switch path.Ext(f.Name) {
		case ".png":
			t.Errorf("%s is in the zip", f.Name)
		case ".jpg":
			n++
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			img, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if m, err := jpeg.DecodeConfig(bytes.NewReader(img)); err != nil || m.Width != 1080 || len(img) > 8_000_000 {
				t.Errorf("%s: %v, %d px wide, %d bytes", f.Name, err, m.Width, len(img))
			}
			if !bytes.Contains(img, []byte("AltTextAccessibility")) {
				t.Errorf("%s does not say what it shows", f.Name)
			}
		}
	}
	if n < 2 {
		t.Errorf("%d pictures", n)
	}
}
