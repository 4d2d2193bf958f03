package guide

import (
	"reflect"
	"slices"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// spread fills in, where a language was added, the words of the first one, so
// that the campaign can be saved; [Draft.Check] names them. What is said in
// languages that the campaign no longer has goes.
func spread(c *campaign.Campaign) {
	eachText(reflect.ValueOf(c).Elem(), func(t campaign.Text) {
		spare := ""
		for _, lang := range c.Languages {
			if spare = t[lang]; spare != "" {
				break
			}
		}
		for lang, s := range t {
			if spare == "" {
				spare = s
			}
			if lang != "" && !slices.Contains(c.Languages, lang) {
				delete(t, lang)
			}
		}
		for _, lang := range c.Languages {
			if !t.Has(lang) && spare != "" {
				t[lang] = spare
			}
		}
	})
	spreadLetters(c)
}

func spreadLetters(c *campaign.Campaign) {
	var all []campaign.Letter
	for _, l := range c.Letters {
		if slices.Contains(c.Languages, l.Lang) {
			all = append(all, l)
		}
	}
	for _, l := range slices.Clone(c.Letters) {
		for _, lang := range c.Languages {
			if !slices.ContainsFunc(all, func(o campaign.Letter) bool { return o.ID == l.ID && o.Lang == lang }) {
				l.Lang = lang
				all = append(all, l)
			}
		}
	}
	c.Letters = all
}

// eachText calls f for every text of a campaign that says anything.
func eachText(v reflect.Value, f func(campaign.Text)) {
	switch {
	case v.Type() == reflect.TypeFor[campaign.Text]():
		if t := v.Interface().(campaign.Text); len(t) > 0 {
			f(t)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachText(v.Field(i), f)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), f)
		}
	}
}
