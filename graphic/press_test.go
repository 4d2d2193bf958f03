package graphic

import (
	"bytes"
	"errors"
	"image"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// stickerSheet is a sheet of a round and a square piece.
func stickerSheet(t *testing.T) *Graphic {
	t.Helper()
	letter, _ := LookupFormat("letter")
	var pieces []Piece
	for i, name := range []string{"sticker-round", "sticker-square"} {
		format, _ := LookupFormat(name)
		round := i == 0
		g := mustNew(t, Card{ID: "s", Headline: "12 classes came", Source: "Town Gazette, May 2031",
			Blocks: []Block{Sticker{Figure: "12", Act: "Ask why: council.example", Round: round}}}, &Options{Format: format})
		pieces = append(pieces, Piece{Graphic: g, X: 0.4 + 3*float64(i), Y: 0.4, Round: round})
	}
	sheet, err := NewCutSheet(letter, pieces...)
	if err != nil {
		t.Fatal(err)
	}
	return sheet
}

var pageBox = regexp.MustCompile(`(?m)^Page +(\d+) (\w+)Box: +([-\d.]+) +([-\d.]+) +([-\d.]+) +([-\d.]+)$`)

// pageBoxes are the boxes of a file by page and name, as pdfinfo reads them.
func pageBoxes(t *testing.T, file string, pages int) map[string][4]float64 {
	t.Helper()
	out := make(map[string][4]float64)
	for _, m := range pageBox.FindAllStringSubmatch(pdfTool(t, "pdfinfo", "-box", "-f", "1", "-l", strconv.Itoa(pages), file), -1) {
		var box [4]float64
		for i := range box {
			box[i], _ = strconv.ParseFloat(m[3+i], 64)
		}
		out[m[1]+" "+m[2]] = box
	}
	return out
}

func pressFile(t *testing.T, marks bool, pages ...*Graphic) string {
	t.Helper()
	return writePDF(t, func(w io.Writer) error {
		return WritePDF(w, &PDFOptions{Bleed: StandardBleed, CropMarks: marks}, pages...)
	})
}

// TestPressBoxes: every page, of sheets too, has its trim in its bleed in its
// media, and still after another program wrote the file anew.
func TestPressBoxes(t *testing.T) {
	tabloid, _ := LookupFormat("tabloid")
	pages := []*Graphic{mustNew(t, sampleCards()["claim"], &Options{Format: tabloid}), stickerSheet(t)}
	trims := [][2]float64{{792, 1224}, {612, 792}}
	for _, marks := range []bool{false, true} {
		file := pressFile(t, marks, pages...)
		again := filepath.Join(t.TempDir(), "again.pdf")
		pdfTool(t, "qpdf", "--check", file)
		pdfTool(t, "qpdf", "--linearize", file, again)
		for _, file := range []string{file, again} {
			got := pageBoxes(t, file, len(pages))
			for i, want := range trims {
				page := strconv.Itoa(i+1) + " "
				trim, bleed, media, crop := got[page+"Trim"], got[page+"Bleed"], got[page+"Media"], got[page+"Crop"]
				if w, h := trim[2]-trim[0], trim[3]-trim[1]; w != want[0] || h != want[1] {
					t.Errorf("marks %t, page %s: trimmed to %g by %g, want %v", marks, page, w, h, want)
				}
				for side, out := range [4]float64{-1, -1, 1, 1} {
					if over := out * (bleed[side] - trim[side]); over != StandardBleed {
						t.Errorf("marks %t, page %s: a bleed of %g points", marks, page, over)
					}
					if out*(media[side]-bleed[side]) < 0 {
						t.Errorf("marks %t, page %s: the bleed leaves the sheet", marks, page)
					}
				}
				shown := trim
				if marks {
					shown = media
				}
				if crop != shown {
					t.Errorf("marks %t, page %s: %v is shown, want %v", marks, page, crop, shown)
				}
			}
		}
	}
}

// plates are the names of the plates that Ghostscript makes of a file's first
// page, with a mark on them.
func plates(t *testing.T, file string) []string {
	t.Helper()
	dir := t.TempDir()
	pdfTool(t, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-r36", "-dFirstPage=1", "-dLastPage=1", "-sDEVICE=tiffsep", "-o", filepath.Join(dir, "p.tif"), file)
	all, err := filepath.Glob(filepath.Join(dir, "p(*).tif"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range all {
		if data, _ := os.ReadFile(f); len(data) > 0 {
			names = append(names, strings.TrimSuffix(strings.TrimPrefix(filepath.Base(f), "p("), ").tif"))
		}
	}
	return names
}

// TestCutContour: the line along which stickers are cut is a spot ink of the name
// that plotters look for, drawn last, and the ground goes on beyond it.
func TestCutContour(t *testing.T) {
	sheet := stickerSheet(t)
	if got := plates(t, pressFile(t, false, sheet)); !slices.Contains(got, "CutContour") {
		t.Errorf("the plates are %v", got)
	}
	file := pressFile(t, true, sheet)
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	pdfTool(t, "qpdf", "--qdf", "--object-streams=disable", file, plain)
	data, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	cut := bytes.LastIndex(data, []byte("/CutContour CS"))
	if cut < 0 || bytes.Contains(data[cut:], []byte(" Tj")) || bytes.Contains(data[cut:], []byte(" re\n")) {
		t.Error("something is drawn over the cut")
	}
	if bytes.Contains(data, []byte("/URI")) {
		t.Error("a file for a press has a link")
	}
	for _, p := range [][2]float64{{0.4 + 2.37/2, 0.4 - 0.06}, {3.4 - 0.06, 1.5}} {
		format := sheet.Format()
		x, y := int(p[0]*format.DPI), int(p[1]*format.DPI)
		if c := sheet.Image().RGBAAt(x, y); c.R == 255 && c.G == 255 && c.B == 255 {
			t.Errorf("no ground beyond the cut at %v in", p)
		}
	}
}

// TestPressBlack: for a press black letters on colour are the black ink alone.
func TestPressBlack(t *testing.T) {
	letter, _ := LookupFormat("letter")
	theme, _ := LookupTheme("dossier")
	g := mustNew(t, Card{ID: "k", Headline: "The library is open"}, &Options{Format: letter, Theme: theme, Ground: "yellow"})
	file := filepath.Join(t.TempDir(), "plain.pdf")
	pdfTool(t, "qpdf", "--qdf", "--object-streams=disable", pressFile(t, true, g), file)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`/Over gs 0 0 0 [\d.]+ k\n`).Match(data) || !bytes.Contains(data, []byte("/OPM 1")) {
		t.Error("the letters are not the black ink over what is below")
	}
	black, _ := LookupTheme("photocopy")
	one := mustNew(t, sampleCards()["claim"], &Options{Format: letter, Theme: black})
	for line := range strings.Lines(pdfTool(t, "gs", "-q", "-o", "-", "-sDEVICE=inkcov", pressFile(t, true, one))) {
		if inks := strings.Fields(line); !slices.Equal(inks[:3], []string{"0.00000", "0.00000", "0.00000"}) || inks[3] == "0.00000" {
			t.Errorf("cyan, magenta, yellow and black are %s", line)
		}
	}
}

// TestHomeInset: for printers at home a page keeps its size and has a white edge
// all round, with the whole card within it.
func TestHomeInset(t *testing.T) {
	for _, name := range []string{"letter", "tabloid", "a4"} {
		f, _ := LookupFormat(name)
		g := mustNew(t, sampleCards()["wholefield"], &Options{Format: f})
		file := writePDF(t, func(w io.Writer) error { return WritePDF(w, &PDFOptions{Inset: HomeInset}, g) })
		box := pageBoxes(t, file, 1)
		media, trim := box["1 Media"], box["1 Trim"]
		if w := float64(f.W) * 72 / f.DPI; media != trim || media[2] < w-0.1 || media[2] > w+0.1 {
			t.Errorf("%s: trimmed to %v of %v", name, trim, media)
		}
		shown := strings.TrimSuffix(file, ".pdf") + "-page"
		pdfTool(t, "pdftoppm", "-r", "72", "-gray", "-singlefile", "-png", file, shown)
		m := decodePNG(t, shown+".png")
		if area := printedOn(m); !area.In(m.Bounds().Inset(17)) || area.Dx() < m.Bounds().Dx()-60 {
			t.Errorf("%s: the card is printed over %v of %v", name, area, m.Bounds())
		}
	}
	var refused *FieldError
	g := mustNew(t, sampleCards()["claim"], nil)
	for _, o := range []PDFOptions{{Inset: -1}, {Inset: 500}, {Inset: 9, Bleed: 9}, {Inset: 9, CropMarks: true}} {
		if err := WritePDF(io.Discard, &o, g); !errors.As(err, &refused) || refused.Rule() != "pdf-inset" {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

// printedOn is the box of what is not white.
func printedOn(m image.Image) (out image.Rectangle) {
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if r, _, _, _ := m.At(x, y).RGBA(); r < 0xf400 {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}

// TestSheetNote: a sheet whose pieces need their size says so below them, in the
// language of its cards, and not over them; how to turn it, if it may have a back.
func TestSheetNote(t *testing.T) {
	postcard, _ := LookupFormat("postcard")
	letter, _ := LookupFormat("letter")
	c := sampleCards()["claim"]
	for lang, want := range map[string]string{"en": "100%", "es": "100 %"} {
		c.Lang = language.MustParse(lang)
		cards, err := NewSheet(letter, mustNew(t, c, &Options{Format: postcard}))
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range []*Graphic{cards, stickerSheet(t)} {
			n := sheet.scene.Nodes[len(sheet.scene.Nodes)-1]
			if n.Glyphs == nil {
				t.Fatalf("%s: the sheet says nothing", lang)
			}
			if sheet == cards && !strings.Contains(strings.ReplaceAll(n.Glyphs.Text, "\u00a0", " "), want) {
				t.Errorf("%s: it says %q", lang, n.Glyphs.Text)
			}
			if turned := strings.Contains(n.Glyphs.Text, sheet.sheet[0].tongue.say("sheet_sides", nil)); turned != (sheet == cards) {
				t.Errorf("%s: stickers have no back, and cards may have one: %q", lang, n.Glyphs.Text)
			}
			for _, o := range sheet.scene.Nodes[1 : len(sheet.scene.Nodes)-1] {
				if o.Ink().Overlaps(n.Ink()) {
					t.Errorf("%s: its words meet %s at %v", lang, o.Field, o.Ink())
				}
			}
		}
	}
}
