package graphic

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// settled is a copy of the card that shares no memory with the caller's, with
// the blocks themselves where pointers to them were given.
func settled(c Card) Card {
	c.Tags, c.Logos = slices.Clone(c.Tags), slices.Clone(c.Logos)
	c.Blocks = pointedTo(c.Blocks)
	for i, b := range c.Blocks {
		if b == nil || foreign(b) {
			continue // to be refused
		}
		own := reflect.New(reflect.TypeOf(b)).Elem()
		own.Set(reflect.ValueOf(b))
		detach(own)
		c.Blocks[i] = own.Interface().(Block)
	}
	return c
}

// detach gives a value slices of its own, at every depth. A *Picture is shared:
// nobody can change it.
func detach(v reflect.Value) {
	switch {
	case v.Kind() == reflect.Slice && !v.IsNil():
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		for i := range own.Len() {
			detach(own.Index(i))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				detach(v.Field(i))
			}
		}
	}
}

// foreign reports a block that is none of this package's but embeds one: it
// would be drawn by the methods of what it embeds, and described by others.
func foreign(b Block) bool {
	return reflect.TypeOf(b).PkgPath() != reflect.TypeFor[Card]().PkgPath()
}

// checkTags refuses what cannot be a hashtag: only the first is drawn, but all
// stand in the description of the files.
func (c *Card) checkTags() *FieldError {
	for i, tag := range c.Tags {
		name := strings.TrimPrefix(tag, "#")
		if name == "" || strings.ContainsFunc(name, func(r rune) bool { return r == '#' || unicode.IsSpace(r) }) {
			return refuse("card-tag", fmt.Sprintf("Tags[%d]", i), fault.Values{"tag": tag})
		}
	}
	return nil
}

// checkRunes refuses characters that cannot be seen in any text of the card,
// drawn or not: a reader of the picture and one of its description would be
// told different things.
func (c *Card) checkRunes() *FieldError {
	var refused *FieldError
	texts(reflect.ValueOf(c).Elem(), "", func(field, s string) bool {
		r, _, found := runes.Words.Find(s)
		if found {
			refused = refuse("card-hidden", field, fault.Values{"code": fmt.Sprintf("%U", r)})
		}
		return !found
	})
	return refused
}

// texts calls f for every string in a value, with its path, until f returns
// false.
func texts(v reflect.Value, path string, f func(path, s string) bool) bool {
	switch v.Kind() {
	case reflect.String:
		return f(path, v.String())
	case reflect.Interface:
		return v.IsNil() || texts(v.Elem(), path, f)
	case reflect.Slice:
		for i := range v.Len() {
			if !texts(v.Index(i), fmt.Sprintf("%s[%d]", path, i), f) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if path != "" {
				name = path + "." + name
			}
			if v.Type().Field(i).IsExported() && !texts(v.Field(i), name, f) {
				return false
			}
		}
	}
	return true
}

// pointedTo are the blocks themselves where pointers to them were given.
func pointedTo(blocks []Block) []Block {
	out := slices.Clone(blocks)
	for i, b := range out {
		switch v := reflect.ValueOf(b); {
		case v.Kind() != reflect.Pointer:
		case v.IsNil():
			out[i] = nil
		default:
			out[i], _ = v.Elem().Interface().(Block)
		}
	}
	return out
}
