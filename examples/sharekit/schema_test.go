package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// validator is a schema as a foreign library reads it.
func validator(t *testing.T, schema []byte) *jsonschema.Resolved {
	t.Helper()
	var s jsonschema.Schema
	if err := json.Unmarshal(schema, &s); err != nil {
		t.Fatal(err)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func value(t *testing.T, data []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestThemeSchema: the themes are as their schema says, and one that is not is
// noticed.
func TestThemeSchema(t *testing.T) {
	schema := validator(t, graphic.ThemeSchema())
	for _, th := range graphic.Themes() {
		data, err := os.ReadFile(filepath.Join("..", "..", "graphic", "themes", th.Name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value(t, data)); err != nil {
			t.Errorf("%s: %v", th.Name, err)
		}
		bad := bytes.Replace(data, []byte(`"grounds"`), []byte(`"grounded"`), 1)
		if schema.Validate(value(t, bad)) == nil {
			t.Errorf("%s: a key that does not exist is not noticed", th.Name)
		}
	}
}

// TestCardSchema: a card is as its schema says.
func TestCardSchema(t *testing.T) {
	schema := validator(t, graphic.CardSchema())
	data, err := json.Marshal(graphic.Card{
		ID: "sale", Headline: "The council **sells** the library", Source: "Town Council, March 4, 2031", Tags: []string{"KeepIt"},
		Blocks: []graphic.Block{
			graphic.Stat{Value: "75 %", Label: "of the books"},
			graphic.Bars{Items: []graphic.Bar{{Label: "2029", Value: 4}, {Label: "2030", Value: 7, Focus: true}}},
			graphic.Field{Figure: "60", Groups: []graphic.Segment{{Count: 60, Label: "readers"}}},
		},
		Action: graphic.Action{Verb: "Write", URL: "https://oldmill.example"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value(t, data)); err != nil {
		t.Error(err)
	}
	for old, new := range map[string]string{
		`"type":"stat"`: `"type":"statistic"`, `"headline":"`: `"headline":1,"body":"`, `"tags":[`: `"tag":[`, `"count":60`: `"count":"60"`,
	} {
		bad := bytes.Replace(data, []byte(old), []byte(new), 1)
		if bytes.Equal(bad, data) {
			t.Fatalf("the card has no %s: %s", old, data)
		}
		if schema.Validate(value(t, bad)) == nil {
			t.Errorf("%s in place of %s is not noticed", new, old)
		}
	}
}

// TestManifestSchema: the manifest of a new campaign's kit is as its schema
// says, and the schema says enough to notice where one is not.
func TestManifestSchema(t *testing.T) {
	k := starterKit(t)
	published, err := fs.ReadFile(k, "data/manifest.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	data, err := fs.ReadFile(k, "data/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	schema := validator(t, published)
	if err := schema.Validate(value(t, data)); err != nil {
		t.Error(err)
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
		`"$schema": "manifest.schem`: `"$schema": "schem`,
	} {
		bad := bytes.Replace(data, []byte(old), []byte(new), 1)
		if bytes.Equal(bad, data) {
			t.Fatalf("the manifest has no %s", old)
		}
		if schema.Validate(value(t, bad)) == nil {
			t.Errorf("%s in place of %s is not noticed", new, old)
		}
	}
}

func starterKit(t *testing.T) *share.Kit {
	t.Helper()
	files, err := campaign.Starter(campaign.Start{
		Name: "old-mill", Title: "Keep the Old Mill", Tag: "OldMill", Languages: []string{"en"}, AsOf: campaign.Date{Year: 2031, Month: 3, Day: 10},
	})
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	c, err := campaign.Load(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	k, err := share.Build(t.Context(), c, &share.Options{AsOf: time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// TestCampaignSchemas: the files of the built-in campaign are as the schemas
// beside them say, which editors hold a campaign's files to.
func TestCampaignSchemas(t *testing.T) {
	dir := filepath.Join("..", "..", "share", "campaign", "shutdowncecot")
	schemas, err := filepath.Glob(filepath.Join(dir, "schema", "*.schema.json"))
	if err != nil || len(schemas) == 0 {
		t.Fatal("no schemas: ", err)
	}
	for _, name := range schemas {
		published, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file := strings.TrimSuffix(filepath.Base(name), ".schema.json") + ".yaml"
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		data, err = yaml.YAMLToJSON(data)
		if err != nil {
			t.Fatal(err)
		}
		schema := validator(t, published)
		if err := schema.Validate(value(t, data)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if schema.Validate(map[string]any{"no-such-key": 1.0}) == nil {
			t.Errorf("%s: a key that does not exist is not noticed", file)
		}
	}
}
