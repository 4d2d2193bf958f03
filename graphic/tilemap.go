package graphic

import (
	"fmt"
	"image"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// TileMap shows states of the United States as equal tiles, so that a large
// one counts no more than a small one. States in no group are outlines.
// A TileMap is safe for concurrent use as long as nobody changes it.
type TileMap struct {
	Groups []TileGroup `json:"groups,omitempty"` // one or two
}

var _ = wired[TileMap]("tile_map")

// TileGroup is states that have something in common.
// A TileGroup is safe for concurrent use as long as nobody changes it.
type TileGroup struct {
	States []string `json:"states,omitempty"` // postal codes: "TX"
	Label  string   `json:"label,omitzero"`   // what they have in common
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

func (m TileMap) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	t := &parts.Tiles{Field: field, Places: tilePlaces, Grid: parts.Grid{Cols: tileCols, Rows: tileRows}, W: w, U: ts.u, Size: ts.f.Floor,
		Groups: make(map[string]int), Codes: make(map[string]text.Line)}
	name := func(i int, part string) string {
		if part != "Label" {
			part = "States"
		}
		return fmt.Sprintf("%s.Groups[%d].%s", field, i, part)
	}
	l := &parts.Legend{Name: name, W: w, U: ts.u, Min: ts.f.Floor, Max: ts.sz().labelMax}
	for i, g := range m.Groups {
		for _, s := range g.States {
			t.Groups[s] = i + 1
		}
		l.Marks = append(l.Marks, parts.TileMarks[i])
		l.Figures = append(l.Figures, ts.shape(name(i, "States"), strconv.Itoa(len(g.States)), "label"))
		l.Labels = append(l.Labels, ts.shape(name(i, "Label"), g.Label, "small"))
	}
	for code := range tilePlaces {
		if p := ts.shape(field, code, "small"); ts.err == nil {
			t.Codes[code], t.Capital = p.Whole(), p.Style.Font.CapHeight
		}
	}
	return []*parts.Slot{
		{Part: t, Field: field, Rank: r, Gap: blockGap * ts.u},
		{Part: l, Field: field, Rank: parts.Prose2, Gap: 3 * ts.u, Chars: 40},
	}
}
