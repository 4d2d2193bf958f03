package graphic

import (
	"errors"
	"image"
	"io"
	"io/fs"
)

// Options choose how a card is drawn. A nil *Options and zero fields mean
// the portrait format, the Broadside theme and the embedded fonts.
type Options struct {
	Format Format
	Theme  Theme
	Ground string // the name of one of the theme's grounds; empty: by Card.ID
	Fonts  *Fonts // asked for glyphs that the theme's own fonts lack
}

// Format is a canvas: its size in pixels, its margins and the smallest text
// that can be read on it.
type Format struct {
	Name string // "portrait"
	W, H int
}

// Theme is a look: colours, typefaces and proportions.
type Theme struct {
	Name string
}

// Fonts are typefaces that a caller adds.
type Fonts struct{}

// LoadFonts reads every .ttf and .otf file under fsys.
func LoadFonts(fsys fs.FS) (*Fonts, error) { return nil, errors.ErrUnsupported }

// Formats lists the screen formats, portrait first.
func Formats() []Format { return nil }

// FormatByName finds one of Formats.
func FormatByName(name string) (Format, bool) { return Format{}, false }

// Themes lists the embedded themes, Broadside first.
func Themes() []Theme { return nil }

// ThemeByName finds one of Themes.
func ThemeByName(name string) (Theme, bool) { return Theme{}, false }

// Graphic is a card laid out for one format and theme. It is immutable and
// safe for concurrent use; nothing is painted until it is written.
type Graphic struct{}

// New lays a card out. Its errors are *FieldError, *FitError, *GlyphError and
// *ContrastError.
func New(c Card, o *Options) (*Graphic, error) { return nil, errors.ErrUnsupported }

// Image paints the card onto a new image.
func (g *Graphic) Image() *image.RGBA { return nil }

// WritePNG paints and encodes the card, with its alt text and source inside.
func (g *Graphic) WritePNG(w io.Writer) error { return errors.ErrUnsupported }

// Alt says in the card's language what the card shows.
func (g *Graphic) Alt() string { return "" }

// Boxes lists what lies where on the card, in reading order.
func (g *Graphic) Boxes() []Box { return nil }

// Box is one mark or line of text of a laid-out card.
type Box struct {
	Field    string          // the card's field it comes from
	Text     string          // empty for marks
	Rect     image.Rectangle // its ink
	Size     float64         // of the text, in pixels
	Contrast float64         // of the text or mark against what lies under it
}
