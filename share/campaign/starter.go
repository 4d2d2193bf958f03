package campaign

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"text/template"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// The folder of a language holds the files of a new campaign as templates,
// with comments in that language, and in words.yaml the words of the example.
//
//go:embed starter
var starters embed.FS

// A Start is what a new campaign begins with. What is left out is taken from
// an example about a library that does not exist. It is plain data: reading
// one is safe for concurrent use.
type Start struct {
	Name      string   // the campaign's id; "" means "campaign"
	Title     string   // in all its languages
	Tag       string   // the main hashtag, without '#'
	Languages []string // the first is the main one; none means English
	Link      string   // the campaign's own page, https, or ""
	AsOf      Date     // the day on which its facts were checked: today
	Comments  string   // the language of the comments in the files; English where there are none in it
	Folder    string   // how the comments call the folder; "" means Name
}

// Starter returns the files of a new campaign by their names: one of each kind,
// with comments that say what to write where. All but campaign.yaml and the facts
// are comments, or end in .txt, until somebody uses them. [Load] reads a folder of
// them. The error is a
// [*LoadError] that says which fields of s no campaign can have.
func Starter(s Start) (map[string][]byte, error) {
	s = s.complete()
	if err := s.validate(); err != nil {
		return nil, err
	}
	files := make(map[string][]byte)
	from, err := fs.Sub(starters, "starter/"+s.Comments)
	if err != nil {
		return nil, err
	}
	err = fs.WalkDir(from, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == starterWordsFile {
			return err
		}
		t, err := template.New(path.Base(name)).Funcs(template.FuncMap{"word": example}).ParseFS(from, name)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		err = t.Execute(&b, s)
		files[s.place(name)] = b.Bytes()
		return err
	})
	if err != nil {
		return nil, err
	}
	_, err = loadFiles(files)
	return files, err
}

// place is where a file of the starter lies in a campaign: letters and pages in
// the folder of a language.
func (s Start) place(name string) string {
	if dir, file := path.Split(name); dir != "" {
		return dir + s.Languages[0] + "/" + file
	}
	return name
}

// complete fills in what is left out.
func (s Start) complete() Start {
	s.Name = cmp.Or(s.Name, "campaign")
	s.Folder = runes.Line.Clean(cmp.Or(s.Folder, s.Name))
	if len(s.Languages) == 0 {
		s.Languages = []string{"en"}
	}
	if s.Comments = base(s.Comments); starterWords(s.Comments) == nil {
		s.Comments = "en"
	}
	words := starterWords(s.Comments)
	s.Title = cmp.Or(s.Title, "EXAMPLE: "+words["title"])
	s.Tag = cmp.Or(s.Tag, words["tag"])
	return s
}

// validate holds s to the rules of campaign.yaml.
func (s Start) validate() error {
	c := &Campaign{Name: s.Name, Title: Text{"": s.Title}, Languages: s.Languages, AsOf: s.AsOf, Link: s.Link, Tags: []Tag{{Name: s.Tag}}}
	v := validator{c: c.placed(), report: &report{}}
	valueRules{&v}.values()
	head := headerRules{&v}
	head.header()
	head.languages()
	return v.report.err()
}

// example is a word of the example in a language, or in English where there is
// none, as YAML writes it.
func example(lang, key string) string {
	words := starterWords(base(lang))
	if words == nil {
		words = starterWords("en")
	}
	return strconv.Quote("EXAMPLE: " + words[key])
}

const starterWordsFile = "words.yaml"

// starterWords are the words of the example in a language, nil if there are none.
func starterWords(lang string) map[string]string {
	data, err := starters.ReadFile("starter/" + lang + "/" + starterWordsFile)
	if err != nil {
		return nil
	}
	t, _ := read.YAML(context.Background(), lang, data) // a test reads them all
	words := make(map[string]string)
	for i, key := range t.Keys {
		words[key.Text] = t.Items[i].Text
	}
	return words
}

// loadFiles loads a campaign of the files of a folder.
func loadFiles(files map[string][]byte) (*Campaign, error) {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool { return !readable(name) })
	l := loader{ctx: context.Background(), names: names, read: func(name, shown string) (read.Document, error) {
		doc, err := read.Parse(context.Background(), shown, files[name])
		doc.Source = files[name]
		return doc, err
	}}
	return l.load()
}
