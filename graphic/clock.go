package graphic

import (
	"math"
	"time"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Clock draws up to a day as rays at their true times on a clock's face: one
// for each five minutes of up to twelve hours, else one for each hour.
// A Clock is safe for concurrent use as long as nobody changes it.
type Clock struct {
	Hours  int    `json:"hours,omitzero"`
	From   string `json:"from,omitzero"`   // a time of day, "21:00"; empty: the hours are of no day, and fill the face
	Start  string `json:"start,omitzero"`  // as printed: "9 p.m."
	End    string `json:"end,omitzero"`    // as printed: "to 6 a.m."
	Figure string `json:"figure,omitzero"` // the hours as printed, drawn large
	Prefix string `json:"prefix,omitzero"` // "about": never dropped
	Label  string `json:"label,omitzero"`  // follows a figure that the headline does not hold: "hours kneeling"
}

var _ = wired[Clock]("clock")

func (b Clock) traits() traits { return traits{claims: true, whole: true} }

func (b Clock) check() *FieldError {
	if b.Hours < 1 || b.Hours > 24 {
		return refuse("clock-hours", "Hours", fault.Values{"n": b.Hours})
	}
	if _, err := time.Parse(clockTime, b.From); b.From != "" && err != nil {
		return refuse("clock-time", "From", fault.Values{"value": b.From})
	}
	return nil
}

const clockTime = "15:04"

// rays is how many there are.
func (b Clock) rays() int {
	if b.fine() {
		return 12 * b.Hours
	}
	return b.Hours
}

// fine rays are of five minutes.
func (b Clock) fine() bool { return b.Hours <= 12 && b.From != "" }

func (b Clock) describe(w *tongue) string {
	if b.From == "" {
		return w.say("clock_hours", fault.Values{"n": b.rays(), "h": b.Hours})
	}
	return w.say("clock", fault.Values{"n": b.rays(), "h": b.Hours, "from": b.Start, "to": b.End})
}

func (b Clock) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Clock) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

// A face is the place of a clock.
type face struct {
	x, y        float64 // of its middle
	hub, out    float64 // where rays begin and end
	first, step float64 // of the rays, in turns from noon on
}

// rayInk is how much of its angle a ray takes.
const rayInk = 0.62

func (b Clock) draw(k *Canvas) error {
	start, _ := time.Parse(clockTime, b.From)
	turn := 1.0 / 12
	if !b.fine() {
		turn = 1.0 / 24
	}
	hours := float64(start.Hour()) + float64(start.Minute())/60
	f := face{first: hours * turn, step: turn / 12}
	if !b.fine() {
		f.step = turn
	}
	switch {
	case b.corner(f) && !k.c.f.Landscape():
		b.drawCorner(k, f)
	default:
		b.drawWhole(k, f)
	}
	return nil
}

// corner reports a clock whose rays leave the quarter between six and nine
// empty.
func (b Clock) corner(f face) bool {
	begin := math.Mod(f.first, 1)
	end := begin + f.step*float64(b.rays())
	return b.fine() && begin > 0.75-1e-9 && end < 1.5+1e-9 || b.fine() && begin < 0.5 && end < 0.5+1e-9
}

// shapes are the rays, cut at the edges of an area.
func (b Clock) shapes(f face, within Area) [][]Spot {
	var out [][]Spot
	for i := range b.rays() {
		mid := 2 * math.Pi * (f.first + (float64(i)+0.5)*f.step)
		half := math.Pi * f.step * rayInk
		at := func(angle, r float64) Spot { return Spot{f.x + r*math.Sin(angle), f.y - r*math.Cos(angle)} }
		ray := []Spot{at(mid-half, f.hub), at(mid-half, f.out), at(mid+half, f.out), at(mid+half, f.hub)}
		if ray = clip(ray, within); len(ray) > 2 {
			out = append(out, ray)
		}
	}
	return out
}

// clip cuts a convex outline at the edges of an area.
func clip(pts []Spot, a Area) []Spot {
	edges := []func(Spot) float64{
		func(p Spot) float64 { return p.X - a.X },
		func(p Spot) float64 { return a.X + a.W - p.X },
		func(p Spot) float64 { return p.Y - a.Y },
		func(p Spot) float64 { return a.Y + a.H - p.Y },
	}
	for _, inside := range edges {
		var out []Spot
		for i, p := range pts {
			q := pts[(i+1)%len(pts)]
			d, e := inside(p), inside(q)
			if d >= 0 {
				out = append(out, p)
			}
			if d*e < 0 {
				t := d / (d - e)
				out = append(out, Spot{p.X + t*(q.X-p.X), p.Y + t*(q.Y-p.Y)})
			}
		}
		pts = out
	}
	for i := range pts { // what rounding left outside
		pts[i].X = min(max(pts[i].X, a.X), a.X+a.W)
		pts[i].Y = min(max(pts[i].Y, a.Y), a.Y+a.H)
	}
	return pts
}

// drawRays draws them. A clock is never mirrored.
func drawRays(k *Canvas, shapes [][]Spot) {
	w, _ := k.Size()
	for _, s := range shapes {
		for i := range s {
			if k.pen.Right {
				s[i].X = w - s[i].X
			}
		}
	}
	k.Shapes(ToneMark, shapes...)
}

// hubSize is the radius of the empty middle, in units; with the figure in it
// the larger.
const (
	hubSize   = 15
	hubFigure = 29
)

// The measures of a clock, in units.
const (
	clockGap    = 3.6 // between rays, words and foot
	cornerSide  = 2.6 // between the words and its middle
	cornerTop   = 3.4 // below that
	cornerSize  = 4.8 // of the times of day
	cornerAfter = 4.6 // below the first of them
	bearing     = 0.3 // of letters, on the other side from right to left
	wholeRise   = 0.5 // that a headline may stand over its area
)

// Where the middle of a clock stands, of the canvas.
const (
	cornerX, cornerY = 0.56, 0.335
	wholeY           = 0.285
	besideX          = 0.33
	wholeEnd         = 0.56  // of its rays
	besideOut        = 0.6   // their length, of the height
	besideWords      = 0.025 // the gap, of the width
)

// The figure in the hub, of its radius, and the most of the words below the clock,
// of what else follows a figure.
const (
	hubWide   = 1.3
	hubHigh   = 0.85
	wholeMost = 1.2
)

// drawCorner runs the rays past all edges, with the words in the empty quarter.
func (b Clock) drawCorner(k *Canvas, f face) {
	w, h := k.Size()
	room, u := k.Room(), k.Unit()
	f.x, f.y, f.hub, f.out = cornerX*w, cornerY*h, hubSize*u, w+h
	drawRays(k, b.shapes(f, Area{0, 0, w, h}))
	x, right := room.X, f.x-cornerSide*u
	if k.pen.Right { // the clock is not mirrored: its empty quarter is at the end
		x, right = w-right, w-x
	}
	a := Area{x, f.y + cornerTop*u, right - x, 0}
	size := max(k.Floor(), cornerSize*u)
	start := k.Text(k.field+".Start", b.Start, FaceLabel).Set(size, a.W)
	k.Draw(start, ToneText, a.X, a.Y)
	a.Y += start.Height + cornerAfter*u
	foot := k.foot(Area{a.X, room.Y, a.W, room.H})
	end := k.Text(k.field+".End", b.End, FaceLabel)
	last := end.Set(size, a.W)
	a.H = foot.top - clockGap*u - last.Height - 3*u - a.Y
	said, ok := newSaying(k, b.Prefix, b.Figure, b.Label).in(a)
	if !ok {
		k.Refuse("Headline", 5)
		return
	}
	said.draw(k)
	wide := max(end.Width(size), last.Wide) + bearing*u
	k.Draw(last, ToneText, a.X+a.W-wide, foot.top-clockGap*u-last.Height)
	foot.draw(k)
}

// The part of a canvas's width that a face beside its words takes; less where
// the canvas is hardly wider than high, and smaller words, which would stand
// one by one.
const (
	faceWide   = 0.645
	faceNarrow = 0.53
	squarish   = 1.5 // times as wide as high
	lineEms    = 6.5
)

// drawWhole stands the whole face over the words, or beside them.
func (b Clock) drawWhole(k *Canvas, f face) {
	w, h := k.Size()
	room, u := k.Room(), k.Unit()
	within := Area{0, 0, w, wholeEnd * h}
	f.x, f.y = w/2, wholeY*h
	f.out = min(0.5*w+2*u, wholeEnd*h-f.y)
	foot := k.foot(room)
	a := Area{room.X, wholeEnd*h + clockGap*u, room.W, foot.top - 3*u - wholeEnd*h - clockGap*u}
	most := wholeMost * sayMost * u
	if k.c.f.Landscape() {
		edge, narrow := faceWide*w, w < squarish*h
		if narrow {
			edge = faceNarrow * w
		}
		within = Area{0, 0, edge, h}
		f.x, f.y, f.out = besideX/faceWide*edge, h/2, besideOut*h
		beside := Area{edge + besideWords*w, room.Y, room.X + room.W - edge - besideWords*w, room.H}
		foot = k.foot(beside)
		a = Area{beside.X, room.Y + 2*u, beside.W, foot.top - room.Y - 5*u}
		if narrow {
			most = a.W / lineEms
		}
	}
	f.hub = min(hubFigure*u, 0.5*f.out)
	shapes := b.shapes(f, within)
	drawRays(k, shapes)
	b.hub(k, f)
	head := k.Text("Headline", b.beside(k.Card().Headline), FaceDisplay)
	said, ok := head.Into(a.W, a.H, sayLeast*u, most)
	if !ok || b.rays() != len(shapes) {
		k.Refuse("Headline", 5)
		return
	}
	k.Draw(said, ToneText, a.X, a.Y+max(0, said.Rise()-wholeRise*u))
	foot.draw(k)
}

// beside is the headline, or what of it goes on from the figure in the hub.
func (b Clock) beside(headline string) string {
	if before, after, ok := figures.Cut(text.Plain(headline), b.Figure); ok && b.Figure != "" && before == "" {
		return after
	}
	return headline
}

// hub is the figure in the middle, below what qualifies it.
func (b Clock) hub(k *Canvas, f face) {
	if b.Figure == "" {
		return
	}
	u := k.Unit()
	number := k.Text(k.field+".Figure", b.Figure, FaceFigure)
	size := min(number.Across(hubWide*f.hub), hubHigh*f.hub/max(number.Capital(1), 1e-6))
	high := number.Capital(size)
	top := f.y - high/2
	middle := func(t *Text, size float64) float64 {
		x := f.x - t.Width(size)/2
		if w, _ := k.Size(); k.pen.Right {
			x = w - f.x - t.Width(size)/2
		}
		return x
	}
	if b.Prefix != "" {
		t := k.Text(k.field+".Prefix", b.Prefix, FaceLabel)
		s := max(k.Floor(), 5*u)
		top += 0.5 * t.Capital(s)
		k.Draw(t.Set(s, 2*f.hub), ToneText, middle(t, s), top-t.Capital(s)-2*u)
	}
	k.Draw(number.Set(size, 3*f.hub), ToneFigure, middle(number, size), top)
}
