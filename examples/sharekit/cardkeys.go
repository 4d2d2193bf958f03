package main

import (
	"cmp"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
)

// fieldOf is where an error of package graphic keeps its field; nil if it has
// none.
func fieldOf(err error) *string {
	var fit *graphic.FitError
	var glyph *graphic.GlyphError
	var contrast *graphic.ContrastError
	var field *graphic.FieldError
	switch {
	case errors.As(err, &fit):
		return &fit.Field
	case errors.As(err, &glyph):
		return &glyph.Field
	case errors.As(err, &contrast):
		return &contrast.Field
	case errors.As(err, &field):
		return &field.Field
	}
	return nil
}

// inFile says an error of a card by the name and the keys of its file.
func inFile(name string, f *cardFile, err error) error {
	if field := fieldOf(err); field != nil {
		*field = keyOf(*field, f.Blocks.keys())
	}
	return &placeError{name, err}
}

// inFlags says an error of a card by the flags that it was made of.
func inFlags(err error) error {
	if field := fieldOf(err); field != nil {
		name := strings.TrimRight(*field, "[]0123456789")
		*field = "--" + cmp.Or(flagOf[name], keyOf(name, nil))
	}
	return err
}

// flagOf are the flags that are not called as the field is.
var flagOf = map[string]string{
	"Blocks[0].Value": "figure", "Blocks[0].Label": "figure-label", "Action.Verb": "ask", "Action.URL": "link", "Tags": "tag",
}

var (
	blockField = regexp.MustCompile(`^Blocks\[(\d+)\]`)
	listField  = regexp.MustCompile(`^\.(?:Items|Rows|Events)\b`)
	camelHump  = regexp.MustCompile(`([a-z])([A-Z])`)
)

// keyOf is a field of graphic.Card as files call it. Blocks are the keys of a
// file, or else the chart of a fact.
func keyOf(field string, blocks []string) string {
	if m := blockField.FindStringSubmatch(field); m != nil {
		name, rest := "chart", field[len(m[0]):]
		if i, _ := strconv.Atoi(m[1]); i < len(blocks) {
			name, rest = blocks[i], listField.ReplaceAllString(rest, "")
		}
		field = name + rest
	}
	if field == "Blocks" {
		field = cmp.Or(strings.Join(blocks, ", "), "chart")
	}
	return strings.ToLower(camelHump.ReplaceAllString(field, "${1}_$2"))
}
