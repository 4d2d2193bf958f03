package text

import (
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// pickFonts chooses a font for every rune, grapheme by grapheme, so that a
// base and its marks are never torn between fonts.
func pickFonts(text []rune, strong []bool, st *Style) ([]*Font, error) {
	fonts := make([]*Font, len(text))
	i := 0
	iter := graphemes.FromString(string(text))
	for iter.Next() {
		cluster := []rune(iter.Value())
		f := st.pick(cluster, strong[i])
		if f == nil {
			return nil, &MissingError{Char: iter.Value()}
		}
		for range cluster {
			fonts[i] = f
			i++
		}
	}
	return fonts, nil
}

func (st *Style) pick(cluster []rune, strong bool) *Font {
	first := st.Font
	if strong && st.Strong != nil {
		first = st.Strong
	}
	if first.hasAll(cluster) {
		return first
	}
	if first != st.Font && st.Font.hasAll(cluster) {
		return st.Font
	}
	for _, f := range st.Fallback {
		if f.hasAll(cluster) {
			return f
		}
	}
	if st.Last != nil {
		if f := st.Last(); f.hasAll(cluster) {
			return f
		}
	}
	return nil
}

func (f *Font) hasAll(cluster []rune) bool {
	for _, r := range cluster {
		if !invisible(r) && (unicode.IsControl(r) || !f.Has(r)) {
			return false
		}
	}
	return true
}

// invisible runes shape without a glyph of their own.
func invisible(r rune) bool {
	switch {
	case r == '\u200b', r == '\u200c', r == '\u200d', r == '\u2060', r == '\u00ad', r == '\n':
		return true
	case r >= 0x200e && r <= 0x200f, r >= 0x2066 && r <= 0x2069, r >= 0xfe00 && r <= 0xfe0f:
		return true
	}
	return unicode.IsSpace(r) && r != ' ' && r != '\u00a0' && r != '\u202f'
}
