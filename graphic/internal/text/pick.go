package text

import (
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/go-text/typesetting/language"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// pickFonts chooses a font for every rune: for whole words if one has them,
// since a font may have no more of a script than π and µ, else grapheme by
// grapheme, so that a base and its marks are never torn between fonts.
func pickFonts(text []rune, strong []bool, st *Style) ([]*Font, error) {
	fonts := make([]*Font, len(text))
	for i := 0; i < len(text); {
		end := wordEnd(text, strong, i)
		if !st.pickWord(fonts[i:end], text[i:end], strong[i]) {
			if err := st.pickGraphemes(fonts[i:end], text[i:end], strong[i]); err != nil {
				return nil, err
			}
		}
		i = end
	}
	return fonts, nil
}

// pickWord reports whether text is a word that some font has whole.
func (st *Style) pickWord(fonts []*Font, text []rune, strong bool) bool {
	if !letter(text[0]) {
		return false
	}
	f := st.pick(text, strong)
	for i := range fonts {
		fonts[i] = f
	}
	return f != nil
}

// wordEnd is the end of the word, or of what lies between two, that begins at
// i: a stretch of one script's letters and marks, or of others, in one emphasis.
func wordEnd(text []rune, strong []bool, i int) int {
	end, script := i+1, language.LookupScript(text[i])
	for end < len(text) && strong[end] == strong[i] {
		r := text[end]
		if !joins(r) && (letter(r) != letter(text[i]) || letter(r) && language.LookupScript(r) != script) {
			break
		}
		end++
	}
	return end
}

func letter(r rune) bool { return unicode.IsLetter(r) || joins(r) }

// joins reports a rune that belongs to the one before.
func joins(r rune) bool { return unicode.IsMark(r) || r == '\u200c' || r == '\u200d' }

func (st *Style) pickGraphemes(fonts []*Font, text []rune, strong bool) error {
	i := 0
	iter := graphemes.FromString(string(text))
	for iter.Next() {
		cluster := []rune(iter.Value())
		f := st.pick(cluster, strong)
		if f == nil {
			return &MissingError{Char: iter.Value()}
		}
		for range cluster {
			fonts[i] = f
			i++
		}
	}
	return nil
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
	if st.Fallback != nil && st.Fallback.hasAll(cluster) {
		return st.Fallback
	}
	further := st.Further
	if strong {
		further = st.Heavy
	}
	for _, one := range further {
		if f := one.Font(); f != nil && f.hasAll(cluster) {
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
		if !invisible(r) && (!runes.Words.Takes(r) || !f.Has(r)) {
			return false
		}
	}
	return true
}

// invisible runes shape without a glyph of their own, but for a Braille cell
// without dots, which has one as wide as the others.
func invisible(r rune) bool {
	switch {
	case !runes.Words.Takes(r), r == '\u2800':
		return false
	case runes.Hidden(r):
		return true
	}
	return unicode.IsSpace(r) && r != ' ' && r != '\u00a0' && r != '\u202f'
}
