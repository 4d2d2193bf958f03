package campaign

import (
	"encoding"
	"encoding/json"
	"reflect"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// mapping is a group of keys in the order of the struct that they are made of.
type mapping = yaml.MapSlice

// yamlOf is a value as YAML has it: by the keys that the decoder knows,
// without those that are empty.
func yamlOf(v reflect.Value) any {
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, _ := m.MarshalText() // dates and moments always have one
		return yamlText(string(text))
	}
	switch v.Kind() {
	case reflect.Struct:
		keys := mapping{}
		for _, f := range read.FieldsOf(v.Type()) {
			if field := v.Field(f.Index); !blankValue(field) {
				keys = append(keys, yaml.MapItem{Key: f.Name, Value: yamlOf(field)})
			}
		}
		return keys
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = yamlOf(v.Index(i))
		}
		return list
	case reflect.Map:
		return yamlMap(v)
	case reflect.String:
		return yamlText(v.String())
	}
	return v.Interface()
}

// yamlMap is a text or another map by language. Words that every language
// shares stand without one.
func yamlMap(v reflect.Value) any {
	if t, ok := v.Interface().(Text); ok && len(t) == 1 && t[""] != "" {
		return yamlText(t[""])
	}
	keys := mapping{}
	for _, key := range read.MapKeys(v) {
		keys = append(keys, yaml.MapItem{Key: key, Value: yamlOf(v.MapIndex(reflect.ValueOf(key)))})
	}
	return keys
}

// blankValue reports what a file does not say.
func blankValue(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Struct:
		if _, ok := v.Interface().(encoding.TextMarshaler); ok {
			return v.IsZero()
		}
		for _, f := range read.FieldsOf(v.Type()) {
			if !blankValue(v.Field(f.Index)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}

// plainText is what YAML reads as the text that it is, in every place.
var plainText = pattern.New(`^\p{L}(?:[\p{L}\p{N} .,;()/%$¿¡“”«»’…–—'-]|:[^\s])*[\p{L}\p{N}.;)%”»’…]$`)

// yamlText writes a text in quotation marks, unless it is plain.
func yamlText(s string) any {
	if plainText().MatchString(s) {
		return s
	}
	return quotedText(s)
}

type quotedText string

// MarshalYAML writes it as JSON does, which every reader of YAML takes.
func (q quotedText) MarshalYAML() ([]byte, error) { return json.Marshal(string(q)) }

// marshalYAML writes a file. Nothing in it can fail to be written.
func marshalYAML(content any) []byte {
	data, err := yaml.MarshalWithOptions(content, yaml.IndentSequence(true))
	if err != nil {
		panic(err)
	}
	return data
}
