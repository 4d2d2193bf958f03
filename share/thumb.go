package share

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
)

// thumbColors keep a thumb within a few kilobytes at four bits a pixel.
const thumbColors = 16

// thumb shrinks a PNG to a width.
func thumb(data []byte, width int) ([]byte, error) {
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	small := shrink(m, width)
	out := image.NewPaletted(small.Rect, palette(small))
	nearest := make(map[color.RGBA]uint8)
	var last color.RGBA // most pixels are as the one before
	var n uint8
	for i := range out.Pix {
		if c := (color.RGBA{small.Pix[4*i], small.Pix[4*i+1], small.Pix[4*i+2], 255}); c != last {
			var ok bool
			if n, ok = nearest[c]; !ok {
				n = uint8(out.Palette.Index(c))
				nearest[c] = n
			}
			last = c
		}
		out.Pix[i] = n
	}
	var buf bytes.Buffer
	err = png.Encode(&buf, out)
	return buf.Bytes(), err
}

// shrink makes a picture as wide as asked, if it is not narrower already. Every
// pixel becomes the mean of the area that it covers, counted in whole numbers so
// that all machines agree. From a palette this takes a fifth of the time of the
// scalers of x/image.
func shrink(m image.Image, width int) *image.RGBA {
	b := m.Bounds()
	width = min(width, b.Dx())
	out := image.NewRGBA(image.Rect(0, 0, width, max(1, (width*b.Dy()+b.Dx()/2)/b.Dx())))
	across, down := overlaps(b.Dx(), width), overlaps(b.Dy(), out.Rect.Dy())
	row, line := rowsOf(m), make([]sums, width+1)
	here, next := make([][3]uint64, width), make([][3]uint64, width)
	var rows overlap // of line, not in here and next yet
	add := func() {
		for x, s := range line[:width] {
			for c, n := range s.split() {
				here[x][c] += rows.here * n
				next[x][c] += rows.next * n
			}
		}
		rows = overlap{}
	}
	for y, v := range down {
		if y > 0 && v.at > down[y-1].at {
			add()
			setRow(out, v.at-1, here, b.Dx()*b.Dy())
			here, next = next, here
			clear(next)
		}
		if pixels := row(y); pixels != nil {
			add()
			sum(line, pixels, across)
		}
		rows.here, rows.next = rows.here+v.here, rows.next+v.next
	}
	add()
	setRow(out, out.Rect.Dy()-1, here, b.Dx()*b.Dy())
	return out
}

// sum adds the pixels of a row up.
func sum(line, pixels []sums, across []overlap) {
	clear(line)
	for x, h := range across {
		line[h.at] += sums(h.here) * pixels[x]
		if h.next > 0 {
			line[h.at+1] += sums(h.next) * pixels[x]
		}
	}
}

// setRow sets a row to the means of sums over that many parts.
func setRow(m *image.RGBA, y int, area [][3]uint64, parts int) {
	n := uint64(parts)
	for x, s := range area {
		m.SetRGBA(x, y, color.RGBA{uint8((s[0] + n/2) / n), uint8((s[1] + n/2) / n), uint8((s[2] + n/2) / n), 255})
	}
}

// sums are those of red, green and blue over a row of up to 8,000 pixels, added
// and multiplied as one number.
type sums uint64

func sumsOf(c color.RGBA) sums { return sums(c.R) | sums(c.G)<<21 | sums(c.B)<<42 }

func (s sums) split() [3]uint64 {
	const mask = 1<<21 - 1
	return [3]uint64{uint64(s & mask), uint64(s >> 21 & mask), uint64(s >> 42)}
}

// An overlap is how much of a pixel lies on one of fewer and larger ones, and
// how much on the one after it.
type overlap struct {
	at         int
	here, next uint64
}

// overlaps are those of n pixels on m, where a pixel is m long and a larger one n.
func overlaps(n, m int) []overlap {
	all := make([]overlap, n)
	for i := range all {
		at := i * m / n
		here := min(m, (at+1)*n-i*m)
		all[i] = overlap{at, uint64(here), uint64(m - here)}
	}
	return all
}

// rowsOf returns the rows of a picture, each until the next is asked for: nil
// for one that is as the row before it.
func rowsOf(m image.Image) func(y int) []sums {
	b := m.Bounds()
	row := make([]sums, b.Dx())
	again := func(pix []uint8, y, stride, n int) bool {
		return y > 0 && bytes.Equal(pix[y*stride:][:n], pix[(y-1)*stride:][:n])
	}
	if p, ok := m.(*image.Paletted); ok {
		var colors [256]sums
		for i, c := range p.Palette {
			colors[i] = sumsOf(color.RGBAModel.Convert(c).(color.RGBA))
		}
		return func(y int) []sums {
			if again(p.Pix, y, p.Stride, len(row)) {
				return nil
			}
			for x, i := range p.Pix[y*p.Stride:][:len(row)] {
				row[x] = colors[i]
			}
			return row
		}
	}
	full := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(full, full.Rect, m, b.Min, draw.Src)
	return func(y int) []sums {
		if again(full.Pix, y, full.Stride, 4*len(row)) {
			return nil
		}
		for x := range row {
			row[x] = sumsOf(full.RGBAAt(x, y))
		}
		return row
	}
}

// palette takes the commonest colours that are not too near to one another:
// on flat artwork those are the grounds and inks, then the edges between.
func palette(m *image.RGBA) color.Palette {
	const bits = 5 // of red, green and blue
	count := make([]int32, 1<<(3*bits))
	for i := 0; i < len(m.Pix); i += 4 {
		count[int(m.Pix[i]>>3)<<(2*bits)|int(m.Pix[i+1]>>3)<<bits|int(m.Pix[i+2]>>3)]++
	}
	type used struct {
		color.RGBA
		n int32
	}
	var colors []used
	for i, n := range count { // from dark to light
		if n > 0 {
			colors = append(colors, used{color.RGBA{uint8(i>>(2*bits)) << 3, uint8(i>>bits) << 3, uint8(i) << 3, 255}, n})
		}
	}
	slices.SortStableFunc(colors, func(a, b used) int { return cmp.Compare(b.n, a.n) })
	var p color.Palette
	for _, c := range colors {
		if len(p) < thumbColors && !near(p, c.RGBA) {
			p = append(p, color.RGBA{c.R | c.R>>5, c.G | c.G>>5, c.B | c.B>>5, 255})
		}
	}
	return p
}

func near(p color.Palette, c color.RGBA) bool {
	for _, o := range p {
		o := o.(color.RGBA)
		if d := abs(int(o.R)-int(c.R)) + abs(int(o.G)-int(c.G)) + abs(int(o.B)-int(c.B)); d < 44 {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }
