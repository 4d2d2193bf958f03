package share_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/share"
)

// TestPictures: the cards of one fact alone are those that a kit has of it.
func TestPictures(t *testing.T) {
	c := mill(t)
	k := build(t, c, nil)
	for _, f := range c.Facts {
		var want []share.FactCard
		for _, pic := range k.Pictures() {
			if pic.Fact == f.ID {
				want = append(want, pic)
			}
		}
		got, err := share.Pictures(t.Context(), c, f.ID, nil)
		if err != nil {
			t.Fatal(err)
		}
		same := func(a, b share.FactCard) bool {
			return a.Name() == b.Name() && a.Alt == b.Alt && a.Whole == b.Whole && bytes.Equal(painted(t, &a), painted(t, &b))
		}
		if !slices.EqualFunc(got, want, same) {
			t.Errorf("%s: alone it has other cards than in the kit", f.ID)
		}
	}
	var fact *share.FactError
	if _, err := share.Pictures(t.Context(), c, "none", nil); !errors.As(err, &fact) {
		t.Errorf("no such fact: %v", err)
	}
	late := &share.Options{AsOf: time.Date(2032, 2, 1, 0, 0, 0, 0, time.UTC)}
	if _, err := share.Pictures(t.Context(), c, "sale", late); !errors.As(err, &fact) || fact.Field() != "status" {
		t.Errorf("an expired fact: %v", err)
	}
}

func painted(t *testing.T, pic *share.FactCard) []byte {
	t.Helper()
	g, err := pic.Graphic()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := g.WritePNG(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
