package campaign

import (
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign/internal/read"
)

func valueOf(pointer any) reflect.Value { return reflect.ValueOf(pointer).Elem() }

// inFolders calls f for every Markdown file of folder/<lang>/.
func (l *loader) inFolders(folder string, f func(name, lang, id string)) {
	for _, name := range l.names {
		parts := strings.Split(name, "/")
		if parts[0] != folder || len(parts) == 1 {
			continue
		}
		id, isMarkdown := strings.CutSuffix(path.Base(name), ".md")
		if len(parts) != 3 || !isMarkdown {
			l.report.add(mistakeAt(l.prefix+name, pos{}, "file-place", with{"folder": folder}))
			continue
		}
		f(name, parts[1], id)
	}
}

func (l *loader) letters() {
	l.inFolders("letters", func(name, lang, id string) {
		doc, d, ok := l.open(name)
		if !ok {
			return
		}
		letter := Letter{ID: id, Lang: lang, Body: strings.TrimSpace(doc.Body), spot: spot{place{File: d.File}}}
		d.Decode(&doc.Tree, &letter)
		l.uses.Named = append(l.uses.Named, read.Use{Lang: lang, At: letter.at})
		l.placeBody(d, letter.at, doc)
		i := slices.IndexFunc(l.c.Letters, func(o Letter) bool { return o.ID == id && o.Lang == lang })
		if i < 0 {
			l.c.Letters = append(l.c.Letters, letter)
			return
		}
		l.c.Letters[i] = letter
	})
	l.borrowBodies()
}

// placeBody remembers where the words after the front matter begin. A guide
// that is not in the front matter is the body of its file.
func (l *loader) placeBody(d *read.Decoder, at place, doc read.Document) {
	lead := len(doc.Body) - len(strings.TrimLeft(doc.Body, " \t\n"))
	begin := pos{Line: doc.Line + strings.Count(doc.Body[:lead], "\n"), Column: 1}
	l.c.places[at.In("body")] = begin
	d.Letters(&read.Tree{Text: doc.Body, Pos: begin}, at.In("body"))
	if _, ok := doc.Tree.Get("guide"); !ok {
		l.c.places[at.In("guide")] = begin
	}
}

// borrowBodies fills letters that are sent in another language with the words of
// that one; their own text is the guide.
func (l *loader) borrowBodies() {
	for i := range l.c.Letters {
		letter := &l.c.Letters[i]
		if letter.SentIn == "" || letter.SentIn == letter.Lang {
			continue
		}
		other, ok := l.c.Letter(letter.ID, letter.SentIn)
		if !ok || other.SentIn != "" {
			l.failAt(letter.at.In("sent_in"), english.New("nothing-to-send", "", with{"lang": read.Clip(letter.SentIn), "id": letter.ID}))
			continue
		}
		if letter.Guide == "" {
			letter.Guide = letter.Body
		}
		letter.Subject, letter.Body = other.Subject, other.Body
	}
}

// failAt reports a mistake in the value at p.
func (l *loader) failAt(p place, why fault.Data) {
	if l.report.full() {
		return // saying it takes long
	}
	l.report.add(newMistake(p.File, l.c.places.Find(p), p.Path, why))
}

func (l *loader) pages() {
	l.inFolders("pages", func(name, lang, id string) {
		doc, d, ok := l.open(name)
		if !ok {
			return
		}
		page := Page{ID: id, Lang: lang, Body: strings.TrimSpace(doc.Body), spot: spot{place{File: d.File}}}
		d.Decode(&doc.Tree, &page)
		if heading, rest, _ := strings.Cut(page.Body, "\n"); page.Title == "" && strings.HasPrefix(heading, "# ") {
			page.Title, page.Body = heading[2:], strings.TrimSpace(rest)
		}
		l.uses.Named = append(l.uses.Named, read.Use{Lang: lang, At: page.at})
		l.placeBody(d, page.at, doc)
		i := slices.IndexFunc(l.c.Pages, func(o Page) bool { return o.ID == id && o.Lang == lang })
		if i < 0 {
			l.c.Pages = append(l.c.Pages, page)
			return
		}
		l.c.Pages[i] = page
	})
}

// stringTables reads the built-in tables of the campaign's languages, then the
// campaign's own.
func (l *loader) stringTables() {
	for _, lang := range l.c.Languages {
		name := "strings/" + base(lang) + ".yaml"
		if doc, ok := embeddedDocs()[name]; ok {
			l.table(lang, &doc.Tree, l.decoder(name))
		}
	}
	for _, name := range l.names {
		if lang, ok := strings.CutSuffix(path.Base(name), ".yaml"); ok && path.Dir(name) == "strings" {
			l.uses.Named = append(l.uses.Named, read.Use{Lang: lang, At: place{File: l.prefix + name}})
			l.file(name, func(d *read.Decoder, t *read.Tree) { l.table(lang, t, d) })
		}
	}
}

func (l *loader) table(lang string, t *read.Tree, d *read.Decoder) {
	s := l.c.strings[lang]
	s.Lang = lang
	d.Decode(t, &s)
	l.c.strings[lang] = s
}
