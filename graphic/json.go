package graphic

import (
	"bytes"
	_ "embed"
	"encoding/json"
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
