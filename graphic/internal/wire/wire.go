// Package wire holds JSON documents to the types that they are read into:
// every key is known and stands once, every value is of its kind. Encoding/json
// alone drops what it does not know, and names no path for it.
package wire

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A Problem is the first thing in a document that its type does not take.
type Problem struct {
	Rule   string   // "json-key-unknown" …
	Path   string   // "blocks[0].items[2].label"
	Offset int64    // bytes
	Value  string   // the key or word that stands there
	Want   []string // keys or types that could
	Err    error    // of json-syntax and json-word
}

func (p *Problem) Error() string { return p.Rule + " at " + p.Path }

// Rules of problems.
const (
	Syntax     = "json-syntax"
	Unicode    = "json-utf8"
	Depth      = "json-depth"
	KeyUnknown = "json-key-unknown"
	KeyTwice   = "json-key-twice"
	WantText   = "json-want-text"
	WantBool   = "json-want-bool"
	WantNumber = "json-want-number"
	WantWhole  = "json-want-whole"
	WantList   = "json-want-list"
	WantObject = "json-want-object"
	Type       = "json-type"
	Word       = "json-word"
)

// maxDepth is far more than a card has, and little for a stack.
const maxDepth = 64

// A Resolver finds the type that an object is read into where the Go type is
// an interface, by its key "type". It returns the names there are where it
// knows none.
type Resolver func(name string) (t reflect.Type, known []string)

// Check reports what is wrong with data as JSON of a type. The error is a
// *Problem.
func Check(data []byte, t reflect.Type, resolve Resolver) error {
	if !utf8.Valid(data) {
		return &Problem{Rule: Unicode}
	}
	d := &reader{dec: json.NewDecoder(bytes.NewReader(data))}
	d.dec.UseNumber()
	n, err := d.value(0)
	if err == nil {
		if _, more := d.dec.Token(); more != io.EOF {
			err = d.syntax(errors.New("there is more after the end"))
		}
	}
	if err != nil {
		return err
	}
	c := checker{resolve}
	if p := c.value(n, t, ""); p != nil {
		return p
	}
	return nil
}

// A node is a value of the document.
type node struct {
	offset int64
	value  any // string, json.Number, bool, nil, []node or []field
}

type field struct {
	key string
	at  int64
	node
}

type reader struct{ dec *json.Decoder }

func (r *reader) syntax(err error) *Problem {
	at := r.dec.InputOffset()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = syntax.Offset
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return &Problem{Rule: Syntax, Offset: at, Err: err}
}

func (r *reader) value(depth int) (n node, err error) {
	tok, err := r.dec.Token()
	if err != nil {
		return n, r.syntax(err)
	}
	n.offset = r.dec.InputOffset()
	if depth > maxDepth {
		return n, &Problem{Rule: Depth, Offset: n.offset}
	}
	switch tok {
	case json.Delim('['):
		n.value, err = r.list(depth + 1)
	case json.Delim('{'):
		n.value, err = r.object(depth + 1)
	default:
		n.value = tok
	}
	return n, err
}

func (r *reader) list(depth int) (all []node, err error) {
	all = []node{}
	for r.dec.More() {
		n, err := r.value(depth)
		if err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, r.end()
}

func (r *reader) object(depth int) (all []field, err error) {
	all = []field{}
	for r.dec.More() {
		key, err := r.value(depth)
		if err != nil {
			return nil, err
		}
		n, err := r.value(depth)
		if err != nil {
			return nil, err
		}
		all = append(all, field{key.value.(string), key.offset, n}) // the decoder takes no other keys
	}
	return all, r.end()
}

func (r *reader) end() error {
	if _, err := r.dec.Token(); err != nil {
		return r.syntax(err)
	}
	return nil
}

type checker struct{ resolve Resolver }

var textType = reflect.TypeFor[encoding.TextUnmarshaler]()

func (c *checker) value(n node, t reflect.Type, path string) *Problem {
	for t.Kind() == reflect.Pointer && !t.Implements(textType) {
		t = t.Elem()
	}
	if t == reflect.TypeFor[time.Time]() {
		t = reflect.TypeFor[Time]()
	}
	switch {
	case reflect.PointerTo(t).Implements(textType) || t.Implements(textType):
		return c.word(n, t, path)
	case t.Kind() == reflect.Interface:
		return c.object(n, t, path)
	}
	switch t.Kind() {
	case reflect.Struct:
		return c.fields(n, t, path)
	case reflect.Map:
		return c.entries(n, t, path)
	case reflect.Slice:
		items, ok := n.value.([]node)
		if !ok {
			return wrongKind(n, path, WantList)
		}
		for i, item := range items {
			if p := c.value(item, t.Elem(), fmt.Sprintf("%s[%d]", path, i)); p != nil {
				return p
			}
		}
		return nil
	case reflect.String:
		return is[string](n, path, WantText)
	case reflect.Bool:
		return is[bool](n, path, WantBool)
	}
	return number(n, t, path)
}

// entries are values of one type under keys that are the document's own.
func (c *checker) entries(n node, t reflect.Type, path string) *Problem {
	fields, ok := n.value.([]field)
	if !ok {
		return wrongKind(n, path, WantObject)
	}
	seen := map[string]bool{}
	for _, f := range fields {
		if seen[f.key] {
			return &Problem{Rule: KeyTwice, Path: Join(path, f.key), Offset: f.at, Value: f.key}
		}
		if p := c.value(f.node, t.Elem(), Join(path, f.key)); p != nil {
			return p
		}
		seen[f.key] = true
	}
	return nil
}

// Offset is where the key stands that a path of keys, "schemes.night.text",
// ends with, or the last of its keys that the document has, where it does not
// have the whole path; 0 where it has none.
func Offset(data []byte, path string) (at int64, whole bool) {
	d := &reader{dec: json.NewDecoder(bytes.NewReader(data))}
	n, err := d.value(0)
	if err != nil {
		return 0, false
	}
	for _, key := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
		switch in := n.value.(type) {
		case []field:
			i := slices.IndexFunc(in, func(f field) bool { return f.key == key })
			if i < 0 {
				return at, false
			}
			at, n = in[i].at, in[i].node
		case []node:
			i, err := strconv.Atoi(key)
			if err != nil || i < 0 || i >= len(in) {
				return at, false
			}
			at, n = in[i].offset, in[i]
		default:
			return at, false
		}
	}
	return at, true
}

func is[T any](n node, path, rule string) *Problem {
	if _, ok := n.value.(T); !ok {
		return wrongKind(n, path, rule)
	}
	return nil
}

func number(n node, t reflect.Type, path string) *Problem {
	s, ok := n.value.(json.Number)
	switch {
	case t.Kind() == reflect.Float64:
		if v, err := strconv.ParseFloat(s.String(), 64); !ok || err != nil || math.IsInf(v, 0) {
			return wrongKind(n, path, WantNumber)
		}
	default:
		if _, err := strconv.Atoi(s.String()); !ok || err != nil {
			return wrongKind(n, path, WantWhole)
		}
	}
	return nil
}

// word is a value that its type reads from text.
func (c *checker) word(n node, t reflect.Type, path string) *Problem {
	s, ok := n.value.(string)
	if !ok {
		return wrongKind(n, path, WantText)
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if err := reflect.New(t).Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(s)); err != nil {
		return &Problem{Rule: Word, Path: path, Offset: n.offset, Value: s, Err: err}
	}
	return nil
}

// object is one of an interface's types, which its key "type" names.
func (c *checker) object(n node, t reflect.Type, path string) *Problem {
	fields, ok := n.value.([]field)
	if !ok {
		return wrongKind(n, path, WantObject)
	}
	name := ""
	for _, f := range fields {
		if f.key == "type" {
			name, _ = f.value.(string)
		}
	}
	of, known := c.resolve(name)
	if of == nil {
		return &Problem{Rule: Type, Path: Join(path, "type"), Offset: n.offset, Value: name, Want: known}
	}
	return c.fields(n, of, path, "type")
}

func (c *checker) fields(n node, t reflect.Type, path string, also ...string) *Problem {
	fields, ok := n.value.([]field)
	if !ok {
		return wrongKind(n, path, WantObject)
	}
	types := Keys(t)
	known := append([]string{}, also...)
	for _, k := range types {
		known = append(known, k.Name)
	}
	seen := map[string]bool{}
	for _, f := range fields {
		at := slices.IndexFunc(types, func(k Key) bool { return k.Name == f.key })
		switch {
		case !slices.Contains(known, f.key):
			return &Problem{Rule: KeyUnknown, Path: Join(path, f.key), Offset: f.at, Value: f.key, Want: known}
		case seen[f.key]:
			return &Problem{Rule: KeyTwice, Path: Join(path, f.key), Offset: f.at, Value: f.key}
		case at < 0:
		default:
			if p := c.value(f.node, types[at].Type, Join(path, f.key)); p != nil {
				return p
			}
		}
		seen[f.key] = true
	}
	return nil
}

// Join is the path of a key within another.
func Join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func wrongKind(n node, path, rule string) *Problem {
	return &Problem{Rule: rule, Path: path, Offset: n.offset}
}

// A Key is what a field of a struct is called in JSON.
type Key struct {
	Name  string
	Field string
	Type  reflect.Type
}

// Keys lists the keys of a struct, in its order.
func Keys(t reflect.Type) (all []Key) {
	for f := range fieldsOf(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && name != "-" {
			all = append(all, Key{name, f.Name, f.Type})
		}
	}
	return all
}

func fieldsOf(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}
