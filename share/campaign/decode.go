package campaign

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// A decoder fills structs from trees, strictly, and reports every mistake it
// meets on the way. Decoding onto a struct that is already filled adds to it:
// texts gain languages, lists whose entries have an id gain or change entries
// by id, all else is replaced.
type decoder struct {
	file   string
	report *report
	places places
	uses   *langUses
}

// langUse is one place where a language is named.
type langUse struct {
	lang string
	at   place
}

// langUses are kept until the campaign's languages are known for certain.
type langUses struct {
	named []langUse
	stale []langUse // a text was replaced, but not in this language
}

// fail reports a mistake in the value at a place, which stands at p.
func (d *decoder) fail(at place, p pos, rule string, values with) {
	if d.report.full() {
		return // saying it takes long
	}
	d.report.add(newMistake(d.file, p, at.path, english.New(rule, leaf(at.path), values)))
}

// decode decodes a whole file into what into points to.
func (d *decoder) decode(t *tree, into any) {
	d.value(t, reflect.ValueOf(into).Elem(), place{file: d.file})
}

func (d *decoder) value(t *tree, v reflect.Value, at place) {
	d.places[at] = t.pos
	if t.shape == null {
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.unmarshal(t, u, at)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.fields(t, v, at)
	case reflect.Slice:
		d.list(t, v, at)
	case reflect.Map:
		d.dict(t, v, at)
	default:
		d.scalar(t, v, at)
	}
}

// wants reports a value of the wrong shape.
func (d *decoder) wants(t *tree, s shape, at place) bool {
	if t.shape == s {
		return true
	}
	d.fail(at, t.pos, map[shape]string{scalar: "wants-value", list: "wants-list", dict: "wants-keys"}[s], nil)
	return false
}

func (d *decoder) unmarshal(t *tree, u encoding.TextUnmarshaler, at place) {
	if !d.wants(t, scalar, at) {
		return
	}
	if err := u.UnmarshalText([]byte(t.text)); err != nil {
		rule, name := "date-form", "date"
		if _, ok := u.(*Moment); ok {
			rule, name = "moment-form", "moment"
		}
		d.fail(at, t.pos, rule, with{name: clip(t.text)})
	}
}

func (d *decoder) scalar(t *tree, v reflect.Value, at place) {
	if !d.wants(t, scalar, at) {
		return
	}
	wants := func(rule string) { d.fail(at, t.pos, rule, with{"value": clip(t.text)}) }
	switch v.Kind() {
	case reflect.String:
		d.letters(t, at)
		v.SetString(t.text)
	case reflect.Bool:
		v.SetBool(t.text == "true")
		if t.text != "true" && t.text != "false" {
			wants("wants-bool")
		}
	case reflect.Int:
		n, err := strconv.Atoi(t.text)
		if v.SetInt(int64(n)); err != nil || !inRange(float64(n), mostWhole) {
			wants("wants-whole")
		}
	case reflect.Float64:
		n, err := strconv.ParseFloat(t.text, 64)
		if v.SetFloat(n); err != nil || !inRange(n, mostNumber) {
			wants("wants-number")
		}
	}
}

// The largest numbers of a campaign: those that people count, and all others.
const (
	mostWhole  = 1e9
	mostNumber = 1e15
)

// inRange reports a number of a campaign, which NaN is not.
func inRange(n, most float64) bool { return n >= 0 && n <= most }

// letters refuses characters that cannot be seen and change what is read.
func (d *decoder) letters(t *tree, at place) {
	if r, _, found := runes.Words.Find(t.text); found {
		d.fail(at, t.pos, "invisible-character", with{"char": fmt.Sprintf("U+%04X", r)})
	}
}

// fields decodes a group of keys. A key marked anew empties the struct first.
func (d *decoder) fields(t *tree, v reflect.Value, at place) {
	if !d.wants(t, dict, at) {
		return
	}
	stand(v, at)
	known := fieldsOf(v.Type())
	for _, f := range known {
		if _, given := t.get(f.name); f.anew && given {
			v.SetZero()
		}
	}
	for i := range t.keys {
		key := &t.keys[i]
		f := slices.IndexFunc(known, func(f field) bool { return f.name == key.text })
		if f < 0 {
			d.unknown(key, names(known), at)
			continue
		}
		d.places[at.in(key.text)] = key.pos
		d.value(&t.items[i], v.Field(known[f].index), at.in(key.text))
	}
}

// stand tells a value where it stands, if it keeps that.
func stand(v reflect.Value, at place) {
	if s, ok := v.Addr().Interface().(interface{ stand(place) }); ok {
		s.stand(at)
	}
}

func (d *decoder) unknown(key *tree, known []string, at place) {
	if d.report.full() {
		return
	}
	d.report.add(newMistake(d.file, key.pos, at.in(key.text).path, english.New("key-unknown", "", unknown(key.text, known))))
}

// list decodes a list. Entries with an id are found again by it.
func (d *decoder) list(t *tree, v reflect.Value, at place) {
	if !d.wants(t, list, at) {
		return
	}
	key := keyOf(v.Type().Elem())
	if key.name == "" {
		v.SetZero()
	}
	seen, entries := map[string]pos{}, entriesOf(v, key)
	for i := range t.items {
		item, here := &t.items[i], at.index(i)
		id, idAt := idIn(item, key)
		if first, twice := seen[id]; twice && id != "" {
			why := english.New("id-twice", "", with{"key": key.name, "id": clip(id), "line": first.line})
			d.report.add(newMistake(d.file, idAt, here.in(key.name).path, why))
		}
		seen[id] = idAt
		j, known := entries[id]
		if !known || id == "" {
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
			j = v.Len() - 1
			entries[id] = j
		}
		stand(v.Index(j), here)
		d.value(item, v.Index(j), here)
	}
}

// idIn returns the id that an entry of a list gives itself.
func idIn(item *tree, key field) (string, pos) {
	if key.name != "" && item.shape == dict {
		if t, ok := item.get(key.name); ok {
			return t.text, t.pos
		}
	}
	return "", item.pos
}

// entriesOf finds the entries that are there already by their ids.
func entriesOf(v reflect.Value, key field) map[string]int {
	entries := map[string]int{}
	for j := 0; key.name != "" && j < v.Len(); j++ {
		entries[v.Index(j).Field(key.index).String()] = j
	}
	return entries
}

// dict decodes a map. All maps but plain ones are by language.
func (d *decoder) dict(t *tree, v reflect.Value, at place) {
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	if _, ok := v.Interface().(Text); ok && t.shape == scalar {
		v.Clear()
		d.put(t, v, "", at)
		return
	}
	if !d.wants(t, dict, at) {
		return
	}
	if _, ok := v.Interface().(map[string]string); !ok {
		d.noteLanguages(t, v, at)
	}
	for i := range t.keys {
		d.places[at.in(t.keys[i].text)] = t.keys[i].pos
		d.put(&t.items[i], v, t.keys[i].text, at.in(t.keys[i].text))
	}
}

func (d *decoder) put(t *tree, v reflect.Value, key string, at place) {
	into := reflect.New(v.Type().Elem()).Elem()
	d.value(t, into, at)
	v.SetMapIndex(reflect.ValueOf(key), into)
}

// noteLanguages remembers the languages named, and those of a text that keep
// their old words while others are replaced.
func (d *decoder) noteLanguages(t *tree, v reflect.Value, at place) {
	replaces := false
	for _, key := range t.keys {
		d.uses.named = append(d.uses.named, langUse{key.text, at.in(key.text)})
		replaces = replaces || v.MapIndex(reflect.ValueOf(key.text)).IsValid()
	}
	for old := range inOrder(mapKeys(v)) {
		if _, ok := t.get(old); replaces && !ok && old != "" {
			d.uses.stale = append(d.uses.stale, langUse{old, at})
		}
	}
}

// field is one key of a struct.
type field struct {
	name  string
	index int
	key   bool // names the entry within its list
	anew  bool // empties the struct when given
}

func fieldsOf(t reflect.Type) []field {
	var fs []field
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name != "" && name != "-" {
			fs = append(fs, field{name, i, options == "key", options == "anew"})
		}
	}
	return fs
}

// keyOf returns the field that names an entry of a list, or the zero field.
func keyOf(t reflect.Type) field {
	if t.Kind() == reflect.Struct {
		for _, f := range fieldsOf(t) {
			if f.key {
				return f
			}
		}
	}
	return field{}
}

func names(fs []field) []string {
	s := make([]string, len(fs))
	for i, f := range fs {
		s[i] = f.name
	}
	return s
}

// leaf is the last part of a path: the field as the reader sees it.
func leaf(path string) string {
	if i := strings.LastIndexByte(path, '.'); i >= 0 && !languageTag(path[i+1:]) {
		return path[i+1:]
	}
	return path
}
