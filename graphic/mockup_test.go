package graphic

import (
	"strings"
	"sync"
	"testing"
)

// A mockup is one of the design system's own pictures, as a card with its ground.
// Their words are those of the #ShutDownCECOT campaign, from its sources.
type mockup struct {
	Ground string
	Card   Card
}

// mockups by the name of their picture: kind-theme-format-language.
var mockups = sync.OnceValue(func() map[string]mockup {
	all := map[string]mockup{}
	readCards("mockups.json", &all)
	return all
})

// TestMockups draws each of them and keeps it.
func TestMockups(t *testing.T) {
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	for name, m := range mockups() {
		t.Run(name, func(t *testing.T) {
			theme, format := mockupLook(t, name)
			g := mustNew(t, m.Card, &Options{Theme: theme, Format: format, Ground: m.Ground})
			checkBoxes(t, g, &format)
			if format.Name == "handbill" {
				letter, _ := LookupFormat("letter")
				sheet, err := NewSheet(letter, g)
				if err != nil {
					t.Fatal(err)
				}
				g = sheet
			}
			compare(t, golden(t, "mockups", name), g)
		})
	}
}

func mockupLook(t *testing.T, name string) (Theme, Format) {
	t.Helper()
	parts := strings.Split(name, "-")
	theme, ok := LookupTheme(parts[1])
	format, found := LookupFormat(parts[2])
	if !ok || !found {
		t.Fatalf("no theme or format for %s", name)
	}
	return theme, format
}
