package review

import (
	"context"
	"fmt"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/inspect"
	"github.com/shutdowncecot/toolkit/share"
)

// A PictureProblem is something that the readers of a painted picture would
// stumble over. It is plain data, safe for concurrent use as long as nobody
// changes it.
type PictureProblem struct {
	Name string // of the file in the kit
	Page int    // of a file with several, from 1; else 0
	inspect.Defect
}

func (p PictureProblem) String() string {
	if p.Page > 0 {
		return fmt.Sprintf("%s, page %d: %v", p.Name, p.Page, p.Defect)
	}
	return fmt.Sprintf("%s: %v", p.Name, p.Defect)
}

// Pictures paints every picture and sheet of a kit and measures what came
// out: the size of its text, contrast, what leaves the safe area, and whether
// its codes can be read, those of screens from a worn copy too. What it finds
// is in the order of the pictures, then of the sheets.
//
// It runs on all cores and takes longer than writing the kit: seconds for a
// thousand pictures. It reports progress, which may be nil, one call at a time.
func Pictures(ctx context.Context, k *share.Kit, progress func(done, total int)) ([]PictureProblem, error) {
	return share.Sheets(ctx, k, progress, problems)
}

func problems(s share.Sheet) (all []PictureProblem) {
	r := inspect.Graphic(s.Graphic)
	printed := s.Format().DPI > 0 && legible(r.Symbols)
	for _, p := range r.Defects {
		if p.Kind != inspect.QR || !printed {
			all = append(all, PictureProblem{s.Name, s.Page, p})
		}
	}
	return all
}

// legible reports whether all codes can be read as they are, which is enough
// on paper: no messenger wears that.
func legible(codes []inspect.Symbol) bool {
	return !slices.ContainsFunc(codes, func(c inspect.Symbol) bool { return c.Content == "" })
}
