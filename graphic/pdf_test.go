package graphic

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/draw"
	"golang.org/x/text/language"
)

// pdfTool runs a program on the file and returns what it prints. A warning is
// a failure. The test is skipped where the program is not installed.
func pdfTool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(name + " is not installed: the PDF was not read by another program")
	}
	var out, warnings bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &warnings
	if err := cmd.Run(); err != nil || warnings.Len() > 0 {
		t.Errorf("%s %v: %v\n%s", name, args, err, warnings.String())
	}
	return out.String()
}

func writePDF(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var buf bytes.Buffer
	if err := write(&buf); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "card.pdf")
	if err := os.WriteFile(file, buf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// arabicCard needs shaping, ligatures, marks and two writing directions.
func arabicCard() Card {
	return Card{
		ID: "hours", Lang: language.Arabic, Kicker: "من يقرأ هنا", Headline: "المكتبة **القديمة** تُغلَق في عام 2031",
		Body: "قال المجلس إن الإغلاق مؤقت، لكن لا موعد لإعادة الفتح.", Attribution: "وفقًا لمجلس ميلبروك",
		Source: "المصدر: مجلس بلدة ميلبروك، 4 مارس 2031",
		Action: Action{Verb: "احضر الجلسة العامة", Prompt: "امسح الرمز أو اكتب:", URL: "https://library.example/hearing"},
		Blocks: []Block{List{Items: []string{"جلسة عامة", "نشر العقد"}}},
	}
}

func arabicFonts(t testing.TB) *Fonts {
	t.Helper()
	fonts, err := LoadFonts(os.DirFS("testdata/pictures/fonts/tajawal"))
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// eachPDF gives one of so many sample cards, in changing themes and formats,
// and the Arabic card.
func eachPDF(t *testing.T, of int, f func(t *testing.T, g *Graphic)) {
	themes, formats := Themes(), Formats()[:5]
	var names []string
	for name := range sampleCards() {
		names = append(names, name)
	}
	slices.Sort(names)
	run := func(name string, c Card, o Options) {
		t.Run(name+"-"+o.Theme.Name+"-"+o.Format.Name, func(t *testing.T) {
			t.Parallel()
			f(t, mustNew(t, c, &o))
		})
	}
	for i, name := range names {
		if i%of > 0 || testing.Short() && i%6 > 0 {
			continue
		}
		fm := formats[i*2/len(themes)%len(formats)]
		if fm.deep && name != "action" {
			fm = formats[0] // a story leaves some cards no room
		}
		run(name, sampleCards()[name], Options{Theme: themes[i%len(themes)], Format: fm})
	}
	run("arabic", arabicCard(), Options{Theme: themes[0], Fonts: arabicFonts(t)})
}

// spoken is the words of a text, in lower case and on one line: Poppler puts
// some marks on the wrong side of words that read from right to left.
func spoken(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		case r == '،' || r == ':' || r == '.':
			return ' '
		}
		return unicode.ToLower(r)
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// TestPDFText: every line comes out of the file word by word, and the
// structure tree reads the card in order.
func TestPDFText(t *testing.T) {
	eachPDF(t, 1, func(t *testing.T, g *Graphic) {
		file := writePDF(t, g.WritePDF)
		for _, mode := range [][]string{{file, "-"}, {"-layout", file, "-"}} {
			got := spoken(pdfTool(t, "pdftotext", mode...))
			for _, b := range g.Boxes() {
				if want := spoken(b.Text); !strings.Contains(got, want) {
					t.Errorf("pdftotext %v lacks %s %q:\n%s", mode[0], b.Field, want, got)
				}
			}
		}
		if rightToLeft(g.card.Lang) {
			return // Poppler shows the letters of the tree as they stand on the page
		}
		tree := spoken(strings.NewReplacer("\"\n", "", "    \"", "").Replace(pdfTool(t, "pdfinfo", "-struct-text", file)))
		at := 0
		for _, b := range g.Boxes() {
			if b.Field != "Headline" && b.Field != "Body" && b.Field != "Source" {
				continue
			}
			want := spoken(b.Text)
			i := strings.Index(tree[at:], want)
			if i < 0 {
				t.Fatalf("the tree lacks %s %q, or has it earlier:\n%s", b.Field, want, tree)
			}
			at += i
		}
	})
}

// TestPDFChecked: other programs find nothing to object to, and the file says
// what it is.
func TestPDFChecked(t *testing.T) {
	eachPDF(t, 1, func(t *testing.T, g *Graphic) {
		file := writePDF(t, g.WritePDF)
		if out := pdfTool(t, "qpdf", "--check", file); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("qpdf: %s", out)
		}
		info := pdfTool(t, "pdfinfo", "-enc", "UTF-8", file)
		for _, want := range []string{"Tagged:          yes", "Metadata Stream: yes", g.meta().title, "Page size:       "} {
			if !strings.Contains(info, want) {
				t.Errorf("pdfinfo lacks %q:\n%s", want, info)
			}
		}
		tree := pdfTool(t, "pdfinfo", "-struct", file)
		for _, want := range []string{"Document", "H1 (block)", "P (block)"} {
			if !strings.Contains(tree, want) {
				t.Errorf("the structure lacks %q:\n%s", want, tree)
			}
		}
		data, _ := os.ReadFile(file)
		figures, described := bytes.Count(data, []byte("/S/Figure")), len(regexp.MustCompile(`/S/Figure/[^\n]*/Alt[(<]`).FindAll(data, -1))
		if figures != described {
			t.Errorf("%d figures, %d with a description", figures, described)
		}
		if len(data) > 150<<10 {
			t.Errorf("%d bytes are too many for a card", len(data))
		}
	})
}

// TestPDFLooks rasterizes the file and compares it with the picture. Poppler
// moves small letters to whole pixels and weights the edges of shapes, so it
// draws at twice the size.
func TestPDFLooks(t *testing.T) {
	eachPDF(t, 2, func(t *testing.T, g *Graphic) {
		file := writePDF(t, g.WritePDF)
		base := strings.TrimSuffix(file, ".pdf")
		pdfTool(t, "pdftoppm", "-r", "192", "-png", "-singlefile", file, base)
		mean, far := gapBetween(t, g.Image(), halved(decodePNG(t, base+".png")))
		if mean > 0.8 || far > 0.1 {
			t.Errorf("mean difference %.2f of 255, %.2f %% of pixels far off", mean, far)
		}
	})
}

// TestSVGRead does so with what librsvg, which many programs draw with, makes of
// the SVG.
func TestSVGRead(t *testing.T) {
	eachPDF(t, 2, func(t *testing.T, g *Graphic) {
		base := filepath.Join(t.TempDir(), "card")
		var buf bytes.Buffer
		if err := errors.Join(g.WriteSVG(&buf), os.WriteFile(base+".svg", buf.Bytes(), 0o600)); err != nil {
			t.Fatal(err)
		}
		pdfTool(t, "rsvg-convert", "--output", base+".png", base+".svg")
		mean, far := gapBetween(t, g.Image(), decodePNG(t, base+".png"))
		if mean > 0.65 || far > 0.01 {
			t.Errorf("mean difference %.2f of 255, %.3f %% of pixels far off", mean, far)
		}
	})
}

// TestSVGLooks does so with what a browser makes of it.
func TestSVGLooks(t *testing.T) {
	exe, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed: the SVG was not drawn by a browser")
	}
	for _, name := range []string{"donut", "people"}[:scaled(1, 1, 2)] {
		g := mustNew(t, sampleCards()[name], nil)
		dir := t.TempDir()
		w, err := os.Create(filepath.Join(dir, "card.svg"))
		if err == nil {
			err = errors.Join(g.WriteSVG(w), w.Close())
		}
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(exe, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb",
			"--user-data-dir="+filepath.Join(dir, "profile"), "--window-size=1080,1350", "--screenshot="+filepath.Join(dir, "card.png"), "file://"+w.Name())
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("chromium: %v\n%s", err, out)
		}
		mean, far := gapBetween(t, g.Image(), decodePNG(t, filepath.Join(dir, "card.png")))
		if mean > 0.8 || far > 0.1 {
			t.Errorf("%s: mean difference %.2f of 255, %.2f %% of pixels far off", name, mean, far)
		}
	}
}

func decodePNG(t *testing.T, file string) image.Image {
	t.Helper()
	r, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	m, err := png.Decode(r)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// halved is a picture at half its size.
func halved(m image.Image) image.Image {
	half := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx()/2, m.Bounds().Dy()/2))
	draw.ApproxBiLinear.Scale(half, half.Rect, m, m.Bounds(), draw.Src, nil)
	return half
}

// gapBetween is the mean difference of all channels, and the share of pixels
// that are more than a quarter off, in percent.
func gapBetween(t *testing.T, want *image.RGBA, got image.Image) (mean, far float64) {
	t.Helper()
	if got.Bounds() != want.Rect {
		t.Fatalf("the page is %v, want %v", got.Bounds(), want.Rect)
	}
	sum, n := 0, 0
	for y := range want.Rect.Dy() {
		for x := range want.Rect.Dx() {
			a := want.RGBAAt(x, y)
			r, g, b, _ := got.At(x, y).RGBA()
			d := [3]uint8{gap(a.R, uint8(r>>8)), gap(a.G, uint8(g>>8)), gap(a.B, uint8(b>>8))}
			sum += int(d[0]) + int(d[1]) + int(d[2])
			if max(d[0], d[1], d[2]) > 64 {
				n++
			}
		}
	}
	pixels := float64(want.Rect.Dx() * want.Rect.Dy())
	return float64(sum) / 3 / pixels, 100 * float64(n) / pixels
}

func TestPDFSameBytesTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	for name, c := range sampleCards() {
		var a, b bytes.Buffer
		if err := errors.Join(mustNew(t, c, nil).WritePDF(&a), mustNew(t, c, nil).WritePDF(&b)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

// TestPDFLinks: the code and the printed address lead where they say.
func TestPDFLinks(t *testing.T) {
	c := sampleCards()["action"]
	c.Body = "" // leaves the prompt its room
	file := writePDF(t, mustNew(t, c, nil).WritePDF)
	if n := strings.Count(pdfTool(t, "pdfinfo", "-url", file), c.Action.URL); n != 2 {
		t.Errorf("%d links, want 2", n)
	}
	if tree := pdfTool(t, "pdfinfo", "-struct", file); strings.Count(tree, "Link (inline)") != 2 || strings.Count(tree, "Object ") != 2 {
		t.Errorf("links are not in the tree:\n%s", tree)
	}
	tree := pdfTool(t, "pdfinfo", "-struct-text", file)
	if prompt, address := strings.Index(tree, "Scan or type:"), strings.Index(tree, "library.example"); prompt < 0 || address < prompt {
		t.Errorf("the address is read before its prompt:\n%s", tree)
	}
}

// TestPDFPages: several cards, on sheets with bleed and crop marks.
func TestPDFPages(t *testing.T) {
	var pages []*Graphic
	for _, name := range []string{"stat", "bars", "photo", "action"} {
		pages = append(pages, mustNew(t, sampleCards()[name], nil))
	}
	o := &PDFOptions{Title: "Old Mill: four cards", Rights: "CC0", Width: 432, Height: 540, Bleed: 9, CropMarks: true}
	file := writePDF(t, func(w io.Writer) error { return WritePDF(w, o, pages...) })
	pdfTool(t, "qpdf", "--check", file)
	info := strings.Join(strings.Fields(pdfTool(t, "pdfinfo", "-box", "-l", "4", file)), " ")
	for _, want := range []string{
		"Pages: 4", "Old Mill: four cards", "Page 4 size: 504 x 612 pts",
		"Page 4 TrimBox: 36.00 36.00 468.00 576.00", "Page 4 BleedBox: 27.00 27.00 477.00 585.00",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, info)
		}
	}
	tree := pdfTool(t, "pdfinfo", "-struct-text", file)
	if n := strings.Count(tree, "Sect"); n != 4 {
		t.Errorf("%d sections, want 4:\n%s", n, tree)
	}
	if meta := pdfTool(t, "pdfinfo", "-meta", file); !strings.Contains(meta, "CC0") {
		t.Errorf("no rights in the metadata:\n%s", meta)
	}
	// The ground reaches the edge of the bleed, and the corner stays white.
	base := strings.TrimSuffix(file, ".pdf")
	pdfTool(t, "pdftoppm", "-r", "72", "-png", "-singlefile", file, base)
	m, want := decodePNG(t, base+".png"), pages[0].Image()
	for _, at := range []struct {
		x, y  int
		white bool
	}{{29, 53, false}, {53, 29, false}, {475, 53, false}, {29, 583, false}, {4, 4, true}, {20, 300, true}} {
		got := m.At(at.x, at.y)
		r, g, b, _ := got.RGBA()
		white := r>>8 == 255 && g>>8 == 255 && b>>8 == 255
		if white != at.white {
			t.Errorf("pixel %d,%d is %v; the card's corner is %v", at.x, at.y, got, want.RGBAAt(0, 0))
		}
	}
}

// TestPDFSheet: paper has its true size, and what is cut out of it is read
// once.
func TestPDFSheet(t *testing.T) {
	letter, _ := LookupFormat("letter")
	small, _ := LookupFormat("handbill")
	var cards []*Graphic
	for _, name := range []string{"claim", "action"} {
		cards = append(cards, mustNew(t, sampleCards()[name], &Options{Format: small}))
	}
	sheet, err := NewSheet(letter, cards...)
	if err != nil {
		t.Fatal(err)
	}
	file := writePDF(t, sheet.WritePDF)
	pdfTool(t, "qpdf", "--check", file)
	if info := pdfTool(t, "pdfinfo", file); !strings.Contains(info, "612 x 792 pts (letter)") {
		t.Errorf("not a letter page:\n%s", info)
	}
	tree := pdfTool(t, "pdfinfo", "-struct", file)
	if h, l := strings.Count(tree, "H1 (block)"), strings.Count(tree, "Link (inline)"); h != 2 || l != 2 {
		t.Errorf("%d headings and %d links, want 2 of each:\n%s", h, l, tree)
	}
}

// TestPDFGhostscript: another interpreter draws the Arabic card too.
func TestPDFGhostscript(t *testing.T) {
	g := mustNew(t, arabicCard(), &Options{Fonts: arabicFonts(t)})
	file := writePDF(t, g.WritePDF)
	if out := pdfTool(t, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", file); out != "" {
		t.Errorf("gs: %s", out)
	}
}

func TestPDFErrors(t *testing.T) {
	g := mustNew(t, sampleCards()["claim"], nil)
	for name, tc := range map[string]struct {
		o     *PDFOptions
		pages []*Graphic
		want  string
	}{
		"no page":  {nil, nil, "graphic: Pages: there are none; a file needs a page"},
		"shape":    {&PDFOptions{Width: 612, Height: 792}, []*Graphic{g}, "graphic: Pages[0]: 612 by 792 points is not the shape of 1080 by 1350 pixels"},
		"half":     {&PDFOptions{Width: 612}, []*Graphic{g}, "graphic: Pages[0]: 612 by 0 points"},
		"too much": {&PDFOptions{Bleed: 500}, []*Graphic{g}, "graphic: Pages[0]: a bleed of 500 points is not within 0 and 144"},
		"large":    {&PDFOptions{Width: 20000, Height: 25000}, []*Graphic{g}, "graphic: Pages[0]: a side of 20000 points is not within 1 and 14400"},
	} {
		var buf bytes.Buffer
		if err := WritePDF(&buf, tc.o, tc.pages...); err == nil || !strings.HasPrefix(err.Error(), tc.want) {
			t.Errorf("%s: got  %v\nwant %s", name, err, tc.want)
		}
		if buf.Len() > 0 {
			t.Errorf("%s: %d bytes were written", name, buf.Len())
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	b.ReportAllocs()
	g := mustNew(b, sampleCards()["people"], nil)
	var buf bytes.Buffer
	for b.Loop() {
		buf.Reset()
		if err := g.WritePDF(&buf); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(buf.Len()), "bytes/card")
}

func TestRightToLeft(t *testing.T) {
	for tag, want := range map[string]bool{
		"ar": true, "he": true, "yi": true, "fa": true, "ur": true, "ps": true, "dv": true, "syr": true, "nqo": true, "ff-Adlm": true, "rhg-Rohg": true,
		"pa-Arab": true, "ckb": true, "ug": true, "en": false, "ff": false, "ha": false, "ku": false, "zh": false, "und": false,
	} {
		if got := rightToLeft(language.MustParse(tag)); got != want {
			t.Errorf("%s: %t", tag, got)
		}
	}
}

// TestBlackIsOneInk: a sheet in one ink is printed with that ink and no other;
// RGB black would be laid in four.
func TestBlackIsOneInk(t *testing.T) {
	photo := image.NewRGBA(image.Rect(0, 0, 300, 300))
	for i := range photo.Pix {
		photo.Pix[i] = uint8(i / 4 % 200)
		if i%4 == 3 {
			photo.Pix[i] = 255
		}
	}
	picture, err := NewPicture(photo)
	if err != nil {
		t.Fatal(err)
	}
	for name, card := range map[string]Card{
		"words": arabicCard(),
		"photo": {ID: "p", Headline: "The library is **open**", Blocks: []Block{Photo{Picture: picture, Alt: "Grey stripes"}}},
	} {
		theme, _ := LookupTheme("photocopy")
		format, _ := LookupFormat("letter")
		g, err := New(card, &Options{Theme: theme, Format: format})
		if err != nil {
			t.Fatal(name, err)
		}
		for line := range strings.Lines(pdfTool(t, "gs", "-q", "-o", "-", "-sDEVICE=inkcov", writePDF(t, g.WritePDF))) {
			if inks := strings.Fields(line); !slices.Equal(inks[:3], []string{"0.00000", "0.00000", "0.00000"}) || inks[3] == "0.00000" {
				t.Errorf("%s: cyan, magenta, yellow and black are %s", name, line)
			}
		}
	}
}
