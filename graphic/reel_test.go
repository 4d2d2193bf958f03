package graphic

import (
	"bytes"
	"errors"
	"image"
	"image/draw"
	"image/gif"
	"io"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

const second = time.Second

// sampleReel is a hook, a chart that fills, its source with a figure, and an
// ask, all of the library that does not exist.
func sampleReel() *Reel {
	c := sampleCards()
	return &Reel{
		Lang: language.English, Title: "Who reads here", Description: "Counted by the council.",
		Scenes: []ReelScene{
			{c["stat"], 3 * second}, {c["people"], 9 * second}, {c["quote"], 3 * second}, {c["money"], 6 * second},
		},
		Cues: []Cue{
			{0, 2500 * time.Millisecond, "62 classes used it last year."},
			{3 * second, 6 * second, "252 members were asked how often they come."},
			{6 * second, 9 * second, "123 of them come every week."},
			{12 * second, 14 * second, "The council closed it."},
			{15 * second, 18 * second, "The repair: $4.76 million."},
		},
	}
}

// watcher is a viewer that looks at every frame.
type watcher struct {
	t     *testing.T
	film  *film
	frame int
	cuts  []int
	last  image.Image
	look  func(frame int, m image.Image)
}

// show reports what changes outside the rectangles named.
func (w *watcher) show(m image.Image, cut bool, dirty []image.Rectangle) error {
	if cut {
		w.cuts = append(w.cuts, w.frame)
		w.last = clone(m)
	} else {
		next := clone(w.last)
		for _, box := range dirty {
			copyBox(next, m, box)
		}
		if !bytes.Equal(samples(next), samples(m)) {
			w.t.Fatalf("frame %d changes beyond the %d rectangles named", w.frame, len(dirty))
		}
		w.last = clone(m)
	}
	return w.hold()
}

func (w *watcher) hold() error {
	if w.look != nil {
		w.look(w.frame, w.last)
	}
	w.frame++
	return nil
}

func watch(t *testing.T, r *Reel, look func(f *film, frame int, m image.Image)) *watcher {
	t.Helper()
	f, err := r.film()
	if err != nil {
		t.Fatal(err)
	}
	w := &watcher{t: t, film: f}
	if look != nil {
		w.look = func(frame int, m image.Image) { look(f, frame, m) }
	}
	if err := f.play(w); err != nil {
		t.Fatal(err)
	}
	return w
}

func samples(m image.Image) []byte {
	if p, ok := m.(*image.Paletted); ok {
		return p.Pix
	}
	return m.(*image.RGBA).Pix
}

// full is a picture in full colour.
func full(m image.Image) *image.RGBA {
	out := image.NewRGBA(m.Bounds())
	draw.Draw(out, out.Rect, m, image.Point{}, draw.Src)
	return out
}

// sameRows compares the upper rows of a picture, as wide as a card.
func sameRows(t *testing.T, name string, got, card *image.RGBA, rows int) {
	t.Helper()
	for y := range rows {
		if n := 4 * card.Rect.Dx(); !bytes.Equal(got.Pix[got.PixOffset(0, y):][:n], card.Pix[card.PixOffset(0, y):][:n]) {
			t.Fatalf("%s: the last frame is not the last card, in row %d", name, y)
		}
	}
}

// TestEveryPausedFrameIsTrue counts the marks of each frame in its pixels: lit
// and unlit ones are all there are, they are lit once and for good, and at most
// forty in a second.
func TestEveryPausedFrameIsTrue(t *testing.T) {
	r := sampleReel()
	lit := make([]int, 0, 999)
	watch(t, r, func(f *film, frame int, m image.Image) {
		const chart = 1
		tk := &f.takes[chart]
		if frame < f.takes[0].frames || frame >= f.takes[0].frames+tk.frames {
			return
		}
		if len(lit) == 0 && len(tk.marks) < 252 {
			t.Fatalf("%d marks for 252 members", len(tk.marks))
		}
		n := 0
		for _, k := range tk.marks {
			if m.At(k.box.Min.X, k.box.Min.Y) != k.color {
				n++
			}
		}
		lit = append(lit, n)
	})
	if lit[0] != 0 || lit[len(lit)-1] < 252 {
		t.Errorf("%d marks are lit in the first frame and %d in the last", lit[0], lit[len(lit)-1])
	}
	for i := range lit {
		if i > 0 && lit[i] < lit[i-1] {
			t.Errorf("frame %d: a mark goes out", i)
		}
		if i >= reelRate && lit[i]-lit[i-reelRate] > mostLit {
			t.Errorf("frame %d: %d marks in a second", i, lit[i]-lit[i-reelRate])
		}
	}
}

// TestOneInkTellsWhatIsLit: also in one ink, and for marks that are outlines
// themselves, what is lit differs from what is not.
func TestOneInkTellsWhatIsLit(t *testing.T) {
	r := sampleReel()
	r.Options.Theme, _ = LookupTheme("photocopy")
	f, err := r.film()
	if err != nil {
		t.Fatal(err)
	}
	tk := &f.takes[1]
	var e easel
	dark := clone(e.paint(&scene.Scene{W: tk.scene.W, H: tk.scene.H, Nodes: tk.lighting(0)}))
	all := e.paint(&scene.Scene{W: tk.scene.W, H: tk.scene.H, Nodes: tk.lighting(len(tk.marks))})
	for i, m := range tk.marks {
		differs := 0
		for y := m.box.Min.Y; y < m.box.Max.Y; y++ {
			for x := m.box.Min.X; x < m.box.Max.X; x++ {
				if dark.At(x, y) != all.At(x, y) {
					differs++
				}
			}
		}
		if area := m.box.Dx() * m.box.Dy(); differs*4 < area {
			t.Fatalf("mark %d: %d of %d pixels change when it is lit", i, differs, area)
		}
	}
}

// TestReelsEndWithTheCard holds the last frame to the card itself, in all
// formats, and the first one to the poster.
func TestReelsEndWithTheCard(t *testing.T) {
	for _, format := range ReelFormats()[:scaled(1, 2, 4)] {
		r := sampleReel()
		r.Options.Format = format
		var first image.Image
		w := watch(t, r, func(_ *film, frame int, m image.Image) {
			if frame == 0 {
				first = m
			}
		})
		poster, err := r.Poster()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(full(first).Pix, poster.Pix) {
			t.Errorf("%s: the poster is not the first frame", format.Name)
		}
		card := w.film.takes[len(w.film.takes)-1].graphic.Image()
		sameRows(t, format.Name, full(w.last), card, w.film.band.Min.Y)
		if got, want := w.frame, int(r.Length().Seconds()*reelRate); got != want {
			t.Errorf("%s: %d frames, want %d", format.Name, got, want)
		}
		for i := 1; i < len(w.cuts); i++ {
			if w.cuts[i]-w.cuts[i-1] < 3*reelRate {
				t.Errorf("%s: a cut after %d frames", format.Name, w.cuts[i]-w.cuts[i-1])
			}
		}
	}
}

// leastAbove is what stands free between the words of a card and its captions.
const leastAbove = 12 // px

// TestCaptionsKeepToTheirBand also where they read from right to left, and
// nothing but ground lies below it.
func TestCaptionsKeepToTheirBand(t *testing.T) {
	for _, format := range ReelFormats() {
		for _, cue := range []string{
			"The library stays open, for all who come every week to read.",
			"La biblioteca sigue abierta: **así lo votó** el municipio.", "المكتبة تبقى مفتوحة", "Ob", "Äpfel, ÄÖÜ, gjpqy",
		} {
			r := sampleReel()
			r.Options.Format = format
			r.Cues = []Cue{{0, 6 * second, cue}}
			if strings.HasPrefix(cue, "ا") {
				r.Lang = language.Arabic
			}
			f, err := r.film()
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range f.captions[0].nodes {
				if ink := n.Ink(); !ink.In(format.captions) {
					t.Errorf("%s: %q lies at %v, beyond %v", format.Name, cue, ink, format.captions)
				}
			}
			for _, take := range f.takes {
				for i := range take.scene.Nodes {
					n := &take.scene.Nodes[i]
					if ink := n.Ink(); n.Glyphs != nil && ink.Inset(-leastAbove).Overlaps(f.band) {
						t.Errorf("%s: %q lies on the captions: %v", format.Name, n.Glyphs.Text, ink)
					}
				}
			}
		}
	}
}

func TestStillReelsOnlyCut(t *testing.T) {
	r := sampleReel()
	r.Still, r.Cues = true, nil
	var shown []int
	var last image.Image
	watch(t, r, func(_ *film, frame int, m image.Image) {
		if m != last {
			shown, last = append(shown, frame), m
		}
	})
	if want := []int{0, 90, 360, 450}; !reflect.DeepEqual(shown, want) {
		t.Errorf("the picture changes in frames %v, want %v", shown, want)
	}
}

// TestPolygonsLight lights the parts of a donut, whose boxes overlap.
func TestPolygonsLight(t *testing.T) {
	r := &Reel{Scenes: []ReelScene{{sampleCards()["donut"], 8 * second}}}
	w := watch(t, r, nil)
	all := w.film.takes[0].graphic.Image()
	sameRows(t, "donut", full(w.last), all, all.Rect.Dy())
}

// TestPhotographsReachTheEdges also in full colour, for which there is no
// palette; their words keep to the captions' edge.
func TestPhotographsReachTheEdges(t *testing.T) {
	c := sampleCards()
	r := &Reel{Scenes: []ReelScene{{c["photofull"], 3 * second}, {c["photo"], 4 * second}}}
	w := watch(t, r, nil)
	if _, ok := w.last.(*image.RGBA); !ok {
		t.Errorf("a photograph is a %T", w.last)
	}
	for i, take := range w.film.takes {
		for _, n := range take.scene.Nodes {
			switch {
			case n.Picture != nil && n.Picture.Rect.Dx() != 1080:
				t.Errorf("scene %d: the photograph lies at %v", i, n.Picture.Rect)
			case n.Glyphs != nil && n.Ink().Max.X > ReelFormats()[0].captions.Max.X+inkEdge:
				t.Errorf("scene %d: %q ends at %d", i, n.Glyphs.Text, n.Ink().Max.X)
			}
		}
	}
	if err := r.WriteMP4(io.Discard); err != nil {
		t.Error(err)
	}
}

func TestReelLimits(t *testing.T) {
	for field, change := range map[string]func(*Reel){
		"Scenes":           func(r *Reel) { r.Scenes = nil },
		"Scenes[1].Length": func(r *Reel) { r.Scenes[1].Length = 2900 * time.Millisecond },
		"Cues[1].From":     func(r *Reel) { r.Cues[1].From = 0 },
		"Cues[4].From":     func(r *Reel) { r.Cues[4].To = 22 * second },
		"Cues[0].To":       func(r *Reel) { r.Cues[0].To = second },
		"Cues[0].Text":     func(r *Reel) { r.Cues[0].Text = strings.Repeat("word ", 12) },
		"Cues[2].Text":     func(r *Reel) { r.Cues[2].Text = " " },
		"Options.Format":   func(r *Reel) { r.Options.Format = Formats()[0] },
		"Options.Ground":   func(r *Reel) { r.Options.Ground = "nowhere" },
	} {
		r := sampleReel()
		change(r)
		var bad *FieldError
		if err := r.WriteMP4(new(bytes.Buffer)); !errors.As(err, &bad) || bad.Field() != field {
			t.Errorf("%v, want a FieldError of %s", err, field)
		}
	}
	long := sampleReel()
	long.Scenes[3].Length = 130 * second
	if _, err := long.Poster(); err == nil {
		t.Error("a reel that X does not take is made")
	}
	r := sampleReel()
	r.Scenes[2].Card.Headline = ""
	var bad *SceneError
	if _, err := r.Poster(); !errors.As(err, &bad) || bad.Scene != 2 {
		t.Errorf("%v, want a SceneError", err)
	}
}

func TestReelGIF(t *testing.T) {
	r := sampleReel()
	if testing.Short() {
		r.Scenes, r.Cues = r.Scenes[:2], r.Cues[:3]
	}
	var b bytes.Buffer
	if err := r.WriteGIF(&b); err != nil {
		t.Fatal(err)
	}
	m, err := gif.DecodeAll(&b)
	if err != nil {
		t.Fatal(err)
	}
	canvas, total := image.NewRGBA(image.Rect(0, 0, 1080, 1920)), 0
	for i, f := range m.Image {
		draw.Draw(canvas, f.Rect, f, f.Rect.Min, draw.Src)
		total += m.Delay[i]
	}
	if want := int(r.Length().Seconds() * 100); total < want-20 || total > want+20 {
		t.Errorf("the GIF takes %d hundredths, want %d", total, want)
	}
	if w := watch(t, r, nil); !bytes.Equal(full(w.last).Pix, canvas.Pix) {
		t.Error("the GIF does not end with the card")
	}
	if m.LoopCount != -1 {
		t.Error("the GIF begins again")
	}
	r.Scenes[0].Card = sampleCards()["photo"]
	var bad *FieldError
	if err := r.WriteGIF(&b); !errors.As(err, &bad) || bad.Rule() != "gif-colors" {
		t.Errorf("%v for a photograph, want gif-colors", err)
	}
}

// TestReelMemory holds what is in memory at once to what a telephone spares.
func TestReelMemory(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	r := sampleReel()
	f, err := r.film()
	if err != nil {
		t.Fatal(err)
	}
	v, err := newVideo(f)
	if err != nil {
		t.Fatal(err)
	}
	m := &meter{viewer: v}
	runtime.GC()
	var before runtime.MemStats // what other tests left in caches
	runtime.ReadMemStats(&before)
	m.before = before.HeapInuse
	if err := f.play(m); err != nil {
		t.Fatal(err)
	}
	t.Logf("%.1f MB", float64(m.most)/1e6)
	if m.most > 120e6 {
		t.Errorf("%.1f MB are in use while a reel is made", float64(m.most)/1e6)
	}
}

type meter struct {
	viewer
	before, most uint64
	n            int
}

func (m *meter) show(p image.Image, cut bool, dirty []image.Rectangle) error {
	if m.n++; cut || m.n%50 == 0 {
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		m.most = max(m.most, s.HeapInuse-min(m.before, s.HeapInuse))
	}
	return m.viewer.show(p, cut, dirty)
}

func BenchmarkReel(b *testing.B) {
	r := sampleReel()
	for b.Loop() {
		var out bytes.Buffer
		if err := r.WriteMP4(&out); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len())/1e6, "MB")
		b.ReportMetric(r.Length().Seconds(), "s-of-video")
	}
}

// TestPicturesOfDataKeepAboveTheCaptions: the marks of a field, a calendar, a
// clock end where the captions begin, lie below what platforms lay over the
// top, and are lit one after the other.
func TestPicturesOfDataKeepAboveTheCaptions(t *testing.T) {
	lit := 0
	for name, c := range sampleCards() {
		if len(c.Blocks) == 0 || !c.Blocks[0].traits().whole {
			continue
		}
		for _, format := range ReelFormats() {
			r := &Reel{Scenes: []ReelScene{{sampleCards()["stat"], 3 * second}, {c, 9 * second}}, Cues: []Cue{{3 * second, 6 * second, "Who comes."}}}
			r.Options.Format = format
			f, err := r.film()
			var fit *SceneError
			if errors.As(err, &fit) {
				continue // has no room
			}
			if err != nil {
				t.Fatal(name, err)
			}
			room := image.Rect(0, 0, format.W, format.captions.Min.Y)
			if format.deep {
				room.Min.Y = format.Safe.Min.Y - leastEdge
			}
			take := &f.takes[1]
			for _, n := range take.scene.Nodes {
				if n.Role != scene.Ground && !n.Ink().In(room) {
					t.Errorf("%s, %s: %s lies at %v, outside %v", name, format.Name, n.Field, n.Ink(), room)
				}
			}
			if len(take.marks) > 0 {
				lit++
			}
		}
	}
	if lit < 10 {
		t.Errorf("%d pictures have marks that are lit", lit)
	}
}

// TestAsksAreToldFromCaptions: the number to call stands on the ground of the
// card, and the captions' band alone has the panel's colour.
func TestAsksAreToldFromCaptions(t *testing.T) {
	ask := Card{Headline: "Call the council", Action: Action{Verb: "Ask for the library's hours.", Phone: "(555) 010-0199"}, Source: "Council, 2031"}
	r := &Reel{Scenes: []ReelScene{{sampleCards()["stat"], 3 * second}, {ask, 4 * second}}, Cues: []Cue{{3 * second, 6 * second, "Ask them."}}}
	for _, th := range Themes() {
		r.Options.Theme = th
		f, err := r.film()
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range f.takes[1].scene.Nodes {
			for _, box := range n.Rects {
				if n.Role == scene.Ground && box.Dx() == f.format.W && box != f.band && box != image.Rect(0, 0, f.format.W, f.format.H) {
					t.Errorf("%s: a ground of its own at %v", th.Name, box)
				}
			}
		}
	}
}

// TestCaptionsBreakWherePhrasesEnd: no line ends in a word that belongs to the
// next one, if there is room.
func TestCaptionsBreakWherePhrasesEnd(t *testing.T) {
	for _, lines := range [][]string{
		{"March 2031:", "the agreement, in court."},
		{"Council data: 123,", "no overdue book at all."},
		{"Marzo de 2031:", "un plan de $6 millones."},
		{"El pueblo dijo al municipio", "que la biblioteca sigue."},
	} {
		r := sampleReel()
		r.Cues = []Cue{{0, 6 * second, strings.Join(lines, " ")}}
		f, err := r.film()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range f.captions[0].nodes {
			got = append(got, strings.ReplaceAll(n.Glyphs.Text, "\u00a0", " "))
		}
		if !reflect.DeepEqual(got, lines) {
			t.Errorf("%q, want %q", got, lines)
		}
	}
}

// TestWhatGoesWithWordsFades: a line under words and the paint behind them are
// not there before the words are.
func TestWhatGoesWithWordsFades(t *testing.T) {
	asked := sampleCards()["stat"]
	asked.Blocks, asked.Headline = []Block{List{Items: []string{"**The council**, May 4, 2031", "**The library**, May 9, 2031"}}}, "Check it."
	for _, name := range []string{"newsroom", "dossier", "photocopy"} {
		r := &Reel{Scenes: []ReelScene{{sampleCards()["stat"], 3 * second}, {asked, 6 * second}}}
		r.Options.Theme, _ = LookupTheme(name)
		f, err := r.film()
		if err != nil {
			t.Fatal(err)
		}
		take, goes := &f.takes[1], 0
		faint, whole := take.nodes(f, f.moment(take, 0, 90)), take.nodes(f, f.moment(take, take.fade, 90+take.fade))
		for i := range whole {
			if whole[i].Goes {
				goes++
				if faint[i].Color == whole[i].Color || !slices.ContainsFunc(take.words, func(b image.Rectangle) bool { return whole[i].Ink().In(b) }) {
					t.Errorf("%s: what goes with %s stands before it", name, whole[i].Field)
				}
			}
		}
		if goes < 2 {
			t.Errorf("%s: %d rectangles go with words", name, goes)
		}
	}
}

// TestCuesAreTimedByCells: an ideograph takes as long to read as two letters.
func TestCuesAreTimedByCells(t *testing.T) {
	for text, fits := range map[string]bool{
		strings.Repeat("読", 17): true, strings.Repeat("読", 18): false, strings.Repeat("a", 34): true, strings.Repeat("ق", 35): false,
	} {
		c := Cue{0, 2 * second, text}
		if err := c.check(0, 6*second); (err == nil) != fits {
			t.Errorf("%q in two seconds: %v", text, err)
		}
	}
}
