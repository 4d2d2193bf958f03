package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag"
)

// refusals finds what the libraries can say is wrong, as formats of package
// fmt: what errors.New and fmt.Errorf are given, what stands in the fields
// Problem, Reason and Advice of errors, and what functions are given or return
// as problem, reason, advice or format. The key is the place in
// the source.
func refusals(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join("../..", folder), func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			if d.Name() == "testdata" {
				return fs.SkipDir
			}
			p := packageSource(t, name)
			for _, file := range p.files {
				p.collect(file, all)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// A source is the files of a package, and where among their parameters its
// functions take sentences.
type source struct {
	set   *token.FileSet
	files []*ast.File
	takes map[string][]int
	gives map[string]bool // whether it returns one, by its callers' word
}

var sentenceNames = regexp.MustCompile(`^(?i:problem|reason|advice)$`)

func packageSource(t *testing.T, dir string) *source {
	t.Helper()
	p := &source{set: token.NewFileSet(), takes: map[string][]int{"errors.New": {0}, "fmt.Errorf": {0}}, gives: map[string]bool{}}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(p.set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		p.files = append(p.files, file)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				p.takes[n.Name.Name] = sentenceFields(n.Type.Params, sentenceParams(n.Name.Name))
			case *ast.AssignStmt:
				switch r := n.Rhs[0].(type) {
				case *ast.FuncLit:
					p.takes[called(n.Lhs[0])] = sentenceFields(r.Type.Params, sentenceNames)
				case *ast.CallExpr:
					if len(n.Lhs) == 1 && sentenceNames.MatchString(called(n.Lhs[0])) {
						p.gives[called(r.Fun)] = true
					}
				}
			case *ast.TypeSpec:
				if s, ok := n.Type.(*ast.StructType); ok && strings.HasSuffix(n.Name.Name, "Error") {
					p.takes[n.Name.Name] = sentenceFields(s.Fields, sentenceNames)
				}
			}
			return true
		})
	}
	return p
}

// sentenceParams are what functions of a name call the sentences they take.
func sentenceParams(name string) *regexp.Regexp {
	if name == "fail" || name == "add" {
		return regexp.MustCompile("^(problem|reason|format)$")
	}
	return sentenceNames
}

// sentenceFields are the places of parameters, results or fields of a name.
func sentenceFields(list *ast.FieldList, names *regexp.Regexp) (at []int) {
	i := 0
	for _, field := range list.List {
		if field.Names == nil {
			i++ // embedded
		}
		for _, name := range field.Names {
			if names.MatchString(name.Name) && fieldType(field) == "string" {
				at = append(at, i)
			}
			i++
		}
	}
	return at
}

func fieldType(f *ast.Field) string {
	if id, ok := f.Type.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// collect adds the sentences of a file.
func (p *source) collect(file *ast.File, all map[string]string) {
	add := func(e ast.Expr) {
		for _, s := range phrases(e) {
			s = plainly(s)
			if strings.ContainsAny(gaps.ReplaceAllString(s, ""), letters) && !strings.HasPrefix(s, "<<") { // an object of PDF
				place, _ := strings.CutPrefix(filepath.ToSlash(p.set.Position(e.Pos()).String()), "../../")
				all[place] = s
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			for _, i := range p.takes[called(n.Fun)] {
				if i < len(n.Args) {
					add(n.Args[i])
				}
			}
		case *ast.CompositeLit:
			for i, e := range n.Elts {
				kv, keyed := e.(*ast.KeyValueExpr)
				switch {
				case keyed && sentenceNames.MatchString(called(kv.Key)):
					add(kv.Value)
				case !keyed && slices.Contains(p.takes[called(n.Type)], i):
					add(e)
				}
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if sentenceNames.MatchString(called(l)) && len(n.Rhs) == len(n.Lhs) {
					add(n.Rhs[i])
				}
			}
		case *ast.FuncDecl:
			p.returned(n, add)
		}
		return true
	})
}

// returned adds what a function returns that says a problem by its name or by
// those of its results.
func (p *source) returned(f *ast.FuncDecl, add func(ast.Expr)) {
	if f.Type.Results == nil || f.Body == nil {
		return
	}
	at := sentenceFields(f.Type.Results, sentenceNames)
	if p.gives[f.Name.Name] && f.Type.Results.NumFields() == 1 {
		at = []int{0}
	}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok {
			for _, i := range at {
				if i < len(r.Results) {
					add(r.Results[i])
				}
			}
		}
		return true
	})
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// called is the name of what is called, made or set.
func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		if pkg, ok := e.X.(*ast.Ident); ok && (pkg.Name == "fmt" || pkg.Name == "errors") {
			return pkg.Name + "." + e.Sel.Name
		}
		return e.Sel.Name
	}
	return ""
}

// phrases are those that an expression of strings can be.
func phrases(e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, _ := strconv.Unquote(e.Value)
		return []string{s}
	case *ast.BinaryExpr:
		var all []string
		for _, x := range phrases(e.X) {
			for _, y := range phrases(e.Y) {
				all = append(all, x+y)
			}
		}
		return all
	case *ast.Ident:
		if sentenceNames.MatchString(e.Name) {
			return []string{"%w"} // collected where it is set
		}
	case *ast.CallExpr:
		switch called(e.Fun) {
		case "fmt.Sprintf":
			return phrases(e.Args[0])
		case "Error":
			return []string{"%w"}
		}
	}
	return []string{"%s"}
}

// unreachable are files whose sentences no command says, and why.
var unreachable = map[string]string{
	"hashtag/check":                 "said by a Code, see TestSpanishProblems",
	"share/campaign/date.go":        "said by a Rule, see TestSpanishRules",
	"share/campaign/moment.go":      "said by a Rule, see TestSpanishRules",
	"share/internal/page/check":     "Load has refused it before a page is made",
	"share/internal/page/picture":   "the pictures are the kit's own",
	"share/internal/page/speech.go": "a template asks for it",
	"share/internal/page/words.go:": "embedded files",
	"share/kit.go":                  "the command asks no Kit that it has not built",
}

func TestRefusalsHaveSpanish(t *testing.T) {
	used := map[string]bool{}
	all := refusals(t, "graphic", "hashtag", "share")
	for _, place := range slices.Sorted(maps.Keys(all)) {
		excuse := ""
		for file := range unreachable {
			if strings.HasPrefix(place, file) {
				excuse, used[file] = file, true
			}
		}
		if _, ok := spanishSentences[all[place]]; !ok && excuse == "" {
			t.Errorf("%s: %q has no Spanish in spanishSentences", place, all[place])
		}
	}
	for file := range unreachable {
		if !used[file] {
			t.Errorf("nothing is said in %s", file)
		}
	}
	said := slices.Collect(maps.Values(all))
	for s := range spanishSentences {
		if !slices.Contains(said, s) {
			t.Errorf("no library says %q any more", s)
		}
	}
}

// TestSentencesFillIn makes every sentence with values in it, as the libraries
// do, and holds that what is said instead has them too, and that the Spanish
// has no English.
func TestSentencesFillIn(t *testing.T) {
	sample := map[string]string{"d": "7", "g": "-0.5", "f": "3.1", "q": `"x \" y"`, "c": "é", "U": "U+0041", "X": "202E", "s": "a.ttf", "v": "(1,2)", "w": "zzz"}
	for _, say := range []*words{&english, &spanish} {
		a := &app{say: say}
		for format, said := range say.Libraries.Sentences {
			var values []any
			made := gaps.ReplaceAllStringFunc(format, func(gap string) string {
				v := sample[gap[len(gap)-1:]]
				values = append(values, v)
				return v
			})
			got := a.sentence(made)
			if want := inserted(said, values); got != want || strings.Contains(got, "%!") {
				t.Errorf("%q became %q, want %q", made, got, want)
			}
			word := englishWords.FindString(quotedPart.ReplaceAllString(got, ""))
			if word != "" && say == &spanish {
				t.Errorf("%q has %q in Spanish: %q", format, word, got)
			}
		}
	}
}

// TestSpanishProblems holds that every Code of package hashtag has Spanish words.
func TestSpanishProblems(t *testing.T) {
	for _, c := range typedConstants(t, "hashtag", "Code") {
		if w := spanishProblems[hashtag.Code(c)]; w.Message == "" || w.Fix == "" {
			t.Errorf("%s has no Spanish words", c)
		}
	}
}

// TestErrorsAreExplained holds that the command knows every error type of the
// libraries.
func TestErrorsAreExplained(t *testing.T) {
	var known strings.Builder
	for _, file := range packageSource(t, ".").files {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				fmt.Fprintf(&known, "%s.%s\n", called(s.X), s.Sel.Name)
			}
			return true
		})
	}
	within := []string{"graphic.SlideError"} // *share.DrawingError says which slide
	for _, folder := range []string{"graphic", "hashtag", "share"} {
		for name := range packageSource(t, filepath.Join("../..", folder)).takes {
			of := folder + "." + name
			if strings.HasSuffix(name, "Error") && name != "Error" && ast.IsExported(name) && !slices.Contains(within, of) && !strings.Contains(known.String(), of+"\n") {
				t.Errorf("the command does not know %s", of)
			}
		}
	}
}

// typedConstants are the values of a package's constants of a type.
func typedConstants(t *testing.T, folder, kind string) (all []string) {
	for _, file := range packageSource(t, filepath.Join("../..", folder)).files {
		ast.Inspect(file, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok && v.Type != nil && called(v.Type) == kind {
				all = append(all, phrases(v.Values[0])...)
			}
			return true
		})
	}
	return all
}
