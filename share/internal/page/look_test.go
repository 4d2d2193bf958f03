package page

import (
	"strings"
	"testing"
)

// TestLook: on every color words of one of two inks can be read, and the one
// that is easier to read is taken.
func TestLook(t *testing.T) {
	inks := map[string]string{"#FFFFFF": "black", "#000000": "white", "#c4281b": "white", "#ffd12e": "black", "#707070": "white", "#777777": "black"}
	for color, ink := range inks {
		if css := (Look{Act: color}).rules(); css != ".tile.navy{background:"+color+";color:var(--"+ink+")}\n" {
			t.Errorf("%s: %q", color, css)
		}
		light, dark := 1.05/(luminance(color)+0.05), (luminance(color)+0.05)/0.05
		if best := max(light, dark); best < 4.5 || (best == light) != (ink == "white") {
			t.Errorf("%s: white %.2f, black %.2f", color, light, dark)
		}
	}
	k := Kit{Tag: "#A", Languages: []Language{{Tag: "en", Name: "English"}}, AsOf: "2031-03-10", Look: Look{More: "red;}"}}
	if err := k.check(); err == nil || !strings.Contains(err.Error(), "Look.More") {
		t.Errorf("a color that is none: %v", err)
	}
}
