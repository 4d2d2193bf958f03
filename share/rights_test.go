package share_test

import (
	"bytes"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
)

// TestFilesTell reads what a picture's file says to those who find it without
// its kit: who may use it, and in full the claim that it has no room for.
func TestFilesTell(t *testing.T) {
	k := build(t, mill(t), nil)
	c := mill(t)
	for _, pic := range k.Pictures() {
		data, err := k.ReadFile(pic.Name())
		if err != nil {
			t.Fatal(err)
		}
		rights := c.Strings(pic.Lang).Label("rights")
		if rights == "" || !bytes.Contains(data, escaped(rights)) {
			t.Errorf("%s does not say %q", pic.Name(), rights)
		}
		if said := pic.Card(); said.Description != "" && !bytes.Contains(data, escaped(said.Description)) {
			t.Errorf("%s does not say %q", pic.Name(), said.Description)
		}
	}
}

// TestLicences reads the terms in every language of a kit.
func TestLicences(t *testing.T) {
	c := mill(t)
	for _, langs := range [][]string{{"en"}, {"es", "en"}} {
		k := build(t, mill(t), &share.Options{Languages: langs})
		data, err := k.ReadFile("LICENSES.txt")
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range langs {
			if terms := c.Strings(lang).Label("rights"); !strings.Contains(string(data), terms+"\n") {
				t.Errorf("kit in %v: the terms lack %q", langs, terms)
			}
		}
	}
}

// TestFontLicences finds the copyright line of every typeface that the kit
// carries in its terms, word for word.
func TestFontLicences(t *testing.T) {
	data, err := build(t, mill(t), nil).ReadFile("LICENSES.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(fontLicences(t)) {
		own, _, _ := strings.Cut(line, ") ") // the page's fonts name their files after it
		own = strings.TrimRight(strings.TrimSpace(own), ")")
		if strings.HasPrefix(own, "Copyright ") && !strings.Contains(string(data), own) {
			t.Errorf("the terms lack %q", own)
		}
	}
}

// fontLicences are the licence files of the typefaces, one after another.
func fontLicences(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, pattern := range []string{"../graphic/fonts/*/OFL.txt", "internal/page/fonts/LICENSE-*.txt"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(append(data, '\n'))
		}
	}
	return all.String()
}

func escaped(s string) []byte {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.Bytes()
}
