package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
)

// A cardFile is a card as people write it: the fields of graphic.Card, with at
// most one block of a kind. The blocks are drawn in the order of the fields.
type cardFile struct {
	ID            string
	Lang          string
	Kicker        string
	Headline      string
	HeadlineShort string `yaml:"headline_short"`
	Attribution   string
	Body          string
	BodyShort     string     `yaml:"body_short"`
	Blocks        cardBlocks `yaml:",inline"`
	Note          string
	Source        string
	SourceShort   string `yaml:"source_short"`
	AsOf          string `yaml:"as_of"`
	Action        struct{ Verb, Detail, Phone, Prompt, URL string }
	Tags          []string
}

// readCard reads a card's file. Its errors name line and column; blame says
// later ones by the file's keys.
func (a *app) readCard(name string) (card graphic.Card, blame func(error) error, err error) {
	data, err := a.readText(name)
	if err != nil {
		return card, nil, err
	}
	var f cardFile
	if err := decodeCard(data, &f); err != nil {
		return card, nil, &problemError{a.yamlError(name, err), fmt.Sprintf(a.say.HintVerb, "card")}
	}
	if card, err = f.card(filepath.Dir(name)); err != nil {
		return card, nil, &problemError{&placeError{name, err}, ""}
	}
	if card.Action.URL != "" {
		if err := a.address(card.Action.URL); err != nil {
			return card, nil, &placeError{name + ": action.url", err}
		}
	}
	return card, func(err error) error { return inFile(name, &f, err) }, nil
}

// maxOpen bounds the brackets of a card's file: the parser descends into
// itself for each of them.
const maxOpen = 1000

var errNotYAML = errors.New("not YAML")

func decodeCard(data []byte, f *cardFile) (err error) {
	defer func() {
		if recover() != nil {
			err = errNotYAML
		}
	}()
	if bytes.Count(data, []byte("["))+bytes.Count(data, []byte("{")) > maxOpen {
		return errNotYAML
	}
	return yaml.UnmarshalWithOptions(data, f, yaml.Strict())
}

// yamlError puts an error of the YAML reader into one line.
func (a *app) yamlError(name string, err error) error {
	var at yaml.Error
	if !errors.As(err, &at) || at.GetToken() == nil {
		return fmt.Errorf("%s: %s", name, a.say.NotYAML)
	}
	t := at.GetToken()
	message := a.sentence(at.GetMessage())
	var wrong *yaml.TypeError
	var unknown *yaml.UnknownFieldError
	switch {
	case errors.As(at, &wrong):
		message = fmt.Sprintf(a.say.Wanted, a.wanted(wrong.DstType.Kind()))
	case errors.As(at, &unknown):
		message = fmt.Sprintf(a.say.UnknownKey, t.Value)
	}
	err = fmt.Errorf("%s:%d:%d: %s", name, t.Position.Line, t.Position.Column, message)
	if unknown != nil {
		if near := nearest(t.Value, cardKeys); near != "" {
			err = fmt.Errorf(a.say.DidYouMean, err, near)
		}
	}
	return err
}

// wanted says what a place in a card's file holds.
func (a *app) wanted(k reflect.Kind) string {
	switch k {
	case reflect.String:
		return a.say.WantText
	case reflect.Bool:
		return a.say.WantBool
	case reflect.Slice:
		return a.say.WantList
	case reflect.Struct:
		return a.say.WantKeys
	}
	return a.say.WantNumber
}

// cardKeys are the keys of a card's file and of its blocks.
var cardKeys = strings.Fields(`id lang kicker headline headline_short attribution body body_short stat bars people quote
	list timeline donut versus steps sources before_after document event photo note source source_short as_of action tags
	prefix value unit label text focus per segments count mark figure speaker role verbatim at date verb detail phone prompt url
	of rest rest_value claim help name what before after file page lead passage tail alt x y duotone full redact`)

// card is what the file says; photographs are looked for in dir.
func (f *cardFile) card(dir string) (graphic.Card, error) {
	c := graphic.Card{
		ID: f.ID, Kicker: f.Kicker, Headline: f.Headline, HeadlineShort: f.HeadlineShort,
		Attribution: f.Attribution, Body: f.Body, BodyShort: f.BodyShort, Note: f.Note,
		Source: f.Source, SourceShort: f.SourceShort, AsOf: f.AsOf, Tags: f.Tags,
		Action: graphic.Action{
			Verb: f.Action.Verb, Detail: f.Action.Detail, Phone: f.Action.Phone, Prompt: f.Action.Prompt, URL: f.Action.URL,
		},
	}
	var err error
	if f.Lang != "" {
		if c.Lang, err = language.Parse(f.Lang); err != nil {
			return c, &placeError{"lang", &valueError{f.Lang, "language"}}
		}
	}
	for i, t := range f.Tags {
		if _, err := hashtag.ParseTag(t); err != nil {
			return c, &placeError{fmt.Sprintf("tags[%d]", i), err}
		}
	}
	c.Blocks, err = f.Blocks.blocks(dir)
	return c, err
}
