package page

import (
	"bytes"
	"encoding/base64"
	"math/rand/v2"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// unspell reads what spell wrote, as the script does.
func unspell(text string, n int) []byte {
	out := make([]byte, 0, n)
	bits, have := 0, 0
	for i := 0; i < len(text); i += 2 {
		bits |= (strings.IndexByte(letters, text[i]) + len(letters)*strings.IndexByte(letters, text[i+1])) << have
		for have += 13; have >= 8; have -= 8 {
			if len(out) < n {
				out = append(out, byte(bits))
			}
			bits >>= 8
		}
	}
	return out
}

// TestSpell: any bytes come back, and no text ends a script element.
func TestSpell(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 300 {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(r.IntN(256))
		}
		text := spell(data)
		if !bytes.Equal(unspell(text, n), data) {
			t.Fatalf("%d bytes come back as others", n)
		}
		if strings.ContainsAny(text, "<&\\ \n") {
			t.Fatalf("%q cannot stand in a script", text)
		}
	}
}

func studioOf(t *testing.T, data string) *Studio {
	t.Helper()
	s, err := NewStudio([]byte("\x00asm program"), []byte("globalThis.Go = 1;"), []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestStudioPolicy: a page with a studio may run its scripts and WebAssembly
// and start a worker; a page without one may not, and says nothing of it.
func TestStudioPolicy(t *testing.T) {
	k := mill()
	without := written(t, k)
	k.Studio = studioOf(t, `{"facts": []}`)
	with := written(t, k)
	if with != written(t, k) {
		t.Error("the same studio makes two pages")
	}
	for _, part := range []string{"'wasm-unsafe-eval'", "worker-src blob:", `id="studio-program"`, `href="#make"`} {
		if !strings.Contains(with, part) {
			t.Errorf("the page with a studio lacks %s", part)
		}
		if strings.Contains(without, part) {
			t.Errorf("the page without a studio has %s", part)
		}
	}
	if strings.Contains(with, "'unsafe-inline'") || strings.Contains(with, "'unsafe-eval'") {
		t.Error("the policy allows more than it has to")
	}
	for _, m := range regexp.MustCompile(`(?s)<script([^>]*)>(.*?)</script>`).FindAllStringSubmatch(with, -1) {
		if !strings.Contains(m[1], "type=") && !strings.Contains(with, hash(m[2])) {
			t.Errorf("a script that may not run: %.60s", m[2])
		}
	}
}

// TestStudioData: the cards come out of the page as they went in.
func TestStudioData(t *testing.T) {
	const want = `{"facts": [{"id": "sale"}], "words": "ñ 😀 </script>"}`
	k := mill()
	k.Studio = studioOf(t, want)
	m := regexp.MustCompile(`id="studio-data" data-bytes="(\d+)">([^<]*)<`).FindStringSubmatch(written(t, k))
	if m == nil {
		t.Fatal("there is no data")
	}
	n, _ := strconv.Atoi(m[1])
	z, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if got, err := z.DecodeAll(unspell(m[2], n), nil); err != nil || string(got) != want {
		t.Errorf("%q, %v", got, err)
	}
}

// TestUnpack: the page's script reads what was packed, of every kind, and says
// that what was damaged is.
func TestUnpack(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("there is no node here: the page's script did not unpack")
	}
	script, err := asset("script/studio/zstd.js")
	if err != nil {
		t.Fatal(err)
	}
	z, err := zstd.NewWriter(nil, packings...)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	r := rand.New(rand.NewPCG(3, 4))
	var all []string
	for _, kinds := range []int{1, 2, 20, 256} {
		for _, n := range []int{1, 7, 300, 5000, 200_000, 400_000} {
			data := make([]byte, n)
			for i := range data {
				if data[i] = byte(r.IntN(kinds)); i > 40 && r.IntN(9) > 0 {
					data[i] = data[i-1-r.IntN(1+r.IntN(40))]
				}
			}
			all = append(all, base64.StdEncoding.EncodeToString(data), base64.StdEncoding.EncodeToString(z.EncodeAll(data, nil)))
		}
	}
	c := exec.Command("node", "-e", script+`
		const lines = require("fs").readFileSync(0, "latin1").split("\n").map(line => Uint8Array.from(Buffer.from(line, "base64")));
		for (let i = 0; i < lines.length; i += 2) {
			if (Buffer.compare(Buffer.from(unzstd.bytes(lines[i + 1])), Buffer.from(lines[i]))) console.log("case " + i / 2 + " differs");
			if (lines[i].length <= 300) continue;
			try { unzstd.bytes(lines[i + 1].subarray(0, lines[i + 1].length / 2)); console.log("half of case " + i / 2 + " is taken for whole") } catch (e) { }
		}`)
	c.Stdin = strings.NewReader(strings.Join(all, "\n"))
	if out, err := c.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v\n%.500s", err, out)
	}
}

// TestNoStudio refuses what is no program and no loader.
func TestNoStudio(t *testing.T) {
	for _, row := range [][2]string{{"", "x"}, {"ELF", "x"}, {"\x00asm", ""}, {"\x00asm", "a </SCRIPT> b"}} {
		if _, err := NewStudio([]byte(row[0]), []byte(row[1]), nil); err == nil {
			t.Errorf("%q and %q make a studio", row[0], row[1])
		}
	}
}
