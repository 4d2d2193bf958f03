package campaign

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/share/internal/minisign"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// campaign validates part by part, until ctx is done or nothing more is told.
func (v *validator) campaign(ctx context.Context) {
	head, words, letters, people := headerRules{v}, wordRules{v}, letterRules{v}, rosterRules{v}
	for _, part := range []func(){
		head.header, head.languages, v.everywhere, factRules{v}.facts,
		words.captions, words.messages, words.threads, words.reels, words.demands, words.steps, words.chants, words.events,
		words.orgs, words.contacts, letters.letters, letters.pages, people.offices, people.areas, people.roster,
	} {
		if v.report.full() || ctx.Err() != nil {
			return
		}
		part()
	}
}

// headerRules checks campaign.yaml and the languages.
type headerRules struct{ *validator }

// header validates campaign.yaml.
func (v headerRules) header() {
	c := v.c
	v.id(c.at, "name", c.Name)
	v.needs(c.at, "title", c.Title)
	if c.AsOf.IsZero() {
		v.fail(c.at, "as_of", "campaign-date-missing", nil)
	}
	if c.Revision < 0 || c.Revision > mostRevisions {
		v.fail(c.at, "revision", "revision-range", with{"n": c.Revision, "most": mostRevisions})
	}
	if _, err := c.zone(); err != nil {
		v.fail(c.at, "time_zone", "zone-unknown", with{"zone": read.Clip(c.TimeZone)})
	}
	v.link(c.at, "link", c.Link, "https")
	if _, _, ok := minisign.PublicKey(c.Key); !ok && c.Key != "" {
		v.fail(c.at, "key", "key-form", with{"key": read.Clip(c.Key)})
	}
	v.link(c.at, "corrections", c.Corrections, "https", "mailto")
	v.link(c.at.In("licence"), "url", c.Licence.URL, "https")
	v.page()
	v.motif(c.at.In("motif"), &c.Motif)
	v.logo(c.at.In("logo"), &c.Logo)
	v.topics()
	for i := range c.Actions {
		v.action(&c.Actions[i])
	}
	v.tags()
}

// topics validates the topics, of which no two ask for the same.
func (v headerRules) topics() {
	demands, asked := idsOf(v.c.Demands.List, func(d Demand) string { return d.ID }), make(map[string]bool)
	for i := range v.c.Topics {
		t := &v.c.Topics[i]
		v.needs(t.at, "title", t.Title)
		v.refer(t.at, "ask", t.Ask, "demand", demands)
		if t.Ask != "" && asked[t.Ask] {
			v.fail(t.at, "ask", "ask-twice", with{"ask": t.Ask})
		}
		asked[t.Ask] = true
	}
}

func (v headerRules) action(a *Action) {
	v.needs(a.at, "verb", a.Verb)
	for lang, address := range inOrder(a.URL) {
		v.link(a.at.In("url"), lang, address, "https", "tel", "sms", "mailto")
	}
}

// languages validates the campaign's languages and every use of one.
func (v headerRules) languages() {
	c := v.c
	if len(c.Languages) == 0 {
		v.fail(c.at, "languages", "languages-missing", nil)
		return
	}
	for i, lang := range c.Languages {
		p := c.at.In("languages").Index(i)
		_, err := language.Parse(lang)
		switch {
		case err != nil || !read.LanguageTag(lang):
			v.fail(p, "", "language-form", with{"lang": read.Clip(lang)})
		case slices.Index(c.Languages, lang) < i:
			v.fail(p, "", "language-twice", with{"lang": lang})
		default:
			v.table(lang, p)
		}
	}
	for _, use := range v.uses.Named {
		if use.Lang != "" && !v.speaks(use.Lang) && !v.report.full() {
			v.unknownLanguage(use.At, use.Lang)
		}
	}
	for _, use := range v.uses.Stale {
		if v.speaks(use.Lang) {
			v.fail(use.At, "", "text-replaced-partly", with{"lang": use.Lang})
		}
	}
}

// table validates how a language writes dates, numbers and labels.
func (v headerRules) table(lang string, at place) {
	s, english := v.c.Strings(lang), builtinStrings("en")
	if len(s.Months) == 0 {
		v.fail(at, "", "table-missing", with{"lang": lang})
		return
	}
	file := place{File: v.prefix + "strings/" + lang + ".yaml"}
	for name, months := range inOrder(map[string][]string{"months": s.Months, "months_short": s.MonthsShort}) {
		if len(months) != 12 {
			v.fail(file, name, "months-count", with{"n": len(months)})
		}
	}
	if !slices.Contains([]string{"ltr", "rtl"}, s.Direction) {
		v.fail(file, "direction", "direction-unknown", with{"name": read.Clip(s.Direction)})
	}
	for _, d := range []string{s.Dates.Long, s.Dates.LongMonth, s.Dates.Short, s.Dates.ShortMonth} {
		if !strings.Contains(d, "{year}") {
			v.fail(file, "dates", "date-pattern", nil)
			break
		}
	}
	for key := range inOrder(english.Labels) {
		if s.Labels[key] == "" {
			v.fail(file, "labels."+key, "label-missing", with{"english": english.Labels[key]})
		}
	}
}

// everywhere validates what holds for every text, id and date, wherever it
// stands.
func (v *validator) everywhere() {
	v.c.walk(func(n node) {
		switch value := n.value.Interface().(type) {
		case Text:
			v.complete(n.at, value)
		case string:
			if n.field.Name == "id" && n.field.Key && (value != "" || strings.Contains(n.at.Path, "]")) {
				v.id(n.at, "", value)
			}
		}
	})
	for _, n := range []int{len(v.c.Topics), len(v.c.Actions), len(v.c.Facts), len(v.c.Contacts)} {
		if n > mostEntries {
			v.report.add(mistakeAt(v.c.at.File, pos{}, "too-many-entries", with{"n": n, "limit": mostEntries}))
		}
	}
}

// mostEntries bounds the facts, topics, actions and contacts: they are looked
// up by going through them.
const mostEntries = 5000
