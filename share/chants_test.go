package share_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestChants: what is called stands on a page with its beat, and falls with
// the facts that it leans on.
func TestChants(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "- One voice: First a hearing!\n  All: Then decide!\n  `X·x·X·x· / X·X·X···`\n",
		"es": "- Una voz: ¡Primero la audiencia!\n  Todo el grupo: ¡Después la sentencia!\n",
	} {
		if page := read(t, cecot(t), "pages/"+lang+"/chants.md"); !strings.Contains(page, want) {
			t.Errorf("%s lacks %q:\n%.400s", lang, want, page)
		}
	}
	c := mill(t)
	c.Chants.List = []campaign.Chant{{
		ID: "classes", Facts: []string{"classes"},
		Lead: campaign.Text{"en": "Who reads here?", "es": "¿Quién lee aquí?"}, Answer: campaign.Text{"en": "We do!", "es": "¡Nosotros!"},
	}}
	if page := read(t, small(t, c), "pages/en/chants.md"); !strings.Contains(page, "Who reads here?") {
		t.Error(page)
	}
	for i := range c.Facts {
		if c.Facts[i].ID == "classes" {
			c.Facts[i].Status = campaign.Retracted
		}
	}
	if _, err := fs.Stat(small(t, c), "pages/en/chants.md"); err == nil {
		t.Error("a chant outlives its fact")
	}
}
