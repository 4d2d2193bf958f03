package browser_test

import (
	"bytes"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestNothingForeign: the page of another campaign holds nothing of the built-in
// one, nor does what its studio unpacks: the program and the cards. The path of
// the toolkit's module, in small letters, is Go's own.
func TestNothingForeign(t *testing.T) {
	usual.hold(t)
	program, err := program()
	if err != nil {
		t.Fatal(err)
	}
	page := []byte(startPage(t, os.DirFS(studioStand(t).dir)))
	parts := map[string][]byte{
		"page": page, "cards": packedIn(t, page, "studio-data"), "program": packedIn(t, page, "studio-program"), "data": packedIn(t, page, "data"),
	}
	if !bytes.Equal(parts["program"], program.Program) {
		t.Error("the page holds another program")
	}
	for name, data := range parts {
		for _, words := range builtInWords() {
			if i := bytes.Index(data, []byte(words)); i >= 0 {
				t.Errorf("the %s says %q: …%q…", name, words, data[max(0, i-60):min(len(data), i+len(words)+60)])
			}
		}
	}
}

// builtInWords are what the built-in campaign says, and nobody else.
func builtInWords() []string {
	c, all := campaign.Default(), []string{"CECOT"}
	add := func(t campaign.Text) {
		for lang := range t {
			if s := t.Plain(lang); strings.Count(s, " ") > 1 {
				all = append(all, s)
			}
		}
	}
	for _, tag := range c.Tags {
		all = append(all, tag.Name)
	}
	for i := range c.Facts {
		f := &c.Facts[i]
		add(f.Claim)
		add(f.Headline)
		if strings.Contains(f.Source.Title, " ") {
			all = append(all, f.Source.Title)
		}
	}
	return all
}

// packedIn is what the page's builder packed under a name.
func packedIn(t *testing.T, page []byte, name string) []byte {
	t.Helper()
	m := regexp.MustCompile(`id="` + name + `" data-bytes="(\d+)">([^<]*)<`).FindSubmatch(page)
	if m == nil {
		t.Fatalf("the page has no %s", name)
	}
	n, err := strconv.Atoi(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	z, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	data, err := z.DecodeAll(unspell(string(m[2]), n), nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// unspell reads bytes that are written with 91 letters: 13 bits by each two.
func unspell(text string, n int) []byte {
	const letters = "!\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
	out, bits, held := make([]byte, 0, n), 0, 0
	for i := 0; i+1 < len(text); i += 2 {
		bits |= (strings.IndexByte(letters, text[i]) + 91*strings.IndexByte(letters, text[i+1])) << held
		for held += 13; held >= 8 && len(out) < n; held -= 8 {
			out = append(out, byte(bits))
			bits >>= 8
		}
	}
	return out
}
