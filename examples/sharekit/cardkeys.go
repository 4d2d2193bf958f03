package main

import (
	"cmp"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A keyError is an error of a card, with the key or flag that its field has.
type keyError struct {
	error
	key string
}

func (e *keyError) Unwrap() error { return e.error }

// fieldOf is the field that an error of package graphic is about.
func fieldOf(err error) string {
	var refused fault.Fault
	if errors.As(err, &refused) {
		return refused.Field()
	}
	return ""
}

// inFile says an error of a card by the name and the keys of its file.
func inFile(name string, f *cardFile, err error) error {
	if field := fieldOf(err); field != "" {
		err = &keyError{err, keyOf(field, f.Blocks.keys())}
	}
	return &placeError{name, err}
}

// inFlags says an error of a card by the flags that it was made of.
func inFlags(err error) error {
	if field := fieldOf(err); field != "" {
		name := strings.TrimRight(field, "[]0123456789")
		return &keyError{err, "--" + cmp.Or(flagOf[name], keyOf(name, nil))}
	}
	return err
}

// keyOfError is the key or flag that an error of a card is about.
func keyOfError(err error) string {
	var named *keyError
	if errors.As(err, &named) {
		return named.key
	}
	return keyOf(fieldOf(err), nil)
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
