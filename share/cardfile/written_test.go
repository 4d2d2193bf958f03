package cardfile

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// TestWritten: blocks in the form that they have in JSON are those of JSON, in
// error too, where the place is that of the YAML.
func TestWritten(t *testing.T) {
	const yaml = "headline: 62 classes\nsource: S\nfolio: {number: 2, of: 5}\nrights: Free to share\nblocks:\n" +
		"  - type: bars\n    items: [{label: March, value: 62, text: \"62\"}, {label: April, value: 40, text: \"40\"}]\n" +
		"  - {type: timeline, events: [{at: 2031-03-04, date: March 4, text: Opened}, {at: 2031-04-04, date: April 4, text: Grew}]}\n"
	const document = `{"headline": "62 classes", "source": "S", "folio": {"number": 2, "of": 5}, "rights": "Free to share", "blocks": [
		{"type": "bars", "items": [{"label": "March", "value": 62, "text": "62"}, {"label": "April", "value": 40, "text": "40"}]},
		{"type": "timeline", "events": [{"at": "2031-03-04", "date": "March 4", "text": "Opened"}, {"at": "2031-04-04", "date": "April 4", "text": "Grew"}]}]}`
	f, err := Parse("a.yaml", []byte(yaml), nil)
	if err != nil {
		t.Fatal(err)
	}
	var want graphic.Card
	if err := json.Unmarshal([]byte(document), &want); err != nil {
		t.Fatal(err)
	}
	got, _ := json.Marshal(f.Card)
	if expected, _ := json.Marshal(want); string(got) != string(expected) {
		t.Errorf("%s\nwant %s", got, expected)
	}
	for _, c := range []struct{ yaml, rule, field, place string }{
		{"headline: A\nblocks:\n  - {type: bar}\n", "json-type", "blocks[0].type", "a.yaml:3:12"},
		{"headline: A\nblocks:\n  - type: bars\n    items: [{label: B, valeu: 3}]\n", "json-key-unknown", "blocks[0].items[0].valeu", "a.yaml:4:31"},
	} {
		_, err := Parse("a.yaml", []byte(c.yaml), nil)
		var placed fault.Placed
		if !errors.As(err, &placed) || placed.Rule() != c.rule || placed.Field() != c.field || placed.Position().String() != c.place {
			t.Errorf("%q: %v, want %s of %s at %s", c.yaml, err, c.rule, c.field, c.place)
		}
	}
	f, err = Parse("a.yaml", []byte("headline: A\nsource: S\nblocks:\n  - type: bars\n    items: [{label: B, value: 3}]\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = graphic.New(f.Card, nil)
	var placed fault.Placed
	if err = f.Blame(err); !errors.As(err, &placed) || placed.Position().Line < 4 {
		t.Errorf("%v is not placed", err)
	}
}
