package graphic

import (
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
)

func mustJSON(t testing.TB, c Card) []byte {
	t.Helper()
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestJSONOfSamples: a card that was written and read again is the same card.
func TestJSONOfSamples(t *testing.T) {
	for name, c := range sampleCards() {
		data := mustJSON(t, c)
		var read Card
		if err := json.Unmarshal(data, &read); err != nil {
			t.Errorf("%s: %v\n%s", name, err, data)
			continue
		}
		if again := mustJSON(t, read); string(again) != string(data) {
			t.Errorf("%s: %s\nis read as %s", name, data, again)
		}
		before, after := mustNew(t, c, nil), mustNew(t, read, nil)
		if before.Sum() != after.Sum() {
			t.Errorf("%s: the card of its document looks otherwise", name)
		}
	}
}

// FuzzJSON fills every field of every block and reads what was written.
func FuzzJSON(f *testing.F) {
	f.Add(uint64(1), `{"headline": "a", "blocks": [{"type": "stat", "value": "1"}]}`)
	f.Add(uint64(2), `{"blocks": [{"type": "timeline", "events": [{"at": "2031-03-04T10:00:00Z"}]}]}`)
	f.Fuzz(func(t *testing.T, seed uint64, document string) {
		r := rand.New(rand.NewPCG(seed, 0))
		c := Card{}
		fillRandom(r, reflect.ValueOf(&c).Elem())
		for _, name := range BlockTypes() {
			b := reflect.New(blockTypes[name]).Elem()
			fillRandom(r, b)
			c.Blocks = append(c.Blocks, b.Interface().(Block))
		}
		var read Card
		if err := json.Unmarshal(mustJSON(t, c), &read); err != nil {
			t.Fatalf("%v\n%s", err, mustJSON(t, c))
		}
		if !reflect.DeepEqual(read, c) {
			t.Errorf("got  %+v\nwant %+v", read, c)
		}
		var any Card
		var refused *JSONError
		var syntax *json.SyntaxError
		switch err := json.Unmarshal([]byte(document), &any); {
		case err == nil:
			mustJSON(t, any)
		case !errors.As(err, &refused) && !errors.As(err, &syntax):
			t.Errorf("%T: %v", err, err)
		}
	})
}

// fillRandom sets every field to something, a list to none or some.
func fillRandom(r *rand.Rand, v reflect.Value) {
	switch v.Interface().(type) {
	case language.Tag:
		v.Set(reflect.ValueOf([]language.Tag{{}, language.English, language.MustParse("es-SV"), language.Arabic}[r.IntN(4)]))
		return
	case time.Time:
		day := time.Date(1990+r.IntN(50), time.Month(1+r.IntN(12)), 1+r.IntN(28), 0, 0, 0, 0, time.UTC)
		v.Set(reflect.ValueOf(day.Add(time.Duration(r.IntN(2)) * 90 * time.Minute)))
		return
	case Mark:
		v.SetInt(int64(r.IntN(len(marks))))
		return
	case Clear:
		v.SetInt(int64(r.IntN(len(clears))))
		return
	case *Picture:
		m := image.NewRGBA(image.Rect(0, 0, 1+r.IntN(3), 1+r.IntN(3)))
		for i := range m.Pix {
			m.Pix[i] = uint8(r.IntN(256)) | uint8(-(i & 3 / 3)) // opaque
		}
		m.Set(0, 0, color.White)
		p, _ := adopt(m)
		v.Set(reflect.ValueOf(p))
		return
	case []Block:
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillRandom(r, v.Field(i))
		}
	case reflect.Slice:
		if n := r.IntN(3); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fillRandom(r, v.Index(i))
			}
		}
	case reflect.String:
		v.SetString(strings.Repeat([]string{"a", "é", "<&>", "\u2028", "\"\\\n"}[r.IntN(5)], r.IntN(3)))
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 1)
	case reflect.Int:
		v.SetInt(r.Int64N(1000) - 100)
	case reflect.Float64:
		v.SetFloat(r.NormFloat64())
	}
}

// TestJSONRefuses names the path, the rule and the place of what is wrong.
func TestJSONRefuses(t *testing.T) {
	for document, want := range map[string]struct{ rule, path string }{
		`[]`:                                {"json-want-object", ""},
		`{"headlin": "a"}`:                  {"json-key-unknown", "headlin"},
		`{"Headline": "a"}`:                 {"json-key-unknown", "Headline"},
		`{"headline": 1}`:                   {"json-want-text", "headline"},
		`{"headline": null}`:                {"json-want-text", "headline"},
		`{"headline": "a", "headline": ""}`: {"json-key-twice", "headline"},
		`{"tags": "a"}`:                     {"json-want-list", "tags"},
		`{"lang": "x-"}`:                    {"json-word", "lang"},
		`{"folio": {"number": 1.5}}`:        {"json-want-whole", "folio.number"},
		`{"blocks": {}}`:                    {"json-want-list", "blocks"},
		`{"blocks": [{}]}`:                  {"json-type", "blocks[0].type"},
		`{"blocks": [{"type": "pie"}]}`:     {"json-type", "blocks[0].type"},
		`{"blocks": [{"type": "stat", "valu": "1"}]}`:                               {"json-key-unknown", "blocks[0].valu"},
		`{"blocks": [{"type": "bars", "items": [{}, {"value": "1"}]}]}`:             {"json-want-number", "blocks[0].items[1].value"},
		`{"blocks": [{"type": "bars", "items": [{"focus": 1}]}]}`:                   {"json-want-bool", "blocks[0].items[0].focus"},
		`{"blocks": [{"type": "bars", "items": [{"value": 1e999}]}]}`:               {"json-want-number", "blocks[0].items[0].value"},
		`{"blocks": [{"type": "people", "segments": [{"mark": "dot"}]}]}`:           {"word-value", "blocks[0].segments[0].mark"},
		`{"blocks": [{"type": "timeline", "events": [{"at": "soon"}]}]}`:            {"json-word", "blocks[0].events[0].at"},
		`{"blocks": [{"type": "photo", "picture": "a.png"}]}`:                       {"picture-text", "blocks[0].picture"},
		`{"blocks": [{"type": "photo", "picture": "data:image/png;base64,AAAA"}]}`:  {"picture-format", "blocks[0].picture"},
		`{"headline": ` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`: {"json-depth", ""},
		"{\"headline\": \"\xff\"}":                                                  {"json-utf8", ""},
	} {
		var c Card
		err := json.Unmarshal([]byte(document), &c)
		var refused *JSONError
		if !errors.As(err, &refused) || refused.Rule() != want.rule || refused.Field() != want.path {
			t.Errorf("%s: %v, want %s of %q", document, err, want.rule, want.path)
		}
	}
	var c Card
	var refused *JSONError
	err := c.UnmarshalJSON([]byte("{\n  \"lang\": \"en\",\n  \"hedline\": \"a\"\n}"))
	if !errors.As(err, &refused) || refused.Position().Line != 3 || refused.Position().Text != `  "hedline": "a"` {
		t.Errorf("%v at %+v", err, refused.Position())
	}
	if err := c.UnmarshalJSON([]byte(`{"lang": `)); !errors.As(err, &refused) || refused.Rule() != "json-syntax" {
		t.Error(err)
	}
	if err := c.UnmarshalJSON([]byte(`{} {}`)); !errors.As(err, &refused) || refused.Rule() != "json-syntax" {
		t.Error(err)
	}
}

// TestJSONKeepsNothing: a card that is read into loses what it held.
func TestJSONKeepsNothing(t *testing.T) {
	c := Card{Headline: "old", Note: "old", Blocks: []Block{Stat{Value: "1"}}}
	if err := json.Unmarshal([]byte(`{"headline": "new"}`), &c); err != nil || !reflect.DeepEqual(c, Card{Headline: "new"}) {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestJSONForeignBlock(t *testing.T) {
	for _, b := range []Block{struct{ Stat }{Stat{Value: "1"}}, struct{ Block }{}, nil} {
		var refused *FieldError
		if _, err := json.Marshal(Card{Blocks: []Block{b}}); !errors.As(err, &refused) || refused.Rule() != "card-block-foreign" {
			t.Errorf("%T: %v", b, err)
		}
	}
}

// TestKey: every field of a card and its blocks is called in documents as Key says.
func TestKey(t *testing.T) {
	types := []reflect.Type{
		reflect.TypeFor[Card](), reflect.TypeFor[Action](), reflect.TypeFor[Folio](), reflect.TypeFor[TimelineEvent](), reflect.TypeFor[Segment](),
	}
	for _, name := range BlockTypes() {
		types = append(types, blockTypes[name])
	}
	for _, of := range types {
		for i := range of.NumField() {
			f := of.Field(i)
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if got := Key(f.Name); got != key {
				t.Errorf("%s.%s is %q, and Key says %q", of.Name(), f.Name, key, got)
			}
		}
	}
	if got := Key("Blocks[0].Items[2].RestValue"); got != "blocks[0].items[2].rest_value" {
		t.Error(got)
	}
}

func ExampleCard_MarshalJSON() {
	data, _ := json.MarshalIndent(Card{
		Headline: "62 classes used the library", Source: "Source: Town Council, 4 Mar 2031",
		Blocks: []Block{Stat{Value: "62", Label: "classes"}},
	}, "", "  ")
	fmt.Println(string(data))
	// Output:
	// {
	//   "headline": "62 classes used the library",
	//   "source": "Source: Town Council, 4 Mar 2031",
	//   "blocks": [
	//     {
	//       "type": "stat",
	//       "value": "62",
	//       "label": "classes"
	//     }
	//   ]
	// }
}
