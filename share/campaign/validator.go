package campaign

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A validator asks what can be asked of a campaign on any day: it reports
// mistakes that keep it from being used.
type validator struct {
	c      *Campaign
	report *report
	uses   read.Uses
	prefix string // before the names of the campaign's own files

	known  []string        // the ids of the facts
	isFact map[string]bool // by its id
}

// fail reports a mistake in a field of the value at p.
func (v *validator) fail(p place, field, rule string, values with) {
	if v.report.full() {
		return // saying it takes long
	}
	p = p.In(field)
	if v.inherited(p) {
		values = maps.Clone(values)
		all := with{"built_in": true}
		maps.Copy(all, values)
		values = all
	}
	v.report.add(newMistake(p.File, v.c.places.Find(p), p.Path, english.New(rule, shown(p), values)))
}

// shown is a place as its author knows it: within its entry, if that stands in
// a file.
func shown(p place) string {
	if p.File == "" {
		return p.Path
	}
	return short(p.Path)
}

// inherited reports whether what stands at p comes from the campaign that
// this one extends.
func (v *validator) inherited(p place) bool {
	return v.prefix == "" && v.c.Extends != "" && strings.HasPrefix(p.File, builtin+"/")
}

// speaks reports whether words in lang serve one of the campaign's languages.
func (v *validator) speaks(lang string) bool {
	return slices.ContainsFunc(v.c.Languages, func(l string) bool { return l == lang || strings.HasPrefix(l, lang+"-") })
}

func (v *validator) unknownLanguage(p place, lang string) {
	values := unknown(lang, v.c.Languages)
	if len(lang) <= 2 {
		delete(values, "nearest") // any two are alike
	}
	v.fail(p, "", "language-unknown", values)
}

// complete reports the languages that a text lacks while it has others.
func (v *validator) complete(at place, t Text) {
	if empty(t) || t[""] != "" {
		return
	}
	for _, lang := range v.c.Languages {
		if strings.TrimSpace(t.In(lang)) == "" {
			v.fail(at, lang, "text-missing", with{"languages": strings.Join(v.c.Languages, ", ")})
		}
	}
}

func empty(t Text) bool {
	for _, s := range t {
		if strings.TrimSpace(s) != "" {
			return false
		}
	}
	return true
}

// needs reports a text that is missing altogether.
func (v *validator) needs(p place, field string, t Text) {
	if empty(t) {
		v.fail(p, field, "text-missing", with{"languages": strings.Join(v.c.Languages, ", ")})
	}
}

// within reports words that are longer than a limit.
func (v *validator) within(p place, field string, t Text, most int) {
	for lang := range inOrder(t) {
		if n := utf8.RuneCountInString(t.Plain(lang)); n > most {
			v.fail(p.In(field), lang, "text-too-long", with{"n": n, "over": n - most, "limit": most})
		}
	}
}

// device are names that Windows keeps for devices: no file can be called so,
// whatever its ending.
var device = pattern.New(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

var idPattern = pattern.New(`^[a-z0-9-]{1,64}$`)

func (v *validator) id(p place, field, id string) {
	switch {
	case id == "":
		v.fail(p, field, "id-missing", nil)
	case !idPattern().MatchString(id):
		v.fail(p, field, "id-form", with{"id": read.Clip(id)})
	case device().MatchString(id):
		v.fail(p, field, "id-device", with{"id": id})
	}
}

// link reports an address that is not of one of the schemes. An empty one is
// none at all.
func (v *validator) link(p place, field, address string, schemes ...string) {
	if address == "" {
		return
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || strings.ContainsAny(address, " \t\n"):
		v.fail(p, field, "address-form", with{"address": read.Clip(address)})
	case !slices.Contains(schemes, u.Scheme):
		v.fail(p, field, "address-scheme", with{"schemes": prefixes(schemes), "address": read.Clip(address)})
	case u.Scheme == "https" && !strings.Contains(u.Hostname(), "."), u.Scheme != "https" && u.Opaque == "":
		v.fail(p, field, "address-nowhere", with{"address": read.Clip(address)})
	case u.User != nil:
		v.fail(p, field, "address-password", with{"address": read.Clip(address)})
	}
}

func prefixes(schemes []string) string {
	out := make([]string, len(schemes))
	for i, s := range schemes {
		out[i] = s + ":"
		if s == "https" {
			out[i] = "https://"
		}
	}
	if n := len(out) - 1; n > 0 {
		return strings.Join(out[:n], ", ") + " or " + out[n]
	}
	return out[0]
}

// refer reports an id that names nothing. kind is what it should name.
func (v *validator) refer(p place, field, id, kind string, known []string) {
	if id == "" || slices.Contains(known, id) || v.report.full() {
		return
	}
	rule, values := kind+"-unknown", unknown(id, known)
	values["known"] = read.Clip(strings.Join(known, ", "))
	if len(known) == 0 {
		rule = kind + "-none"
	}
	v.fail(p, field, rule, values)
}

// refersToFacts reports ids that name no fact.
func (v *validator) refersToFacts(p place, field string, ids []string) {
	known := v.factIDs()
	for i, id := range ids {
		if !v.isFact[id] {
			v.refer(p.In(field).Index(i), "", id, "fact", known)
		}
	}
}

func (v *validator) factIDs() []string {
	if v.known == nil {
		v.known, v.isFact = idsOf(v.c.Facts, func(f Fact) string { return f.ID }), make(map[string]bool)
		for _, id := range v.known {
			v.isFact[id] = true
		}
	}
	return v.known
}

func idsOf[T any](list []T, id func(T) string) []string {
	ids := make([]string, len(list))
	for i, e := range list {
		ids[i] = id(e)
	}
	return ids
}
