package campaign

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

var update = flag.Bool("update", false, "rewrite the schemas beside the built-in campaign")

// schemaFiles are the files that have a schema, each with what it holds: a
// struct, or a list under the key of the file's name.
var schemaFiles = map[string]any{
	"campaign": Campaign{}, "messages": Messages{}, "demands": Demands{}, "orgs": Orgs{}, "chants": Chants{},
	"people": Roster{}, "offices": Offices{}, "areas": Areas{},
	"facts": []Fact{}, "captions": []CaptionSet{}, "threads": []Thread{}, "reels": []Reel{},
	"steps": []Steps{}, "events": []EventCard{}, "contacts": []Contact{},
}

// The schemas that editors use while somebody types are made from the types
// that Load decodes into, and say what the Go documentation says.
func TestSchemas(t *testing.T) {
	docs := comments(t)
	for name, holds := range schemaFiles {
		file := filepath.Join(builtin, "schema", name+".schema.json")
		want := schemaOf(name, reflect.TypeOf(holds), docs)
		if *update {
			if err := os.WriteFile(file, want, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the types say (%v); run go test ./share/campaign -run Schemas -update", file, err)
		}
		line := "# yaml-language-server: $schema=schema/" + name + ".schema.json\n"
		if data, err := os.ReadFile(filepath.Join(builtin, name+".yaml")); err != nil || !strings.HasPrefix(string(data), line) {
			t.Errorf("%s.yaml does not begin with %q (%v)", name, line, err)
		}
	}
}

type schema = map[string]any

// A schemer writes schemas and collects the definitions they refer to.
type schemer struct {
	docs map[string]string
	defs schema
}

func schemaOf(name string, t reflect.Type, docs map[string]string) []byte {
	s := schemer{docs, schema{}}
	var out schema
	if t.Kind() == reflect.Slice {
		out = schema{"type": "object", "additionalProperties": false, "properties": schema{name: s.of(t)}}
	} else {
		out = s.object(t)
	}
	out["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	out["title"] = name + ".yaml"
	out["$defs"] = s.defs
	data, _ := json.MarshalIndent(out, "", "  ")
	return append(data, '\n')
}

// choices are the types that have a few values only.
var choices = map[reflect.Type][]string{
	reflect.TypeFor[Kind]():       {"claim", "stat", "bars", "people", "quote", "list", "timeline", "action"},
	reflect.TypeFor[Mark]():       {"solid", "hatch", "open", "foot"},
	reflect.TypeFor[Status]():     {"current", "superseded", "retracted"},
	reflect.TypeFor[OrgKind]():    {"support", "read", "public-body"},
	reflect.TypeFor[Confidence](): {"confirmed", "check-before-tagging"},
	reflect.TypeFor[As]():         {"greeting", "in-sentence"},
}

func (s *schemer) of(t reflect.Type) schema {
	words := schema{"type": []string{"string", "number"}}
	switch {
	case t == reflect.TypeFor[Date]():
		return s.define(t, schema{"anyOf": []schema{
			{"type": "string", "pattern": `^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`},
			{"type": "integer", "minimum": 1000, "maximum": 9999},
		}})
	case t == reflect.TypeFor[Moment]():
		return s.define(t, schema{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}( [+-][0-9]{2}:[0-9]{2})?)?$`})
	case t == reflect.TypeFor[Text]():
		return s.define(t, schema{"anyOf": []schema{words, byLanguage(words)}})
	case choices[t] != nil:
		return schema{"enum": choices[t]}
	}
	switch t.Kind() {
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.Int:
		return schema{"type": "integer", "minimum": 0}
	case reflect.Float64:
		return schema{"type": "number", "minimum": 0}
	case reflect.Slice:
		return schema{"type": "array", "items": s.item(t.Elem())}
	case reflect.Map:
		return byLanguage(s.of(t.Elem()))
	case reflect.Struct:
		if s.defs[t.Name()] == nil {
			s.defs[t.Name()] = schema{}
			s.define(t, s.object(t))
		}
		return schema{"$ref": "#/$defs/" + t.Name()}
	}
	return schema{"type": "string"}
}

// define keeps the schema of a type and returns a reference to it.
func (s *schemer) define(t reflect.Type, is schema) schema {
	s.defs[t.Name()] = is
	return schema{"$ref": "#/$defs/" + t.Name()}
}

func byLanguage(of schema) schema {
	return schema{"type": "object", "additionalProperties": false, "patternProperties": schema{read.LanguagePattern: of}}
}

// item is an entry of a list, which needs its id.
func (s *schemer) item(t reflect.Type) schema {
	if key := read.KeyOf(t); key.Name != "" {
		return schema{"allOf": []schema{s.of(t), {"required": []string{key.Name}}}}
	}
	return s.of(t)
}

func (s *schemer) object(t reflect.Type) schema {
	properties := schema{}
	for _, f := range read.FieldsOf(t) {
		p := s.of(t.Field(f.Index).Type)
		if f.Name == "id" {
			p["pattern"] = idPattern().String()
		}
		if f.Name == "url" && t != reflect.TypeFor[Action]() {
			p["pattern"] = "^https://"
		}
		if doc := s.docs[t.Name()+"."+t.Field(f.Index).Name]; doc != "" {
			p["description"] = doc
		}
		properties[f.Name] = p
	}
	out := schema{"type": "object", "additionalProperties": false, "properties": properties}
	if doc := s.docs[t.Name()]; doc != "" {
		out["description"] = doc
	}
	return out
}

// comments returns the documentation of types and their fields.
func comments(t *testing.T) map[string]string {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]string{}
	for _, name := range slices.Sorted(slices.Values(files)) {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				for _, spec := range g.Specs {
					commentsOf(spec, g.Doc, docs)
				}
			}
		}
	}
	return docs
}

func commentsOf(spec ast.Spec, doc *ast.CommentGroup, docs map[string]string) {
	ts, ok := spec.(*ast.TypeSpec)
	if !ok {
		return
	}
	docs[ts.Name.Name] = flat(doc.Text())
	if st, ok := ts.Type.(*ast.StructType); ok {
		for _, f := range st.Fields.List {
			for _, n := range f.Names {
				docs[ts.Name.Name+"."+n.Name] = flat(f.Doc.Text() + f.Comment.Text())
			}
		}
	}
}

// flat is a comment in one line, without what only programmers ask.
func flat(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for _, shared := range []string{" It is plain data: reading one is safe for concurrent use.", " It is a value, safe for concurrent use."} {
		s = strings.ReplaceAll(s, shared, "")
	}
	return s
}
