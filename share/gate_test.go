package share_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestGate: before a name is filled in, letters to an agency and the steps to
// write one say for whom it is not safe.
func TestGate(t *testing.T) {
	for lang, gate := range map[string]string{"en": "No legal status, or a case pending?", "es": "¿Sin estatus o con un caso pendiente?"} {
		for _, name := range []string{"letters/LANG/foia-request.txt", "letters/LANG/foia-explainer.txt", "pages/LANG/step-by-step.md", "START-HERE.txt"} {
			text := read(t, cecot(t), strings.ReplaceAll(name, "LANG", lang))
			if at := strings.Index(text, gate); at < 0 || strings.Contains(text[:at], "[") {
				t.Errorf("%s %s: the gate stands at %d, or after the first blank", lang, name, at)
			}
		}
	}
}

// TestCorrections: a page that invites corrections is in the kit of a campaign
// with an address, and in no other; nothing else invites then.
func TestCorrections(t *testing.T) {
	for _, to := range []string{"", "mailto:mistakes@library.example", "https://library.example/mistakes"} {
		c := mill(t)
		for _, lang := range c.Languages {
			c.Pages = append(c.Pages, campaign.Page{ID: "corrections", Lang: lang, Title: "Corrections", Body: "Tell us: {corrections}"})
		}
		c.Corrections = to
		k := small(t, c)
		page, err := fs.ReadFile(k, "pages/es/corrections.md")
		if (err == nil) != (to != "") {
			t.Errorf("%q: %v", to, err)
		}
		shown := strings.TrimPrefix(to, "mailto:")
		if to != "" && !strings.Contains(string(page), "Tell us: "+shown) {
			t.Errorf("%q: %s", to, page)
		}
		for _, name := range []string{"START-HERE.txt", "START-HERE.html"} {
			text := read(t, k, name)
			if strings.Contains(text, "Found a mistake?") != (to != "") || to != "" && !strings.Contains(text, shown) {
				t.Errorf("%q: %s invites wrongly", to, name)
			}
			if strings.Contains(text, "{corrections}") {
				t.Errorf("%q: %s has a place without an address", to, name)
			}
		}
	}
}

// TestLicence: the terms of words and pictures are named.
func TestLicence(t *testing.T) {
	c := mill(t)
	c.Licence = campaign.Licence{Name: "CC BY 4.0", URL: "https://creativecommons.org/licenses/by/4.0/"}
	want := "Words and pictures: CC BY 4.0. " + c.Licence.URL + "\n"
	if text := read(t, small(t, c), "LICENSES.txt"); !strings.Contains(text, want) {
		t.Errorf("%.300s", text)
	}
}

// TestAddedLanguage: a kit in one language more has the same facts.
func TestAddedLanguage(t *testing.T) {
	one := build(t, mill(t), &share.Options{Languages: []string{"en"}})
	d, err := share.Diff(one, small(t, mill(t)))
	if err != nil || len(d.Facts) != 0 {
		t.Errorf("%+v, %v", d, err)
	}
	c := mill(t)
	c.Facts[0].Headline = campaign.Text{"en": c.Facts[0].Headline.In("en"), "es": "62 clases usaron la biblioteca"}
	if d, err := share.Diff(small(t, mill(t)), small(t, c)); err != nil || len(d.Facts) != 1 {
		t.Errorf("a headline changed in one of two languages: %+v, %v", d, err)
	}
}
