// Package site renders the pages of a website of a kit: plain documents with
// an address of their own, which need no script, ask no other host for
// anything and say to those who pass a link on what it leads to.
package site

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"strings"
	"sync"
)

//go:embed *.tmpl
var templateFiles embed.FS

// A Frame is what every page has around its words. Addresses are relative to
// the page where they lead within the site, and whole where others read them.
type Frame struct {
	Lang, Dir   string
	Words       Words
	Kind        string // the template of its words: "fact", "list", "text", "moved", "home"
	Title       string // of the document
	Heading     string
	Description string // what a shared link says, at most 110 characters
	URL         string // of this page, whole
	Root        string // leads from the page to the site's first folder: "../../"
	Site        string // the campaign's title
	Mark        string // the wordmark
	Versions    []Version
	Nav         []Link
	Image       Image  // what a shared link shows; no URL: none
	Hidden      bool   // search engines leave it out
	To          string // the page that took the place of this one; "": none
	Style       string // paths from the first folder
	Script      string
	Feed        string
	Days        Days
	Foot        []Link // without an address: a sentence
	Body        any
}

// A Version is a page in one of the site's languages. All versions of a page
// list the same ones.
type Version struct {
	Lang, Name string
	URL        string // whole
	Href       string // relative
	Here       bool
}

// A Link leads somewhere. It is one within the site unless Outside is set.
type Link struct {
	Label, Side string // Side is said beside it
	Href        template.URL
	Outside     bool
	Here        bool // it is the page, or the part of the site, that is being read
}

// An Image is a picture of the site.
type Image struct {
	URL, Href     string // whole, and relative
	Width, Height int
	Alt, Type     string
}

// Days are those on which a page becomes doubtful, ISO dates or "", and two of
// them as they are read.
type Days struct {
	AsOf, Review, Expires string
	Checked, Until        string // AsOf and Expires
}

// A Fact is the body of a page of one.
type Fact struct {
	Topic       string
	AsOf        string
	Note        string // content note, before the picture
	Tall, Broad Image  // for narrow and for wide screens
	Claim       string
	Attribution string
	Replies     []Reply
	Sources     []Link
	Read        string
	History     []string
	Post        string
	Apps        []Link
	Sizes, Edit template.URL // on the start page
	Stopped     Link         // what it says in place of everything else, and where to go
}

// A Reply is what somebody whom a fact concerns says to it.
type Reply struct {
	Speaker, Text, Date string
	Verbatim            bool
}

// A List is the body of a page that leads to others.
type List struct {
	Lead  string
	Parts []Part
	More  []Link
}

// A Part is a heading and what stands below it.
type Part struct {
	Title string
	Links []Link
	Lines []string
}

// A Home is the body of a first page.
type Home struct {
	WhatIs  string
	Picture Image
	Broad   Image
	Fact    Link // what the picture shows
	Doors   []Link
	News    []Link
	Topics  []Part
}

// A Text is the body of a page to read, to send or to come to.
type Text struct {
	Gate, Lead string
	Prose      template.HTML
	Box        string // words to copy, with their blanks
	Links      []Link
}

// templates are those of all pages, parsed when they are first asked for: where
// no site is written html/template is then not linked either.
func templates() (*template.Template, error) {
	parsed.once.Do(func() {
		parsed.set, parsed.err = template.New("site").Funcs(template.FuncMap{"body": func() string { return "" }}).ParseFS(templateFiles, "*.tmpl")
	})
	return parsed.set, parsed.err
}

var parsed struct {
	once sync.Once
	set  *template.Template
	err  error
}

// Write writes a page.
func Write(w io.Writer, f *Frame) error {
	set, err := templates()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := set.ExecuteTemplate(&b, "page", f); err != nil {
		return err
	}
	_, err = io.WriteString(w, tight(b.String()))
	return err
}

// tight leaves out the lines that the templates leave empty, but for those of
// words that are to be copied as they are.
func tight(s string) string {
	var b strings.Builder
	box := false
	for line := range strings.Lines(s) {
		box = box || strings.Contains(line, boxed)
		if box || strings.TrimSpace(line) != "" {
			b.WriteString(line)
		}
		if strings.Contains(line, "</p>") {
			box = false
		}
	}
	return b.String()
}

// boxed begins an element that keeps its lines.
const boxed = `<p class="box"`

// Policy is the content security policy of every page: nothing but the site's
// own files, and no form that sends anything.
const Policy = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

// Policy is the policy for the templates.
func (f *Frame) Policy() string { return Policy }
