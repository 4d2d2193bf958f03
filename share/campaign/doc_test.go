package campaign

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var saysConcurrency = regexp.MustCompile("concurrent use|goroutines")

// TestConcurrencyIsSaid: every exported type says whether goroutines may share
// it.
func TestConcurrencyIsSaid(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	types := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.TYPE || !g.Specs[0].(*ast.TypeSpec).Name.IsExported() {
				continue
			}
			if types++; !saysConcurrency.MatchString(strings.Join(strings.Fields(g.Doc.Text()), " ")) {
				t.Errorf("%s: %s does not say it", name, g.Specs[0].(*ast.TypeSpec).Name)
			}
		}
	}
	if types < 50 {
		t.Errorf("%d types: the test looks in the wrong place", types)
	}
}
