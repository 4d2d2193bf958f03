package page

import (
	"slices"
	"strings"
	"testing"
)

// FuzzRetold: the parts, with what was said put back, are the text.
func FuzzRetold(f *testing.F) {
	f.Add("Rain. It rained on Monday. Source: us.", "It rained on Monday.", "Rain")
	f.Add("Rain Rain", "Rain", "")
	f.Add("", "", "")
	f.Fuzz(func(t *testing.T, text, claim, headline string) {
		said := []string{claim, headline}
		var b strings.Builder
		parts := retold(text, said...)
		for _, part := range parts {
			switch part := part.(type) {
			case int:
				b.WriteString(said[part])
			case string:
				b.WriteString(part)
			}
		}
		if b.String() != text {
			t.Errorf("%q comes back as %q", text, b.String())
		}
		if claim != "" && strings.Contains(text, claim) && !slices.Contains(parts, any(0)) {
			t.Errorf("%q is written out in %v", claim, parts)
		}
	})
}
