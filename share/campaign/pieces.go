package campaign

import (
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign/internal/harm"
)

// A Piece is one text of a campaign and where it stands, for those who read all
// that a campaign says. It is plain data: reading one is safe for concurrent
// use.
type Piece struct {
	Words string
	Lang  string // "" if it is for every language
	File  string // "" if the campaign was not loaded from files
	Line  int    // from 1; 0 if it is not known
	Path  string // "facts[3].claim.en", "letters[2].body"

	Fact    string   // the fact's id that it is part of, or ""
	Rests   []string // the facts that it tells, by id
	Editors bool     // never published
	Spoken  bool     // somebody else's words: a quotation, a reply, a source's title
}

// Twin is the path without its language: the same text in another language
// has the same one.
func (p Piece) Twin() string {
	parts := strings.FieldsFunc(p.Path, func(r rune) bool { return r == '.' })
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool {
		name, _, _ := strings.Cut(part, "[")
		return name == p.Lang
	}), ".") + strings.ReplaceAll(p.File, "/"+p.Lang+"/", "/")
}

// Pieces are all texts of the campaign in the order of its files. The slice is
// the caller's.
func (c *Campaign) Pieces() []Piece {
	var all []Piece
	c.walk(func(n node) {
		s, ok := n.value.Interface().(string)
		if !ok || s == "" || n.value.Type() != reflect.TypeFor[string]() {
			return
		}
		w := words{node: n, text: s}
		all = append(all, Piece{
			Words: s, Lang: n.lang, File: n.at.File, Line: c.places.Find(n.at).Line, Path: n.at.Path,
			Fact: n.fact, Rests: n.rests, Editors: w.forEditors(), Spoken: w.spoken(),
		})
	})
	return all
}

// resting adds what a part of a campaign says that it rests on.
func (n *node) resting(owner any) {
	switch o := owner.(type) {
	case *Fact:
		n.rests = append([]string{o.ID}, o.Chart.Also...)
	case *CaptionSet:
		n.rests = []string{o.Fact}
	case *Caption:
		n.rests = append(slices.Clip(n.rests), o.Also...)
	case *Passage:
		n.rests = o.Facts
	case *Message:
		n.rests = o.Facts
	case *Part:
		n.rests = o.Facts
	case *Reel:
		n.rests = o.Facts
	case *Demand:
		n.rests = o.Facts
	case *Steps:
		n.rests = o.Facts
	case *Chant:
		n.rests = o.Facts
	case *Letter:
		n.rests = o.Facts
	case *Page:
		n.rests = o.Facts
	}
}

// CheckWords asks of words in a language, "" if it is not known, what Check
// asks of each text of a campaign: private data, wording that harms, and links.
// The contacts of the campaign are allowed, and of words that tell a fact what
// the campaign says in them of those who reply.
func (c *Campaign) CheckWords(lang, text, fact string) []Finding {
	return c.WordCheck()(lang, text, fact)
}

// WordCheck is [Campaign.CheckWords] for many texts. It is safe for concurrent
// use as long as the campaign does not change.
func (c *Campaign) WordCheck() func(lang, text, fact string) []Finding {
	official := c.official()
	return func(lang, text, fact string) []Finding {
		k := &checker{c: c, official: official}
		w := words{node{lang: lang, fact: fact}, text, harm.TextOf(text)}
		for _, check := range wordChecks {
			k.since = len(k.findings)
			check(k, w)
		}
		return k.findings
	}
}
