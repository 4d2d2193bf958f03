// Package cardfile reads cards that people write as YAML files:
//
//	headline: 62 classes used the library
//	stat: {value: "62"}
//	source: "Source: Town Council, 4 Mar 2031"
//
// The keys are the fields of [graphic.Card] in small letters, and one for each
// kind of block; [Keys] lists them all. Any block can also stand under "blocks",
// with its type, in the form that it has in JSON:
//
//	blocks: [{type: stat, value: "62"}]
//
// Errors name line and column.
package cardfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/yamlfault"
)

// A File is a card's file that was read. It is safe for concurrent use.
type File struct {
	Card graphic.Card

	name   string
	source []byte
	root   ast.Node
	blocks []string // keys, in the order of Card.Blocks
}

// Parse reads a card's file, called name in errors. The files of photographs
// are opened in photos; nil allows none. The error is an [*Error].
func Parse(name string, data []byte, photos fs.FS) (*File, error) {
	f := &File{name: name, source: bytes.TrimPrefix(data, []byte("\uFEFF"))}
	if !utf8.Valid(data) {
		return nil, f.fail(nil, english.New("cardfile-utf8", "", nil), nil)
	}
	var err error
	if f.root, err = parse(f.source); err != nil {
		d, line, column := yamlfault.Of(err)
		return nil, &Error{Data: d, at: f.position(line, column)}
	}
	if err := f.unique(f.root); err != nil {
		return nil, err
	}
	var d document
	if err := decode(f.root, &d); err != nil {
		return nil, f.undecoded(err)
	}
	return f, f.fill(&d, photos)
}

// fill makes the card of what the file says.
func (f *File) fill(d *document, photos fs.FS) (err error) {
	f.Card = graphic.Card{
		ID: d.ID, Kicker: d.Kicker, Headline: d.Headline, HeadlineShort: d.HeadlineShort,
		Attribution: d.Attribution, Body: d.Body, BodyShort: d.BodyShort, Note: d.Note,
		Source: d.Source, SourceShort: d.SourceShort, AsOf: d.AsOf, Tags: d.Tags, Action: graphic.Action(d.Action),
		Folio: graphic.Folio(d.Folio), FigureWidth: d.FigureWidth, Description: d.Description, Rights: d.Rights,
	}
	if d.Lang != "" {
		if f.Card.Lang, err = language.Parse(d.Lang); err != nil {
			return f.at("lang", "cardfile-language", fault.Values{"value": d.Lang}, nil)
		}
	}
	for i, t := range d.Tags {
		if _, err := hashtag.ParseTag(t); err != nil {
			return f.at(fmt.Sprintf("tags[%d]", i), "cardfile-tag", fault.Values{"cause": err}, err)
		}
	}
	if f.Card.Logos, err = f.logos(d.Logo, photos); err != nil {
		return err
	}
	for _, m := range d.Kinds.made() {
		if !m.has {
			continue
		}
		b, err := m.make(f, photos)
		if err != nil {
			return err
		}
		f.Card.Blocks, f.blocks = append(f.Card.Blocks, b), append(f.blocks, m.key)
	}
	if d.More == nil {
		return nil
	}
	more, err := f.inJSON(d.More, func(n int) string { return fmt.Sprintf("blocks[%d]", n) })
	for i := range more {
		f.blocks = append(f.blocks, fmt.Sprintf("blocks[%d]", i))
	}
	f.Card.Blocks = append(f.Card.Blocks, more...)
	return err
}

// Key is a field of the card as the file calls it.
func (f *File) Key(field string) string { return Key(field, f.blocks) }

// Blame says an error about a field of the card, of [graphic.New] for example,
// by the key of the file that it is about and by its place there. Other errors
// stay as they are.
func (f *File) Blame(err error) error {
	var of interface {
		fault.Fault
		About(field string) fault.Data
	}
	if !errors.As(err, &of) {
		return err
	}
	key := f.Key(of.Field())
	return f.fail(f.find(key), of.About(key), err)
}

// at refuses what stands under a key.
func (f *File) at(key, rule string, values fault.Values, err error) error {
	return f.fail(f.find(key), english.New(rule, key, values), err)
}

func (f *File) fail(n ast.Node, d fault.Data, err error) *Error {
	line, column := 0, 0
	if keys := entries(n); len(keys) == 1 {
		n = keys[0].Key // the token of such a map is its colon
	}
	if n != nil && n.GetToken() != nil && n.GetToken().Position != nil {
		line, column = n.GetToken().Position.Line, n.GetToken().Position.Column
	}
	return &Error{d, f.position(line, column), err}
}

// undecoded says what the decoder found, as data.
func (f *File) undecoded(err error) error {
	var wrong *yaml.TypeError
	var unknown *yaml.UnknownFieldError
	var node *yaml.UnexpectedNodeTypeError
	var at yaml.Error
	d := english.New("cardfile-want-text", "", nil)
	switch {
	case errors.As(err, &wrong):
		d = english.New(wanted(wrong.DstType.Kind()), "", nil)
	case errors.As(err, &unknown):
		values := fault.Values{"key": unknown.Token.Value}
		if near := fault.Nearest(unknown.Token.Value, keyNames()); near != "" && near != unknown.Token.Value {
			values["nearest"] = near
		}
		d = english.New("cardfile-key", "", values)
	case errors.As(err, &node) && node.Expected == ast.SequenceType:
		d = english.New("cardfile-want-list", "", nil)
	case errors.As(err, &node):
		d = english.New("cardfile-want-keys", "", nil)
	}
	if !errors.As(err, &at) || at.GetToken() == nil {
		return &Error{Data: d, at: f.position(0, 0), err: err}
	}
	p := at.GetToken().Position
	return &Error{Data: d, at: f.position(p.Line, p.Column)}
}

// wanted is the rule of a place that holds another kind of value.
func wanted(k reflect.Kind) string {
	switch k {
	case reflect.String:
		return "cardfile-want-text"
	case reflect.Bool:
		return "cardfile-want-bool"
	case reflect.Slice:
		return "cardfile-want-list"
	case reflect.Struct, reflect.Map:
		return "cardfile-want-keys"
	}
	return "cardfile-want-digit"
}

// position is a place in the file, with the text of its line.
func (f *File) position(line, column int) fault.Position {
	p := fault.Position{File: f.name, Line: line, Column: column}
	if lines := bytes.Split(f.source, []byte("\n")); line > 0 && line <= len(lines) {
		p.Text = string(bytes.TrimRight(lines[line-1], "\r"))
	}
	return p
}
