package share

import (
	"context"
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"math"
	"slices"
	"sync/atomic"

	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// Widths of the thumbs of the page, of which it takes the larger ones if there
// is room for all else too, and the most bytes that the element of one has
// beside its picture.
const (
	leastThumb  = 180
	smallThumb  = 220
	largeThumb  = 300
	lightThumb  = 360 // in place of a picture, where a studio draws those
	thumbMarkup = 200
)

// writePage writes the page with as many pictures inside as there is room for:
// the others lie in the folder. Where the words alone are too much, it begins
// without one, then has one size of every picture, then no screens of carousels,
// then one wording of every fact instead of all, since the folder has them too;
// if that does not help, it is larger rather than none.
func writePage(ctx context.Context, w io.Writer, v *page.Kit, from fs.FS) error {
	v.Limit = page.DefaultLimit
	if v.Studio != nil {
		v.Limit = page.StudioLimit
	}
	words, err := pageSize(v)
	for _, lessen := range []func(*page.Kit){noHero, oneFormat, noCarousels, oneWording} {
		if err == nil && words >= v.Limit {
			lessen(v)
			words, err = pageSize(v)
		}
	}
	if err != nil {
		return err
	}
	if words >= v.Limit {
		v.Limit = math.MaxInt
		return page.Write(w, *v)
	}
	shown, add := shownPictures(v), addThumbs
	if v.Studio != nil {
		add = addLight
	}
	if there, err := add(ctx, from, shown, v.Limit-words); err != nil {
		return err
	} else if there && v.Studio == nil {
		addFull(from, shown)
	}
	for {
		var size *page.SizeError
		if err := page.Write(w, *v); !errors.As(err, &size) || size.Of == 0 {
			return err
		}
		keepFull(shown, size)
	}
}

// noHero leaves out the picture that the page begins with.
func noHero(v *page.Kit) { v.Hero = page.Hero{} }

// oneFormat leaves the first format of the kit, and names no sheet of a card.
func oneFormat(v *page.Kit) {
	first := v.Formats[0].ID
	v.Formats = v.Formats[:1]
	for i := range v.Platforms {
		p := &v.Platforms[i]
		p.Formats = slices.DeleteFunc(p.Formats, func(id string) bool { return id != first })
	}
	for _, c := range v.Cards {
		for lang, t := range c.Texts {
			t.Pictures = slices.DeleteFunc(t.Pictures, func(p page.Picture) bool { return p.Format != first })
			t.Files = nil
			c.Texts[lang] = t
		}
	}
}

// noCarousels drops the carousels from the page; the kit's folder still has them.
func noCarousels(v *page.Kit) { v.Carousels = nil }

// oneWording leaves the first wording of every fact.
func oneWording(v *page.Kit) {
	for _, c := range v.Cards {
		for lang, t := range c.Texts {
			t.Wordings = t.Wordings[:min(1, len(t.Wordings))]
			c.Texts[lang] = t
		}
	}
}

// pageSize is how many bytes the page has as it is.
func pageSize(v *page.Kit) (int, error) {
	all := *v
	all.Limit = math.MaxInt
	var n counted
	err := page.Write(&n, all)
	return int(n), err
}

type counted int

func (n *counted) Write(p []byte) (int, error) {
	*n += counted(len(p))
	return len(p), nil
}

// shownPictures are the first of every card and language, which the page shows.
func shownPictures(v *page.Kit) []*page.Picture {
	var all []*page.Picture
	for _, c := range v.Cards {
		for _, lang := range v.Languages {
			if pictures := c.Texts[lang.Tag].Pictures; len(pictures) > 0 {
				all = append(all, &pictures[0])
			}
		}
	}
	return all
}

// addThumbs adds a thumb to every picture: large if there is room for all else
// too, else small, else as small as can be looked at, if there is room for all of
// them, else none; it reports whether.
func addThumbs(ctx context.Context, from fs.FS, pictures []*page.Picture, room int) (bool, error) {
	t, err := thumbsOf(ctx, from, pictures, largeThumb, room)
	if err == nil && (t.all == nil || t.size+t.full > room) {
		t, err = thumbsOf(ctx, from, pictures, smallThumb, room)
	}
	if err == nil && t.all == nil {
		t, err = thumbsOf(ctx, from, pictures, leastThumb, room)
	}
	return t.add(pictures), err
}

// addLight adds the largest thumbs that there is room for: they stand for the
// pictures that a studio draws.
func addLight(ctx context.Context, from fs.FS, pictures []*page.Picture, room int) (bool, error) {
	for _, width := range []int{lightThumb, largeThumb, 260, smallThumb, 200, leastThumb, 160} {
		t, err := thumbsOf(ctx, from, pictures, width, room)
		if err != nil || t.all != nil {
			return t.add(pictures), err
		}
	}
	return false, nil
}

// add adds the thumbs to their pictures, if there are any.
func (t thumbs) add(pictures []*page.Picture) bool {
	for i, p := range pictures {
		if t.all != nil {
			p.Thumb = func(int) ([]byte, error) { return t.all[i], nil }
		}
	}
	return t.all != nil
}

// addFull puts the pictures themselves into the page, to be saved from it.
func addFull(from fs.FS, pictures []*page.Picture) {
	for _, p := range pictures {
		p.Full = func() ([]byte, error) { return fs.ReadFile(from, p.File) }
	}
}

// thumbs are pictures shrunk to one width.
type thumbs struct {
	all        [][]byte
	size, full int // bytes that they take in the page, and that the pictures themselves would
}

// thumbsOf shrinks pictures, on all cores, as long as there is room; where
// there is not room for all, there are none.
func thumbsOf(ctx context.Context, from fs.FS, pictures []*page.Picture, width, room int) (thumbs, error) {
	all := make([][]byte, len(pictures))
	var size, full atomic.Int64
	err := each(ctx, len(pictures), func(i int) error {
		if size.Load() > int64(room) {
			return nil
		}
		data, err := fs.ReadFile(from, pictures[i].File)
		if err != nil {
			return err
		}
		full.Add(int64(base64.StdEncoding.EncodedLen(len(data))))
		all[i], err = thumb(data, width)
		size.Add(int64(base64.StdEncoding.EncodedLen(len(all[i])) + thumbMarkup))
		return err
	})
	if err != nil || size.Load() > int64(room) {
		return thumbs{}, err
	}
	return thumbs{all, int(size.Load()), int(full.Load())}, nil
}

// keepFull takes the last of the large pictures out of the page, as many as
// there is no room for.
func keepFull(pictures []*page.Picture, size *page.SizeError) {
	keep := 0
	if room := size.Limit - size.Text - size.Thumbs; room > 0 {
		keep = min(size.Read*room/size.Pictures, size.Of-1)
	}
	for _, p := range pictures {
		if p.Full == nil {
			continue
		}
		if keep--; keep < 0 {
			p.Full = nil
		}
	}
}
