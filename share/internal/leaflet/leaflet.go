// Package leaflet renders the page of a small zip: each card with its pictures,
// what they show and the words to post, and no script.
package leaflet

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"
)

// A Page is what a zip holds, all words finished.
type Page struct {
	Lang, Dir, Title string
	Checked          string // the day on which the facts were checked
	Shows            string // heads what a picture shows
	Texts            string // heads the words to post
	Source           string // heads where a fact was published
	Cards            []Card
}

// A Card is what is posted together.
type Card struct {
	Title       string
	Pictures    []Picture
	Texts       []string
	Source, URL string
}

// A Picture is a file beside the page.
type Picture struct {
	File, Alt     string
	Width, Height int
}

// Style is the style of the page.
func (*Page) Style() template.CSS { return template.CSS(style) }

// Policy allows the style and the pictures that lie beside the page.
func (*Page) Policy() string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; img-src 'self' file:; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

var (
	//go:embed page.css
	style string
	//go:embed page.tmpl
	source string
)

// page is the template, parsed when it is first asked for: where no bundle is
// written html/template is then not linked either.
func page() *template.Template {
	parsed.once.Do(func() { parsed.page = template.Must(template.New("page").Parse(source)) })
	return parsed.page
}

var parsed struct {
	once sync.Once
	page *template.Template
}

// Write writes the page.
func Write(w io.Writer, p *Page) error {
	var b bytes.Buffer
	if err := page().Execute(&b, p); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}
