package share_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

const millLogo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M4 36V16L20 4l16 12v20z"/></svg>`

// withLogo is the header of the mill with a logo.
func withLogo(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/mill/campaign.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + "\nlogo: {file: " + file + ", name: {en: Mill Friends, es: Amigos del Molino}}\n"
}

// TestLogo: a campaign's logo stands on what speaks for the campaign, in each
// language, and on no card of a fact.
func TestLogo(t *testing.T) {
	event := "events:\n  - id: reading\n    headline: {en: An hour of reading, es: Una hora de lectura}\n" +
		"    host_logo: {file: host.svg, name: {en: Reading Circle, es: Círculo de lectura}}\n" +
		"    fields: [{id: day, label: {en: Day, es: Día}}, {id: place, label: {en: Place, es: Lugar}}]\n"
	c := millWith(t, "campaign.yaml", withLogo(t, "logo.svg"), "logo.svg", millLogo, "host.svg", millLogo, "events.yaml", event)
	k := build(t, c, &share.Options{Formats: graphic.Formats()[:1]})
	hosts := map[string]string{"en": "Reading Circle", "es": "Círculo de lectura"}
	for lang, name := range map[string]string{"en": "Mill Friends", "es": "Amigos del Molino"} {
		told, err := fs.ReadFile(k, "pictures/"+lang+"/event-reading-portrait.txt")
		if err != nil || !strings.Contains(string(told), name) || !strings.Contains(string(told), hosts[lang]) {
			t.Errorf("%s: %v\n%s", lang, err, told)
		}
		told, err = fs.ReadFile(k, "pictures/"+lang+"/classes.txt")
		if err != nil || strings.Contains(string(told), name) || strings.Contains(string(told), hosts[lang]) {
			t.Errorf("a card of a fact names %s: %v", name, err)
		}
	}
}

// TestLogoRefused: a file that is missing, of another kind or not read is told
// where it is named.
func TestLogoRefused(t *testing.T) {
	if _, err := loadMill(t, "campaign.yaml", withLogo(t, "logo.jpg")); err == nil || !strings.Contains(err.Error(), "logo.jpg") {
		t.Errorf("another kind: %v", err)
	}
	if _, err := share.Build(t.Context(), millWith(t, "campaign.yaml", withLogo(t, "none.svg")), nil); err == nil || !strings.Contains(err.Error(), "none.svg") {
		t.Errorf("a missing file: %v", err)
	}
	c := millWith(t, "campaign.yaml", withLogo(t, "logo.svg"), "logo.svg", `<svg viewBox="0 0 9 9"><text>Mill</text></svg>`)
	if _, err := share.Build(t.Context(), c, nil); err == nil || !strings.Contains(err.Error(), "<text>") {
		t.Errorf("words in an SVG: %v", err)
	}
}
