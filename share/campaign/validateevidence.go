package campaign

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// evidence validates what holds a fact's words to its record.
func (v factRules) evidence(f *Fact) {
	v.hedges(f)
	v.never(f)
	v.replies(f)
	v.drawn(f)
}

// hedges validates that a reservation can be kept in every language.
func (v factRules) hedges(f *Fact) {
	for i := range f.Hedges {
		h, at := &f.Hedges[i], f.at.In("hedge").Index(i)
		switch h.Where {
		case InText, OnCard:
		case "":
			v.fail(at, "where", "hedge-place-missing", nil)
		default:
			v.fail(at, "where", "hedge-place", with{"place": read.Clip(string(h.Where))})
		}
		v.needs(at, "say", h.Say)
		for _, lang := range v.c.Languages {
			if len(h.Any) > 0 && len(h.Any[lang]) == 0 && len(h.Any[base(lang)]) == 0 {
				v.fail(at.In("any"), lang, "text-missing", with{"languages": strings.Join(v.c.Languages, ", ")})
			}
		}
		for lang, words := range inOrder(h.Any) {
			v.filled(at.In("any").In(lang), words)
		}
	}
	for i := range f.Outdated {
		for lang, words := range inOrder(f.Outdated[i].OKIf) {
			v.filled(f.at.In("superseded").Index(i).In("ok_if").In(lang), words)
		}
	}
}

// filled reports entries without words: they stand in every text.
func (v factRules) filled(at place, words []string) {
	for i, w := range words {
		if strings.TrimSpace(w) == "" {
			v.fail(at.Index(i), "", "words-missing", nil)
		}
	}
}

// never validates the pairs of wordings: advice that holds the wrong one would
// be refused where it is followed.
func (v factRules) never(f *Fact) {
	for lang, pairs := range inOrder(f.Never) {
		for i, p := range pairs {
			at := f.at.In("never").In(lang).Index(i)
			wrong, right := strings.TrimSpace(p.Wrong), strings.TrimSpace(p.Right)
			switch {
			case wrong == "":
				v.fail(at, "wrong", "words-missing", nil)
			case right == "":
				v.fail(at, "right", "words-missing", nil)
			case strings.Contains(strings.ToLower(right), strings.ToLower(wrong)):
				v.fail(at, "right", "never-right", with{"wrong": read.Clip(wrong)})
			}
		}
	}
}

// replies validates who answers a fact, in what words and where it is read.
func (v factRules) replies(f *Fact) {
	for i := range f.Replies {
		r, at := &f.Replies[i], f.at.In("replies").Index(i)
		v.needs(at, "speaker", r.Speaker)
		v.needs(at, "text", r.Text)
		if r.Lang != "" && !read.LanguageTag(r.Lang) {
			v.fail(at, "lang", "language-form", with{"lang": read.Clip(r.Lang)})
		}
		for lang, verbatim := range inOrder(r.Verbatim) {
			if verbatim && r.Lang != "" && base(lang) != base(r.Lang) {
				v.fail(at.In("verbatim"), lang, "reply-translated", with{"lang": read.Clip(r.Lang)})
			}
		}
		v.sourced(f, at, r.Source)
	}
}

// sourced reports a source that the fact does not have.
func (v factRules) sourced(f *Fact, at place, id string) {
	v.refer(at, "source", id, "source", f.sourceIDs())
}

func (f *Fact) sourceIDs() []string {
	ids := idsOf(append([]Source{f.Source}, f.Sources...), func(s Source) string { return s.ID })
	return slices.DeleteFunc(ids, func(id string) bool { return id == "" })
}
