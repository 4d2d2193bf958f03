package campaign

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// Validate holds a campaign that was made in Go, or changed since it was
// loaded, to the rules of [Load], by the same code. The error is a
// [*LoadError] with every mistake. It only reads the campaign.
func (c *Campaign) Validate() error {
	v := validator{c: c.placed(), report: &report{}}
	valueRules{&v}.values()
	v.campaign(context.Background())
	return v.report.err()
}

// placed is a copy in which everything that can be pointed at says where it
// stands: in a file, or else on which path.
func (c *Campaign) placed() *Campaign {
	own := cloned(reflect.ValueOf(c).Elem()).Addr().Interface().(*Campaign)
	own.walkAll(func(n node) {
		if s, ok := n.value.Interface().(interface{ where() place }); ok && s.where() == (place{}) {
			stand(n.value.Addr().Interface(), n.at)
		}
	})
	return own
}

// cloned is a copy that shares no exported part with v.
func cloned(v reflect.Value) reflect.Value {
	own := reflect.New(v.Type()).Elem()
	own.Set(v)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if own.Field(i).CanSet() {
				own.Field(i).Set(cloned(v.Field(i)))
			}
		}
	case reflect.Slice:
		if v.Len() > 0 {
			own.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			own.Index(i).Set(cloned(v.Index(i)))
		}
	case reflect.Map:
		if v.Len() > 0 {
			own.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		}
		for _, key := range v.MapKeys() {
			own.SetMapIndex(key, cloned(v.MapIndex(key)))
		}
	}
	return own
}

// valueRules checks a campaign made in Go.
type valueRules struct{ *validator }

// values validates what no file can say: the decoder refuses it in those.
func (v valueRules) values() {
	v.c.walkAll(func(n node) {
		if v.report.full() {
			return
		}
		switch value := n.value.Interface().(type) {
		case Date:
			if d, err := ParseDate(value.String()); err != nil || d != value {
				v.fail(n.at, "", "date-form", with{"date": value.String()})
			}
		case Moment:
			if m, err := ParseMoment(value.String()); err != nil || !m.At.Equal(value.At) {
				v.fail(n.at, "", "moment-form", with{"moment": value.String()})
			}
		case int:
			if !read.InRange(float64(value), read.MostWhole) {
				v.fail(n.at, "", "wants-whole", with{"value": fmt.Sprint(value)})
			}
		case float64:
			if !read.InRange(value, read.MostNumber) {
				v.fail(n.at, "", "wants-number", with{"value": fmt.Sprint(value)})
			}
		default:
			v.value(n)
		}
	})
}

func (v valueRules) value(n node) {
	switch n.value.Kind() {
	case reflect.String:
		if r, _, found := runes.Words.Find(n.value.String()); found {
			v.fail(n.at, "", "invisible-character", with{"char": fmt.Sprintf("U+%04X", r)})
		}
	case reflect.Slice:
		v.twice(n)
	case reflect.Map:
		for _, key := range read.MapKeys(n.value) {
			v.named(n.at.In(key), key)
		}
	case reflect.Struct:
		switch owner := n.value.Addr().Interface().(type) {
		case *Letter:
			v.named(owner.at, owner.Lang)
		case *Page:
			v.named(owner.at, owner.Lang)
		}
	}
}

// named notes a language that words are in. Those that only the built-in
// campaign speaks stay where they are.
func (v valueRules) named(at place, lang string) {
	if v.c.Extends == "" || !slices.Contains(builtinLanguages(), lang) {
		v.uses.Named = append(v.uses.Named, read.Use{Lang: lang, At: at})
	}
}

// builtinLanguages lists the languages of the built-in campaign.
func builtinLanguages() []string {
	builtinOnce.Do(func() { builtinSpeaks = Default().Languages })
	return builtinSpeaks
}

var (
	builtinOnce   sync.Once
	builtinSpeaks []string
)

// twice reports entries of a list that have one id.
func (v valueRules) twice(n node) {
	id := entryID(n.value.Type().Elem())
	seen := make(map[string]bool)
	for i := range n.value.Len() {
		name := id(n.value.Index(i))
		if name != "" && seen[name] {
			v.fail(n.at.Index(i), "", "id-again", with{"id": read.Clip(name)})
		}
		seen[name] = true
	}
}

// entryID is how the entries of a list are told apart: by a key, or by the
// name of their file.
func entryID(t reflect.Type) func(reflect.Value) string {
	key := read.KeyOf(t)
	switch {
	case key.Name != "":
		return func(v reflect.Value) string { return v.Field(key.Index).String() }
	case t == reflect.TypeFor[Letter](), t == reflect.TypeFor[Page]():
		return func(v reflect.Value) string {
			return strings.Join([]string{v.FieldByName("Lang").String(), v.FieldByName("ID").String()}, "/")
		}
	}
	return func(reflect.Value) string { return "" }
}
