package examples_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag"
)

// A goPackage is what the go command says of a package.
type goPackage struct {
	ImportPath, Dir, Name, Doc string
	TestGoFiles, XTestGoFiles  []string
}

// library lists the packages of the library that others can import.
func library(t *testing.T) (list []goPackage) {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,Name,Doc,TestGoFiles,XTestGoFiles", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); err == io.EOF {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(p.ImportPath, "/internal/") {
			list = append(list, p)
		}
	}
}

// Every package that others can import says what it is for and shows how it is
// used.
func TestEveryPackageHasAnExample(t *testing.T) {
	all := library(t)
	if len(all) < 5 {
		t.Fatalf("%d packages", len(all))
	}
	for _, p := range all {
		if !strings.HasPrefix(p.Doc, "Package "+p.Name+" ") {
			t.Errorf("%s says of itself %q", p.ImportPath, p.Doc)
		}
		n := 0
		for _, file := range append(p.TestGoFiles, p.XTestGoFiles...) {
			f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, file), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				if d, ok := d.(*ast.FuncDecl); ok && d.Recv == nil && strings.HasPrefix(d.Name.Name, "Example") {
					n++
				}
			}
		}
		if n == 0 {
			t.Errorf("%s has no Example", p.ImportPath)
		}
	}
}

// Everything that the pages for contributors name in the tree is there.
func TestMap(t *testing.T) {
	named := regexp.MustCompile("`((?:graphic|hashtag|share|examples|\\.ci|\\.github)/[^` ]*)`")
	links := regexp.MustCompile(`\]\((?:\.\./)([^)#\s]+)\)`)
	for _, page := range []string{"../.github/CONTRIBUTING.md", "../.github/SECURITY.md"} {
		n := 0
		for i, line := range lines(t, page) {
			for _, m := range append(named.FindAllStringSubmatch(line, -1), links.FindAllStringSubmatch(line, -1)...) {
				n++
				// LANG, NAME and such stand for any.
				pattern := regexp.MustCompile(`[A-Z]{4,}`).ReplaceAllString(m[1], "*")
				if found, err := filepath.Glob(path.Join("..", filepath.FromSlash(pattern))); err != nil || len(found) == 0 {
					t.Errorf("%s:%d: there is no %s (%v)", page, i+1, m[1], err)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s names nothing", page)
		}
	}
}

// A block is told apart by its own file alone: whoever adds one adds a file
// and touches no switch elsewhere. A platform likewise.
func TestOneFile(t *testing.T) {
	t.Run("block", func(t *testing.T) {
		files := parse(t, "../graphic")
		home := map[string]string{} // the file of each block
		for name, f := range files {
			for _, d := range f.Decls {
				if d, ok := d.(*ast.FuncDecl); ok && d.Recv != nil && d.Name.Name == "traits" {
					home[receiver(d)] = name
				}
			}
		}
		if len(home) < 14 {
			t.Fatalf("%d blocks", len(home))
		}
		for name, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				for _, block := range asserted(n) {
					if file, ok := home[block]; ok && file != name {
						t.Errorf("%s asks for %s, which is at home in %s", name, block, file)
					}
				}
				return true
			})
		}
	})
	t.Run("platform", func(t *testing.T) {
		n := 0
		for name, f := range parse(t, "../hashtag") {
			rows := 0
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.CompositeLit); ok {
					if f, ok := lit.Type.(*ast.Ident); ok && f.Name == "rulebook" {
						rows++
					}
				}
				return true
			})
			if n += rows; rows > 2 { // a platform and a variant of it
				t.Errorf("%s has %d platforms", name, rows)
			}
		}
		if n < len(hashtag.Platforms()) {
			t.Errorf("%d rows for %d platforms", n, len(hashtag.Platforms()))
		}
	})
}

// parse reads the files of a package, without its tests.
func parse(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]*ast.File)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = f
	}
	return files
}

func receiver(d *ast.FuncDecl) string {
	typ := d.Recv.List[0].Type
	if p, ok := typ.(*ast.StarExpr); ok {
		typ = p.X
	}
	if id, ok := typ.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// asserted are the types that a node asks a value for.
func asserted(n ast.Node) (names []string) {
	add := func(e ast.Expr) {
		if id, ok := e.(*ast.Ident); ok {
			names = append(names, id.Name)
		}
	}
	switch n := n.(type) {
	case *ast.TypeAssertExpr:
		add(n.Type)
	case *ast.TypeSwitchStmt:
		for _, c := range n.Body.List {
			for _, e := range c.(*ast.CaseClause).List {
				add(e)
			}
		}
	}
	return names
}

// TestReleaseToolchain: what a tag hands out is built as what was compared, with
// the newest repair of Go's own library.
func TestReleaseToolchain(t *testing.T) {
	workflow, script := string(read(t, "../.github/workflows/release.yml")), string(read(t, "../.ci/release"))
	const newest = `go list -m -f 'go{{.Version}}' go@patch`
	before, _, found := strings.Cut(workflow, "goreleaser/")
	if !found || !strings.Contains(before, `"GOTOOLCHAIN=$(`+newest+`)" >> "$GITHUB_ENV"`) || !strings.Contains(script, "GOTOOLCHAIN=$("+newest) {
		t.Error("the release is not built with what .ci/release takes")
	}
}

// TestCaskIsNotKeptApart: Homebrew quarantines what a cask downloads, and a Mac
// ends such a program if it is not signed.
func TestCaskIsNotKeptApart(t *testing.T) {
	_, cask, found := strings.Cut(string(read(t, "../.ci/goreleaser.yaml")), "homebrew_casks:")
	cask, _, _ = strings.Cut(cask, "\nscoops:")
	if !found || !strings.Contains(cask, `"com.apple.quarantine", "#{staged_path}/sharekit"`) {
		t.Error("the cask leaves the program in quarantine")
	}
}
