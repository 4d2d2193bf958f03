package theme

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// What was shaped with further fonts is not taken for a card without them, nor
// for one in another language or face.
func TestPassagesAreApart(t *testing.T) {
	var ps passages
	a, b := new(int), new(int)
	k := passageKey{language.English, "body", "Open on Sundays"}
	p := new(text.Passage)
	ps.put(a, k, p)
	for _, other := range []struct {
		fonts any
		key   passageKey
	}{
		{b, k}, {nil, k},
		{a, passageKey{language.Spanish, "body", "Open on Sundays"}},
		{a, passageKey{language.English, "display", "Open on Sundays"}},
		{a, passageKey{language.English, "body", "Open on Mondays"}},
	} {
		if ps.get(other.fonts, other.key) != nil {
			t.Errorf("%+v is taken for %+v", k, other.key)
		}
	}
	if ps.get(a, k) != p {
		t.Error("what was put is not kept")
	}
	ps.put(b, k, new(text.Passage))
	if ps.get(a, k) != nil {
		t.Error("passages of two sets of fonts are kept")
	}
}

// What is asked for again and again stays; of all else, little does.
func TestPassagesAreFew(t *testing.T) {
	th, err := NewShelf(os.DirFS("../..")).Theme("newsroom")
	if err != nil {
		t.Fatal(err)
	}
	st, err := th.Style("body", nil)
	if err != nil {
		t.Fatal(err)
	}
	p, err := text.Shape("The reading room is open on Sundays.", st, language.English)
	if err != nil {
		t.Fatal(err)
	}
	var ps passages
	often := passageKey{role: "often"}
	ps.put(nil, often, p)
	for i := range 10_000 {
		ps.put(nil, passageKey{s: fmt.Sprint(i)}, p)
		if ps.get(nil, often) == nil {
			t.Fatalf("lost after %d others", i)
		}
	}
	if runes := (len(ps.young) + len(ps.old)) * p.Runes(); runes > 3*youngRunes {
		t.Errorf("%d characters are kept", runes)
	}
}

// Blank texts are as many as one likes, and all of them the same passage.
func TestPassagesOfBlanks(t *testing.T) {
	var ps passages
	blank := new(text.Passage)
	for i := range 50_000 {
		ps.put(nil, passageKey{s: strings.Repeat(" ", 1+i%1000) + strings.Repeat("\t", i/1000)}, blank)
	}
	bytes := 0
	for _, m := range []map[passageKey]*text.Passage{ps.young, ps.old} {
		for k := range m {
			bytes += 200*passageRunes + len(k.s)
		}
	}
	if most := 3 * 200 * youngRunes; bytes > most {
		t.Errorf("%d blank texts take about %d bytes, over %d", len(ps.young)+len(ps.old), bytes, most)
	}
}
