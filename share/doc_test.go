package share_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var saysConcurrency = regexp.MustCompile("concurrent use|goroutine")

// TestConcurrencyIsSaid: every exported type of every package that others import
// says whether goroutines may share it.
func TestConcurrencyIsSaid(t *testing.T) {
	types := 0
	for _, root := range []string{"../graphic", "../hashtag", "."} {
		err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case e.IsDir() && (e.Name() == "internal" || e.Name() == "testdata"):
				return fs.SkipDir
			case e.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
				return nil
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ParseComments)
			if err != nil {
				return err
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
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if types < 200 {
		t.Errorf("%d types seen", types)
	}
}
