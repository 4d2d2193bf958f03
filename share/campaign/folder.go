package campaign

import (
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
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
		letter := Letter{ID: id, Lang: lang, Body: strings.TrimSpace(doc.body), spot: spot{place{file: d.file}}}
		d.decode(&doc.tree, &letter)
		l.uses.named = append(l.uses.named, langUse{lang, letter.at})
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
func (l *loader) placeBody(d *decoder, at place, doc document) {
	lead := len(doc.body) - len(strings.TrimLeft(doc.body, " \t\n"))
	begin := pos{doc.line + strings.Count(doc.body[:lead], "\n"), 1}
	l.c.places[at.in("body")] = begin
	d.letters(&tree{text: doc.body, pos: begin}, at.in("body"))
	if _, ok := doc.tree.get("guide"); !ok {
		l.c.places[at.in("guide")] = begin
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
			l.failAt(letter.at.in("sent_in"), english.New("nothing-to-send", "", with{"lang": clip(letter.SentIn), "id": letter.ID}))
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
	l.report.add(newMistake(p.file, l.c.places.find(p), p.path, why))
}

func (l *loader) pages() {
	l.inFolders("pages", func(name, lang, id string) {
		doc, d, ok := l.open(name)
		if !ok {
			return
		}
		page := Page{ID: id, Lang: lang, Body: strings.TrimSpace(doc.body), spot: spot{place{file: d.file}}}
		d.decode(&doc.tree, &page)
		if heading, rest, _ := strings.Cut(page.Body, "\n"); page.Title == "" && strings.HasPrefix(heading, "# ") {
			page.Title, page.Body = heading[2:], strings.TrimSpace(rest)
		}
		l.uses.named = append(l.uses.named, langUse{lang, page.at})
		l.placeBody(d, page.at, doc)
		i := slices.IndexFunc(l.c.Pages, func(o Page) bool { return o.ID == id && o.Lang == lang })
		if i < 0 {
			l.c.Pages = append(l.c.Pages, page)
			return
		}
		l.c.Pages[i] = page
	})
}
