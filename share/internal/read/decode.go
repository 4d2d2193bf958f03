package read

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A Decoder fills structs from trees, strictly, and reports every mistake it
// meets on the way. Decoding onto a struct that is already filled adds to it:
// texts gain languages, lists whose entries have an id gain or change entries
// by id, all else is replaced.
type Decoder struct {
	File   string
	Places Places
	Uses   *Uses
	Report func(*Flaw)
	Full   func() bool           // whether further flaws are dropped
	Stand  func(v any, at Place) // tells what v points to where it stands
	Words  reflect.Type          // a map by language that a plain value stands for, too
}

// A Use is one place where a language is named.
type Use struct {
	Lang string
	At   Place
}

// Uses are kept until the campaign's languages are known for certain.
type Uses struct {
	Named []Use
	Stale []Use // a text was replaced, but not in this language
}

// fail reports a mistake in the value at a place, which stands at p.
func (d *Decoder) fail(at Place, p Pos, rule string, values fault.Values) {
	if d.Full() {
		return // saying it takes long
	}
	d.Report(&Flaw{Rule: rule, Values: values, File: d.File, At: p, Path: at.Path, Field: leaf(at.Path)})
}

// Decode decodes a whole file into what into points to.
func (d *Decoder) Decode(t *Tree, into any) {
	d.value(t, reflect.ValueOf(into).Elem(), Place{File: d.File})
}

// Section decodes a file that has one key.
func (d *Decoder) Section(t *Tree, key string, into any) {
	at := Place{File: d.File}
	d.Places[at] = t.Pos
	if t.Shape == Null || !d.wants(t, Dict, at.In(key)) {
		return
	}
	for i := range t.Keys {
		if t.Keys[i].Text != key {
			d.unknown(&t.Keys[i], []Field{{Name: key}}, at)
			continue
		}
		d.value(&t.Items[i], reflect.ValueOf(into).Elem(), at.In(key))
	}
}

func (d *Decoder) value(t *Tree, v reflect.Value, at Place) {
	d.Places[at] = t.Pos
	if t.Shape == Null {
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
func (d *Decoder) wants(t *Tree, s Shape, at Place) bool {
	if t.Shape == s {
		return true
	}
	d.fail(at, t.Pos, map[Shape]string{Scalar: "wants-value", List: "wants-list", Dict: "wants-keys"}[s], nil)
	return false
}

func (d *Decoder) unmarshal(t *Tree, u encoding.TextUnmarshaler, at Place) {
	if !d.wants(t, Scalar, at) {
		return
	}
	var f fault.Fault
	if err := u.UnmarshalText([]byte(t.Text)); errors.As(err, &f) {
		d.fail(at, t.Pos, f.Rule(), f.Values())
	}
}

func (d *Decoder) scalar(t *Tree, v reflect.Value, at Place) {
	if !d.wants(t, Scalar, at) {
		return
	}
	wants := func(rule string) { d.fail(at, t.Pos, rule, fault.Values{"value": Clip(t.Text)}) }
	switch v.Kind() {
	case reflect.String:
		d.Letters(t, at)
		v.SetString(t.Text)
	case reflect.Bool:
		v.SetBool(t.Text == "true")
		if t.Text != "true" && t.Text != "false" {
			wants("wants-bool")
		}
	case reflect.Int:
		n, err := strconv.Atoi(t.Text)
		if v.SetInt(int64(n)); err != nil || !InRange(float64(n), MostWhole) {
			wants("wants-whole")
		}
	case reflect.Float64:
		n, err := strconv.ParseFloat(t.Text, 64)
		if v.SetFloat(n); err != nil || !InRange(n, MostNumber) {
			wants("wants-number")
		}
	}
}

// The largest numbers of a campaign: those that people count, and all others.
const (
	MostWhole  = 1e9
	MostNumber = 1e15
)

// InRange reports a number of a campaign, which NaN is not.
func InRange(n, most float64) bool { return n >= 0 && n <= most }

// Letters refuses characters that cannot be seen and change what is read.
func (d *Decoder) Letters(t *Tree, at Place) {
	if r, _, found := runes.Words.Find(t.Text); found {
		d.fail(at, t.Pos, "invisible-character", fault.Values{"char": fmt.Sprintf("U+%04X", r)})
	}
}

// fields decodes a group of keys. A key marked anew empties the struct first.
func (d *Decoder) fields(t *Tree, v reflect.Value, at Place) {
	if !d.wants(t, Dict, at) {
		return
	}
	d.Stand(v.Addr().Interface(), at)
	known := FieldsOf(v.Type())
	for _, f := range known {
		if _, given := t.Get(f.Name); f.Anew && given {
			v.SetZero()
		}
	}
	for i := range t.Keys {
		key := &t.Keys[i]
		f := slices.IndexFunc(known, func(f Field) bool { return f.Name == key.Text })
		if f < 0 {
			d.unknown(key, known, at)
			continue
		}
		d.Places[at.In(key.Text)] = key.Pos
		d.value(&t.Items[i], v.Field(known[f].Index), at.In(key.Text))
	}
}

func (d *Decoder) unknown(key *Tree, known []Field, at Place) {
	if !d.Full() {
		d.Report(&Flaw{Rule: "key-unknown", File: d.File, At: key.Pos, Path: at.In(key.Text).Path, Name: key.Text, Known: names(known)})
	}
}

// list decodes a list. Entries with an id are found again by it.
func (d *Decoder) list(t *Tree, v reflect.Value, at Place) {
	if !d.wants(t, List, at) {
		return
	}
	items := t.Items
	if n := len(items); n > MaxList {
		d.fail(at, t.Pos, "too-many-entries", fault.Values{"n": n, "limit": MaxList})
		items = items[:MaxList]
	}
	key := KeyOf(v.Type().Elem())
	if key.Name == "" {
		v.SetZero()
	}
	seen, entries := map[string]Pos{}, entriesOf(v, key)
	v.Grow(len(items))
	for i := range items {
		item, here := &items[i], at.Index(i)
		id, idAt := idIn(item, key)
		if first, twice := seen[id]; twice && id != "" {
			d.Report(&Flaw{
				Rule: "id-twice", Values: fault.Values{"key": key.Name, "id": Clip(id), "line": first.Line},
				File: d.File, At: idAt, Path: here.In(key.Name).Path,
			})
		}
		seen[id] = idAt
		j, known := entries[id]
		if !known || id == "" {
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
			j = v.Len() - 1
			entries[id] = j
		}
		d.Stand(v.Index(j).Addr().Interface(), here)
		d.value(item, v.Index(j), here)
	}
}

// idIn returns the id that an entry of a list gives itself.
func idIn(item *Tree, key Field) (string, Pos) {
	if key.Name != "" && item.Shape == Dict {
		if t, ok := item.Get(key.Name); ok {
			return t.Text, t.Pos
		}
	}
	return "", item.Pos
}

// entriesOf finds the entries that are there already by their ids.
func entriesOf(v reflect.Value, key Field) map[string]int {
	entries := map[string]int{}
	for j := 0; key.Name != "" && j < v.Len(); j++ {
		entries[v.Index(j).Field(key.Index).String()] = j
	}
	return entries
}

// dict decodes a map. All maps but plain ones are by language.
func (d *Decoder) dict(t *Tree, v reflect.Value, at Place) {
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	if v.Type() == d.Words && t.Shape == Scalar {
		v.Clear()
		d.Put(t, v, "", at)
		return
	}
	if !d.wants(t, Dict, at) {
		return
	}
	if _, ok := v.Interface().(map[string]string); !ok {
		d.noteLanguages(t, v, at)
	}
	for i := range t.Keys {
		d.Places[at.In(t.Keys[i].Text)] = t.Keys[i].Pos
		d.Put(&t.Items[i], v, t.Keys[i].Text, at.In(t.Keys[i].Text))
	}
}

func (d *Decoder) Put(t *Tree, v reflect.Value, key string, at Place) {
	into := reflect.New(v.Type().Elem()).Elem()
	d.value(t, into, at)
	v.SetMapIndex(reflect.ValueOf(key), into)
}

// noteLanguages remembers the languages named, and those of a text that keep
// their old words while others are replaced.
func (d *Decoder) noteLanguages(t *Tree, v reflect.Value, at Place) {
	replaces := false
	for _, key := range t.Keys {
		d.Uses.Named = append(d.Uses.Named, Use{key.Text, at.In(key.Text)})
		replaces = replaces || v.MapIndex(reflect.ValueOf(key.Text)).IsValid()
	}
	for _, old := range MapKeys(v) {
		if _, ok := t.Get(old); replaces && !ok && old != "" {
			d.Uses.Stale = append(d.Uses.Stale, Use{old, at})
		}
	}
}

// A Field is one key of a struct.
type Field struct {
	Name  string
	Index int
	Key   bool // names the entry within its list
	Anew  bool // empties the struct when given
}

// fieldsOf are the fields of structs that were asked for, by their types.
var fieldsOf sync.Map

// FieldsOf returns the keys of a struct: those with a yaml tag. They are
// everybody's.
func FieldsOf(t reflect.Type) []Field {
	if fs, ok := fieldsOf.Load(t); ok {
		return fs.([]Field)
	}
	var fs []Field
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name != "" && name != "-" {
			fs = append(fs, Field{name, i, options == "key", options == "anew"})
		}
	}
	fieldsOf.Store(t, fs)
	return fs
}

// KeyOf returns the Field that names an entry of a list, or the zero field.
func KeyOf(t reflect.Type) Field {
	if t.Kind() == reflect.Struct {
		for _, f := range FieldsOf(t) {
			if f.Key {
				return f
			}
		}
	}
	return Field{}
}

func names(fs []Field) []string {
	s := make([]string, len(fs))
	for i, f := range fs {
		s[i] = f.Name
	}
	return s
}

// leaf is the last part of a path: the Field as the reader sees it.
func leaf(path string) string {
	if i := strings.LastIndexByte(path, '.'); i >= 0 && !LanguageTag(path[i+1:]) {
		return path[i+1:]
	}
	return path
}

// MapKeys returns the keys of a map of strings, sorted.
func MapKeys(v reflect.Value) []string {
	var keys []string
	for _, k := range v.MapKeys() {
		keys = append(keys, k.String())
	}
	slices.Sort(keys)
	return keys
}

// LanguagePattern is what a language looks like.
const LanguagePattern = `^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`

var langPattern = pattern.New(LanguagePattern)

// LanguageTag reports whether s looks like a language.
func LanguageTag(s string) bool {
	return langPattern().MatchString(s) && (len(s) <= 3 || strings.Contains(s, "-"))
}

// Clip shortens a value for an error message.
func Clip(s string) string {
	const most = 60
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most]) + "… (" + strconv.Itoa(len(r)) + " characters)"
}
