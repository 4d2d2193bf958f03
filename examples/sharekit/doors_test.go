package main

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
)

// doorsCampaign is a library that does not exist, with two counts that must not
// stand side by side.
var doorsCampaign = map[string]string{
	"campaign.yaml": `name: orchard
title: Keep the Orchard Library open
languages: [en]
as_of: 2026-11-01
actions: [{id: hearing, verb: Come to the hearing, url: "https://library.example/hearing"}]
`,
	"facts.yaml": `facts:
  - id: readers
    headline: At least 310 readers use the Orchard Library
    claim: In 2025, at least 310 readers used the Orchard Library.
    attribution: according to the Town Council
    figures: [{label: readers, value: 310, unit: people, qualifier: at least}, {label: on foot, value: 62, unit: percent}]
    never: {en: [{wrong: the council closed the Orchard library, right: the council proposed to close the library}]}
    superseded: [{value: 140, unit: people, text: 140 children, as_of: 2024-01-01, replaced_on: 2025-02-01, by: "310", ok_if: {en: [in 2023]}}]
    not_with: [members]
    source: {publisher: Town Council, url: "https://town.example/report", published: 2026-03-04}
    as_of: 2026-03-04
  - id: members
    headline: The Orchard Library has 290 members
    claim: The Orchard Library has 290 members.
    attribution: according to the Town Council
    figures: [{label: members, value: 290, unit: people}]
    source: {publisher: Town Council, url: "https://town.example/members", published: 2026-03-04}
    as_of: 2026-03-04
`,
	"letters/en/note.md": "---\ntitle: A note\nform: letter\nfacts: [readers]\nslots:\n  - {id: own, label: Your own words, required: true, own: true}\n---\n\nDear council,\n{own}\n",
}

// faults are words that must not leave, by what is wrong with them, and the
// rule that says so.
var faults = []struct{ kind, words, rule string }{
	{"harm", "Please text his brother at (737) 555-0142 about the hearing on Friday.", "is a phone number"},
	{"never-say", "I am sad that in June the council closed the Orchard library.", "is wrong"},
	{"superseded", "The council says that 140 children read at the Orchard Library.", "out of date"},
	{"no figure of a fact", "The council says that 470 readers come to the Orchard Library.", "no fact of the campaign holds 470"},
	{"unsourced", "Of the readers of the Orchard Library 62% come there on foot.", "has no source"},
	{"apart", "The council says the Orchard Library has 310 readers and 290 members.", "different counts"},
}

// doors are the ways by which words of one's own leave. Cards name a source but
// where the fault is that they do not.
var doors = map[string]func(dir, words string) []string{
	"card": func(dir, words string) []string {
		return sourced(words, "card", "--campaign", dir, "--force", "--headline", words)
	},
	"card's ask": func(dir, words string) []string {
		return sourced(words, "card", "--campaign", dir, "--force", "--headline", "Keep it open", "--link", "https://library.example/", "--ask", words)
	},
	"card's file": func(dir, words string) []string {
		file := "headline: Keep it open\nsource: " + quote(source(words)) + "\nblocks: [{type: list, items: [One thing, " + quote(words) + "]}]\n"
		os.WriteFile("own.yaml", []byte(file), 0o666)
		return []string{"card", "own.yaml", "--campaign", dir, "--force"}
	},
	"post": func(dir, words string) []string { return []string{"post", "--campaign", dir, "--text", words} },
	"thread": func(dir, words string) []string {
		os.WriteFile("own.txt", []byte("We read.\n\n"+words), 0o666)
		return []string{"thread", "./own.txt", "--campaign", dir}
	},
	"letter": func(dir, words string) []string {
		return []string{"letter", "note", "--campaign", dir, "--set", "own=" + words}
	},
	"correct": func(dir, words string) []string {
		return []string{"correct", "members", "--campaign", dir, "--was", "It has no members.", "--now", words, "--force"}
	},
	"qr": func(dir, words string) []string {
		return []string{"qr", "--force", "--campaign", dir, "https://library.example/say?text=" + url.PathEscape(words)}
	},
}

// surfaces are the places of a campaign from which words leave with its kit.
var surfaces = map[string]func(words string) (file, data string){
	"caption": func(words string) (string, string) {
		return "captions.yaml", "captions:\n  - fact: readers\n    captions: {en: [{text: " + quote(words) + "}]}\n"
	},
	"letter": func(words string) (string, string) {
		return "letters/en/note.md", strings.Replace(doorsCampaign["letters/en/note.md"], "{own}", words+"\n{own}", 1)
	},
	"page": func(words string) (string, string) {
		return "pages/en/more.md", "---\ntitle: More\nfacts: [readers]\n---\n\n" + words + "\n"
	},
	"thread": func(words string) (string, string) {
		return "threads.yaml", "threads:\n  - id: all\n    parts: {en: [{text: " + quote(words) + ", facts: [readers]}, {text: Read on., facts: [readers]}]}\n"
	},
}

func source(words string) string {
	if words == faults[4].words {
		return ""
	}
	return "Source: Town Council, March 4, 2026"
}

// sourced are the arguments of a card, with its source if it has one.
func sourced(words string, args ...string) []string {
	if s := source(words); s != "" {
		args = append(args, "--source", s)
	}
	return args
}

func quote(words string) string { return `"` + strings.ReplaceAll(words, `"`, `\"`) + `"` }

// doorsFolder writes the campaign, with other files in place of its own.
func doorsFolder(t *testing.T, others ...string) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, data string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range doorsCampaign {
		write(name, data)
	}
	for i := 0; i+1 < len(others); i += 2 {
		write(others[i], others[i+1])
	}
	return dir
}

// TestDoors: what must not leave is refused at every door where somebody's own
// words come in, and what is harmless goes through.
func TestDoors(t *testing.T) {
	dir := doorsFolder(t)
	t.Chdir(t.TempDir())
	for name, door := range doors {
		for _, f := range faults {
			if status, _, said := try(t, door(dir, f.words)...); status != cli.Problems || !strings.Contains(said, f.rule) {
				t.Errorf("%s: %s ends with %d: %s", name, f.kind, status, said)
			}
		}
		if status, _, said := try(t, door(dir, "Please keep the library open for everybody in our town.")...); status != 0 {
			t.Errorf("%s: a harmless sentence ends with %d: %s", name, status, said)
		}
	}
}

// TestSurfaces: a kit with such words is neither made nor shown, and check finds
// them.
func TestSurfaces(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, surface := range surfaces {
		for _, f := range faults {
			if f.kind == "unsourced" {
				continue // the fact that it names has a source
			}
			file, data := surface(f.words)
			dir := doorsFolder(t, file, data)
			for _, verb := range []string{"check", "kit"} {
				if status, _, said := try(t, verb, "--campaign", dir); status != cli.Problems {
					t.Errorf("%s in a %s: %s ends with %d: %s", f.kind, name, verb, status, said)
				}
			}
			a := newApp(&cli.App{}, environment{today: day(t)})
			if kit, err := a.Show(t.Context(), dir, nil, ""); err == nil {
				t.Errorf("%s in a %s: preview shows a kit of %d files", f.kind, name, len(kit.Names()))
			}
		}
	}
	dir := doorsFolder(t)
	if status, out, said := try(t, "check", "--campaign", dir); status != 0 {
		t.Errorf("the campaign itself ends with %d: %s %s", status, out, said)
	}
}

// TestPlantedAtDoors: each planted sentence is refused or warned of at the doors
// of the built-in campaign, in either language.
func TestPlantedAtDoors(t *testing.T) {
	if testing.Short() {
		t.Skip("draws cards")
	}
	data, err := os.ReadFile("../../share/truth/testdata/planted.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var planted []struct{ Lang, Text string }
	if err := yaml.Unmarshal(data, &planted); err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	n := 0
	for _, p := range planted {
		if p.Text == "" {
			continue // a change to a file
		}
		n++
		os.WriteFile("own.txt", []byte(p.Text), 0o666)
		for _, door := range [][]string{
			{"post", "--lang", p.Lang, "--text", p.Text}, {"thread", "./own.txt", "--lang", p.Lang},
			{"card", "--force", "--lang", p.Lang, "--source", "CBS News, 2025", "--format", "og", "--headline", p.Text},
		} {
			if status, _, said := try(t, door...); status != cli.Problems && !strings.Contains(said, "warning:") {
				t.Errorf("%s: %q ends with %d: %s", door[0], p.Text, status, said)
			}
		}
	}
	if n < 20 {
		t.Errorf("%d planted sentences", n)
	}
}

func day(t *testing.T) time.Time {
	d, err := time.Parse(time.DateOnly, "2026-11-24")
	if err != nil {
		t.Fatal(err)
	}
	return d
}
