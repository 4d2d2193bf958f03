package truth

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

var today = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

type plant struct {
	Kind, Lang, Text string
	Edits            []struct{ File, From, To string }
}

// builtin are the files of the built-in campaign.
func builtin(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../campaign/shutdowncecot")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// found applies the edits of a plant and returns the rules that are broken
// then and were not before.
func (p plant) found(t *testing.T, before []string) (rules []string) {
	files := builtin(t)
	for _, e := range p.Edits {
		data := string(files[e.File].Data)
		if !strings.Contains(data, e.From) {
			t.Fatalf("%s: %s does not hold %q", p.Kind, e.File, e.From)
		}
		files[e.File] = &fstest.MapFile{Data: []byte(strings.Replace(data, e.From, e.To, 1))}
	}
	c, err := campaign.Load(context.Background(), files)
	if err != nil {
		return []string{err.Error()}
	}
	for _, rule := range broken(c) {
		if i := slices.Index(before, rule); i >= 0 {
			before = slices.Delete(slices.Clone(before), i, i+1)
		} else {
			rules = append(rules, rule)
		}
	}
	return rules
}

// broken are the rules that a campaign breaks, once for each time.
func broken(c *campaign.Campaign) (rules []string) {
	for _, f := range c.Check(today) {
		if f.Severity > campaign.Note {
			rules = append(rules, f.Rule())
		}
	}
	for _, f := range New(c).Campaign() {
		if f.Severity > campaign.Note {
			rules = append(rules, f.Rule())
		}
	}
	return rules
}

func entries[T any](t *testing.T, name string) (all []T) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err == nil {
		err = yaml.Unmarshal(data, &all)
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Every planted fault is found: those that are words at every place where they
// can come in, those that are edits in the whole campaign.
func TestPlanted(t *testing.T) {
	k := checker()
	before := broken(campaign.Default())
	for i, p := range entries[plant](t, "testdata/planted.yaml") {
		if p.Text == "" {
			if i%12 != 0 && !everything() {
				continue // each reads the whole campaign again
			}
			if rules := p.found(t, before); len(rules) == 0 {
				t.Errorf("%s (%s): an edit is not found", p.Kind, p.Lang)
			} else {
				t.Logf("%s (%s): %v", p.Kind, p.Lang, rules)
			}
			continue
		}
		for _, where := range []Place{Own, Card, Alt, Caption, Letter, Page, Event, Reel} {
			found := k.Read(Text{Words: p.Text, Lang: p.Lang, Where: where, Sourced: true})
			if len(found) == 0 || found[0].Severity == campaign.Note {
				t.Errorf("%s (%s) at %d: %q is not found", p.Kind, p.Lang, where, p.Text)
			} else if where == Own {
				t.Logf("%s (%s): %v %v", p.Kind, p.Lang, found[0].Rule(), found[0].Severity)
			}
		}
	}
}

// Innocent sentences stop nothing, and few of them raise a warning.
func TestInnocent(t *testing.T) {
	k := checker()
	all := entries[struct{ Lang, Text string }](t, "testdata/innocent.yaml")
	warned := 0
	for _, s := range all {
		for _, where := range []Place{Own, Card, Caption, Letter, Page, Event, Reel} {
			for _, f := range k.Read(Text{Words: s.Text, Lang: s.Lang, Where: where, Sourced: where == Card}) {
				switch {
				case f.Severity == campaign.Error:
					t.Errorf("%q: %v", s.Text, f)
				case f.Severity == campaign.Warning && where == Own:
					warned++
					t.Logf("%q: %v", s.Text, f)
				}
			}
		}
	}
	if most := len(all) / 20; warned > most {
		t.Errorf("%d of %d innocent sentences raise a warning, want at most %d", warned, len(all), most)
	}
}

// The built-in campaign has no finding of its own.
func TestDefault(t *testing.T) {
	for _, f := range checker().Campaign() {
		t.Errorf("%s:%d: %v: %v", f.File, f.Line, f.Severity, f)
	}
}
