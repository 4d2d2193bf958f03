package share

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestComposedOnce: each post was composed anew for the check, its own file,
// three tables and the start page.
func TestComposedOnce(t *testing.T) {
	c, err := campaign.Load(context.Background(), os.DirFS("testdata/mill"))
	if err != nil {
		t.Fatal(err)
	}
	k, err := Build(context.Background(), c, &Options{Formats: graphic.Formats()[4:5]})
	if err != nil {
		t.Fatal(err)
	}
	made := map[postedKey]*composed{}
	each := func(visit func(ed *edition, key postedKey, first *composed)) {
		for _, ed := range k.plan.editions {
			for _, f := range k.plan.facts {
				for _, ch := range channels {
					kept, ok := ed.made.all.Load(postedKey{f.ID, ch.ID})
					if !ok {
						t.Fatalf("%s %s %s was not composed by Build", f.ID, ed.lang, ch.ID)
					}
					visit(ed, postedKey{ed.lang + " " + f.ID, ch.ID}, &kept.([]composed)[0])
				}
			}
		}
	}
	each(func(_ *edition, key postedKey, first *composed) { made[key] = first })
	for _, f := range k.files {
		if strings.HasSuffix(f.name, ".png") || strings.HasSuffix(f.name, ".pdf") || strings.HasSuffix(f.name, ".zip") {
			continue // nothing but pictures
		}
		if err := k.produce(t.Context(), k, f, io.Discard); err != nil {
			t.Fatal(err)
		}
	}
	for range k.Posts() { // composes none
	}
	each(func(_ *edition, key postedKey, first *composed) {
		if made[key] != first {
			t.Errorf("%v was composed twice", key)
		}
	})
}

// TestPostErrorPlace: an error of a post did not say where the fact stands.
func TestPostErrorPlace(t *testing.T) {
	p := &plan{campaign: campaign.Default()}
	fact := p.campaign.Facts[0].ID
	e := p.postError(fact, "en", "x", errors.New("no"))
	want := e.Position().String() + ": fact " + fact + ", language en, post for x: no"
	if got := e.Error(); got != want || !strings.HasPrefix(got, "shutdowncecot/facts.yaml:") {
		t.Error(got)
	}
}
