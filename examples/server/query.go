package main

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
)

const (
	maxQuery = 8 << 10 // bytes, percent signs and all
	maxValue = 700     // characters: more than any card holds
)

// A query is what a request asks for.
type query struct {
	fact, lang, theme string
	format            graphic.Format

	card  graphic.Card // of free words
	tag   string
	stat  graphic.Stat
	quote graphic.Quote
}

// words are the parameters of a card of free words.
func (q *query) words() map[string]*string {
	return map[string]*string{
		"kicker": &q.card.Kicker, "headline": &q.card.Headline, "body": &q.card.Body, "attribution": &q.card.Attribution,
		"figure": &q.stat.Value, "figure_prefix": &q.stat.Prefix, "figure_unit": &q.stat.Unit, "figure_label": &q.stat.Label,
		"quote": &q.quote.Text, "speaker": &q.quote.Speaker, "role": &q.quote.Role,
		"source": &q.card.Source, "as_of": &q.card.AsOf, "tag": &q.tag,
	}
}

// fields are the parameters by the library's names for them.
var fields = map[string]string{
	"AsOf": "as_of", "Tags": "tag", "Value": "figure", "Prefix": "figure_prefix", "Unit": "figure_unit", "Label": "figure_label", "Text": "quote",
}

var inBlock = regexp.MustCompile(`^Blocks\[\d\]\.`)

// parameter is the query's name for a field of a card.
func parameter(field string) string {
	field = inBlock.ReplaceAllString(field, "")
	if name := fields[field]; name != "" {
		return name
	}
	return strings.ToLower(field)
}

// values reads a raw query in which every parameter is one of those allowed,
// stands once and holds plain text.
func values(raw string, allowed func(name string) bool) (map[string]string, error) {
	if len(raw) > maxQuery {
		return nil, &problem{status: http.StatusRequestURITooLong, Field: "query", Problem: "is too long", Over: len(raw) - maxQuery}
	}
	all, err := url.ParseQuery(raw)
	if err != nil {
		return nil, &problem{Field: "query", Problem: "is not well formed"}
	}
	out := make(map[string]string, len(all))
	for _, name := range slices.Sorted(maps.Keys(all)) { // of two mistakes always the same is told
		v := all[name]
		switch {
		case !allowed(name):
			return nil, &problem{Field: "query", Problem: fmt.Sprintf("there is no parameter %.40q here", name)}
		case len(v) > 1:
			return nil, &problem{Field: name, Problem: "is given twice"}
		}
		if err := plain(name, v[0]); err != nil {
			return nil, err
		}
		out[name] = v[0]
	}
	return out, nil
}

// plain refuses text that is too long or shows less than it holds.
func plain(name, text string) error {
	if n := utf8.RuneCountInString(text); n > maxValue {
		return &problem{Field: name, Problem: "is too long", Over: n - maxValue}
	}
	if strings.ContainsAny(text, "\n\r\t") {
		return &problem{Field: name, Problem: "contains a control character"}
	}
	for _, found := range (hashtag.Platform{}).Check(text) {
		if found.Code == hashtag.HiddenCharacter || found.Code == hashtag.NotUTF8 {
			return &problem{Field: name, Problem: "contains a control or hidden character"}
		}
	}
	return nil
}

// parse reads the query of a card.
func (s *service) parse(raw string) (*query, error) {
	q := &query{format: graphic.Formats()[0]}
	words := q.words()
	given, err := values(raw, func(name string) bool {
		return words[name] != nil || name == "fact" || name == "lang" || name == "theme" || name == "format"
	})
	if err != nil {
		return nil, err
	}
	if s.factsOnly && given["fact"] == "" {
		return nil, &problem{Field: "fact", Problem: "is missing"}
	}
	q.fact, q.lang, q.theme = given["fact"], given["lang"], given["theme"]
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if words[name] == nil {
			continue
		}
		if q.fact != "" {
			return nil, &problem{Field: name, Problem: "a fact has its own words"}
		}
		*words[name] = given[name]
	}
	return q, q.choose(given["format"])
}

// choose finds format and theme by their names.
func (q *query) choose(format string) error {
	screens := graphic.Formats() // sheets of paper are too large to be drawn for anybody
	if format != "" {
		i := slices.IndexFunc(screens, func(f graphic.Format) bool { return f.Name == format })
		if i < 0 {
			return &problem{Field: "format", Problem: fmt.Sprintf("is none of %q", names(screens, func(f graphic.Format) string { return f.Name }))}
		}
		q.format = screens[i]
	}
	if _, ok := graphic.ThemeByName(q.theme); q.theme != "" && !ok {
		return &problem{Field: "theme", Problem: fmt.Sprintf("is none of %q", names(graphic.Themes(), func(t graphic.Theme) string { return t.Name }))}
	}
	return nil
}

func names[T any](all []T, name func(T) string) []string {
	var out []string
	for _, v := range all {
		out = append(out, name(v))
	}
	return out
}

// free lays out the card of the query's own words.
func (q *query) free(lang string, fonts *graphic.Fonts) (*graphic.Graphic, error) {
	if q.lang != "" {
		lang = q.lang
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, &problem{Field: "lang", Problem: "is not a language tag"}
	}
	c := q.card
	c.Lang = tag
	if q.stat != (graphic.Stat{}) {
		c.Blocks = append(c.Blocks, q.stat)
	}
	if q.quote != (graphic.Quote{}) {
		q.quote.Verbatim = true
		c.Blocks = append(c.Blocks, q.quote)
	}
	if q.tag != "" {
		t, err := hashtag.ParseTag(q.tag)
		if err != nil {
			return nil, &problem{Field: "tag", Problem: strings.TrimPrefix(err.Error(), "not a hashtag: ")}
		}
		c.Tags = []string{string(t)}
	}
	theme, _ := graphic.ThemeByName(q.theme)
	return graphic.New(c, &graphic.Options{Format: q.format, Theme: theme, Fonts: fonts})
}
