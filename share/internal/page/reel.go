package page

import (
	"fmt"
	"strings"
)

// A Reel is a video of the kit's folder that has a screen of its own.
type Reel struct {
	ID     string
	Scenes []Scene
}

// A Scene is a part of a reel: when it begins and ends, in seconds, and what is
// said in it.
type Scene struct {
	Start, End float64
	Said       string
}

// Lines are the scenes as the script reads them, a line each: "4 10 All year."
func (r *Reel) Lines() string {
	lines := make([]string, len(r.Scenes))
	for i, s := range r.Scenes {
		lines[i] = fmt.Sprint(s.Start, " ", s.End, " ", s.Said)
	}
	return strings.Join(lines, "\n")
}

// HasReels reports whether any item has a screen of its own.
func (d *document) HasReels() bool {
	for _, item := range d.Items {
		if item.Reel != nil {
			return true
		}
	}
	return false
}
