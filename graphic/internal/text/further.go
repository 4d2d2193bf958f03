package text

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"
	"sync"

	"github.com/go-text/typesetting/font/opentype"
)

// A Further font is one that a caller adds to a theme's own. Of a collection,
// which may hold dozens, each but the first is parsed when it is first asked.
type Further struct {
	Role    string // of the styles that ask it before others; "": of none
	Weight  int    // 400 is regular, 700 bold
	Slanted bool

	font func() *Font
}

// Font is the font itself, nil for one that is damaged.
func (f *Further) Font() *Font { return f.font() }

// FurtherFont is a font that is there already.
func FurtherFont(f *Font) *Further {
	return &Further{Weight: f.Weight, font: func() *Font { return f }}
}

// ParseFurther reads a font, or all of a collection. Its errors are those of
// [ParseFont].
func ParseFurther(name string, data []byte) ([]*Further, error) {
	if refused := checkTables(data); refused != nil {
		refused.Font = name
		return nil, refused
	}
	first, err := parseFace(name, data, 0)
	if err != nil {
		return nil, err
	}
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return nil, &FontError{FontDamaged, name, err}
	}
	all := make([]*Further, len(loaders))
	for i, l := range loaders {
		f := FurtherFont(first)
		if i > 0 {
			f.font = sync.OnceValue(func() *Font {
				face, err := parseFace(name+"#"+strconv.Itoa(i+1), data, i)
				if err != nil {
					return nil
				}
				return face
			})
		}
		f.Weight, f.Slanted = weigh(l)
		all[i] = f
	}
	return all, nil
}

const (
	regular = 400 // as OpenType counts weights
	bold    = 700
)

// weigh reads how heavy a font is drawn, and whether it is slanted.
func weigh(l *opentype.Loader) (weight int, slanted bool) {
	const weightAt, selectionAt, italic = 4, 62, 1 // in the table
	os2, err := l.RawTable(opentype.MustNewTag("OS/2"))
	if err != nil || len(os2) < selectionAt+2 {
		return regular, false
	}
	weight = int(binary.BigEndian.Uint16(os2[weightAt:]))
	if weight < 1 || weight > 1000 {
		weight = regular
	}
	return weight, binary.BigEndian.Uint16(os2[selectionAt:])&italic != 0
}

// sumOfFace tells the fonts of a collection apart.
func sumOfFace(data []byte, n int) [sha256.Size]byte {
	sum := sha256.Sum256(data)
	if n == 0 {
		return sum
	}
	return sha256.Sum256(append(sum[:], strconv.Itoa(n)...))
}

// Ask puts further fonts in the order in which a style of a role asks them:
// those for the role, those that are upright, those of the weight that comes
// nearest; and, of several, those that were given first.
func Ask(further []*Further, role string, weight int) []*Further {
	order := slices.Clone(further)
	rank := func(f *Further) int {
		n := max(f.Weight-weight, weight-f.Weight)
		if f.Slanted {
			n += 1000
		}
		if f.Role != role {
			n += 2000
		}
		return n
	}
	slices.SortStableFunc(order, func(a, b *Further) int { return rank(a) - rank(b) })
	return order
}
