package share_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// maxPage is the most bytes that chat apps pass on and small phones open.
const maxPage = 10_000_000

// wordy is the mill with n facts and an account that has so many bytes of name.
func wordy(t *testing.T, n, words int) *campaign.Campaign {
	c := manyFacts(t, n)
	c.Orgs.List = append(c.Orgs.List, campaign.Org{
		ID: "friends", Kind: campaign.OrgPublicBody, Name: campaign.Text{"en": strings.Repeat("friend ", words/7), "es": "Amistades"},
		Handles: []campaign.Handle{{Platform: "x", Name: "@friends", URL: "https://millbrook.example/friends", Confidence: campaign.CheckBeforeTagging}},
	})
	captioned(c)
	c.Messages.WhatChanged.Text = campaign.Text{"en": "The minutes came.", "es": "Llegaron las actas."} // else the script hides a link
	return c
}

// captions is how many there are of each fact.
const captions = 3

// captioned adds captions to every fact.
func captioned(c *campaign.Campaign) {
	for _, f := range c.Facts {
		set := campaign.CaptionSet{Fact: f.ID, Captions: make(map[string][]campaign.Caption)}
		for _, lang := range c.Languages {
			for i := range captions {
				set.Captions[lang] = append(set.Captions[lang], campaign.Caption{Text: fmt.Sprintf("%s (%d)", f.Claim[lang], i+1)})
			}
		}
		c.Captions = append(c.Captions, set)
	}
}

// A startShape is what a page shows of its pictures.
type startShape struct {
	thumbs, inside, sizes int
	wordings              int    // of all cards
	width                 string // of the thumbs
}

// TestStartSize: what has no room in the page lies in the folder and is linked.
// Every fact is there however large the campaign, and the page works.
func TestStartSize(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no large pages are made")
	}
	for i, tc := range []struct {
		name         string
		facts, words int
		fits         bool
		want         func(s startShape, pictures int) bool
	}{
		{"pictures in part", 20, 8_000_000, true, func(s startShape, n int) bool {
			return s.thumbs == n && s.inside > 0 && s.inside < n && s.sizes == 5 && s.wordings == n*captions
		}},
		{"no pictures", 20, 9_250_000, true, func(s startShape, n int) bool {
			return s.thumbs == n && s.width == "220" && s.inside < n/2 && s.sizes == 5
		}},
		{"no thumbs", 20, 9_550_000, true, func(s startShape, n int) bool { return s.thumbs == 0 && s.inside == 0 && s.sizes == 5 }},
		{"one size", 60, 9_430_000, true, func(s startShape, n int) bool { return s.thumbs == 0 && s.sizes == 1 && s.wordings == n*captions }},
		{"one wording", 60, 9_500_000, true, func(s startShape, n int) bool { return s.sizes == 1 && s.wordings == n }},
		{"words alone", 3, 10_500_000, false, func(s startShape, n int) bool { return s.thumbs == 0 && s.inside == 0 && s.sizes == 1 }},
	} {
		if i%2 == 1 && os.Getenv("TEST_ALL") == "" {
			continue
		}
		c := wordy(t, tc.facts, tc.words)
		k := build(t, c, nil)
		src := startPage(t, k)
		if fits := len(src) <= maxPage; fits != tc.fits {
			t.Errorf("%s: the page has %d bytes", tc.name, len(src))
		}
		if got, n := checkStart(t, c, k, src), tc.facts*len(c.Languages); !tc.want(got, n) {
			t.Errorf("%s: of %d pictures the page shows %+v", tc.name, n, got)
		}
	}
}

// checkStart parses a page: every fact is there, every link within it and into
// the folder leads somewhere, and the script's data agree with the pictures.
func checkStart(t *testing.T, c *campaign.Campaign, k *share.Kit, src string) (s startShape) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	ids, links := make(map[string]bool), make(map[string]bool)
	names, data := k.Names(), ""
	for n := range doc.Descendants() {
		attr := make(map[string]string)
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
		}
		ids[attr["id"]] = true
		switch {
		case n.Data == "a" && attr["id"] != "carousel-one": // the script gives that its address
			links[attr["href"]] = true
		case n.Data == "script" && attr["id"] == "data":
			data = n.FirstChild.Data
		case attr["class"] == "box wording":
			s.wordings++
		case attr["class"] == "thumb":
			s.thumbs, s.width = s.thumbs+1, attr["width"]
		}
	}
	for _, f := range c.Facts {
		for _, lang := range c.Languages {
			if !ids["fact-"+f.ID+"-"+lang] {
				t.Errorf("the page lacks %s in %s", f.ID, lang)
			}
		}
	}
	s.inside, s.sizes = checkData(t, c, data, ids)
	for link := range links {
		if at, within := strings.CutPrefix(link, "#"); within && !ids[at] {
			t.Errorf("nothing has the id %q", at)
		} else if !within && !strings.Contains(link, ":") && !slices.Contains(names, link) {
			t.Errorf("the kit has no file %q", link)
		}
	}
	return s
}

// checkData wants the picture of every text that is said to be inside, and no
// platform to ask for a format that is not there. It adds the screens that the
// script makes to the ids.
func checkData(t *testing.T, c *campaign.Campaign, data string, ids map[string]bool) (inside, sizes int) {
	t.Helper()
	var v struct {
		Formats   map[string]any
		Platforms []struct{ Formats []string }
		Pictures  []string // those of texts that name none
		Carousels []struct{ ID string }
		Cards     []struct {
			ID    string
			Texts map[string]struct {
				Pictures []string
				Inside   string
			}
		}
	}
	if err := json.Unmarshal([]byte(data), &v); err != nil || len(v.Cards) != len(c.Facts) {
		t.Fatalf("the data have %d cards of %d: %v", len(v.Cards), len(c.Facts), err)
	}
	for _, deck := range v.Carousels {
		ids["carousel-"+deck.ID] = true
	}
	for _, p := range v.Platforms {
		for _, f := range p.Formats {
			if v.Formats[f] == nil {
				t.Errorf("a platform asks for %s, the page has %v", f, slices.Sorted(maps.Keys(v.Formats)))
			}
		}
	}
	for _, card := range v.Cards {
		for lang, text := range card.Texts {
			if text.Pictures == nil {
				text.Pictures = v.Pictures
			}
			there := text.Inside != ""
			if there {
				inside++
			}
			if at := fmt.Sprintf("px-%s-%s", card.ID, lang); there != ids[at] || len(text.Pictures) != len(v.Formats) {
				t.Errorf("%s: inside is %t, and the page has it: %t; %d pictures of %d", at, there, ids[at], len(text.Pictures), len(v.Formats))
			}
		}
	}
	return inside, len(v.Formats)
}
