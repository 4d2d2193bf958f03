package graphic

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// A FitError says that a field does not fit its card even at the smallest
// size that can be read in its format.
type FitError struct {
	Field  string // "Headline", "Body", "Blocks[0].Items[2].Label" …, as in [FieldError]
	Format string
	Over   int // about how many characters too many; at least 1
}

func (e *FitError) Error() string {
	characters := "characters"
	if e.Over == 1 {
		characters = "character"
	}
	return fmt.Sprintf("graphic: %s does not fit the %s format: about %d %s too many", e.Field, e.Format, e.Over, characters)
}

// A GlyphError says that no font of the card's theme has a character.
type GlyphError struct {
	Field string
	Char  string // one grapheme cluster
}

func (e *GlyphError) Error() string {
	first, _ := utf8.DecodeRuneInString(e.Char)
	return fmt.Sprintf("graphic: %s contains %q (%U), which no font of the theme has: give fonts that have it in Options.Fonts", e.Field, e.Char, first)
}

// A ContrastError says that a text would stand on a ground it cannot be read
// on.
type ContrastError struct {
	Field       string
	Ratio, Want float64 // WCAG 2.2 contrast ratios
}

func (e *ContrastError) Error() string {
	return fmt.Sprintf("graphic: %s has a contrast of %.1f:1 against its ground, below %.1f:1", e.Field, colour.Tenths(e.Ratio), e.Want)
}

// A FieldError says that a field's value cannot be drawn.
type FieldError struct {
	Field   string
	Problem string
}

func (e *FieldError) Error() string { return "graphic: " + e.Field + ": " + e.Problem }

// shapingError is an error of text.Shape for the field's words.
func shapingError(field string, err error) error {
	var missing *text.MissingError
	var damaged *text.DamagedError
	switch {
	case errors.As(err, &missing):
		return &GlyphError{Field: field, Char: missing.Char}
	case errors.As(err, &damaged):
		return &FieldError{Field: "Options.Fonts", Problem: damaged.Font + " is damaged, which shows in shaping " + field + ": leave it out or load it anew"}
	}
	return err
}
