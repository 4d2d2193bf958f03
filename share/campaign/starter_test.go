package campaign

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestStarter(t *testing.T) {
	today := Date{2031, 3, 10}
	for name, s := range map[string]Start{
		"nothing":          {AsOf: today},
		"English, Spanish": {AsOf: today, Languages: []string{"en", "es"}, Title: `A "title": {x}`, Tag: "MillDay", Link: "https://mill.example/", Comments: "es-MX"},
		"Arabic":           {AsOf: today, Languages: []string{"ar"}, Comments: "ar", Folder: "my folder\nname: other"},
	} {
		files, err := Starter(s)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		c, err := loadFiles(files)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if lang := c.Languages[0]; s.Title != "" && c.Title.In(lang) != s.Title || c.Name != "campaign" || c.AsOf != today || len(c.Facts) != 1 {
			t.Errorf("%s: %+v", name, c)
		}
		for _, f := range c.Check(day(2031, 3, 10)) {
			if f.Severity == Error {
				t.Errorf("%s: %v", name, f)
			}
		}
		for file, data := range files {
			if strings.Contains(string(data), "{{") || strings.Contains(string(data), "<no value>") {
				t.Errorf("%s: %s is not filled in:\n%s", name, file, data)
			}
		}
	}
}

func TestStarterRefuses(t *testing.T) {
	for rule, change := range map[string]func(*Start){
		"campaign-date-missing": func(s *Start) { s.AsOf = Date{} },
		"id-form":               func(s *Start) { s.Name = "a\nb: c" },
		"tag-form":              func(s *Start) { s.Tag = "a, x: [" },
		"language-form":         func(s *Start) { s.Languages = []string{"en]"} },
		"table-missing":         func(s *Start) { s.Languages = []string{"sw"} },
		"address-scheme":        func(s *Start) { s.Link = "http://a.example" },
		"invisible-character":   func(s *Start) { s.Title = "a\u202eb" },
	} {
		s := Start{AsOf: Date{2031, 3, 10}}
		change(&s)
		_, err := Starter(s)
		if m := Mistakes(err); len(m) == 0 || m[0].Rule() != rule {
			t.Errorf("%v, want %s", err, rule)
		}
	}
}

// Every language of the starter has the same files, and all words.
func TestStarterLanguages(t *testing.T) {
	langs, err := fs.ReadDir(starters, "starter")
	if err != nil || len(langs) < 2 {
		t.Fatal(langs, err)
	}
	for _, lang := range langs {
		words := starterWords(lang.Name())
		for key := range starterWords("en") {
			if words[key] == "" {
				t.Errorf("%s has no %s", lang.Name(), key)
			}
		}
		if _, err := Starter(Start{AsOf: Date{2031, 3, 10}, Comments: lang.Name(), Languages: []string{lang.Name()}}); err != nil {
			t.Error(err)
		}
	}
}

// TestStarterFiles takes the comments away from every file of a new campaign, as
// those who use them do: what is left is a campaign without mistakes, in which
// every kind of file has something.
func TestStarterFiles(t *testing.T) {
	names := make(map[string]int)
	for _, lang := range []string{"en", "es"} {
		given, err := Starter(Start{AsOf: Date{2031, 3, 10}, Comments: lang, Languages: []string{lang}})
		if err != nil {
			t.Fatal(err)
		}
		used := make(map[string][]byte)
		for name, data := range given {
			names[strings.ReplaceAll(name, "/"+lang+"/", "/")]++
			if strings.HasSuffix(name, ".yaml") && strings.HasPrefix(string(data), "##") {
				data = regexp.MustCompile(`(?m)^# `).ReplaceAll(data, nil)
			}
			used[strings.TrimSuffix(name, ".txt")] = data
		}
		delete(used, "README")
		c, err := loadFiles(used)
		if err != nil {
			t.Fatalf("%s: %v", lang, err)
		}
		for _, f := range c.Check(day(2031, 3, 10)) {
			if f.Severity == Error {
				t.Errorf("%s: %v", lang, f)
			}
		}
		all := []int{
			len(c.Captions), len(c.Messages.List), len(c.Threads), len(c.Reels), len(c.Demands.List), len(c.Steps), len(c.Events),
			len(c.Chants.List), len(c.Orgs.List), len(c.Contacts), len(c.Letters), len(c.Pages),
			len(c.Offices.List), len(c.Areas.List), len(c.People.List),
		}
		if slices.Contains(all, 0) {
			t.Errorf("%s: a kind of file has nothing in it: %d", lang, all)
		}
	}
	for name, n := range names {
		if n != 2 {
			t.Errorf("not every language has %s", name)
		}
	}
}
