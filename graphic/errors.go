package graphic

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/rules"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/graphic/internal/wire"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// The errors of this package are [fault.Fault]s: Rule names one of [Rules],
// Field is a path in the card, "Headline", "Action.URL",
// "Blocks[0].Items[2].Label", or of an argument, "Options.Ground". All are
// immutable and safe for concurrent use.

// A FitError says that a field does not fit its card even at the smallest
// size that can be read in its format.
// A FitError is safe for concurrent use as long as nobody changes it.
type FitError struct {
	fault.Data
	Format string // the name of the card's
	Over   int    // about how many characters too many; at least 1
}

func (e *FitError) Error() string { return said(e) }

func fitError(field, format string, over int) *FitError {
	over = max(1, over)
	return &FitError{rules.English.New("card-fit", field, fault.Values{"format": format, "over": over}), format, over}
}

// A GlyphError says that no font of the card's theme has a character.
// A GlyphError is safe for concurrent use as long as nobody changes it.
type GlyphError struct {
	fault.Data
	Char string // one grapheme cluster
}

func (e *GlyphError) Error() string { return said(e) }

func glyphError(field, char string) *GlyphError {
	first, _ := utf8.DecodeRuneInString(char)
	return &GlyphError{rules.English.New("card-glyph", field, fault.Values{"char": char, "code": fmt.Sprintf("%U", first)}), char}
}

// A ContrastError says that a text would stand on a ground it cannot be read
// on.
// A ContrastError is safe for concurrent use as long as nobody changes it.
type ContrastError struct {
	fault.Data
	Ratio, Want float64 // WCAG 2.2 contrast ratios
}

func (e *ContrastError) Error() string { return said(e) }

func contrastError(field string, ratio, want float64) *ContrastError {
	return &ContrastError{rules.English.New("card-contrast", field, fault.Values{"ratio": colour.Tenths(ratio), "want": want}), ratio, want}
}

// A FieldError says that a field's value cannot be drawn.
// A FieldError is safe for concurrent use as long as nobody changes it.
type FieldError struct{ fault.Data }

func (e *FieldError) Error() string { return said(e) }

// refuse makes a FieldError of one of the rules.
func refuse(rule, field string, values fault.Values) *FieldError {
	return &FieldError{rules.English.New(rule, field, values)}
}

// within is the same refusal of a field in another.
func (e *FieldError) within(field string) *FieldError { return &FieldError{e.Within(field)} }

// A FileError says what is wrong with the file of a theme or a font. Its field
// is the path of keys of a theme, "colors.amber".
// A FileError is safe for concurrent use as long as nobody changes it.
type FileError struct {
	fault.Data
	Err error // the reader's own; nil where a rule of this package is broken
	at  fault.Position
}

func (e *FileError) Error() string { return "graphic: " + e.at.String() + ": " + fault.InEnglish(e) }

// Unwrap returns the reader's own error, if it has one.
func (e *FileError) Unwrap() error { return e.Err }

// Position is the file and, in a theme, line and column.
func (e *FileError) Position() fault.Position { return e.at }

// fileError turns what was found in a file into a fault. Errors of the system
// stay what they are.
func fileError(name string, data []byte, err error) error {
	var document *wire.Problem
	var refused *theme.Problem
	var font *text.FontError
	var disk *fs.PathError
	switch {
	case errors.As(err, &document):
		e := jsonError(data, document)
		e.at.File = name
		return &FileError{e.Data, e.Err, e.at}
	case errors.As(err, &refused):
		e := &FileError{Data: rules.English.New(refused.Rule, refused.Path, refused.Values), Err: refused.Err, at: placeOf(data, refused)}
		e.at.File = name
		return e
	case errors.As(err, &font):
		return &FileError{rules.English.New(font.Rule, "", fault.Values{"cause": font.Err}), font.Err, fault.Position{File: name}}
	case errors.As(err, &disk):
		return &FileError{rules.English.New("file-unread", "", fault.Values{"cause": disk.Err}), err, fault.Position{File: name}}
	}
	return fmt.Errorf("graphic: %w", err)
}

// placeOf is where a theme's file says what is wrong with it: under the key
// itself, under one that it follows from, or within what holds it.
func placeOf(data []byte, p *theme.Problem) fault.Position {
	for _, path := range append([]string{p.Path}, p.Near...) {
		if at, whole := wire.Offset(data, path); whole {
			return position(data, at)
		}
	}
	if at, _ := wire.Offset(data, p.Path); at > 0 {
		return position(data, at)
	}
	return fault.Position{}
}

func said(err error) string { return "graphic: " + fault.InEnglish(err) }

// shapingError is an error of text.Shape for the field's words.
func shapingError(field string, err error) error {
	var missing *text.MissingError
	var damaged *text.DamagedError
	switch {
	case errors.As(err, &missing):
		return glyphError(field, missing.Char)
	case errors.As(err, &damaged):
		return refuse("font-shaping", "Options.Fonts", fault.Values{"font": damaged.Font, "text": field})
	}
	return err
}

// A JSONError says which part of a document cannot be read. Its field is the
// path of keys, "blocks[0].items[2].label".
// A JSONError is safe for concurrent use as long as nobody changes it.
type JSONError struct {
	fault.Data
	Err error // the reader's own; nil where a rule of the document is broken
	at  fault.Position
}

func (e *JSONError) Error() string { return said(e) }

// Unwrap returns the reader's own error, if it has one.
func (e *JSONError) Unwrap() error { return e.Err }

// Position is the line and column of the document; File is "".
func (e *JSONError) Position() fault.Position { return e.at }

// jsonError turns what package wire found into a fault.
func jsonError(data []byte, err error) *JSONError {
	var p *wire.Problem
	if !errors.As(err, &p) {
		return &JSONError{Data: rules.English.New(wire.Syntax, "", fault.Values{"cause": err}), Err: err}
	}
	e := &JSONError{Err: p.Err, at: position(data, p.Offset)}
	var word fault.Fault // of a type of this package
	switch {
	case p.Rule == wire.Syntax:
		e.Data = rules.English.New(p.Rule, p.Path, fault.Values{"cause": p.Err})
	case errors.As(p.Err, &word):
		e.Data = rules.English.New(word.Rule(), p.Path, word.Values())
	default:
		e.Data = rules.English.New(p.Rule, p.Path, fault.Values{"value": p.Value, "want": p.Want})
	}
	return e
}

// position is the place of a byte in a document.
func position(data []byte, offset int64) fault.Position {
	offset = min(max(offset, 0), int64(len(data)))
	start := bytes.LastIndexByte(data[:offset], '\n') + 1
	line, _, _ := bytes.Cut(data[start:], []byte("\n"))
	return fault.Position{
		Line:   1 + bytes.Count(data[:offset], []byte("\n")),
		Column: max(1, len([]rune(string(data[start:offset])))),
		Text:   strings.TrimRight(string(line), "\r"),
	}
}

// Contrast is how far the light of two opaque colours is apart, from 1 for equal
// ones to 21 for black and white, by WCAG 2.2. Words on a card have at least 4.5.
func Contrast(a, b color.Color) float64 {
	opaque := func(c color.Color) color.RGBA { return color.RGBAModel.Convert(c).(color.RGBA) }
	return colour.Ratio(opaque(a), opaque(b))
}
