package campaign

import (
	"embed"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

// builtin is the name of the campaign that others may extend.
const builtin = "shutdowncecot"

//go:embed all:shutdowncecot strings
var embedded embed.FS

// Default returns the built-in campaign, #ShutDownCECOT: a fresh copy every
// time, free to be changed.
func Default() *Campaign {
	l := loader{prefix: builtin + "/", read: readEmbedded, names: embeddedNames()}
	c, _ := l.load() // a test holds that it loads without a mistake
	c.files, _ = fs.Sub(embedded, builtin)
	return c
}

// Load reads a campaign from a folder. The error is a [*LoadError] with every
// mistake found, each with file, line and column; there is then no campaign.
//
// What Load does not parse, photographs, themes and fonts, is read when it is
// needed: fsys must stay open as long as the campaign is used.
//
// Links are followed as far as fsys follows them: give the folder of somebody
// else as os.Root.FS, which lets none lead out of it, so that no file of yours
// becomes a page of theirs.
func Load(fsys fs.FS) (*Campaign, error) {
	names, err := listFiles(fsys)
	if err != nil {
		return nil, err
	}
	left := maxTotal
	l := loader{names: names, read: func(name, shown string) (document, error) {
		return readDocument(fsys, name, shown, &left)
	}}
	c, err := l.load()
	if err != nil {
		return nil, err
	}
	c.files = fsys
	return c, nil
}

// embeddedDocs parses the built-in campaign's files once.
var embeddedDocs = sync.OnceValue(func() map[string]document {
	docs := map[string]document{}
	for _, dir := range []string{builtin, "strings"} {
		fs.WalkDir(embedded, dir, func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() && readable(name) {
				left := maxFile
				docs[name], _ = readDocument(embedded, name, name, &left)
			}
			return nil
		})
	}
	return docs
})

func readEmbedded(name, _ string) (document, error) {
	return embeddedDocs()[builtin+"/"+name], nil
}

func embeddedNames() []string {
	var names []string
	for name := range embeddedDocs() {
		if rest, ok := strings.CutPrefix(name, builtin+"/"); ok {
			names = append(names, rest)
		}
	}
	slices.Sort(names)
	return names
}

// readable reports whether a file is one that Load parses.
func readable(name string) bool {
	return slices.Contains([]string{".yaml", ".csv", ".md"}, path.Ext(name))
}

// listFiles lists the files that Load parses, sorted.
func listFiles(fsys fs.FS) ([]string, error) {
	if fsys == nil {
		return nil, &LoadError{[]*Mistake{mistakeAt(".", pos{}, "folder-unreadable", with{"cause": fs.ErrInvalid})}}
	}
	var names []string
	entries := 0
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		entries++
		switch {
		case err != nil:
			return mistakeAt(name, pos{}, "folder-unreadable", with{"cause": cause(err)})
		case name != "." && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
		case !e.IsDir() && readable(name):
			names = append(names, name)
		}
		if len(names) > maxFiles || entries > maxEntries {
			return mistakeAt(name, pos{}, "too-many-files", with{"limit": maxFiles})
		}
		return nil
	})
	var m *Mistake
	if errors.As(err, &m) {
		return nil, &LoadError{[]*Mistake{m}}
	}
	return names, err
}

// A loader reads one campaign.
type loader struct {
	prefix string // put before the names of files in messages
	names  []string
	read   func(name, shown string) (document, error)

	report report
	uses   langUses
	c      *Campaign

	// headless: campaign.yaml or the facts could not be read, and what the
	// rest would be held to is not known.
	headless bool
}

func (l *loader) load() (*Campaign, error) {
	l.c = &Campaign{places: places{}, strings: map[string]Strings{}}
	l.report.sources = make(map[string][]byte)
	l.extend()
	l.c.at = place{file: l.prefix + "campaign.yaml"}
	l.file("campaign.yaml", func(d *decoder, t *tree) { d.decode(t, l.c) })
	l.boundLanguages()
	l.facts()
	l.words()
	l.letters()
	l.pages()
	l.stringTables()
	l.strangers()
	if !l.headless {
		(&validator{c: l.c, report: &l.report, uses: l.uses, prefix: l.prefix}).campaign()
	}
	return l.c, l.report.err()
}

// mostLanguages bounds the languages: every text is looked at in each of them.
const mostLanguages = 100

func (l *loader) boundLanguages() {
	if n := len(l.c.Languages); n > mostLanguages {
		l.failAt(l.c.at.in("languages"), english.New("too-many-entries", "languages", with{"n": n, "limit": mostLanguages}))
		l.c.Languages = l.c.Languages[:mostLanguages]
	}
}

// extend starts from the built-in campaign if campaign.yaml says so.
func (l *loader) extend() {
	if !l.has("campaign.yaml") {
		l.report.add(mistakeAt(l.prefix+"campaign.yaml", pos{}, "campaign-missing", nil))
		l.headless = true
		return
	}
	doc, err := l.read("campaign.yaml", l.prefix+"campaign.yaml")
	if err != nil {
		return
	}
	t, ok := doc.tree.get("extends")
	switch {
	case !ok || t.text == "" && t.shape != dict:
	case t.text == builtin && l.prefix == "":
		l.c = Default()
		for name, doc := range embeddedDocs() {
			l.report.sources[name] = doc.source
		}
	default:
		l.report.add(mistakeAt(l.prefix+"campaign.yaml", t.pos, "extends-unknown", with{"name": clip(t.text), "known": builtin}))
	}
}

func (l *loader) has(name string) bool { return slices.Contains(l.names, name) }

// file parses a file, if there is one, and hands its tree on.
func (l *loader) file(name string, decode func(*decoder, *tree)) {
	if !l.has(name) {
		return
	}
	if doc, d, ok := l.open(name); ok {
		decode(d, &doc.tree)
	}
}

func (l *loader) open(name string) (document, *decoder, bool) {
	shown := l.prefix + name
	doc, err := l.read(name, shown)
	l.report.sources[shown] = doc.source
	if err != nil {
		l.fail(shown, err)
		return doc, nil, false
	}
	return doc, &decoder{shown, &l.report, l.c.places, &l.uses}, true
}

// fail reports why a file could not be read.
func (l *loader) fail(shown string, err error) {
	switch strings.TrimPrefix(shown, l.prefix) {
	case "campaign.yaml", "facts.yaml", "facts.csv":
		l.headless = true
	}
	for _, m := range Mistakes(err) {
		l.report.add(m)
	}
	var one *Mistake
	switch {
	case Mistakes(err) != nil:
	case errors.As(err, &one):
		l.report.add(one)
	default:
		l.report.add(mistakeAt(shown, pos{}, "file-unreadable", with{"cause": err}))
	}
}

// facts reads facts.yaml or facts.csv.
func (l *loader) facts() {
	if l.has("facts.yaml") && l.has("facts.csv") {
		l.report.add(mistakeAt(l.prefix+"facts.csv", pos{}, "facts-twice", nil))
		return
	}
	if !l.has("facts.yaml") && !l.has("facts.csv") && l.c.Extends == "" {
		l.report.add(mistakeAt(l.prefix+"facts.yaml", pos{}, "facts-missing", nil))
	}
	for _, name := range []string{"facts.yaml", "facts.csv"} {
		l.file(name, func(d *decoder, t *tree) { d.section(t, "facts", &l.c.Facts) })
	}
}

// words reads the files of ready-made words.
func (l *loader) words() {
	c := l.c
	for key, into := range inOrder(map[string]any{
		"captions": &c.Captions, "threads": &c.Threads, "reels": &c.Reels,
		"steps": &c.Steps, "events": &c.Events, "contacts": &c.Contacts,
	}) {
		l.file(key+".yaml", func(d *decoder, t *tree) { d.section(t, key, into) })
	}
	for key, into := range inOrder(map[string]any{"messages": &c.Messages, "demands": &c.Demands, "orgs": &c.Orgs}) {
		l.file(key+".yaml", func(d *decoder, t *tree) { d.decode(t, into) })
	}
}

// section decodes a file that has one key.
func (d *decoder) section(t *tree, key string, into any) {
	at := place{file: d.file}
	d.places[at] = t.pos
	if t.shape == null || !d.wants(t, dict, at.in(key)) {
		return
	}
	for i := range t.keys {
		if t.keys[i].text != key {
			d.unknown(&t.keys[i], []string{key}, at)
			continue
		}
		d.value(&t.items[i], valueOf(into), at.in(key))
	}
}

// strangers reports files that would be read under another name.
func (l *loader) strangers() {
	known := []string{"campaign.yaml", "facts.yaml", "facts.csv", "captions.yaml", "messages.yaml", "threads.yaml", "reels.yaml",
		"demands.yaml", "steps.yaml", "events.yaml", "orgs.yaml", "contacts.yaml"}
	for _, name := range l.names {
		if strings.Contains(name, "/") || path.Ext(name) == ".md" || slices.Contains(known, name) {
			continue
		}
		l.report.add(mistakeAt(l.prefix+name, pos{}, "file-unknown", unknown(name, known)))
	}
}
