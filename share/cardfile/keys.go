package cardfile

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"unicode"
)

// Key is a field of [graphic.Card] as files call it: Blocks[0].Items[2].Value
// is "bars[2].value", and Action.URL "action.url". blocks are the keys of the
// card's blocks; those of a fact have none and are its "chart".
func Key(field string, blocks []string) string {
	var b strings.Builder
	for i, s := range steps(field) {
		switch {
		case s.name == "Blocks" && i == 0:
			b.WriteString(blockKey(field, blocks))
		case s.name == "Logos" && i == 0:
			b.WriteString("logo")
		case i == 1 && strings.HasPrefix(field, "Logos["): // a file has one
		case i == 2 && s.name == "Art" && strings.HasPrefix(field, "Logos["):
			b.WriteString(".file")
		case i == 1 && strings.HasPrefix(field, "Blocks["):
		case i == 2 && len(blocks) > 0 && !strings.HasPrefix(blockKey(field, blocks), "blocks[") && (s.name == "Items" || s.name == "Rows" || s.name == "Events"):
		case s.name == "":
			fmt.Fprintf(&b, "[%d]", s.index)
		default:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(snake(s.name))
		}
	}
	return b.String()
}

// blockKey is the key of the block that a field begins with.
func blockKey(field string, blocks []string) string {
	s := steps(field)
	switch {
	case len(blocks) == 0:
		return "chart"
	case len(s) > 1 && s[1].name == "" && s[1].index < len(blocks):
		return blocks[s[1].index]
	}
	return strings.Join(blocks, ", ")
}

// snake is HeadlineShort as headline_short, and URL as url.
func snake(name string) string {
	var b strings.Builder
	before := ' '
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
		before = r
	}
	return b.String()
}

// A KeyInfo is one key of a card's file.
// It is plain data, safe for concurrent use as long as nobody changes it.
type KeyInfo struct {
	Name string    // "stat"
	Type string    // "text", "number", "true or false", "list" or "keys"
	Keys []KeyInfo // within it, or within each of the list
}

// Keys returns every key of a card's file, in the order in which they are
// drawn: they are those of the types that files are read into.
func Keys() []KeyInfo { return keysOf(reflect.TypeFor[document](), "yaml") }

// keysOf are the keys of a type by a kind of tag.
func keysOf(t reflect.Type, tag string) (all []KeyInfo) {
	if w, ok := reflect.Zero(t).Interface().(interface{ keys() []KeyInfo }); ok {
		return w.keys()
	}
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || kindOf(t) == reflect.String {
		return nil
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get(tag), ",")
		switch {
		case options == "inline":
			all = append(all, keysOf(f.Type, tag)...)
			continue
		case name == "":
			name = strings.ToLower(f.Name)
		}
		all = append(all, KeyInfo{name, strings.TrimPrefix(wanted(kindOf(f.Type)), "cardfile-want-"), keysOf(f.Type, tag)})
	}
	return all
}

func kindOf(t reflect.Type) reflect.Kind {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) { // a mark, a day
		return reflect.String
	}
	return t.Kind()
}

// keyNames are the names of all keys, within others too.
func keyNames() (names []string) {
	var add func([]KeyInfo)
	add = func(keys []KeyInfo) {
		for _, k := range keys {
			names = append(names, k.Name)
			add(k.Keys)
		}
	}
	add(Keys())
	return names
}
