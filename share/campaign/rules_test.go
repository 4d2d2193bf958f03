package campaign

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// literals are the strings written in the package's own files but rules.go,
// and whether each is an argument or a field that looks like a rule.
func literals(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	names, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if name == "rules.go" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				for _, arg := range n.Args {
					note(found, arg, reports(n.Fun))
				}
			case *ast.KeyValueExpr:
				key, ok := n.Key.(*ast.Ident)
				note(found, n.Value, ok && key.Name == "Rule")
			case ast.Expr:
				note(found, n, false)
			}
			return true
		})
	}
	return found
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

func note(found map[string]bool, e ast.Expr, rule bool) {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		s, _ := strconv.Unquote(lit.Value)
		found[s] = found[s] || rule && kebab.MatchString(s)
	}
}

// reports says whether a function takes a rule.
func reports(fun ast.Expr) bool {
	name := ""
	switch f := fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	return slices.Contains([]string{"fail", "find", "findIn", "mistakeAt", "unknown", "wants"}, name)
}

// TestRules holds that what the code reports and the table of words agree.
func TestRules(t *testing.T) {
	written := literals(t)
	for name, isRule := range written {
		if _, ok := english[Rule(name)]; isRule && !ok {
			t.Errorf("the rule %q has no words", name)
		}
	}
	for r, w := range english {
		_, used := written[string(r)]
		for _, family := range []string{"-unknown", "-none", "-fallen"} {
			if kind, ok := strings.CutSuffix(string(r), family); ok && !used {
				_, used = written[kind]
			}
		}
		if !used && r != "tag-hard-to-read" && r != "styled-letters" { // named by package hashtag
			t.Errorf("nothing reports the rule %q", r)
		}
		if w.Message == "" || strings.HasSuffix(w.Message+w.Fix, ".") {
			t.Errorf("%s: %q, %q is not said in a clause", r, w.Message, w.Fix)
		}
	}
}
