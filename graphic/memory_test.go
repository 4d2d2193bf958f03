package graphic

import (
	"image"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"testing"
	"weak"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

func TestMain(m *testing.M) {
	debug.SetGCPercent(200) // a tenth less of work
	os.Exit(m.Run())
}

// TestFlatMemory draws many cards, no two alike: what stays in memory are
// caches that have a bound, not cards. GRAPHIC_CARDS=100000 draws that many.
func TestFlatMemory(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("GRAPHIC_CARDS"))
	if err != nil {
		n = scaled(0, 300, 1200)
	}
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	d := dealer{rand.New(rand.NewPCG(31, 7))}
	draw := func(n int) {
		for range n {
			if g, err := New(d.card(), nil); err == nil {
				if err := g.WritePNG(io.Discard); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	heap := func() uint64 {
		runtime.GC()
		runtime.GC() // pools are emptied by the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	draw(n / 3)
	before := heap()
	draw(n - n/3)
	after := heap()
	t.Logf("%.1f MB after %d cards, %.1f MB after %d", float64(before)/1e6, n/3, float64(after)/1e6, n)
	// The masks of small glyphs are the largest cache, and bounded.
	const most = 24 << 20
	if after > before+most {
		t.Errorf("%d cards more took %.1f MB more", n-n/3, float64(after-before)/1e6)
	}
}

// TestEmojiAreFew: of the pictures of a font, which are large and may be
// thousands, some are kept and all are drawn.
func TestEmojiAreFew(t *testing.T) {
	var all []int
	for g := 1; g < glyphCount; g++ {
		all = append(all, g)
	}
	font, err := text.ParseFont("emoji", sbixFont(image.NewNRGBA(image.Rect(0, 0, 1024, 1024)), 1024, 0, 0, all...))
	if err != nil {
		t.Fatal(err)
	}
	heap := func() int64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := heap()
	for range 2 {
		for _, g := range all {
			if c := font.Colored(text.ID(g)); c == nil || c.Bitmap.Bounds().Dx() != 1024 {
				t.Fatalf("glyph %d has no picture", g)
			}
		}
	}
	if more := heap() - before; more > 20<<20 {
		t.Errorf("%d pictures take %d MB", len(all), more>>20)
	}
	runtime.KeepAlive(font)
}

// TestFontsAreLetGo: what a caller's fonts have drawn stays in caches, but the
// fonts do not: a server may load others for every card.
func TestFontsAreLetGo(t *testing.T) {
	folder, err := fs.Sub(shelfFiles, "fonts/ibm-plex")
	if err != nil {
		t.Fatal(err)
	}
	card := Card{Headline: "المكتبة مفتوحة يوم الأحد", Lang: language.Arabic}
	draw := func() weak.Pointer[text.Font] {
		fonts, err := LoadFonts(folder)
		if err != nil {
			t.Fatal(err)
		}
		g := mustNew(t, card, &Options{Fonts: fonts})
		used := g.scene.Nodes[len(g.scene.Nodes)-1].Glyphs
		for i := range g.scene.Nodes {
			if r := g.scene.Nodes[i].Glyphs; r != nil {
				used = r
			}
		}
		if !slices.ContainsFunc(fonts.fonts, func(f *text.Further) bool { return f.Font() == used.Glyphs[0].Font }) {
			t.Fatal("the card is drawn with other fonts")
		}
		for _, write := range []func(io.Writer) error{g.WritePNG, g.WritePDF, g.WriteSVG} {
			if err := write(io.Discard); err != nil {
				t.Fatal(err)
			}
		}
		return weak.Make(used.Glyphs[0].Font)
	}
	font := draw()
	mustNew(t, card, nil) // the texts of one set of fonts are kept until another is used
	for range 3 {
		runtime.GC()
	}
	if font.Value() != nil {
		t.Error("a font is kept that nobody uses")
	}
}
