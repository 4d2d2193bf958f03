package share_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func small(t *testing.T, c *campaign.Campaign) *share.Kit {
	return build(t, c, &share.Options{Formats: graphic.Formats()[:1]})
}

func TestDiff(t *testing.T) {
	old := small(t, mill(t))
	if d, err := share.Diff(old, small(t, mill(t))); err != nil || len(d.Added)+len(d.Removed)+len(d.Changed)+len(d.Facts) != 0 ||
		d.Text(mill(t).Strings("es")) != "Los dos kits son iguales.\n" {
		t.Errorf("%+v, %v", d, err)
	}
	c := millWith(t, "events.yaml", "events:\n  - {id: reading, headline: {en: A reading, es: Una lectura}}\n")
	c.Facts[0].Headline = campaign.Text{"en": "62 classes used the library", "es": "62 clases usaron la biblioteca"}
	c.Facts[1].Status = campaign.Retracted
	d, err := share.Diff(old, small(t, c))
	if err != nil {
		t.Fatal(err)
	}
	for list, want := range map[*[]string]string{&d.Added: "events/en/reading.txt", &d.Removed: "posts/en/x/sale.txt",
		&d.Changed: "pictures/es/classes-portrait.png"} {
		if !slices.Contains(*list, want) || slices.Contains(*list, "posts/en/x/classes.txt") {
			t.Errorf("%v lacks %s", *list, want)
		}
	}
	if len(d.Facts) != 2 || d.Facts[0].ID != "classes" || !slices.Equal(d.Facts[0].Fields, []string{"headline"}) || d.Facts[1].Is != nil {
		t.Errorf("facts %+v", d.Facts)
	}
	want := `## Datos que ya no están: deja de compartirlos

- sale: Ningún edificio se vende sin audiencia

## Datos cambiados: comparte la nueva versión

- classes: Al menos 62 clases usaron la biblioteca → 62 clases usaron la biblioteca

## Archivos que ya no están

- pictures/es/sale-portrait.png
`
	d.Removed, d.Added, d.Changed = []string{"pictures/es/sale-portrait.png"}, nil, nil
	if got := d.Text(c.Strings("es")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDiffRefuses(t *testing.T) {
	old := small(t, mill(t))
	other := mill(t)
	other.Name = "new-mill"
	_, err := share.Diff(old, small(t, other))
	var kit *share.KitError
	if !errors.As(err, &kit) || err.Error() != `these are kits of two campaigns, "old-mill" and "new-mill"` {
		t.Error(err)
	}
	if _, err := share.Diff(old, fstest.MapFS{}); err == nil {
		t.Error("a folder that is no kit was compared")
	}
}

// TestDifferenceJSON: programs find lists where nothing differs.
func TestDifferenceJSON(t *testing.T) {
	got, err := json.Marshal(&share.Difference{})
	if want := `{"facts":[],"added":[],"removed":[],"changed":[]}`; string(got) != want || err != nil {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
}
