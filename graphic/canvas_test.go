package graphic

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"image"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// drawing is one of a function.
type drawing func(*Canvas) error

func (d drawing) Draw(k *Canvas) error { return d(k) }

func (d drawing) Describe(language.Tag) string { return "A drawing." }

func onCanvas(draw func(*Canvas) error) Card {
	return Card{Headline: "Open on Sundays", Source: "Source: the library", Blocks: []Block{Drawn{drawing(draw)}}}
}

// TestCanvasRefuses: a drawing is held to what the blocks of this package are.
func TestCanvasRefuses(t *testing.T) {
	headline := func(k *Canvas) Setting { return k.Text("Headline", "Open", FaceDisplay).Set(100, 800) }
	room := func(k *Canvas) Area { return k.Room() }
	for rule, draw := range map[string]func(*Canvas){
		"canvas-meets": func(k *Canvas) {
			k.Bars(Solid, Area{80, 100, 50, 50})
			k.Draw(headline(k), ToneText, room(k).X, 100)
		},
		"canvas-small": func(k *Canvas) {
			k.Draw(k.Text("Source", "small", FaceSmall).Set(k.Floor()-2, 400), ToneText, room(k).X, 200)
		},
		"canvas-edge":   func(k *Canvas) { k.Draw(headline(k), ToneText, 4, 400) },
		"card-contrast": func(k *Canvas) { k.Draw(headline(k), ToneGround, room(k).X, 400) },
		"canvas-open":   func(k *Canvas) { k.Bars(Open, Area{100, 100, 8, 80}) },
		"card-fit":      func(k *Canvas) { k.Refuse("Headline", 3) },
		"card-glyph":    func(k *Canvas) { k.Text("Headline", "\u2fff", FaceDisplay) },
	} {
		_, err := New(onCanvas(func(k *Canvas) error { draw(k); return nil }), nil)
		var refused interface{ Rule() string }
		if !errors.As(err, &refused) || refused.Rule() != rule {
			t.Errorf("%s: %v", rule, err)
		}
	}
	mine := errors.New("mine")
	if _, err := New(onCanvas(func(*Canvas) error { return mine }), nil); !errors.Is(err, mine) {
		t.Errorf("a drawing's own error: %v", err)
	}
	if _, err := New(Card{Headline: "Open", Source: "S", Blocks: []Block{Drawn{}}}, nil); err == nil {
		t.Error("nothing to draw with")
	}
	if _, err := json.Marshal(onCanvas(nil)); err == nil {
		t.Error("a drawing in a document")
	}
}

// TestCanvasMirrored: a card that reads from right to left has its first mark
// at the right.
func TestCanvasMirrored(t *testing.T) {
	c := onCanvas(func(k *Canvas) error {
		w, _ := k.Size()
		k.Bars(Hatch, Area{0, 700, 40, 90})
		k.Shapes(ToneMark, []Spot{{w / 4, 900}, {w/4 + 50, 900}, {w / 4, 950}})
		return nil
	})
	c.Lang = language.Arabic
	g := mustNew(t, c, nil)
	var marks image.Rectangle
	for _, b := range boxesOf(g, "Blocks[0]") {
		if marks = marks.Union(b.Rect); b.Rect.Min.X < 540 {
			t.Errorf("a mark at %v", b.Rect)
		}
	}
	if marks.Max.X != 1080 {
		t.Errorf("marks within %v", marks)
	}
	var out bytes.Buffer
	if err := errors.Join(g.WritePNG(&out), g.WritePDF(&out), g.WriteSVG(&out), g.WriteJPEG(&out), g.WriteGIF(&out)); err != nil {
		t.Error(err)
	}
	if g.Alt() == "" || !g.Whole() {
		t.Error("no alt text, or not whole")
	}
}

// TestScenesInTheOpen: two of this package's own pictures are drawn with nothing
// but what blocks written elsewhere have.
func TestScenesInTheOpen(t *testing.T) {
	for _, file := range []string{"few.go", "beforeafter.go"} {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		drawing := 0
		for _, d := range parsed.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || f.Name.Name != "draw" && f.Name.Name != "panel" && f.Name.Name != "tall" {
				continue
			}
			drawing++
			own := f.Recv.List[0].Names[0].Name
			ast.Inspect(f, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok && !s.Sel.IsExported() {
					if x, ok := s.X.(*ast.Ident); !ok || x.Name != own {
						t.Errorf("%s: %s asks for %s", file, f.Name.Name, s.Sel.Name)
					}
				}
				return true
			})
		}
		if drawing < 2 {
			t.Errorf("%s: %d functions draw", file, drawing)
		}
	}
}

// TestPicturesMirrored: every picture of data has the same marks from right to
// left, in every theme, and all outputs.
func TestPicturesMirrored(t *testing.T) {
	shapes := func(g *Graphic) (n int) {
		for _, node := range g.scene.Nodes {
			if node.Role == scene.Mark {
				n += len(node.Rects) + len(node.Polygons)
			}
		}
		return n
	}
	marks := func(g *Graphic) [5]int {
		bars := readBars(g)
		if bars != [4]int{} { // how many stripes a hatched one has hangs on its size
			return [5]int{bars[0], bars[1], bars[2], bars[3]}
		}
		return [5]int{4: shapes(g)}
	}
	drawn := 0
	for name, c := range sampleCards() {
		if !strings.HasPrefix(name, "whole") {
			continue
		}
		for _, th := range Themes()[:scaled(1, 1, 5)] {
			c.Lang = language.English
			straight := mustNew(t, c, &Options{Theme: th, Ground: th.Grounds()[0]})
			c.Lang = language.Arabic
			g := mustNew(t, c, &Options{Theme: th, Ground: th.Grounds()[0]})
			if a, b := marks(straight), marks(g); a != b || a == [5]int{} {
				t.Errorf("%s %s: %v marks, mirrored %v", name, th.Name, a, b)
			}
			drawn++
			var out bytes.Buffer
			if err := errors.Join(g.WritePNG(&out), g.WritePDF(&out), g.WriteSVG(&out), g.WriteJPEG(&out), g.WriteGIF(&out)); err != nil {
				t.Errorf("%s %s: %v", name, th.Name, err)
			}
		}
	}
	if drawn < scaled(15, 15, 75) {
		t.Errorf("%d were drawn", drawn)
	}
}
