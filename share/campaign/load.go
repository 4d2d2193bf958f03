package campaign

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// Default returns the built-in campaign, #ShutDownCECOT: a fresh copy every
// time, free to be changed.
func Default() *Campaign {
	l := loader{ctx: context.Background(), prefix: builtin + "/", read: readEmbedded, names: embeddedNames()}
	c, _ := l.load() // a test holds that it loads without a mistake
	c.files, _ = fs.Sub(embedded, builtin)
	return c
}

// Load reads a campaign from a folder. The error is a [*LoadError] with every
// mistake found, each with file, line and column, or that of ctx; there is then
// no campaign. What is read is bounded: half a megabyte that was made to be slow
// takes a second.
//
// What Load does not parse, photographs, themes and fonts, is read when it is
// needed: fsys must stay open as long as the campaign is used.
//
// Links are followed as far as fsys follows them: give the folder of somebody
// else as os.Root.FS, which lets none lead out of it, so that no file of yours
// becomes a page of theirs.
func Load(ctx context.Context, fsys fs.FS) (*Campaign, error) {
	names, err := listFiles(ctx, fsys)
	if err != nil {
		return nil, err
	}
	budget := read.NewBudget(ctx, read.MaxTotal)
	l := loader{ctx: ctx, names: names, read: func(name, shown string) (read.Document, error) {
		return read.File(fsys, name, shown, budget)
	}}
	c, err := l.load()
	if err != nil {
		return nil, err
	}
	c.files = fsys
	return c, nil
}

// listFiles lists the files that Load parses, sorted.
func listFiles(ctx context.Context, fsys fs.FS) ([]string, error) {
	if fsys == nil {
		return nil, &LoadError{[]*Mistake{mistakeAt(".", pos{}, "folder-unreadable", with{"cause": fs.ErrInvalid})}}
	}
	var names []string
	entries := 0
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		entries++
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return mistakeAt(name, pos{}, "folder-unreadable", with{"cause": read.Cause(err)})
		case name != "." && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
		case readable(name): // a folder of that name too: it is told, not passed over
			names = append(names, name)
		}
		if len(names) > read.MaxFiles || entries > read.MaxEntries {
			return mistakeAt(name, pos{}, "too-many-files", with{"limit": read.MaxFiles})
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
	ctx    context.Context
	prefix string // put before the names of files in messages
	names  []string
	read   func(name, shown string) (read.Document, error)

	report report
	uses   read.Uses
	c      *Campaign

	// headless: campaign.yaml or the facts could not be read, and what the
	// rest would be held to is not known.
	headless bool
}

func (l *loader) load() (*Campaign, error) {
	l.c = &Campaign{places: places{}, strings: map[string]Strings{}}
	l.report.sources = make(map[string][]byte)
	l.extend()
	l.c.at = place{File: l.prefix + "campaign.yaml"}
	l.file("campaign.yaml", func(d *read.Decoder, t *read.Tree) { d.Decode(t, l.c) })
	l.boundLanguages()
	l.facts()
	l.words()
	l.letters()
	l.pages()
	l.stringTables()
	l.timeReels()
	l.readings()
	l.strangers()
	if !l.headless {
		(&validator{c: l.c, report: &l.report, uses: l.uses, prefix: l.prefix}).campaign(l.ctx)
	}
	if err := l.ctx.Err(); err != nil {
		return nil, err
	}
	return l.c, l.report.err()
}

// mostLanguages bounds the languages: every text is looked at in each of them.
const mostLanguages = 100

func (l *loader) boundLanguages() {
	if n := len(l.c.Languages); n > mostLanguages {
		l.failAt(l.c.at.In("languages"), english.New("too-many-entries", "languages", with{"n": n, "limit": mostLanguages}))
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
	t, ok := doc.Tree.Get("extends")
	switch {
	case !ok || t.Text == "" && t.Shape != read.Dict:
	case t.Text == builtin && l.prefix == "":
		l.c = Default()
		l.c.Key, l.c.Revision = "", 0 // what extends a campaign is not made by its people
		for _, docs := range []map[string]read.Document{embeddedDocs(), embeddedTables()} {
			for name, doc := range docs {
				l.report.sources[name] = doc.Source
			}
		}
	default:
		l.report.add(mistakeAt(l.prefix+"campaign.yaml", t.Pos, "extends-unknown", with{"name": read.Clip(t.Text), "known": builtin}))
	}
}

func (l *loader) has(name string) bool { return slices.Contains(l.names, name) }

// file parses a file, if there is one, and hands its tree on.
func (l *loader) file(name string, decode func(*read.Decoder, *read.Tree)) {
	if !l.has(name) {
		return
	}
	if doc, d, ok := l.open(name); ok {
		decode(d, &doc.Tree)
	}
}

func (l *loader) open(name string) (read.Document, *read.Decoder, bool) {
	shown := l.prefix + name
	doc, err := l.read(name, shown)
	l.report.sources[shown] = doc.Source
	if err != nil {
		l.fail(shown, err)
		return doc, nil, false
	}
	return doc, l.decoder(shown), true
}

// decoder decodes a file into the campaign.
func (l *loader) decoder(file string) *read.Decoder {
	return newDecoder(file, l.c.places, &l.uses, &l.report)
}

// fail reports why a file could not be read.
func (l *loader) fail(shown string, err error) {
	switch strings.TrimPrefix(shown, l.prefix) {
	case "campaign.yaml", "facts.yaml", "facts.csv":
		l.headless = true
	}
	var one *read.Flaw
	var all read.Flaws
	switch {
	case errors.As(err, &all):
	case errors.As(err, &one):
		all = read.Flaws{one}
	default:
		l.report.add(mistakeAt(shown, pos{}, "file-unreadable", with{"cause": err}))
	}
	for _, f := range all {
		l.report.flaw(f)
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
		l.file(name, func(d *read.Decoder, t *read.Tree) { d.Section(t, "facts", &l.c.Facts) })
	}
}

// words reads the files of ready-made words.
func (l *loader) words() {
	c := l.c
	l.people()
	for key, into := range inOrder(map[string]any{
		"captions": &c.Captions, "threads": &c.Threads, "reels": &c.Reels,
		"steps": &c.Steps, "events": &c.Events, "contacts": &c.Contacts,
	}) {
		l.file(key+".yaml", func(d *read.Decoder, t *read.Tree) { d.Section(t, key, into) })
	}
	for key, into := range inOrder(map[string]any{"messages": &c.Messages, "demands": &c.Demands, "orgs": &c.Orgs, "chants": &c.Chants,
		"offices": &c.Offices, "areas": &c.Areas}) {
		l.file(key+".yaml", func(d *read.Decoder, t *read.Tree) { d.Decode(t, into) })
	}
}

// people reads those in office. They are not merged with those of the built-in
// campaign: who is in no new list holds no office any more. The built-in list
// is long and decoded once.
func (l *loader) people() {
	if l.prefix != "" {
		list, at := builtinPeople()
		l.c.People = cloned(reflect.ValueOf(list)).Interface().(Roster)
		maps.Copy(l.c.places, at)
		return
	}
	l.file("people.yaml", func(d *read.Decoder, t *read.Tree) {
		l.c.People = Roster{}
		d.Decode(t, &l.c.People)
	})
}

var (
	peopleOnce   sync.Once
	peopleRead   Roster
	peoplePlaces places
)

// builtinPeople is the list of the built-in campaign, and where its date and
// the list stand.
func builtinPeople() (Roster, places) {
	peopleOnce.Do(func() { peopleRead, peoplePlaces = readPeople() })
	return peopleRead, peoplePlaces
}

func readPeople() (list Roster, at places) {
	name := builtin + "/people.yaml"
	doc, all := embeddedDocs()[name], places{}
	newDecoder(name, all, &read.Uses{}, &report{}).Decode(&doc.Tree, &list)
	return list, places{list.at.In("as_of"): all[list.at.In("as_of")], list.at.In("people"): all[list.at.In("people")]}
}

// recipientsName is the table of a letter's recipients: people keep it beside the
// letters, and no kit has it.
const recipientsName = "recipients.csv"

// strangers reports files that would be read under another name.
func (l *loader) strangers() {
	known := []string{"campaign.yaml", "facts.yaml", "facts.csv", "captions.yaml", "messages.yaml", "threads.yaml", "reels.yaml",
		"demands.yaml", "steps.yaml", "events.yaml", "chants.yaml", "orgs.yaml", "contacts.yaml",
		"people.yaml", "offices.yaml", "areas.yaml"}
	for _, name := range l.names {
		if strings.Contains(name, "/") || path.Ext(name) == ".md" || slices.Contains(known, name) || name == recipientsName {
			continue
		}
		l.report.add(mistakeAt(l.prefix+name, pos{}, "file-unknown", unknown(name, known)))
	}
}
