package share_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
)

func readJSON(t *testing.T, data []byte) (v map[string]any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
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
