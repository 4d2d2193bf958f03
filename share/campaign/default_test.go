package campaign

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

func TestDefaultIsWhole(t *testing.T) {
	l := loader{ctx: context.Background(), prefix: builtin + "/", read: readEmbedded, names: embeddedNames()}
	c, err := l.load()
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Facts) != 50 {
		t.Errorf("%d facts, want 50", len(c.Facts))
	}
	for name, doc := range embeddedDocs() {
		if doc.Tree.Shape != read.Dict {
			t.Errorf("%s was not read", name)
		}
	}
	if _, ok := c.Fact("response-dhs-2025"); !ok {
		t.Error("the government's reply is missing")
	}
	for _, f := range c.Facts {
		for _, lang := range []string{"en", "es"} {
			for _, text := range []Text{f.Headline, f.Claim, f.Source.Publisher} {
				if text.In(lang) == "" {
					t.Errorf("%s says nothing in %s", f.ID, lang)
				}
			}
			if !f.IsAction() && f.Attribution.In(lang) == "" {
				t.Errorf("%s has no attribution in %s", f.ID, lang)
			}
		}
		if f.ReviewAfter.IsZero() {
			t.Errorf("%s is never reviewed", f.ID)
		}
	}
}

// TestDefaultIsQuick counts instead of timing, which says more of the machine:
// programs load the campaign as they start. BenchmarkDefault has the time.
func TestDefaultIsQuick(t *testing.T) {
	const most = 400_000 // 250,000 in November 2026
	if n := testing.AllocsPerRun(1, func() { Default() }); n > most {
		t.Errorf("Default allocates %.0f times, at most %d", n, most)
	}
}

// shared finds a file of the material that the campaign was made from, or
// skips the test.
func shared(t *testing.T, name string) []byte {
	t.Helper()
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if data, err := os.ReadFile(filepath.Join(dir, "shared", "campaign", name)); err == nil {
			return data
		}
	}
	t.Skipf("NOT COMPARED: there is no shared/campaign/%s in any folder above", name)
	return nil
}

// The words of every fact are those that were checked against its source.
func TestDefaultSaysWhatWasChecked(t *testing.T) {
	var checked []struct {
		ID, Headline, Claim, Attribution, URL, Published, Title string
		HeadlineES                                              string `json:"headline_es"`
		ClaimES                                                 string `json:"claim_es"`
		AttributionES                                           string `json:"attribution_es"`
		AsOf                                                    string `json:"as_of"`
		PublisherPageRead                                       bool   `json:"publisher_page_read"`
	}
	if err := json.Unmarshal(shared(t, "facts.json"), &checked); err != nil {
		t.Fatal(err)
	}
	c := Default()
	if len(checked) != len(c.Facts) {
		t.Errorf("%d facts, want %d", len(c.Facts), len(checked))
	}
	for _, want := range checked {
		f, ok := c.Fact(want.ID)
		if !ok {
			t.Errorf("%s is missing", want.ID)
			continue
		}
		for _, p := range [][2]string{
			{f.Headline.Plain("en"), want.Headline}, {f.Headline.Plain("es"), want.HeadlineES},
			{f.Claim.Plain("en"), monthFirst(want.Claim)}, {f.Claim.Plain("es"), want.ClaimES},
			{f.Attribution.Plain("en"), monthFirst(want.Attribution)}, {f.Attribution.Plain("es"), want.AttributionES},
			{f.Source.URL, want.URL}, {f.Source.Published.String(), want.Published}, {f.AsOf.String(), want.AsOf},
		} {
			if p[0] != p[1] {
				t.Errorf("%s:\ngot  %s\nwant %s", f.ID, p[0], p[1])
			}
		}
		if f.Source.Unread == want.PublisherPageRead {
			t.Errorf("%s: unread is %v", f.ID, f.Source.Unread)
		}
	}
}

// monthFirst writes English dates as prose does here: April 6, 2025.
func monthFirst(s string) string {
	return dayFirst.ReplaceAllString(s, "$2 $1, $3")
}

var dayFirst = regexp.MustCompile(`(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})`)

// Every figure drawn is one that the fact, or a fact it also draws on, states:
// in its words or among its figures.
func TestDefaultFigures(t *testing.T) {
	c := Default()
	rest := map[string]int{ // of a stated whole
		"who-cbs-75-percent-no-record": 238 - 179,
		"who-62-pending-asylum":        252 - 62,
	}
	for _, f := range c.Facts {
		stated := map[float64]bool{}
		words := f.Claim.In("en") + " " + f.Headline.In("en")
		for _, id := range append(f.Chart.Also, f.ID) {
			other, _ := c.Fact(id)
			for _, g := range other.Figures {
				stated[g.Value] = true
			}
		}
		for _, b := range f.Chart.Bars {
			if !stated[b.Value] {
				t.Errorf("%s draws a bar of %v, which no figure states", f.ID, b.Value)
			}
		}
		for _, s := range f.Chart.People.Segments {
			n := c.Strings("en").Number(float64(s.Count))
			if !stated[float64(s.Count)] && !figure.In(words, n) && rest[f.ID] != s.Count {
				t.Errorf("%s draws %d people, whom it does not mention", f.ID, s.Count)
			}
		}
		for _, lang := range c.Languages {
			if v := f.Chart.Stat.Value.In(lang); v != "" && !figure.In(f.Headline.Plain(lang), v) && f.ID != "after-hrw-salvadorans-2026" {
				t.Errorf("%s: %q does not stand in the headline in %s", f.ID, v, lang)
			}
		}
	}
}

// The people drawn are as many as the claim speaks of.
func TestDefaultPeople(t *testing.T) {
	want := map[string]int{
		"who-252-venezuelans":          252,
		"who-137-under-wartime-law":    238, // the flights of 15 March 2025
		"who-hrw-record-breakdown":     252,
		"who-cbs-75-percent-no-record": 238, // the men on CBS News' list
		"who-no-match-gang-lists":      238,
		"who-62-pending-asylum":        252,
		"due-process-137-ruling":       137,
		"due-process-no-official-list": 245 + 30,
		"conditions-systematic-abuse":  40 + 150,
		"after-release-july-2025":      252,
		"after-hrw-salvadorans-2026":   11,
		"court-constructive-custody":   137,
	}
	for _, f := range Default().Facts {
		got := 0
		for _, s := range f.Chart.People.Segments {
			got += s.Count
		}
		if got != want[f.ID] {
			t.Errorf("%s draws %d people, want %d", f.ID, got, want[f.ID])
		}
		men := strings.Contains(f.Chart.Note.In("en"), "One bar is one man.")
		if words := f.Claim.In("en") + f.Headline.In("en") + f.Attribution.In("en"); men && !strings.Contains(words, "men") && !strings.Contains(words,
			"Venezuelans") {
			t.Errorf("%s draws men, of whom it does not speak", f.ID)
		}
	}
}

func TestDefaultCaptions(t *testing.T) {
	c := Default()
	n := 0
	for _, set := range c.Captions {
		for _, lang := range []string{"en", "es"} {
			if len(set.Captions[lang]) != 6 {
				t.Errorf("%s has %d captions in %s, want 6", set.Fact, len(set.Captions[lang]), lang)
			}
			for i, caption := range set.Captions[lang] {
				n++
				if got := utf8.RuneCountInString(caption.Text); got > caption.Limit || caption.Limit == 0 {
					t.Errorf("%s %s %d: %d characters, limit %d", set.Fact, lang, i+1, got, caption.Limit)
				}
			}
		}
	}
	if len(c.Captions) != 50 || n != 600 {
		t.Errorf("%d sets, %d captions, want 50 and 600", len(c.Captions), n)
	}
}

// Readers of Spanish see “vía” with its accent, in names of publishers too.
func TestDefaultVia(t *testing.T) {
	via := regexp.MustCompile(`(?i)\bvia\b`)
	for _, w := range Default().words() {
		if w.lang != "en" && !w.forEditors() && !w.spoken() && via.MatchString(w.text) {
			t.Errorf("%s of %s has %q", w.at.Path, w.at.File, w.text)
		}
	}
}

// What is for editors is nowhere in what is published.
func TestDefaultPublishes(t *testing.T) {
	c := Default()
	said := []string{ // by the fact's hedge, and by a page that says both sides
		"An administrative claim is not yet a lawsuit.",
		"Prosecutors accuse her of illicit enrichment; she and Cristosal deny it.",
	}
	var caveats []string
	for _, f := range c.Facts {
		for _, caveat := range f.Caveats {
			if len(caveat) > 40 && !slices.Contains(said, caveat) { // a short one may also be said in a caption
				caveats = append(caveats, caveat)
			}
		}
	}
	for _, w := range c.words() {
		if w.forEditors() {
			continue
		}
		for _, s := range append([]string{
			"REVIEW", "unread", "TODO", "Title not seen", "syndicated",
		}, caveats...) {
			if strings.Contains(w.text, s) {
				t.Errorf("%s of %s publishes %q", w.at.Path, w.at.File, s)
			}
		}
	}
}
