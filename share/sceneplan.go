package share

import "github.com/shutdowncecot/toolkit/graphic"

// planScene is what a room can fit, from the least number said to the most.
func planScene(t told) graphic.Block {
	if len(t.PerCell) != 2 {
		return nil
	}
	return graphic.Plan{Least: t.PerCell[0], Most: t.PerCell[1]}
}
