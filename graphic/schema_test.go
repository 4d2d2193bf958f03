package graphic

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
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/graphic/internal/wire"
)

var updateSchema = flag.Bool("update-schema", false, "write the schemas anew")

// TestSchemas holds the published schemas to the types that they describe, with
// the comments on their fields as descriptions.
func TestSchemas(t *testing.T) {
	for _, c := range []struct {
		file, title string
		of          reflect.Type
		got         []byte
	}{
		{"card.schema.json", "Card", reflect.TypeFor[Card](), CardSchema()},
		{"theme.schema.json", "Theme", reflect.TypeFor[theme.Theme](), ThemeSchema()},
	} {
		want := schemaOf(t, c.of, c.title)
		if *updateSchema {
			if err := os.WriteFile(c.file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		} else if !bytes.Equal(c.got, want) {
			t.Errorf("%s is not that of the types: go test ./graphic -run TestSchemas -update-schema\n%s", c.file, want)
		}
	}
}

func schemaOf(t *testing.T, of reflect.Type, title string) []byte {
	t.Helper()
	s := schema{comments: fieldComments(t), defs: map[string]any{}}
	root := s.object(of, "")
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = title
	root["$defs"] = s.defs
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		t.Fatal(err)
	}
	return want.Bytes()
}

type schema struct {
	comments map[string]string // "Stat.Value" → what the field's comment says
	defs     map[string]any
}

// object describes a struct; typed is the block's type, or "".
func (s *schema) object(t reflect.Type, typed string) map[string]any {
	properties := map[string]any{}
	o := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if typed != "" {
		properties["type"] = map[string]any{"const": typed}
		o["required"] = []string{"type"}
	}
	for _, k := range wire.Keys(t) {
		p := s.value(k.Type)
		if about := s.comments[t.Name()+"."+k.Field]; about != "" {
			p["description"] = about
		}
		properties[k.Name] = p
	}
	return o
}

func (s *schema) value(t reflect.Type) map[string]any {
	switch t {
	case reflect.TypeFor[language.Tag]():
		return map[string]any{"type": "string"}
	case reflect.TypeFor[time.Time]():
		return map[string]any{"type": "string", "anyOf": []any{map[string]any{"format": "date"}, map[string]any{"format": "date-time"}}}
	case reflect.TypeFor[theme.RGBA]():
		return map[string]any{"type": "string"}
	case reflect.TypeFor[Mark]():
		return map[string]any{"enum": marks}
	case reflect.TypeFor[*Picture]():
		return map[string]any{"type": "string", "pattern": "^data:image/(png|jpeg|webp);base64,"}
	case reflect.TypeFor[Block]():
		var all []any
		for _, name := range BlockTypes() {
			all = append(all, ref(name))
			s.defs[name] = s.object(blockTypes[name], name)
		}
		return map[string]any{"oneOf": all}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.value(t.Elem())
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": s.value(t.Elem())}
	case reflect.Struct:
		name := strings.ToLower(t.Name()) + "_part"
		s.defs[name] = s.object(t, "")
		return ref(name)
	case reflect.Slice:
		return map[string]any{"type": "array", "items": s.value(t.Elem())}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	}
	panic("no schema of " + t.String())
}

func ref(name string) map[string]any { return map[string]any{"$ref": "#/$defs/" + name} }

// fieldComments are what the package's source says beside or above fields.
func fieldComments(t *testing.T) map[string]string {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, filepath.Join("internal", "theme", "theme.go"))
	all := map[string]string{}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if s, ok := spec.Type.(*ast.StructType); ok {
				for _, field := range s.Fields.List {
					about := strings.Join(strings.Fields(field.Doc.Text()+" "+field.Comment.Text()), " ")
					for _, id := range field.Names {
						all[spec.Name.Name+"."+id.Name] = about
					}
				}
			}
			return true
		})
	}
	return all
}
