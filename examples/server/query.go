package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/cardfile"
	"github.com/shutdowncecot/toolkit/share/truth"
)

const (
	maxQuery = 8 << 10 // bytes, percent signs and all
	maxValue = 700     // characters: more than any card holds

	maxVersion = 64 // bytes of ?v=
)

// A query is what a request asks for.
type query struct {
	fact, lang, theme string
	format            graphic.Format

	sent  bool         // the card is a document
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

// parameters are those that are not called as the field of the card is.
var parameters = map[string]string{
	"tags": "tag", "value": "figure", "prefix": "figure_prefix", "unit": "figure_unit", "label": "figure_label", "text": "quote",
}

// parameter is the query's name for a field of a card.
func parameter(field string) string {
	key := cardfile.Key(field, nil)
	key = strings.TrimPrefix(key, "chart.")
	key, _, _ = strings.Cut(key, "[")
	return cmp.Or(parameters[key], key)
}

// values reads a raw query in which every parameter is one of those allowed,
// stands once and holds plain text.
func values(raw string, allowed func(name string) bool) (map[string]string, error) {
	if len(raw) > maxQuery {
		return nil, refuse("request-query-long", "query", with{"over": len(raw) - maxQuery}).as(http.StatusRequestURITooLong)
	}
	all, err := url.ParseQuery(raw)
	if err != nil {
		return nil, refuse("request-query", "query", nil)
	}
	out := make(map[string]string, len(all))
	for _, name := range slices.Sorted(maps.Keys(all)) { // of two mistakes always the same is told
		v := all[name]
		switch {
		case name == "v" && len(v) == 1 && len(v[0]) <= maxVersion:
			continue // makes the address new for caches
		case !allowed(name):
			return nil, refuse("request-parameter", "query", with{"name": fmt.Sprintf("%.40s", name)})
		case len(v) > 1:
			return nil, refuse("request-twice", name, nil)
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
		return refuse("request-long", name, with{"over": n - maxValue})
	}
	if strings.ContainsAny(text, "\n\r\t") {
		return refuse("request-hidden", name, nil)
	}
	for _, found := range (hashtag.Platform{}).Check(text) {
		if found.Kind == hashtag.HiddenCharacter || found.Kind == hashtag.NotUTF8 {
			return refuse("request-hidden", name, nil)
		}
	}
	return nil
}

// parse reads the query of a card or, where one is sent, its document.
func (s *service) parse(r *http.Request) (*query, error) {
	q := &query{format: graphic.Formats()[0], sent: r.Method == http.MethodPost}
	words := q.words()
	if q.sent {
		words = nil
		if err := s.document(r, &q.card); err != nil {
			return nil, err
		}
	}
	given, err := values(r.URL.RawQuery, func(name string) bool {
		return words[name] != nil || name == "fact" || name == "lang" || name == "theme" || name == "format"
	})
	if err != nil {
		return nil, err
	}
	switch {
	case q.sent && given["fact"] != "":
		return nil, refuse("request-words", "fact", nil)
	case !s.freeWords && given["fact"] == "":
		return nil, refuse("request-fact", "fact", nil)
	}
	q.fact, q.lang, q.theme = given["fact"], given["lang"], given["theme"]
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if words[name] == nil {
			continue
		}
		if q.fact != "" {
			return nil, refuse("request-words", name, nil)
		}
		*words[name] = given[name]
	}
	return q, q.choose(given["format"])
}

// document reads a card that is sent as JSON. Like any card of free words it
// carries no code, and no photograph is decoded for strangers.
func (s *service) document(r *http.Request, c *graphic.Card) error {
	if !s.freeWords {
		return refuse("request-fact", "fact", nil)
	}
	data, err := io.ReadAll(io.LimitReader(r.Body, maxQuery+1))
	switch {
	case err != nil:
		return refuse("request-body", "body", with{"cause": err})
	case len(data) > maxQuery:
		return refuse("request-body-long", "body", with{"most": maxQuery}).as(http.StatusRequestEntityTooLarge)
	}
	if err := json.Unmarshal(data, c); err != nil {
		return refuse("request-body", "body", with{"cause": err})
	}
	if c.Action != (graphic.Action{}) {
		return refuse("request-not-drawn", "action", nil)
	}
	for i, b := range c.Blocks {
		switch b := b.(type) {
		case graphic.Photo:
			return refuse("request-not-drawn", fmt.Sprintf("blocks[%d]", i), nil)
		case graphic.Quote:
			b.Verbatim = true
			c.Blocks[i] = b
		}
	}
	return nil
}

// choose finds format and theme by their names.
func (q *query) choose(format string) error {
	screens := graphic.Formats() // sheets of paper are too large to be drawn for anybody
	if format != "" {
		i := slices.IndexFunc(screens, func(f graphic.Format) bool { return f.Name == format })
		if i < 0 {
			return refuse("request-choice", "format", with{"have": names(screens, func(f graphic.Format) string { return f.Name })})
		}
		q.format = screens[i]
	}
	if _, ok := graphic.LookupTheme(q.theme); q.theme != "" && !ok {
		return refuse("request-choice", "theme", with{"have": names(graphic.Themes(), func(t graphic.Theme) string { return t.Name })})
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

// free lays out the card of the query's own words, if the campaign's rules find
// nothing that must not leave. What a person has to judge is returned beside it.
func (e *edition) free(q *query) (*graphic.Graphic, []truth.Finding, error) {
	c, err := q.own(e.campaign.Languages[0])
	if err != nil {
		return nil, nil, err
	}
	var warnings []truth.Finding
	theme, _ := graphic.LookupTheme(q.theme)
	g, err := graphic.New(c, &graphic.Options{Format: q.format, Theme: theme, Fonts: e.fonts})
	if err == nil {
		warnings, err = e.checker.Pass(share.CardTexts(&c)...)
	}
	if q.sent {
		return g, warnings, inDocument(err)
	}
	return g, warnings, err
}

// own is the card of the query's own words.
func (q *query) own(lang string) (graphic.Card, error) {
	c := q.card
	if q.lang != "" {
		lang = q.lang
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return c, refuse("request-language", "lang", nil)
	}
	if c.Lang == language.Und || q.lang != "" {
		c.Lang = tag
	}
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
			return c, problemOf(err, func(string) string { return "tag" })
		}
		c.Tags = []string{string(t)}
	}
	return c, nil
}

// inDocument says an error of a card by the keys of its document.
func inDocument(err error) error {
	if p := problemOf(err, graphic.Key); p != nil {
		return p
	}
	return err
}
