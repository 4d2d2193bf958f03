package campaign

import (
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

func valueOf(pointer any) reflect.Value { return reflect.ValueOf(pointer).Elem() }

// A text is a Markdown file of letters or pages, by its language and name.
type text struct {
	id, lang string
	read.Document
}

// texts reads every Markdown file of folder/<lang>/; add takes what it says,
// which stands at a place.
func (l *loader) texts(folder string, add func(d *read.Decoder, t text, at place)) {
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
		if doc, d, ok := l.open(name); ok {
			at := place{File: d.File}
			add(d, text{id, parts[1], doc}, at)
			l.uses.Named = append(l.uses.Named, read.Use{Lang: parts[1], At: at})
			l.placeBody(d, at, doc)
		}
	}
}

// replacing is the list with an entry in the place of the one that it
// replaces, or at the end.
func replacing[T any](list []T, entry T, replaces func(T) bool) []T {
	if i := slices.IndexFunc(list, replaces); i >= 0 {
		list[i] = entry
		return list
	}
	return append(list, entry)
}

func (l *loader) letters() {
	l.texts("letters", func(d *read.Decoder, t text, at place) {
		letter := Letter{ID: t.id, Lang: t.lang, Body: strings.TrimSpace(t.Body), spot: spot{at}}
		d.Decode(&t.Tree, &letter)
		l.c.Letters = replacing(l.c.Letters, letter, func(o Letter) bool { return o.ID == t.id && o.Lang == t.lang })
	})
	l.borrowBodies()
}

func (l *loader) pages() {
	l.texts("pages", func(d *read.Decoder, t text, at place) {
		page := Page{ID: t.id, Lang: t.lang, Body: strings.TrimSpace(t.Body), spot: spot{at}}
		d.Decode(&t.Tree, &page)
		if heading, rest, _ := strings.Cut(page.Body, "\n"); page.Title == "" && strings.HasPrefix(heading, "# ") {
			page.Title, page.Body = heading[2:], strings.TrimSpace(rest)
		}
		l.c.Pages = replacing(l.c.Pages, page, func(o Page) bool { return o.ID == t.id && o.Lang == t.lang })
	})
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

// stringTables reads the built-in tables of the campaign's languages, then the
// campaign's own.
func (l *loader) stringTables() {
	for _, lang := range l.c.Languages {
		if s, ok := builtinTables()[base(lang)]; ok {
			s.Lang = lang
			l.c.strings[lang] = s.over(Strings{}) // a copy: decoding it took a tenth of the time of a row
		}
		if lang == base(lang) {
			continue
		}
		name := "strings/" + lang + ".yaml"
		if doc, ok := embeddedTables()[name]; ok {
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
