package graphic

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/pdf"
)

// pledge is a block of its own: what this file says of it is all that the
// package knows. It is a name a line, over the whole width of a wide card.
type pledge struct{ Names []string }

func (p pledge) traits() traits {
	return traits{claims: true, wide: belowHeadline, upright: finding(0.4), across: finding(0.4), element: "Sect"}
}

func (p pledge) check() *FieldError {
	if len(p.Names) == 0 {
		return refuse("list-items", "Names", nil)
	}
	return nil
}

func (p pledge) describe(*tongue) string { return "Signed by " + strings.Join(p.Names, ", ") }

func (p pledge) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	var out []*parts.Slot
	for _, name := range p.Names {
		t := ts.prose(field+".Names", name, w, ts.as("label").from(ts.f.Floor).upTo(ts.sz().labelMin))
		out = append(out, ts.slot(t, r, 2*ts.u))
	}
	return out
}

// TestNewBlock lays the block out in every format and theme, describes it and
// writes every kind of file, though no other file of the package names it.
func TestNewBlock(t *testing.T) {
	c := Card{
		Lang: language.English, Headline: "They keep it open", Source: "Source: the pledge, 4 March 2031",
		Blocks: []Block{pledge{[]string{"Ada of Mill Lane", "Ben of Market Street"}}},
	}
	for _, th := range Themes() {
		for _, f := range append(Formats(), PrintFormats()...) {
			g := mustNew(t, c, &Options{Theme: th, Format: f})
			checkBoxes(t, g, &f)
			drawn := 0
			for _, b := range g.Boxes() {
				if strings.HasPrefix(b.Field, "Blocks[0].Names") {
					drawn++
				}
			}
			if drawn < 2 && g.Whole() {
				t.Errorf("%s %s: %d names are drawn", th.Name, f.Name, drawn)
			}
			if g.Whole() && !strings.Contains(g.Alt(), "Signed by Ada of Mill Lane, Ben of Market Street.") {
				t.Errorf("%s %s: %s", th.Name, f.Name, g.Alt())
			}
			if f.Name != "portrait" {
				continue
			}
			for _, write := range []func(io.Writer) error{g.WritePNG, g.WriteJPEG, g.WriteSVG, g.WritePDF} {
				if err := write(io.Discard); err != nil {
					t.Error(err)
				}
			}
			if !slices.ContainsFunc(g.elements(), func(e pdf.Element) bool { return e.Type == "Sect" && len(e.Kids) == 1 }) {
				t.Errorf("%s: the block is no section of the PDF", th.Name)
			}
		}
	}
	c.Source = ""
	if _, err := New(c, nil); err == nil {
		t.Error("it claims something and the card has no source")
	}
}

// TestBlocksKeepToThemselves: a block is named in its own files alone, those
// whose names begin as that with its traits. What a card has to know of it, it
// asks.
func TestBlocksKeepToThemselves(t *testing.T) {
	files := make(map[string]*ast.File)
	home := make(map[string]string)
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = f
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Recv != nil && d.Name.Name == "traits" {
				home[d.Recv.List[0].Type.(*ast.Ident).Name] = strings.TrimSuffix(name, ".go")
			}
		}
	}
	if len(home) < 17 {
		t.Fatalf("only %d blocks: %v", len(home), slices.Sorted(maps.Keys(home)))
	}
	for name, f := range files {
		for _, block := range named(f) {
			if at, ok := home[block]; ok && !strings.HasPrefix(name, at) {
				t.Errorf("%s names %s, a block of %s.go", name, block, at)
			}
		}
	}
}

// named are the identifiers of a file that may be types: no fields and no
// methods.
func named(f *ast.File) []string {
	other := make(map[*ast.Ident]bool)
	var out []string
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			other[n.Sel] = true
		case *ast.FuncDecl:
			if n.Recv != nil {
				other[n.Name] = true
			}
		case *ast.Field:
			for _, id := range n.Names {
				other[id] = true
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				other[id] = true
			}
		case *ast.Ident:
			if !other[n] {
				out = append(out, n.Name)
			}
		}
		return true
	})
	return out
}
