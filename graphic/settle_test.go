package graphic

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// TestReusedSlices: a caller that reused a slice for its next card changed the
// alt text, the sum and the files of the card before.
func TestReusedSlices(t *testing.T) {
	for name, c := range sampleCards() {
		c.Tags = []string{"SaveOldMill", "Library"}
		g := mustNew(t, c, nil)
		sum, alt := g.Sum(), g.Alt()
		var wg sync.WaitGroup
		wg.Go(func() {
			if err := g.WriteSVG(io.Discard); err != nil {
				t.Error(err)
			}
		})
		for i := range c.Tags {
			c.Tags[i] = "Other"
		}
		for _, b := range c.Blocks {
			overwrite(reflect.ValueOf(b))
		}
		wg.Wait()
		if g.Sum() != sum || g.Alt() != alt {
			t.Errorf("%s changed with its caller's slices: %s", name, g.Alt())
		}
	}
}

// overwrite changes the elements of every slice in a value.
func overwrite(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			overwrite(v.Index(i))
			v.Index(i).SetZero()
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				overwrite(v.Field(i))
			}
		}
	}
}

// TestSettledBlocks: no block of the package shares a slice with its copy.
func TestSettledBlocks(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, name := range BlockTypes() {
		b := reflect.New(blockTypes[name]).Elem()
		for range 20 {
			fillRandom(r, b)
			want := reflect.New(b.Type()).Elem()
			want.Set(b)
			detach(want)
			own := settled(Card{Blocks: []Block{b.Interface().(Block)}}).Blocks[0]
			overwrite(b)
			if !reflect.DeepEqual(own, want.Interface()) {
				t.Fatalf("%s changes with the caller's: %+v", name, own)
			}
		}
	}
}

// TestForeignBlocks: a block that embeds another was half drawn, or a panic.
func TestForeignBlocks(t *testing.T) {
	type named struct{ Stat }
	for _, b := range []Block{
		struct{ Stat }{Stat{Value: "14"}}, &struct{ Stat }{Stat{Value: "14"}}, struct{ Block }{}, struct{ *Stat }{},
		struct{ Block }{List{Items: []string{"a", "b"}}},
	} {
		_, err := New(Card{Headline: "14 hours", Source: "S", Blocks: []Block{b}}, nil)
		var refused *FieldError
		if !errors.As(err, &refused) || refused.Rule() != "card-block-foreign" || refused.Field() != "Blocks[0]" {
			t.Errorf("%T: %v", b, err)
		}
	}
	_ = named{} // of this package: a block by its own right
}

func TestTagsRefused(t *testing.T) {
	for tag, ok := range map[string]bool{"": false, "#": false, "##a": false, "a b": false, "a\u00a0b": false, "#a": true, "a": true, "図書館": true} {
		_, err := New(Card{Headline: "Open", Tags: []string{"b", tag}}, nil)
		var refused *FieldError
		if ok && err != nil || !ok && (!errors.As(err, &refused) || refused.Rule() != "card-tag" || refused.Field() != "Tags[1]") {
			t.Errorf("%q: %v", tag, err)
		}
	}
}

// TestFloorAboveSizes: a floor that some text of the format would not keep was
// taken and ignored.
func TestFloorAboveSizes(t *testing.T) {
	for _, f := range append(Formats(), PrintFormats()...) {
		if err := f.check(); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		f.Floor = f.smallest() + 1
		var refused *FieldError
		if _, err := New(Card{Headline: "Open"}, &Options{Format: f}); !errors.As(err, &refused) || refused.Rule() != "format-size" {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	for _, side := range [][3]int{{300, 300, 100}, {8000, 8000, 4000}, {1080, 1350, 390}, {1600, 900, 300}, {5000, 2000, 333}} {
		f, err := CustomFormat(side[0], side[1], float64(side[2]))
		if err == nil && f.Floor <= 1000 {
			err = f.check()
		}
		if err != nil {
			t.Errorf("%v: %v", side, err)
		}
	}
}

func TestPorts(t *testing.T) {
	for port, ok := range map[string]bool{"": true, ":8443": true, ":65535": true, ":65536": false, ":99999": false, ":0": false} {
		err := Action{URL: "https://library.example" + port + "/act"}.check()
		if (err == nil) != ok || err != nil && err.Rule() != "action-url-port" {
			t.Errorf("%q: %v", port, err)
		}
	}
}

// TestHiddenUndrawn: what is not drawn stands in the files, and is held to the
// same characters.
func TestHiddenUndrawn(t *testing.T) {
	og, _ := LookupFormat("og")
	for field, change := range map[string]func(*Card, string){
		"Body":        func(c *Card, s string) { c.Body = s },
		"Note":        func(c *Card, s string) { c.Note = s },
		"Description": func(c *Card, s string) { c.Description = s },
		"Rights":      func(c *Card, s string) { c.Rights = s },
		"Tags[0]":     func(c *Card, s string) { c.Tags = []string{s} },
		"Blocks[0].Items[1].Label": func(c *Card, s string) {
			c.Blocks = []Block{Bars{Items: []Bar{{Value: 1, Text: "1"}, {Value: 2, Text: "2", Label: s}}}}
		},
	} {
		for _, bad := range []string{"a\u202eb", "a\u2066b", "a\u2028b", "a\x00b", "a\xffb", "a\u200bb"} {
			c := Card{Headline: "Open", Source: "S"}
			change(&c, bad)
			_, err := New(c, &Options{Format: og})
			var refused *FieldError
			if !errors.As(err, &refused) || refused.Rule() != "card-hidden" || refused.Field() != field {
				t.Errorf("%s %q: %v", field, bad, err)
			}
		}
	}
}

// shortWriter takes one byte less than it is given, and says nothing.
type shortWriter struct{}

func (shortWriter) Write(p []byte) (int, error) { return max(0, len(p)-1), nil }

func TestShortWrites(t *testing.T) {
	g := mustNew(t, sampleCards()["people"], nil)
	code, err := QR("https://library.example", nil)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := NewPicture(g.Image())
	if err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func(io.Writer) error{
		"PNG": g.WritePNG, "JPEG": g.WriteJPEG, "SVG": g.WriteSVG, "PDF": g.WritePDF, "GIF": g.WriteGIF,
		"code PNG": code.WritePNG, "code SVG": code.WriteSVG, "picture PNG": picture.WritePNG, "picture JPEG": picture.WriteJPEG,
	} {
		if err := write(shortWriter{}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: %v", name, err)
		}
		var whole bytes.Buffer
		if err := write(&whole); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestConcurrent lays out the same cards from many goroutines; the race
// detector looks on.
func TestConcurrent(t *testing.T) {
	var all sync.WaitGroup
	for range scaled(8, 3, 8) {
		all.Go(func() {
			for name, c := range sampleCards() {
				if testing.Short() && strings.HasPrefix(name, "photo") {
					continue
				}
				if g, err := New(c, nil); err != nil {
					t.Error(err)
				} else if err := g.WritePNG(io.Discard); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}
