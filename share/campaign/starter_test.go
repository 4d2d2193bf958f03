package campaign

import (
	"io/fs"
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
