package hashtag

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestConcurrencyIsSaid: every exported type says whether goroutines may share
// it.
func TestConcurrencyIsSaid(t *testing.T) {
	for _, folder := range []string{".", "fault", "runes"} {
		types := 0
		for _, typ := range documented(t, folder).Types {
			if !ast.IsExported(typ.Name) {
				continue
			}
			if types++; !strings.Contains(strings.ReplaceAll(typ.Doc, "\n", " "), "safe for concurrent use") {
				t.Errorf("%s: %s does not say it: %s", folder, typ.Name, typ.Doc)
			}
		}
		if types == 0 {
			t.Errorf("%s has no types", folder)
		}
	}
}

func documented(t *testing.T, folder string) *doc.Package {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(fset, name, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	p, err := doc.NewFromFiles(fset, files, "example.org/"+folder)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
