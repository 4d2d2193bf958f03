package share

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// CardTexts are the words of a card of somebody's own, those of its blocks
// among them, as [truth.Checker.Pass] reads them. Each has the field of
// [graphic.Card] that it is about.
func CardTexts(c *graphic.Card) []truth.Text {
	lang, _ := c.Lang.Base()
	w := cardWords{lang: lang.String(), sourced: c.Source != "" || c.SourceShort != ""}
	for _, field := range []struct{ name, words string }{
		{"Kicker", c.Kicker}, {"Headline", c.Headline}, {"HeadlineShort", c.HeadlineShort}, {"Attribution", c.Attribution},
		{"Body", c.Body}, {"BodyShort", c.BodyShort}, {"Note", c.Note}, {"Source", c.Source}, {"SourceShort", c.SourceShort}, {"AsOf", c.AsOf},
		{"Action.Verb", c.Action.Verb}, {"Action.Detail", c.Action.Detail}, {"Action.Prompt", c.Action.Prompt}, {"Action.URL", c.Action.URL},
		{"Description", c.Description}, {"Rights", c.Rights},
	} {
		w.add(field.name, field.words)
	}
	for i, tag := range c.Tags {
		w.add(fmt.Sprintf("Tags[%d]", i), tag)
	}
	for i := range c.Logos {
		w.add(fmt.Sprintf("Logos[%d].Name", i), c.Logos[i].Name)
	}
	for i, b := range c.Blocks {
		w.walk(fmt.Sprintf("Blocks[%d]", i), reflect.ValueOf(b))
	}
	return w.texts
}

// cardWords collects the words of a card.
type cardWords struct {
	lang    string
	sourced bool
	texts   []truth.Text
}

func (w *cardWords) add(field, words string) {
	if words = strings.ReplaceAll(words, "**", ""); words != "" {
		w.texts = append(w.texts, truth.Text{Words: words, Lang: w.lang, Where: truth.Card, Sourced: w.sourced, Field: field})
	}
}

// walk adds what stands in a block, whatever its kind. What one part of it
// holds is one text, for a figure says nothing without its label.
func (w *cardWords) walk(field string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.Type() != reflect.TypeFor[*graphic.Picture]() {
			w.walk(field, v.Elem())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			w.walk(fmt.Sprintf("%s[%d]", field, i), v.Index(i))
		}
	case reflect.String:
		w.add(field, v.String())
	case reflect.Struct:
		w.part(field, v)
	}
}

// amounts are fields whose number the picture shows.
var amounts = []string{"Count", "Of", "Total", "Value"}

// part adds what a struct says, then what its parts say.
func (w *cardWords) part(field string, v reflect.Value) {
	var words []string
	first := field
	for f, value := range v.Fields() {
		switch {
		case !f.IsExported():
		case value.Kind() == reflect.String && value.Len() > 0:
			if len(words) == 0 {
				first = field + "." + f.Name
			}
			words = append(words, spoken(v, f.Name, value.String()))
		case (value.CanInt() || value.CanFloat()) && slices.Contains(amounts, f.Name) && !value.IsZero():
			words = append(words, fmt.Sprint(value))
		default:
			w.walk(field+"."+f.Name, value)
		}
	}
	w.add(first, strings.Join(words, " "))
}

// spoken puts the words of a quotation that has a speaker between marks: they
// are not the card's.
func spoken(of reflect.Value, field, words string) string {
	if q, ok := of.Interface().(graphic.Quote); ok && field == "Text" && q.Speaker != "" {
		return "“" + strings.Trim(words, `“”"`) + "”"
	}
	return words
}
