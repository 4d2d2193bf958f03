package campaign

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign/internal/harm"
)

// literals are the strings written in the files of this package but rules.go,
// and of package read, and whether each is an argument or a field that looks
// like a rule.
func literals(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("../internal/read/*.go")
	if err != nil || more == nil {
		t.Fatal("package read is not where it was: ", err)
	}
	for _, name := range append(names, more...) {
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
				namesValues(t, n)
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
	return slices.Contains([]string{"fail", "find", "findIn", "flaw", "mistakeAt", "New", "wants"}, name)
}

// namesValues holds a call that reports a rule to the values that its words
// name.
func namesValues(t *testing.T, call *ast.CallExpr) {
	t.Helper()
	rule := ""
	for _, arg := range call.Args {
		if lit, ok := arg.(*ast.BasicLit); ok && reports(call.Fun) && rule == "" {
			rule, _ = strconv.Unquote(lit.Value)
			if _, ok := english[rule]; !ok {
				rule = ""
			}
			continue
		}
		if rule == "" || english[rule].Message == "" {
			continue
		}
		var given []string
		switch values := arg.(type) {
		case *ast.CompositeLit:
			for _, e := range values.Elts {
				key, _ := strconv.Unquote(e.(*ast.KeyValueExpr).Key.(*ast.BasicLit).Value)
				given = append(given, key)
			}
		case *ast.Ident:
			if values.Name != "nil" {
				continue
			}
		default:
			continue
		}
		for _, name := range fault.Names(english[rule].Message + english[rule].Fix) {
			if !slices.Contains(given, name) {
				t.Errorf("the rule %q is reported with %q, without %q", rule, given, name)
			}
		}
	}
}

// TestRules checks that what the code reports and the table of words agree.
func TestRules(t *testing.T) {
	written := literals(t)
	for _, rule := range harm.Rules() {
		written[rule] = true
	}
	for name, isRule := range written {
		if _, ok := english[name]; isRule && !ok {
			t.Errorf("the rule %q has no words", name)
		}
	}
	for r, w := range english {
		_, used := written[r]
		for _, family := range []string{"-unknown", "-none", "-fallen"} {
			if kind, ok := strings.CutSuffix(r, family); ok && !used {
				_, used = written[kind]
			}
		}
		if !used {
			t.Errorf("nothing reports the rule %q", r)
		}
		if w.Message == "" || strings.HasSuffix(w.Message+w.Fix, ".") {
			t.Errorf("%s: %q, %q is not said in a clause", r, w.Message, w.Fix)
		}
	}
}
