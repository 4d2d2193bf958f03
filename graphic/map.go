package graphic

import (
	"fmt"
	"math"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/geo"
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Map shows one or two journeys as ribbons of marks over the countries between
// which they go, one mark for each one who was taken. Countries keep their
// areas; a ribbon is a picture of how many, not of the way. It is no block of a
// link preview, in which a ribbon cannot be counted.
// A Map is safe for concurrent use as long as nobody changes it.
type Map struct {
	Value  string  `json:"value,omitzero"`   // the figure, drawn large where the headline holds it
	Routes []Route `json:"routes,omitempty"` // one or two; the second goes on from the first
}

var _ = wired[Map]("map")

// Route is one journey of a Map.
// A Route is safe for concurrent use as long as nobody changes it.
type Route struct {
	From  Place  `json:"from,omitzero"`
	To    Place  `json:"to,omitzero"`
	Count int    `json:"count,omitzero"`
	Mark  Mark   `json:"mark,omitzero"`
	When  string `json:"when,omitzero"`  // "July 18, 2025"
	Label string `json:"label,omitzero"` // what the marks are: "all 62 came back"; may be empty
}

// Place is where a Route begins or ends: inland in a country, or in a town.
// A Place is safe for concurrent use as long as nobody changes it.
type Place struct {
	Region string  `json:"region,omitzero"` // a country's code in ISO 3166: "SV"
	Name   string  `json:"name,omitzero"`   // as printed
	Lon    float64 `json:"lon,omitzero"`    // of a town, degrees east; with Lat nought: inland in the country
	Lat    float64 `json:"lat,omitzero"`    // degrees north
}

// Of more marks none can be seen, and of more routes a reader follows none.
const (
	mostOnMap  = 300
	mostRoutes = 2
)

func (m Map) traits() traits { return traits{claims: true, whole: true, wide: leftOut} }

func (m Map) check() *FieldError {
	if n := len(m.Routes); n < 1 || n > mostRoutes {
		return refuse("map-routes", "Routes", fault.Values{"n": n})
	}
	for i, r := range m.Routes {
		at := fmt.Sprintf("Routes[%d].", i)
		switch {
		case r.Count < 1 || r.Count > mostOnMap:
			return refuse("map-count", at+"Count", fault.Values{"n": r.Count, "most": mostOnMap})
		case r.Mark != Solid && r.Mark != Open:
			return refuse("map-mark", at+"Mark", nil)
		case r.When == "":
			return refuse("map-when", at+"When", nil)
		}
		for _, p := range []struct {
			name string
			Place
		}{{"From", r.From}, {"To", r.To}} {
			if err := p.check(); err != nil {
				return err.within(at + p.name)
			}
		}
	}
	return nil
}

func (p Place) check() *FieldError {
	_, known := geo.Earth().Country(p.Region)
	switch {
	case p.Name == "":
		return refuse("map-name", "Name", nil)
	case !known:
		return refuse("map-region", "Region", fault.Values{"region": p.Region})
	case !(math.Abs(p.Lon) <= 180 && math.Abs(p.Lat) <= mostLatitude):
		return refuse("map-place", "Lat", fault.Values{"most": mostLatitude})
	}
	return nil
}

// mostLatitude is where a conic map still has a shape.
const mostLatitude = 75

// InMaps reports whether a [Map] knows a country by its code in ISO 3166.
func InMaps(r language.Region) bool {
	_, ok := geo.Earth().Country(r.String())
	return ok
}

func (m Map) describe(w *tongue) string {
	var said []string
	for _, r := range m.Routes {
		said = append(said, joinWords(w.say("route", fault.Values{"n": r.Count, "from": r.From.Name, "to": r.To.Name, "when": r.When})))
		if r.Label != "" {
			said[len(said)-1] += ", " + r.Label
		}
	}
	return w.say("map", nil) + listing(said)
}

func (m Map) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (m Map) arrange(c *composer, i int) []*parts.Column {
	if c.f.preview {
		return nil
	}
	return c.onPicture(i, m.draw)
}

// draw puts words in the lower part, or at the start of a landscape card, and
// the journeys in the rest; the countries go on under all.
func (m Map) draw(k *Canvas) error {
	if k.c.f.W == k.c.f.H {
		m.Routes = m.Routes[:1] // two would be too small
	}
	p, g := mapRoom{}, (*mapGeometry)(nil)
	for part := 1.0; g == nil && part > leastPart; part -= partStep {
		var ok bool
		if p, ok = mapPlan(k, m.Value, part); !ok {
			k.Refuse("Headline", 1)
			return nil
		}
		g = m.geometry(k, &p)
	}
	if g == nil {
		return refuse("map-crowded", k.field, nil)
	}
	g.countries(k, m.Routes[0].To.Region)
	p.backed(k)
	p.told.draw(k, p.x, p.y)
	k.Draw(p.cite, ToneMute, p.x, p.foot)
	for i, r := range m.Routes {
		g.ribbons[i].draw(k, r.Mark)
	}
	m.labels(k, g, p)
	return nil
}

// A mapRoom is where the words of a map stand, and what they leave to it.
type mapRoom struct {
	told       told
	cite       Setting
	x, y, foot float64
	w          float64
	window     Area
}

// The measures of a map, in units.
const (
	toldGap   = 3.6 // between the words and the citation
	mapEdge   = 1.6 // over a low map and below it
	footAbove = 2.6 // of the ground under the foot of a story
	mapAround = 1.5 // words, up and down
)

// Shares of a map's canvas.
const (
	mapWords   = 0.37 // of the width, for words beside it
	wordsLow   = 0.8  // of the height, for them
	wordsOver  = 0.5  // of the height, for words below it
	coveredTop = 0.6  // of what covers a story's top: no marks there
)

// The figure becomes smaller by partStep of its size until the journeys find room,
// but no smaller than leastPart of it.
const (
	partStep  = 0.18
	leastPart = 0.4
)

// The sizes of a map's words, in units; 0: the format's floor.
var (
	mapUpright = tellingLimits{23, 6, 8.6}
	mapLow     = tellingLimits{24, 0, 10}
	mapDeep    = tellingLimits{30, 7, 9.4}
	mapSquare  = tellingLimits{17, 5, 7}
)

// mapPlan sets the words, with only part of the size that the figure may have.
func mapPlan(k *Canvas, value string, part float64) (p mapRoom, ok bool) {
	room, u := k.wordRoom(), k.Unit()
	lim, most := mapUpright, wordsOver
	p.x, p.w = room.X, room.W
	switch {
	case k.c.f.Landscape():
		lim, most, p.w = mapLow, wordsLow, mapWords*float64(k.scene.W)
	case k.c.f.deep:
		lim = mapDeep
	case k.c.f.W == k.c.f.H:
		lim = mapSquare
	}
	lim = tellingLimits{lim.figure * u, max(k.Floor(), lim.least*u), lim.most * u}
	lim.figure *= part
	lim.most = max(lim.least, lim.most*part)
	p.cite = k.Citation().Set(max(k.Floor(), 3*u), p.w)
	p.foot = room.Y + room.H - p.cite.Height
	p.told, ok = newTelling(k, value).in(p.w, min(most*float64(k.scene.H), p.foot-room.Y-4*u), lim)
	p.y = p.foot - p.told.Height - toldGap*u
	if k.c.f.Landscape() {
		p.y = room.Y
	}
	top := min(room.Y, 5*u)
	if k.c.f.deep {
		top = coveredTop * room.Y // marks may stand where words may not
	}
	p.window = Area{3 * u, top, float64(k.scene.W) - 6*u, p.y - top - 3*u}
	if k.c.f.Landscape() {
		x := p.x + p.w + 6*u
		p.window = Area{x, mapEdge * u, float64(k.scene.W) - x - 2*u, float64(k.scene.H) - 2*mapEdge*u}
		if k.pen.Right {
			p.window.X = 2 * u
		}
	}
	return p, ok
}

// areas are where words stand, on the map, which is not mirrored.
func (p *mapRoom) areas(k *Canvas) []Area {
	u := k.Unit()
	out := p.told.areas(p.x, p.y)
	out = append(out, Area{p.x, p.foot, p.cite.Wide, p.cite.Height + p.cite.Under()})
	for i, a := range out {
		out[i] = k.mirrored(Area{a.X - u, a.Y - mapAround*u, a.W + 2*u, a.H + 2*mapAround*u})
	}
	return out
}

// backed lays the ground under the words where a theme draws coasts as lines,
// and under the foot of a story.
func (p *mapRoom) backed(k *Canvas) {
	u := k.Unit()
	if k.c.f.deep {
		k.Rect(ToneGround, Area{0, p.foot - footAbove*u, float64(k.scene.W), float64(k.scene.H)})
	}
	if k.pen.Scheme.Land.Name == "" {
		for _, a := range p.areas(k) {
			k.Rect(ToneGround, k.mirrored(a))
		}
	}
}

// labels stand beside the ends of the journeys.
func (m Map) labels(k *Canvas, g *mapGeometry, p mapRoom) {
	taken := append(p.areas(k), g.goal)
	for _, e := range m.termini(g, k.c.f.Landscape()) {
		l, at, ok := g.label(k, e, taken)
		if !ok {
			k.Refuse(k.field+"."+e.lines[0].at, 1)
			return
		}
		l.draw(k, at)
		taken = append(taken, at)
	}
}

// A terminus is where a journey starts or ends, and what is said there.
type terminus struct {
	spot  Spot
	route int
	lines []mapLine
	least int // of these, on a card with little room
}

// termini are the end of the last journey and the start of the first. Where type is
// large the end says what became of those who went, rather than where.
func (m Map) termini(g *mapGeometry, large bool) []terminus {
	last := len(m.Routes) - 1
	at, r := fmt.Sprintf("Routes[%d].", last), m.Routes[last]
	to := []mapLine{{at + "To.Name", r.To.Name}, {at + "Label", r.Label}, {at + "When", r.When}}
	from := []mapLine{{"Routes[0].From.Name", m.Routes[0].From.Name}, {"Routes[0].When", m.Routes[0].When}}
	if last == 0 {
		to = to[:2] // its day stands at its start
	}
	if !large {
		return []terminus{{g.ribbons[last].end, last, to, len(to)}, {g.ribbons[0].start, 0, from, len(from)}}
	}
	if r.Label != "" {
		to = to[1:]
	}
	return []terminus{{g.ribbons[last].end, last, to, 1}, {g.ribbons[0].start, 0, from, 1}}
}
