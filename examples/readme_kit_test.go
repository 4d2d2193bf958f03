package examples_test

import (
	"context"
	"fmt"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

var (
	inTable = regexp.MustCompile("`([A-Za-z0-9./*-]+)`")
	inList  = regexp.MustCompile(`(?m)^(\S+)`)
)

// Every file and folder that a page says is in the kit is there, in both
// languages.
func TestKitFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: the whole kit is not planned")
	}
	kit, err := share.Build(context.Background(), campaign.Default(), nil)
	if err != nil {
		t.Fatal(err)
	}
	names := kit.Names()
	for _, page := range pages {
		for _, b := range blocks(t, page) {
			if b.mark != "kit" {
				continue
			}
			find := inList
			if b.lang == "table" {
				find = inTable
			}
			n := 0
			for _, m := range find.FindAllStringSubmatch(b.text, -1) {
				if !strings.ContainsAny(m[1], "./") && m[1] != "SHA256SUMS" {
					continue // no file
				}
				n++
				for _, lang := range []string{"en", "es"} {
					if name := strings.ReplaceAll(m[1], "LANG", lang); !within(names, name) {
						t.Errorf("%s:%d: the kit has no %s", page, b.line, name)
					}
				}
			}
			if n < 10 {
				t.Errorf("%s:%d: %d files", page, b.line, n)
			}
		}
	}
}

// within reports whether one of the names is or lies in what is sought, a
// folder ending in a slash or a pattern.
func within(names []string, sought string) bool {
	for _, name := range names {
		if ok, _ := path.Match(sought, name); ok || strings.HasSuffix(sought, "/") && strings.HasPrefix(name, sought) {
			return true
		}
	}
	return false
}

// The campaign folders of the page about their files load, and their kits
// build.
func TestCampaignFolders(t *testing.T) {
	folders := map[string]fstest.MapFS{}
	for _, b := range blocks(t, "docs/campaign.md") {
		if file, ok := strings.CutPrefix(b.mark, "file: "); ok {
			dir, name, _ := strings.Cut(file, "/")
			if folders[dir] == nil {
				folders[dir] = fstest.MapFS{}
			}
			folders[dir][name] = &fstest.MapFile{Data: []byte(b.text)}
		}
	}
	if len(folders) != 3 || len(folders["old-mill"]) < 15 {
		t.Fatalf("%d folders", len(folders))
	}
	for _, file := range []string{"campaign.yaml", "logo.svg", "themes/millbrook.json"} {
		folders["old-mill-sheet"][file] = folders["old-mill"][file]
	}
	for name, folder := range folders {
		c, err := campaign.Load(context.Background(), folder)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, found := range c.Check(c.AsOf.First()) {
			if found.Severity != campaign.Note {
				t.Errorf("%s: %v", name, found)
			}
		}
		if testing.Short() && c.Extends != "" {
			continue // the whole kit and more
		}
		if _, err := share.Build(context.Background(), c, nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What the first page counts is so.
func TestCounts(t *testing.T) {
	c, unread := campaign.Default(), 0
	for _, f := range c.Facts {
		if f.Source.Unread {
			unread++
		}
	}
	words := map[int]string{5: "five", 9: "nine", 12: "twelve", 17: "seventeen"}
	data, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	page := strings.Join(strings.Fields(string(data)), " ")
	for _, want := range []string{
		fmt.Sprintf("The campaign has %d facts, as of %s.", len(c.Facts), c.Strings("en").Long(c.AsOf)),
		fmt.Sprintf("For %d of them the publisher's own page has not been read", unread),
		words[len(graphic.Themes())] + " themes",
		words[len(graphic.Formats())] + " screen formats and " + words[len(graphic.PrintFormats())] + " for print",
		words[len(hashtag.Platforms())] + " platforms",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
