package share

import (
	"context"
	"fmt"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/inspect"
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

// Inspect paints every picture and sheet of the kit and measures what came
// out: the size of its text, contrast, what leaves the safe area, and whether
// its codes can be read, those of screens from a worn copy too. What it finds
// is in the order of the pictures, then of the sheets.
//
// It runs on all cores and takes longer than writing the kit: seconds for a
// thousand pictures. It reports progress, which may be nil, one call at a time.
func (k *Kit) Inspect(ctx context.Context, progress func(done, total int)) ([]PictureProblem, error) {
	p := k.settled()
	total := len(p.pictures) + len(p.drawings)
	found := make([][]PictureProblem, total)
	t := teller{tell: progress, total: total}
	err := each(ctx, total, func(i int) (err error) {
		if i < len(p.pictures) {
			found[i], err = p.pictures[i].inspect()
		} else {
			found[i], err = p.drawings[i-len(p.pictures)].inspect()
		}
		t.done()
		return err
	})
	if err != nil {
		return nil, err
	}
	var all []PictureProblem
	for _, some := range found {
		all = append(all, some...)
	}
	return all, nil
}

func (pic *FactCard) inspect() ([]PictureProblem, error) {
	g, err := pic.Graphic()
	if err != nil {
		return nil, pic.plan.cardError(pic.Fact, pic.Lang, pic.Format.Name, err)
	}
	return problems(pic.Name(), 0, g), nil
}

func (d *drawing) inspect() ([]PictureProblem, error) {
	pages, err := d.lay()
	if err != nil {
		return nil, drawingError(d.name, err)
	}
	if len(pages) == 1 {
		return problems(d.name, 0, pages[0]), nil
	}
	var all []PictureProblem
	for i, g := range pages {
		all = append(all, problems(d.name, i+1, g)...)
	}
	return all, nil
}

func problems(name string, page int, g *graphic.Graphic) []PictureProblem {
	var all []PictureProblem
	r := inspect.Graphic(g)
	printed := g.Format().DPI > 0 && legible(r.Symbols)
	for _, p := range r.Defects {
		if p.Kind != inspect.QR || !printed {
			all = append(all, PictureProblem{name, page, p})
		}
	}
	return all
}

// legible reports whether all codes can be read as they are, which is enough
// on paper: no messenger wears that.
func legible(codes []inspect.Symbol) bool {
	return !slices.ContainsFunc(codes, func(c inspect.Symbol) bool { return c.Content == "" })
}
