package graphic

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"image"
	"image/color"
	"image/png"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/rules"
)

// TestContext draws over a card and looks for the mark and the alt text in the
// file, and for the card unchanged.
func TestContext(t *testing.T) {
	for name, c := range map[string]Card{"people": sampleCards()["people"], "photo": sampleCards()["photo"]} {
		if c.Headline == "" {
			t.Fatalf("there is no sample %s", name)
		}
		c.Rights = "Millbrook Library, CC BY 4.0"
		g := mustNew(t, c, nil)
		sum := g.Sum()
		dc := g.Context()
		dc.SetColor(color.RGBA{1, 2, 3, 255})
		dc.DrawRectangle(0, 0, 10, 10)
		dc.Fill()
		var file bytes.Buffer
		if err := g.WritePNGOf(&file, dc.Image()); err != nil {
			t.Fatal(err)
		}
		m, err := png.Decode(bytes.NewReader(file.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if r, gr, b, _ := m.At(5, 5).RGBA(); r>>8 != 1 || gr>>8 != 2 || b>>8 != 3 {
			t.Errorf("%s: the mark is not there", name)
		}
		if got := color.RGBAModel.Convert(m.At(20, 20)); got != g.Image().At(20, 20) {
			t.Errorf("%s: the card below is %v", name, got)
		}
		if _, few := m.(*image.Paletted); few != (name == "people") {
			t.Errorf("%s: indexed: %t", name, few)
		}
		for _, kept := range []string{c.Rights, "AltTextAccessibility", escape(g.Alt())} {
			if !bytes.Contains(file.Bytes(), []byte(kept)) {
				t.Errorf("%s: the file has no %q", name, kept)
			}
		}
		if g.Sum() != sum {
			t.Errorf("%s: the card changed", name)
		}
	}
	var refused *FieldError
	if err := mustNew(t, sampleCards()["people"], nil).WritePNGOf(&bytes.Buffer{}, image.NewRGBA(image.Rect(0, 0, 9, 9))); !errors.As(err, &refused) || refused.Rule() != "card-image" {
		t.Error(err)
	}
}

// TestRulesAreMade: every rule of the table is used in the source, and every
// rule that the source names is in the table.
func TestRulesAreMade(t *testing.T) {
	var files []string
	for _, pattern := range []string{"*.go", "internal/wire/*.go", "internal/text/*.go", "internal/theme/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	named := map[string]bool{}
	for _, name := range files {
		if name == "rules.go" || len(name) > 8 && name[len(name)-8:] == "_test.go" {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, err := strconv.Unquote(n.Value); err == nil {
					named[s] = true
				}
			case *ast.CallExpr:
				made, _ := n.Fun.(*ast.Ident)
				if made == nil || made.Name != "refuse" && made.Name != "pictureError" {
					break
				}
				if lit, ok := n.Args[0].(*ast.BasicLit); ok {
					if rule, _ := strconv.Unquote(lit.Value); rules.English[rule].Message == "" {
						t.Errorf("%s: there is no rule %s", name, rule)
					}
				}
			case *ast.CompositeLit:
				if made, ok := n.Type.(*ast.Ident); ok && made.Name == "FieldError" && name != "errors.go" && name != "qr.go" {
					t.Errorf("%s makes a FieldError by hand", name)
				}
			}
			return true
		})
	}
	for rule := range Rules() {
		if !named[rule] {
			t.Errorf("nothing breaks the rule %s", rule)
		}
	}
}
