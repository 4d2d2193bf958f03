package share_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share"
)

// A jsonSchema checks values against the keywords of JSON Schema that the
// manifest's uses; any other keyword is an error.
type jsonSchema struct{ root map[string]any }

func (s jsonSchema) check(v any, rule map[string]any, at string) (faults []string) {
	fail := func(format string, args ...any) { faults = append(faults, at+": "+fmt.Sprintf(format, args...)) }
	for _, key := range slices.Sorted(maps.Keys(rule)) {
		want := rule[key]
		switch key {
		case "$schema", "$defs", "title", "description", "additionalProperties":
		case "$ref":
			def := s.root["$defs"].(map[string]any)[strings.TrimPrefix(want.(string), "#/$defs/")].(map[string]any)
			faults = append(faults, s.check(v, def, at)...)
		case "type":
			types, several := want.([]any)
			if !several {
				types = []any{want}
			}
			if !slices.Contains(types, any(typeOf(v))) && !(typeOf(v) == "integer" && slices.Contains(types, any("number"))) {
				fail("is of type %s, not %v", typeOf(v), want)
			}
		case "const":
			if v != want {
				fail("is %v, not %v", v, want)
			}
		case "pattern":
			if text, ok := v.(string); ok && !regexp.MustCompile(want.(string)).MatchString(text) {
				fail("%q does not match %v", text, want)
			}
		case "minLength":
			if text, ok := v.(string); ok && float64(utf8.RuneCountInString(text)) < want.(float64) {
				fail("%q is shorter than %v", text, want)
			}
		case "minimum":
			if n, ok := v.(float64); ok && n < want.(float64) {
				fail("%v is below %v", n, want)
			}
		case "minItems", "uniqueItems", "items":
			list, ok := v.([]any)
			for i, item := range list {
				if key == "items" {
					faults = append(faults, s.check(item, want.(map[string]any), fmt.Sprintf("%s[%d]", at, i))...)
				}
				if key == "uniqueItems" && slices.ContainsFunc(list[:i], func(o any) bool { return reflect.DeepEqual(o, item) }) {
					fail("has %v twice", item)
				}
			}
			if ok && key == "minItems" && float64(len(list)) < want.(float64) {
				fail("has %d items", len(list))
			}
		case "required":
			for _, name := range want.([]any) {
				if m, ok := v.(map[string]any); ok && m[name.(string)] == nil {
					if _, there := m[name.(string)]; !there {
						fail("lacks %v", name)
					}
				}
			}
		case "properties":
			m, _ := v.(map[string]any)
			for _, name := range slices.Sorted(maps.Keys(m)) {
				if sub, known := want.(map[string]any)[name]; known {
					faults = append(faults, s.check(m[name], sub.(map[string]any), at+"."+name)...)
				} else if rule["additionalProperties"] == false {
					fail("has %s, which is unknown", name)
				}
			}
		default:
			fail("the schema's keyword %s is not checked", key)
		}
	}
	return faults
}

func typeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "array"
	case float64:
		if v == math.Trunc(v) {
			return "integer"
		}
		return "number"
	}
	return "object"
}

func readJSON(t *testing.T, data []byte) (v map[string]any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestManifestSchema: the manifest is as its schema says, and the schema says
// enough to notice where one is not.
func TestManifestSchema(t *testing.T) {
	k := build(t, millWith(t, "threads.yaml", millThreads, "reels.yaml", millReels), nil)
	published, err := fs.ReadFile(k, "data/manifest.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	s := jsonSchema{readJSON(t, published)}
	data, err := fs.ReadFile(k, "data/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range s.check(readJSON(t, data), s.root, "manifest") {
		t.Error(fault)
	}
	for old, new := range map[string]string{
		`"kit": "old-mill"`:          `"kit": "Old Mill"`,
		`"version": "2031-03-10"`:    `"version": "March"`,
		`"languages": [`:             `"languages": ["en",`,
		`"size": `:                   `"size": -`,
		`"sha256": "`:                `"sha256": "x`,
		`"name": "CHANGELOG.md",`:    ``,
		`"name": "CHANGELOG.md"`:     `"name": "/etc/CHANGELOG.md"`,
		`"format": "og"`:             `"fromat": "og"`,
		`"as_of": "2031-03-10",`:     ``,
		`"title": "Save`:             `"title": 1, "also": "`,
		`"$schema": "manifest.schem`: `"$schema": "schem`,
	} {
		bad := bytes.Replace(data, []byte(old), []byte(new), 1)
		if bytes.Equal(bad, data) {
			t.Fatalf("the manifest has no %s", old)
		}
		if len(s.check(readJSON(t, bad), s.root, "manifest")) == 0 {
			t.Errorf("%s in place of %s is not noticed", new, old)
		}
	}
}

// TestManifestSchemaKnowsEveryField holds the schema to the Go types.
func TestManifestSchemaKnowsEveryField(t *testing.T) {
	data, err := fs.ReadFile(build(t, mill(t), nil), "data/manifest.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	root := readJSON(t, data)
	file := root["$defs"].(map[string]any)["file"].(map[string]any)
	for rule, typ := range map[*map[string]any]reflect.Type{&root: reflect.TypeFor[share.Manifest](), &file: reflect.TypeFor[share.Entry]()} {
		var fields []string
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			fields = append(fields, name)
		}
		slices.Sort(fields)
		if known := slices.Sorted(maps.Keys((*rule)["properties"].(map[string]any))); !slices.Equal(known, fields) {
			t.Errorf("%v has %v, the schema %v", typ, fields, known)
		}
	}
}

// TestManifestFacts: what a file rests on is in the manifest.
func TestManifestFacts(t *testing.T) {
	k := build(t, millWith(t, "threads.yaml", millThreads, "reels.yaml", millReels), nil)
	data, err := fs.ReadFile(k, "data/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	var m share.Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"posts/en/x/threads/why-it-stays.txt": "[classes sale]", "video/es/open-door.vtt": "[classes]",
		"pictures/en/sale-og.png": "[]", "LICENSES.txt": "[]",
	}
	for _, e := range m.Files {
		if w, ok := want[e.Name]; ok {
			delete(want, e.Name)
			if got := fmt.Sprint(e.Facts); got != w {
				t.Errorf("%s rests on %s, want %s", e.Name, got, w)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not in the manifest: %v", want)
	}
}
