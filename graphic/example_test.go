package graphic_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"strings"
	"testing/fstest"
	"time"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
)

// The neighbours of this card and their library do not exist.
var classes = graphic.Card{
	Lang:     language.English,
	Headline: "62 school classes used the library",
	Blocks:   []graphic.Block{graphic.Stat{Value: "62"}},
	Body:     "In 2030, 62 school classes visited the Old Mill Library.",
	Source:   "Source: Millbrook Town Council, 4 Mar 2031",
}

// One card in every format, encoded as PNG.
func Example() {
	for _, f := range graphic.Formats()[:5] {
		g, err := graphic.New(classes, &graphic.Options{Format: f})
		if err != nil {
			fmt.Println(err)
			continue
		}
		var b bytes.Buffer
		if err := g.WritePNG(&b); err != nil {
			fmt.Println(err)
			continue
		}
		size, _ := png.DecodeConfig(&b)
		fmt.Println(f.Name, size.Width, size.Height)
	}
	// Output:
	// portrait 1080 1350
	// square 1080 1080
	// story 1080 1920
	// wide 1600 900
	// og 1200 630
}

func ExampleNew() {
	long := classes
	long.Headline = strings.Repeat("Neighbours of the Old Mill Library ask the council to keep it open. ", 4)
	_, err := graphic.New(long, nil)
	var fit *graphic.FitError
	if errors.As(err, &fit) {
		fmt.Println(fit.Field(), "does not fit the format", fit.Format)
	}

	unsourced := classes
	unsourced.Source = ""
	_, err = graphic.New(unsourced, nil)
	fmt.Println(err)
	// Output:
	// Headline does not fit the format portrait
	// graphic: Source: is missing; a card with a figure or a quotation says where it comes from
}

func ExampleGraphic_Alt() {
	g, err := graphic.New(classes, nil)
	if err != nil {
		panic(err)
	}
	fmt.Println(g.Alt())
	// Output:
	// 62 school classes used the library. In 2030, 62 school classes visited the Old Mill Library. Source: Millbrook Town Council, 4 Mar 2031.
}

// A card painted very small: one character for 20 by 42 pixels.
func ExampleGraphic_Image() {
	og, _ := graphic.LookupFormat("og")
	g, err := graphic.New(classes, &graphic.Options{Format: og})
	if err != nil {
		panic(err)
	}
	m := g.Image()
	for y := 0; y < m.Rect.Dy(); y += 42 {
		var line []byte
		for x := 0; x < m.Rect.Dx(); x += 20 {
			line = append(line, ".:*#"[darkness(m, image.Rect(x, y, x+20, y+42))])
		}
		fmt.Println(string(line))
	}
	// Output:
	// ######################:.....................................
	// ###*:...::###::..::###:.**:***::**:***...***.:*:**:*:*::*:..
	// ##*...:...:#....:...##:.*****#**#***#*..:***::****:**#::*:..
	// ##:...#*::*#...*#...*#:.**:*:*::*::*::*:::::*:::**:*:**:*:..
	// ##:...:..:##***#:...##:.#***:#:##..#:*#**.:::*#*##:#*##:#:..
	// ##:...:....####:...###:.**:***:#*..*:***:.:************.*...
	// ##:...#:...##:...*####:.....................................
	// ##*...*....#:...::::##:.....................................
	// ###:.....:##........*#:.....................................
	// ######################:.....................................
	// ######################:.....................................
	// ######################:.....................................
	// ######################:.......:..:..........................
	// ######################:....:.....:.:.:.::...................
	// ######################:.....................................
}

// darkness of a part of a picture, from 0 to 3.
func darkness(m *image.RGBA, r image.Rectangle) int {
	sum := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			sum += 255 - int(m.RGBAAt(x, y).G)
		}
	}
	return min(3, sum/(r.Dx()*r.Dy()*64))
}

func ExampleQR() {
	code, err := graphic.QR("HTTPS://EXAMPLE.ORG", nil)
	if err != nil {
		panic(err)
	}
	fmt.Println(code.Modules(), "modules,", code.Side(), "px with the quiet zone")
	m, px := code.Image(), code.Side()/(code.Modules()+8)
	for y := 4 * px; y < code.Side()-4*px; y += px {
		for x := 4 * px; x < code.Side()-4*px; x += px {
			fmt.Print(map[bool]string{true: "##", false: ".."}[m.RGBAAt(x, y).R == 0])
		}
		fmt.Println()
	}
	// Output:
	// 21 modules, 232 px with the quiet zone
	// ##############..##..##..##..##############
	// ##..........##..##..##......##..........##
	// ##..######..##..####........##..######..##
	// ##..######..##....####..##..##..######..##
	// ##..######..##..##..######..##..######..##
	// ##..........##....##..####..##..........##
	// ##############..##..##..##..##############
	// ....................##..##................
	// ##....############..##..####....##..######
	// ....######....##....##..##....##..........
	// ..####..##..####..##..######..##..##......
	// ##..####......####..######....##....####..
	// ..##......##########....##..##..####..####
	// ................##....##..######..####....
	// ##############..######..##....##..########
	// ##..........##..##..########......########
	// ##..######..##..##..##..##....##..####....
	// ##..######..##..##....####..######..##....
	// ##..######..##....##....##..##....##..####
	// ##..........##......##..##..####....####..
	// ##############..##......##........##..##..
}

func ExampleThemes() {
	for _, t := range graphic.Themes() {
		fmt.Println(t.Name)
	}
	// Output:
	// broadside
	// newsroom
	// dossier
	// vigil
	// photocopy
}

func ExampleLookupFormat() {
	f, ok := graphic.LookupFormat("story")
	fmt.Println(f.W, f.H, "safe", f.Safe, "floor", f.Floor, ok)
	// Output:
	// 1080 1920 safe (65,270)-(1015,1536) floor 30 true
}

// A canvas for a website, where the picture will be 600 points wide.
func ExampleCustomFormat() {
	f, err := graphic.CustomFormat(1200, 800, 600)
	if err != nil {
		panic(err)
	}
	g, err := graphic.New(classes, &graphic.Options{Format: f})
	if err != nil {
		panic(err)
	}
	fmt.Println(g.Image().Bounds())

	_, err = graphic.CustomFormat(1200, 0, 600)
	fmt.Println(err)
	// Output:
	// (0,0)-(1200,800)
	// graphic: Format: is 1200×0 px; both sides are between 300 and 8000, the width at most 3 times the height, the height at most 3 times the width
}

// A flyer of one page, words and all.
func ExampleGraphic_WritePDF() {
	letter, _ := graphic.LookupFormat("letter")
	g, err := graphic.New(classes, &graphic.Options{Format: letter})
	if err != nil {
		panic(err)
	}
	var b bytes.Buffer
	if err := g.WritePDF(&b); err != nil {
		panic(err)
	}
	fmt.Printf("%.5s\n", b.String())
	// Output:
	// %PDF-
}

func ExampleNewCarousel() {
	slides, err := graphic.NewCarousel(graphic.Carousel{
		Cover:  classes,
		Slides: []graphic.Card{{Headline: "No building may be sold without a hearing", Source: "Source: Millbrook town code"}},
	}, nil)
	if err != nil {
		panic(err)
	}
	for i, g := range slides {
		finding, _, _ := strings.Cut(g.Alt(), ".")
		fmt.Printf("%d of %d: %s\n", i+1, len(slides), finding)
	}
	// Output:
	// 1 of 2: 62 school classes used the library
	// 2 of 2: No building may be sold without a hearing
}

// What is covered is gone from the file.
func ExamplePicture_Redact() {
	p, err := graphic.NewPicture(image.NewGray(image.Rect(0, 0, 320, 240)))
	if err != nil {
		panic(err)
	}
	covered, err := p.Redact(image.Rect(40, 40, 90, 90))
	if err != nil {
		panic(err)
	}
	fmt.Println(covered.Bounds())

	_, err = p.Redact(image.Rect(900, 900, 950, 950))
	fmt.Println(err)
	// Output:
	// (0,0)-(320,240)
	// graphic: the picture of 320×240 px has nothing to cover at (900,900)-(950,950)
}

func ExampleLoadTheme() {
	folder := fstest.MapFS{"themes/millbrook.json": {Data: []byte(`{
		"name": "millbrook", "extends": "newsroom", "colors": {"blue": "#14532D"}
	}`)}}
	theme, err := graphic.LoadTheme(folder, "themes/millbrook.json")
	fmt.Println(theme.Name, err)

	folder["themes/pale.json"] = &fstest.MapFile{Data: []byte(`{"name": "pale", "extends": "newsroom", "colors": {"blue": "#A7C7A0"}}`)}
	_, err = graphic.LoadTheme(folder, "themes/pale.json")
	fmt.Println(err)
	// Output:
	// millbrook <nil>
	// graphic: themes/pale.json:1:57: schemes.blue.text: paper on blue is 1.7:1, below 4.5:1
}

func ExampleLoadFonts() {
	_, err := graphic.LoadFonts(fstest.MapFS{"broken.ttf": {Data: []byte("no font")}})
	fmt.Println(err != nil)
	_, err = graphic.LoadFonts(fstest.MapFS{"readme.txt": {Data: []byte("nothing else")}})
	fmt.Println(err)
	// Output:
	// true
	// graphic: there is no .ttf, .otf or .ttc file among the fonts
}

// Small cards are cut out of a sheet of paper.
func ExampleNewSheet() {
	sticker, _ := graphic.LookupFormat("sticker")
	letter, _ := graphic.LookupFormat("letter")
	card, err := graphic.New(graphic.Card{Headline: "Keep the library open"}, &graphic.Options{Format: sticker})
	if err != nil {
		fmt.Println(err)
		return
	}
	sheet, err := graphic.NewSheet(letter, card, card, card, card)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(sheet.Format().Name, sheet.Image().Bounds().Size())
	fmt.Println(sheet.WritePDF(io.Discard))
	// Output:
	// letter (2550,3300)
	// <nil>
}

// A reel of one finding: the card that stops people, then the same with its
// source read out.
func ExampleReel() {
	reel := graphic.Reel{
		Title: "62 classes",
		Scenes: []graphic.ReelScene{
			{Card: classes, Length: 3 * time.Second},
			{Card: classes, Length: 4 * time.Second},
		},
		Cues: []graphic.Cue{
			{From: 0, To: 3 * time.Second, Text: "62 classes used the library."},
			{From: 3 * time.Second, To: 6 * time.Second, Text: "The council counted them."},
		},
	}
	var b bytes.Buffer
	if err := reel.WriteMP4(&b); err != nil {
		fmt.Println(err)
	}
	fmt.Println(reel.Length(), b.Len() < 1<<20)

	reel.Cues[1].Text = "The council counted them in each of the twelve months of the year."
	fmt.Println(reel.WriteMP4(&b))
	// Output:
	// 7s true
	// graphic: Cues[1].Text: 66 characters in 3 s are too many to be read; 17 a second
}
