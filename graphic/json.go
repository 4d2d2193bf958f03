package graphic

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/graphic/internal/wire"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A card is a document: JSON whose keys are its fields in small letters with
// underscores, and whose blocks are objects with a type,
//
//	{"headline": "62 classes", "source": "Source: …", "blocks": [{"type": "stat", "value": "62"}]}
//
// [CardSchema] describes it. Fields that are zero are left out. What is read
// may be incomplete: [New] says whether it can be drawn.

//go:embed card.schema.json
var cardSchema []byte

// CardSchema returns the JSON Schema (draft 2020-12) of a [Card], as a copy.
func CardSchema() []byte { return bytes.Clone(cardSchema) }

// blockTypes are the blocks by their type in JSON. Each file of a block adds
// its own; nothing is added after that.
var blockTypes = make(map[string]reflect.Type)

// wired makes a block known to JSON.
func wired[T Block](name string) struct{} {
	blockTypes[name] = reflect.TypeFor[T]()
	return struct{}{}
}

// BlockTypes returns what blocks are called in JSON, "bars", "before_after" …,
// in alphabetical order.
func BlockTypes() []string { return slices.Sorted(maps.Keys(blockTypes)) }

func resolveBlock(name string) (reflect.Type, []string) { return blockTypes[name], BlockTypes() }

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
		return &JSONError{Data: rules.New(wire.Syntax, "", fault.Values{"cause": err}), Err: err}
	}
	e := &JSONError{Err: p.Err, at: position(data, p.Offset)}
	var word fault.Fault // of a type of this package
	switch {
	case p.Rule == wire.Syntax:
		e.Data = rules.New(p.Rule, p.Path, fault.Values{"cause": p.Err})
	case errors.As(p.Err, &word):
		e.Data = rules.New(word.Rule(), p.Path, word.Values())
	default:
		e.Data = rules.New(p.Rule, p.Path, fault.Values{"value": p.Value, "want": p.Want})
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

// plainCard is a Card without its methods.
type plainCard Card

// cardDocument is a card with blocks that have a type.
type cardDocument struct {
	*plainCard
	Blocks []blockDocument `json:"blocks,omitempty"`
}

type blockDocument struct{ Block }

// MarshalJSON writes the card as a document. The error is a *FieldError for a
// block that is none of this package's.
func (c Card) MarshalJSON() ([]byte, error) {
	d := cardDocument{plainCard: (*plainCard)(&c)}
	for i, b := range pointedTo(c.Blocks) {
		if _, err := blockName(b); err != nil {
			return nil, err.within(fmt.Sprintf("Blocks[%d]", i))
		}
		d.Blocks = append(d.Blocks, blockDocument{b})
	}
	return json.Marshal(d)
}

// UnmarshalJSON reads a card from its document, of which every key has to be
// known. What c held before is gone. The error is a *JSONError.
func (c *Card) UnmarshalJSON(data []byte) error {
	if err := wire.Check(data, reflect.TypeFor[Card](), resolveBlock); err != nil {
		return jsonError(data, err)
	}
	var read Card
	d := cardDocument{plainCard: (*plainCard)(&read)}
	if err := json.Unmarshal(data, &d); err != nil {
		return jsonError(data, err)
	}
	for _, b := range d.Blocks {
		read.Blocks = append(read.Blocks, b.Block)
	}
	*c = read
	return nil
}

func blockName(b Block) (string, *FieldError) {
	for name, t := range blockTypes {
		if reflect.TypeOf(b) == t {
			return name, nil
		}
	}
	return "", refuse("card-block-foreign", "", fault.Values{"type": fmt.Sprintf("%T", b)})
}

// MarshalJSON puts the type before the block's own keys.
func (d blockDocument) MarshalJSON() ([]byte, error) {
	name, refused := blockName(d.Block)
	if refused != nil {
		return nil, refused
	}
	body, err := json.Marshal(d.Block)
	if err != nil {
		return nil, err
	}
	head := fmt.Appendf(nil, `{"type":%q`, name)
	if len(body) > len("{}") {
		head = append(head, ',')
	}
	return append(head, body[1:]...), nil
}

// UnmarshalJSON reads a block of a document that was checked before.
func (d *blockDocument) UnmarshalJSON(data []byte) error {
	var head struct{ Type string }
	if err := json.Unmarshal(data, &head); err != nil {
		return err
	}
	b := reflect.New(blockTypes[head.Type])
	if err := json.Unmarshal(data, b.Interface()); err != nil {
		return err
	}
	d.Block = b.Elem().Interface().(Block)
	return nil
}

// Key returns a field of an error of this package as documents call it:
// "Blocks[0].Items[2].Label" is "blocks[0].items[2].label".
func Key(field string) string {
	var b strings.Builder
	lower := false // the letter before is small
	for _, r := range strings.ReplaceAll(field, "URL", "Url") {
		if lower && unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		lower = unicode.IsLower(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
