package graphic

import (
	"encoding/binary"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// collect puts fonts into one .ttc file.
func collect(fonts ...[]byte) []byte {
	out := binary.BigEndian.AppendUint32([]byte("ttcf\x00\x01\x00\x00"), uint32(len(fonts)))
	at := len(out) + 4*len(fonts)
	for _, f := range fonts {
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		at += (len(f) + 3) &^ 3
	}
	for _, f := range fonts {
		start := len(out)
		out = append(out, f...)
		for i := range int(binary.BigEndian.Uint16(f[4:])) {
			record := out[start+12+16*i+8:]
			binary.BigEndian.PutUint32(record, binary.BigEndian.Uint32(record)+uint32(start))
		}
		for len(out)%4 > 0 {
			out = append(out, 0)
		}
	}
	return out
}

func arabicFont(t *testing.T, weight string) []byte {
	t.Helper()
	data, err := fs.ReadFile(shelfFiles, "fonts/ibm-plex/IBMPlexSansArabic_"+weight+".ttf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// weights are those that a card's fields are drawn in.
func weights(t *testing.T, fonts *Fonts) map[string]int {
	t.Helper()
	card := Card{Headline: "المكتبة مفتوحة", Body: "قال المجلس إن المكتبة **ستبقى** مفتوحة", Lang: language.Arabic}
	g := mustNew(t, card, &Options{Fonts: fonts})
	drawn := map[string]int{}
	for i := range g.scene.Nodes {
		n := &g.scene.Nodes[i]
		if n.Glyphs == nil {
			continue
		}
		for _, glyph := range n.Glyphs.Glyphs {
			field := n.Field
			if glyph.Strong {
				field += " strong"
			}
			if strings.TrimSpace(glyph.Text) != "" {
				drawn[field] = glyph.Font.Weight
			}
		}
	}
	return drawn
}

// TestCollection: all fonts of a collection are there, and bold stays bold.
func TestCollection(t *testing.T) {
	medium, bold := arabicFont(t, "500Medium"), arabicFont(t, "700Bold")
	for name, file := range map[string][]byte{"bold first": collect(bold, medium), "bold last": collect(medium, bold)} {
		fonts, err := LoadFonts(fstest.MapFS{"plex.ttc": {Data: file}})
		if err != nil {
			t.Fatal(err)
		}
		got := weights(t, fonts)
		if len(fonts.fonts) != 2 || got["Headline"] != 700 || got["Body"] != 500 || got["Body strong"] != 700 {
			t.Errorf("%s: %d fonts, drawn in %v", name, len(fonts.fonts), got)
		}
		if a, b := fonts.fonts[0].Font(), fonts.fonts[1].Font(); a.Sum == b.Sum || a.Number == b.Number {
			t.Errorf("%s: two fonts are one", name)
		}
	}
	cut := collect(medium, bold)
	for _, n := range []int{20, len(cut) - 1000} {
		if _, err := LoadFonts(fstest.MapFS{"plex.ttc": {Data: cut[:n]}}); err == nil {
			t.Errorf("a collection of which %d bytes are there is read", n)
		}
	}
}

// TestFontRoles: a folder named for a role has that role's fonts.
func TestFontRoles(t *testing.T) {
	medium, bold := &fstest.MapFile{Data: arabicFont(t, "500Medium")}, &fstest.MapFile{Data: arabicFont(t, "700Bold")}
	for _, c := range []struct {
		files fstest.MapFS
		body  int
	}{
		{fstest.MapFS{"a.ttf": bold, "b.ttf": medium}, 500}, {fstest.MapFS{"body/a.ttf": bold, "b.ttf": medium}, 700},
		{fstest.MapFS{"others/a.ttf": bold, "b.ttf": medium}, 500}, {fstest.MapFS{"display/a.ttf": bold, "b.ttf": medium}, 500},
	} {
		fonts, err := LoadFonts(c.files)
		if err != nil {
			t.Fatal(err)
		}
		if got := weights(t, fonts)["Body"]; got != c.body {
			t.Errorf("%v: body in weight %d, want %d", c.files, got, c.body)
		}
	}
	further := []*text.Further{{Weight: 700}, {Weight: 400, Slanted: true}, {Weight: 400}, {Weight: 900, Role: "body"}}
	for _, c := range []struct {
		weight int
		want   []int
	}{{500, []int{3, 2, 0, 1}}, {700, []int{3, 0, 2, 1}}} {
		for i, f := range text.Ask(further, "body", c.weight) {
			if f != further[c.want[i]] {
				t.Errorf("weight %d: place %d is not font %d", c.weight, i, c.want[i])
			}
		}
	}
}
