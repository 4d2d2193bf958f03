// Package guide asks, one question after another, for what a campaign needs,
// and writes it into a folder that package campaign reads. The answers are kept
// in that folder alone, so that whoever stops can go on later, here or in an
// editor.
package guide

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/files"
)

// A Draft is a campaign that is being written. What it holds lies in its folder,
// which is read anew each time: it may be edited by hand in between. Its methods
// are for one goroutine at a time.
type Draft struct {
	Dir  string
	Lang string // of the questions: "en" or "es"

	today campaign.Date
}

// Open begins a campaign in a folder that is not there or is empty, with an
// example that is made up, or goes on with the one that is there.
func Open(ctx context.Context, dir, name, lang string, today campaign.Date) (*Draft, error) {
	d := &Draft{Dir: dir, Lang: lang, today: today}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		_, err := d.Campaign(ctx)
		return d, err
	}
	start, err := campaign.Starter(campaign.Start{Name: name, Languages: []string{lang}, AsOf: today, Comments: lang})
	if err != nil {
		return nil, err
	}
	err = files.WriteDir(ctx, dir, func(dir string) error {
		for name, data := range start {
			name = filepath.Join(dir, filepath.FromSlash(name))
			if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, data, 0o644)); err != nil {
				return err
			}
		}
		return nil
	})
	return d, err
}

// Campaign is what the folder holds.
func (d *Draft) Campaign(ctx context.Context) (*campaign.Campaign, error) {
	return campaign.Load(ctx, os.DirFS(d.Dir))
}

// save writes a campaign into the folder, each file whole or not at all, and
// removes its texts that are gone. A campaign that breaks a rule is refused and
// nothing is written.
func (d *Draft) save(ctx context.Context, c *campaign.Campaign, more map[string][]byte) error {
	texts, err := c.Marshal()
	if err != nil {
		return err
	}
	for name, data := range more {
		texts[name] = data
	}
	for name, data := range texts {
		if err := d.write(ctx, name, data); err != nil {
			return err
		}
	}
	return d.sweep(texts)
}

func (d *Draft) write(ctx context.Context, name string, data []byte) error {
	at := filepath.Join(d.Dir, filepath.FromSlash(name))
	if old, err := os.ReadFile(at); err == nil && string(old) == string(data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return err
	}
	return files.Write(ctx, at, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// sweep removes the letters of languages that the campaign no longer has.
func (d *Draft) sweep(now map[string][]byte) error {
	root := os.DirFS(d.Dir)
	names, err := fs.Glob(root, "letters/*/*.md")
	if err != nil {
		return err
	}
	for _, name := range names {
		if now[name] == nil {
			if err := os.Remove(filepath.Join(d.Dir, filepath.FromSlash(name))); err != nil {
				return err
			}
		}
	}
	return nil
}

// A Step is one question, with its fields.
type Step struct {
	ID    string
	read  func(d *Draft, c *campaign.Campaign, n int) []Field
	apply func(d *Draft, c *campaign.Campaign, n int, v Values) (map[string][]byte, []Problem)
}

// Steps are the questions in their order; the check comes after them.
func Steps() []Step {
	return []Step{
		{"title", readTitle, applyTitle},
		{"languages", readLanguages, applyLanguages},
		{"tags", readTags, applyTags},
		{"colors", readColors, applyColors},
		{"facts", readFact, applyFact},
		{"letter", readLetter, applyLetter},
		{"event", readEvent, applyEvent},
		{"logo", readLogo, applyLogo},
		{"people", readPerson, applyPerson},
	}
}

// StepOf is a question by its id.
func StepOf(id string) (Step, bool) {
	all := Steps()
	i := slices.IndexFunc(all, func(s Step) bool { return s.ID == id })
	if i < 0 {
		return Step{}, false
	}
	return all[i], true
}

// Values are answers by the names of their fields: "claim.en".
type Values map[string]string

// get is an answer as text: a terminal may send bytes that are none.
func (v Values) get(name string) string {
	return strings.TrimSpace(strings.ToValidUTF8(v[name], "\uFFFD"))
}

// text is an answer in each of a campaign's languages.
func (v Values) text(c *campaign.Campaign, id string) campaign.Text {
	t := make(campaign.Text)
	for _, lang := range c.Languages {
		if s := v.get(id + "." + lang); s != "" {
			t[lang] = s
		}
	}
	return t
}

// A Field is one thing to answer.
type Field struct {
	Name    string // "claim.en"
	ID      string // "claim": what it is called by
	Lang    string // of the words, if they are asked for in each language
	Kind    Kind
	Value   string
	Options []string // of a choice
	Empty   bool     // it may be left out
}

// Kind is how a field is answered.
type Kind string

// The kinds of fields.
const (
	Line    Kind = "text"
	Long    Kind = "long"
	Number  Kind = "number"
	Day     Kind = "date"
	Clock   Kind = "time"
	URL     Kind = "url"
	Color   Kind = "color"
	Choice  Kind = "choice"  // one of Options
	Several Kind = "several" // some of Options, with commas
	File    Kind = "file"    // one that ends as one of Options, see upload
)

// perLanguage is a field in each language of a campaign.
func perLanguage(c *campaign.Campaign, f Field, t campaign.Text) []Field {
	var all []Field
	for _, lang := range c.Languages {
		one := f
		one.ID, one.Name, one.Lang, one.Value = f.Name, f.Name+"."+lang, lang, t.In(lang)
		all = append(all, one)
	}
	return all
}

// Fields are those of a step with what the campaign has of them. The number is
// that of the fact, from 0; the one after the last is new.
func (d *Draft) Fields(ctx context.Context, s Step, n int) ([]Field, error) {
	c, err := d.Campaign(ctx)
	if err != nil {
		return nil, err
	}
	all := s.read(d, c, n)
	for i := range all {
		if all[i].ID == "" {
			all[i].ID = all[i].Name
		}
	}
	return all, nil
}

// Answer saves the answers of a step, or says what keeps it from being saved.
// An error is one of the disk, or of a folder that no longer holds a campaign.
func (d *Draft) Answer(ctx context.Context, s Step, n int, v Values) ([]Problem, error) {
	c, more, problems, err := d.with(ctx, s, n, v)
	if err != nil || stops(problems) {
		return problems, err
	}
	return problems, d.save(ctx, c, more)
}

// with is the campaign with other answers, which is not saved yet.
func (d *Draft) with(ctx context.Context, s Step, n int, v Values) (*campaign.Campaign, map[string][]byte, []Problem, error) {
	c, err := d.Campaign(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	more, problems := s.apply(d, c, n, v)
	if stops(problems) {
		return c, more, problems, nil
	}
	spread(c)
	return c, more, append(problems, d.mistakes(c.Validate())...), nil
}
