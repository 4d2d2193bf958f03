package graphic

import (
	"crypto/sha256"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/rules"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Reel is a short video: cards one after the other, with captions burnt in. It
// moves by rule. The first card stands complete, as the video's cover; on the
// others the words appear together within half a second and marks are lit one
// by one. Numbers do not roll, nothing flashes, and there is at most one cut in
// three seconds. Every paused frame is true: all of a card's marks stand from
// its first frame on, and no figure without its words. The last frame is the
// last card.
//
// A Reel may be written by several goroutines at once as long as none changes
// it. The errors of its methods are those of [New] and *FieldError.
// A Reel is safe for concurrent use as long as nobody changes it.
type Reel struct {
	// Scenes are two to a few dozen; one alone will do.
	Scenes []ReelScene
	// Cues are the captions, in order, none over another.
	Cues []Cue
	// Lang is the language of the captions and of the file; empty: of the
	// first card.
	Lang language.Tag
	// Title, Description and Alt stand in the file. An empty Title is the
	// first card's headline, an empty Alt what the cards say of themselves.
	Title, Description, Alt string
	// Still leaves out all motion but the cuts.
	Still bool
	// Options choose how the cards are drawn. Format is one of ReelFormats,
	// the first if it is empty; without a Ground all cards take one of a
	// single colour.
	Options Options
}

// ReelScene is a card and how long it is shown, three seconds at least.
// A ReelScene is safe for concurrent use as long as nobody changes it.
type ReelScene struct {
	Card   Card
	Length time.Duration
}

// A SceneError says that a reel's card cannot be drawn.
// A SceneError is safe for concurrent use as long as nobody changes it.
type SceneError struct {
	fault.Data
	Scene int   // from 0
	Err   error // of [New]
}

func (e *SceneError) Error() string { return said(e) }
func (e *SceneError) Unwrap() error { return e.Err }

func sceneError(i int, err error) *SceneError {
	return &SceneError{rules.English.New("reel-scene", fmt.Sprintf("Scenes[%d]", i), fault.Values{"scene": i + 1, "cause": err}), i, err}
}

// Cue is a caption and the stretch of the video it is shown in: 1.2 seconds at
// least, and as long as it takes to read 17 characters a second, of which an
// ideograph counts as two.
// A Cue is safe for concurrent use as long as nobody changes it.
type Cue struct {
	From, To time.Duration
	Text     string
}

// Limits of reels, of accessibility and of the platforms (checked 2026-11-28):
// Instagram takes videos of three seconds and more at 23 to 60 frames a second,
// X up to 140 seconds; three flashes a second are the limit of WCAG 2.3.1,
// which a cut every three seconds is far from.
const (
	leastScene = 3 * time.Second
	mostReel   = 140 * time.Second
	reelRate   = 30
)

// WriteMP4 writes the reel as H.264 with a silent sound track: the same bytes
// on every machine. It takes about 0.1 seconds of one processor for each second
// of video of 1080 by 1920 pixels, and 45 MB of memory.
func (r *Reel) WriteMP4(w io.Writer) error {
	f, err := r.film()
	if err != nil {
		return err
	}
	v, err := newVideo(f)
	if err != nil {
		return err
	}
	if err := f.play(v); err != nil {
		return err
	}
	return v.write(w)
}

// WriteGIF writes the reel, once through, for where no video can be shown; it
// is larger than the video. A photograph in full colour is a *FieldError.
func (r *Reel) WriteGIF(w io.Writer) error {
	f, err := r.film()
	if err != nil {
		return err
	}
	var a animation
	if err := f.play(&a); err != nil {
		return err
	}
	return a.write(w)
}

// Poster paints the first frame, which stands for the video where it does not
// play.
func (r *Reel) Poster() (*image.RGBA, error) {
	f, err := r.film()
	if err != nil {
		return nil, err
	}
	m := f.takes[0].picture(f)
	out := image.NewRGBA(m.Bounds())
	draw.Draw(out, out.Rect, m, image.Point{}, draw.Src)
	return out, nil
}

// WritePoster writes the first frame as PNG.
func (r *Reel) WritePoster(w io.Writer) error {
	f, err := r.film()
	if err != nil {
		return err
	}
	e := png.Encoder{CompressionLevel: png.BestCompression}
	return e.Encode(whole{w}, f.takes[0].picture(f))
}

// Cards are the reel's cards as they are laid out above the captions, one for
// each scene. It paints nothing.
func (r *Reel) Cards() ([]*Graphic, error) {
	f, err := r.film()
	if err != nil {
		return nil, err
	}
	cards := make([]*Graphic, len(f.takes))
	for i := range f.takes {
		cards[i] = f.takes[i].graphic
	}
	return cards, nil
}

// Sum is a hash of everything that the video is made of, as [Graphic.Sum] is of
// a card.
func (r *Reel) Sum() (sum [sha256.Size]byte, err error) {
	f, err := r.film()
	if err != nil {
		return sum, err
	}
	h := summer{sha256.New()}
	m := f.tells
	h.text(m.lang, m.title, m.description, m.alt, m.source, m.rights)
	h.numbers(float64(f.format.W), float64(f.format.H), float64(f.rate))
	for i := range f.takes {
		t := &f.takes[i]
		h.numbers(float64(t.frames), float64(t.fade), t.pace, float64(len(t.scene.Nodes)))
		for k := range t.scene.Nodes {
			h.node(&t.scene.Nodes[k])
		}
	}
	for _, c := range f.captions {
		h.numbers(float64(c.from), float64(c.to), float64(len(c.nodes)))
		for k := range c.nodes {
			h.node(&c.nodes[k])
		}
	}
	h.Hash.Sum(sum[:0])
	return sum, nil
}

// Length is the sum of all scenes.
func (r *Reel) Length() (sum time.Duration) {
	for _, s := range r.Scenes {
		sum += s.Length
	}
	return sum
}

func (r *Reel) check() error {
	if len(r.Scenes) == 0 {
		return refuse("reel-scenes", "Scenes", nil)
	}
	for i, s := range r.Scenes {
		if s.Length < leastScene {
			return refuse("reel-short", fmt.Sprintf("Scenes[%d].Length", i), fault.Values{"length": s.Length.Seconds(), "least": leastScene.Seconds()})
		}
	}
	if all := r.Length(); all > mostReel {
		return refuse("reel-long", "Scenes", fault.Values{"length": all.Seconds(), "most": mostReel.Seconds()})
	}
	return r.checkCues()
}

// film lays everything out.
func (r *Reel) film() (*film, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	o, err := r.options()
	if err != nil {
		return nil, err
	}
	f := &film{format: o.Format, rate: reelRate, tells: r.tells()}
	at := time.Duration(0)
	for i, s := range r.Scenes {
		if s.Card.Lang == language.Und {
			s.Card.Lang = r.Lang
		}
		g, err := f.lay(s.Card, *o)
		if err != nil {
			return nil, sceneError(i, err)
		}
		t := f.take(g, at, at+s.Length)
		if cover := i == 0 && len(r.Scenes) > 1; !cover && !r.Still {
			t.time(f.rate, i > 0, i == len(r.Scenes)-1)
		}
		f.takes = append(f.takes, t)
		at += s.Length
	}
	f.describe(r)
	return f, r.caption(f, o)
}

// lay lays a card out above the captions.
func (f *film) lay(c Card, o Options) (*Graphic, error) {
	if slices.ContainsFunc(c.Blocks, func(b Block) bool { return b != nil && b.traits().whole }) {
		return f.layPicture(c, o)
	}
	o.Format = f.format.cardFormat()
	g, err := New(c, &o)
	bleeds := func(n scene.Node) bool { return n.Picture != nil && n.Picture.Rect.Max.X >= g.scene.W }
	if err == nil && o.Format.W < f.format.W && slices.ContainsFunc(g.scene.Nodes, bleeds) {
		o.Format = f.format.photoFormat()
		return New(c, &o)
	}
	return g, err
}

// layPicture lays out a card that is the picture of its data: its marks may run
// to the edges of the part above the captions, and no farther.
func (f *film) layPicture(c Card, o Options) (*Graphic, error) {
	var from int
	o.Format, from = f.format.pictureFormat()
	g, err := New(c, &o)
	if err != nil {
		return nil, err
	}
	ground := image.Rect(0, from, g.scene.W, from+g.scene.H)
	g.scene = g.scene.Lowered(from)
	g.scene.H = f.format.H
	for _, n := range g.scene.Nodes {
		if n.Role == scene.Ground && len(n.Rects) == 1 && n.Rects[0] == ground {
			n.Rects[0] = image.Rect(0, 0, g.scene.W, g.scene.H)
		}
	}
	return g, nil
}

// options fills in the format and the ground.
func (r *Reel) options() (*Options, error) {
	o := r.Options
	if o.Format == (Format{}) {
		o.Format = ReelFormats()[0]
	}
	if c := o.Format.captions; c.Empty() || !c.In(image.Rect(0, 0, o.Format.W, o.Format.H)) {
		return nil, refuse("reel-format", "Options.Format", nil)
	}
	t, err := o.Theme.content()
	if err != nil {
		return nil, err
	}
	if o.Ground == "" {
		o.Ground = t.Grounds[0].Name
		if i := slices.IndexFunc(t.Grounds, func(g theme.Ground) bool { return g.Head == g.Foot }); i >= 0 {
			o.Ground = t.Grounds[i].Name
		}
	}
	return &o, nil
}

// tells is what the file says of itself, but for what the cards add.
func (r *Reel) tells() meta {
	lang := r.Lang
	if lang == language.Und {
		lang = r.Scenes[0].Card.Lang
	}
	return meta{lang: lang.String(), title: r.Title, description: r.Description, alt: r.Alt, rights: r.Scenes[0].Card.Rights}
}

// describe adds what the cards say.
func (f *film) describe(r *Reel) {
	m := &f.tells
	if m.title == "" {
		m.title = f.takes[0].graphic.meta().title
	}
	var alts, sources []string
	for _, t := range f.takes {
		alts = append(alts, t.graphic.Alt())
		if s := t.graphic.card.Source; s != "" && !slices.Contains(sources, s) {
			sources = append(sources, s)
		}
	}
	if m.alt == "" {
		m.alt = strings.Join(alts, " ")
	}
	m.source = strings.Join(sources, " ")
}
