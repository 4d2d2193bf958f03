package pattern_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

func TestNew(t *testing.T) {
	p := pattern.New(`^a+$`)
	if !p().MatchString("aaa") || p().MatchString("b") {
		t.Error("a pattern matches other texts than its expression")
	}
	if first := p(); first != p() {
		t.Error("a pattern is compiled twice")
	}
	bad := pattern.New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("no panic for what is no expression")
		}
	}()
	bad()
}

// TestCompile compiles every expression of package share and those within it,
// since no start of a program does.
func TestCompile(t *testing.T) {
	n := 0
	err := filepath.WalkDir("../..", func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		for _, expr := range expressions(t, dir) {
			n++
			if _, err := regexp.Compile(expr); err != nil {
				t.Errorf("%s: %v", dir, err)
			}
		}
		return nil
	})
	if err != nil || n < 50 {
		t.Errorf("%d expressions found, want 50 or more: %v", n, err)
	}
}

// expressions are the arguments of pattern.New in a package.
func expressions(t *testing.T, dir string) (all []string) {
	names, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info := types.Info{Types: make(map[ast.Expr]types.TypeAndValue)}
	conf := types.Config{Error: func(error) {}} // imports are not read, and constants need none
	_, _ = conf.Check(dir, fset, files, &info)
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || types.ExprString(call.Fun) != "pattern.New" {
				return true
			}
			v := info.Types[call.Args[0]].Value
			if v == nil {
				t.Errorf("%s: an expression that is no constant", fset.Position(call.Pos()))
				return true
			}
			all = append(all, constant.StringVal(v))
			return true
		})
	}
	return all
}
