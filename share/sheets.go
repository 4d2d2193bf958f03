package share

import (
	"context"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic"
)

// A Sheet is a page of a kit's picture, slide or sheet of paper, laid out. It is
// immutable and safe for concurrent use.
type Sheet struct {
	Name string // of the file in the kit
	Page int    // of a file with several, from 1; else 0
	*graphic.Graphic
}

// Sheets lays out every picture of a kit and then everything else that it draws,
// and returns what ask says of each in that order. It asks on all cores at once
// and keeps none of the sheets. It reports progress, which may be nil, one call at
// a time.
func Sheets[T any](ctx context.Context, k *Kit, progress func(done, total int), ask func(Sheet) []T) ([]T, error) {
	p := k.settled()
	total := len(p.pictures) + len(p.drawings)
	said := make([][]T, total)
	t := teller{tell: progress, total: total}
	err := each(ctx, total, func(i int) error {
		sheets, err := p.sheets(i)
		for _, s := range sheets {
			said[i] = append(said[i], ask(s)...)
		}
		t.done()
		return err
	})
	if err != nil {
		return nil, err
	}
	return slices.Concat(said...), nil
}

// sheets lists the sheets of a picture or, after the pictures, of a drawing.
func (p *plan) sheets(i int) ([]Sheet, error) {
	if i < len(p.pictures) {
		pic := &p.pictures[i]
		g, err := pic.Graphic()
		if err != nil {
			return nil, p.cardError(pic.Fact, pic.Lang, pic.Format.Name, err)
		}
		return []Sheet{{pic.Name(), 0, g}}, nil
	}
	d := &p.drawings[i-len(p.pictures)]
	pages, err := d.lay()
	if err != nil {
		return nil, drawingError(d.name, err)
	}
	if len(pages) == 1 {
		return []Sheet{{d.name, 0, pages[0]}}, nil
	}
	var all []Sheet
	for n, g := range pages {
		all = append(all, Sheet{d.name, n + 1, g})
	}
	return all, nil
}
