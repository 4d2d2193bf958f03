package share_test

import (
	"bytes"
	"encoding/xml"
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

func escaped(s string) []byte {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.Bytes()
}
