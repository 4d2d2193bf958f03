package graphic

import (
	"fmt"
	"image"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// TileMap shows states of the United States as equal tiles, so that a large
// one counts no more than a small one. States in no group are outlines.
type TileMap struct {
	Groups []TileGroup // one or two
}

// TileGroup is states that have something in common.
type TileGroup struct {
	States []string // postal codes: "TX"
	Label  string   // what they have in common
}

// tilePlaces are column and row of every state and the District of Columbia,
// in the arrangement that newsrooms have settled on.
var tilePlaces = map[string]image.Point{
	"AK": {0, 0}, "ME": {10, 0},
	"VT": {9, 1}, "NH": {10, 1},
	"WA": {0, 2}, "ID": {1, 2}, "MT": {2, 2}, "ND": {3, 2}, "MN": {4, 2}, "IL": {5, 2}, "WI": {6, 2}, "MI": {7, 2}, "NY": {8, 2}, "RI": {9, 2}, "MA": {10, 2},
	"OR": {0, 3}, "NV": {1, 3}, "WY": {2, 3}, "SD": {3, 3}, "IA": {4, 3}, "IN": {5, 3}, "OH": {6, 3}, "PA": {7, 3}, "NJ": {8, 3}, "CT": {9, 3},
	"CA": {0, 4}, "UT": {1, 4}, "CO": {2, 4}, "NE": {3, 4}, "MO": {4, 4}, "KY": {5, 4}, "WV": {6, 4}, "VA": {7, 4}, "MD": {8, 4}, "DE": {9, 4},
	"AZ": {1, 5}, "NM": {2, 5}, "KS": {3, 5}, "AR": {4, 5}, "TN": {5, 5}, "NC": {6, 5}, "SC": {7, 5}, "DC": {8, 5},
	"OK": {3, 6}, "LA": {4, 6}, "MS": {5, 6}, "AL": {6, 6}, "GA": {7, 6},
	"HI": {0, 7}, "TX": {3, 7}, "FL": {8, 7},
}

const tileCols, tileRows = 11, 8

func (m TileMap) traits() traits { return traits{claims: true, wide: leftOut} }

func (m TileMap) check() *FieldError {
	if n := len(m.Groups); n < 1 || n > 2 {
		return refuse("tilemap-groups", "Groups", fault.Values{"n": n})
	}
	seen := make(map[string]bool)
	for i, g := range m.Groups {
		for j, s := range g.States {
			at := fmt.Sprintf("Groups[%d].States[%d]", i, j)
			if _, ok := tilePlaces[s]; !ok {
				return refuse("tilemap-state", at, fault.Values{"state": s})
			}
			if seen[s] {
				return refuse("tilemap-state-twice", at, fault.Values{"state": s})
			}
			seen[s] = true
		}
		if len(g.States) == 0 || g.Label == "" {
			return refuse("tilemap-group", fmt.Sprintf("Groups[%d]", i), nil)
		}
	}
	return nil
}

func (m TileMap) describe(w *tongue) string {
	var parts []string
	for _, g := range m.Groups {
		parts = append(parts, joinWords(g.Label+":", strings.Join(slices.Sorted(slices.Values(g.States)), ", ")))
	}
	return w.say("tile_map", nil) + listing(parts)
}

func (m TileMap) slots(c *composer, field string, w float64, r rank) []*slot {
	t := &tiles{field: field, places: tilePlaces, grid: grid{tileCols, tileRows}, w: w, u: c.u, size: c.f.Floor, groups: make(map[string]int), codes: make(map[string]text.Line)}
	name := func(i int, part string) string {
		if part != "Label" {
			part = "States"
		}
		return fmt.Sprintf("%s.Groups[%d].%s", field, i, part)
	}
	l := &legend{name: name, w: w, u: c.u, min: c.f.Floor, max: c.sz().labelMax}
	for i, g := range m.Groups {
		for _, s := range g.States {
			t.groups[s] = i + 1
		}
		l.marks = append(l.marks, tileMarks[i])
		l.figures = append(l.figures, c.shape(name(i, "States"), strconv.Itoa(len(g.States)), "label"))
		l.labels = append(l.labels, c.shape(name(i, "Label"), g.Label, "small"))
	}
	for code := range tilePlaces {
		if p := c.shape(field, code, "small"); c.err == nil {
			t.codes[code], t.capital = p.Whole(), p.Style.Font.CapHeight
		}
	}
	return []*slot{
		{part: t, field: field, rank: r, gap: blockGap * c.u},
		{part: l, field: field, rank: prose2, gap: 3 * c.u, chars: 40},
	}
}

// tileMarks are how the groups' tiles are drawn.
var tileMarks = [2]pattern{solid, open}

// tiles draws TileMap.
type tiles struct {
	field   string
	places  map[string]image.Point // column and row of each tile
	grid    grid
	groups  map[string]int // of tiles, from 1
	codes   map[string]text.Line
	capital float64
	w, u    float64
	size    float64

	side float64
}

func (t *tiles) gap() float64  { return math.Floor(0.5 * t.u) }
func (t *tiles) edge() float64 { return math.Floor(0.5 * t.u) }

func (t *tiles) span() (least, most float64) {
	widest := 0.0
	for _, l := range t.codes {
		widest = max(widest, l.Width*t.size)
	}
	return float64(t.grid.rows) * (widest + 2*t.edge() + 0.6*t.u + t.gap()), float64(t.grid.rows) * t.w / float64(t.grid.cols)
}

func (t *tiles) set(h float64) float64 {
	_, most := t.span()
	t.side = math.Floor(min(h, most) / float64(t.grid.rows))
	return float64(t.grid.rows)*t.side - t.gap()
}

func (t *tiles) draw(p *pen, x, y float64) {
	// A map does not mirror: west stays on the left.
	q := *p
	q.right = false
	if p.right {
		x = float64(p.scene.W) - x - float64(t.grid.cols)*t.side
	}
	for _, code := range slices.Sorted(maps.Keys(t.places)) {
		at := t.places[code]
		left, top, side := math.Floor(x+float64(at.X)*t.side), math.Floor(y+float64(at.Y)*t.side), t.side-t.gap()
		field, ink := t.field+"."+code, q.Text.RGBA
		switch g := t.groups[code]; g {
		case 0:
			q.rects(scene.Furniture, field, q.Idle.RGBA, outline(left, top, side, side, 2))
		case 1:
			q.rect(scene.Mark, field, q.Mark.RGBA, left, top, side, side)
			ink = q.Ground.RGBA
		default:
			q.rects(scene.Mark, field, q.markColor(open), outline(left, top, side, side, t.edge()))
		}
		l := t.codes[code]
		q.start(field, &l, t.size, left+(side-(l.Ink.MaxX-l.Ink.MinX)*t.size)/2, top+(side+t.capital*t.size)/2, ink)
	}
}
