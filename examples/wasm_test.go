package examples_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
)

// nodeTest draws a card with the package and says what came out.
const nodeTest = `
import { open, ToolkitError } from "shutdowncecot-toolkit";
import { createHash } from "node:crypto";
const [card, looks] = JSON.parse(process.argv[2]);
const toolkit = await open();
const again = await open(); // two at once do not meet
const pictures = looks.map((look) => {
	const { data, alt, whole } = toolkit.draw(card, look);
	return { sum: createHash("sha256").update(data).digest("hex"), alt, whole };
});
const { text, length } = again.compose("bluesky", { text: "62 classes used it", tags: ["SaveOldMill"], link: "https://millbrook.example/report" });
const bad = [[{ headline: "x".repeat(5000), source: "Source: x" }], [{}, { theme: "none" }], [{ headlines: 1 }]];
const refused = bad.map((args) => () => toolkit.draw(...args))
	.map((f) => { try { f(); return "drawn"; } catch (e) { return e instanceof ToolkitError ? e.rule ?? "refused" : String(e); } });
console.log(JSON.stringify({ pictures, text, length, refused, names: toolkit.names() }));
process.exit(0);
`

// The package draws in Node what Go draws, byte for byte.
func TestWasm(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: the package for JavaScript is not built")
	}
	for _, program := range []string{"sh", "node"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("there is no %s here: the package for JavaScript was not tried", program)
		}
	}
	dir := t.TempDir()
	build := exec.Command("sh", "wasm/build.sh", filepath.Join(dir, "node_modules/shutdowncecot-toolkit"))
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	card := graphic.Card{
		Headline: "62 classes used the library", Blocks: []graphic.Block{graphic.Stat{Value: "62"}}, Source: "Source: Town Council, Mar 4, 2031",
	}
	type look struct {
		Theme  string `json:"theme"`
		Format string `json:"format"`
	}
	var looks []look
	for _, theme := range graphic.Themes() {
		looks = append(looks, look{theme.Name, "portrait"}, look{theme.Name, "story"})
	}
	given, err := json.Marshal([]any{card, looks})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "test.mjs"), []byte(nodeTest), 0o644); err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "test.mjs", string(given))
	node.Dir, node.Stderr = dir, os.Stderr
	out, err := node.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Pictures []struct {
			Sum, Alt string
			Whole    bool
		}
		Text    string
		Length  int
		Refused []string
		Names   map[string][]string
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for i, l := range looks {
		theme, _ := graphic.LookupTheme(l.Theme)
		format, _ := graphic.LookupFormat(l.Format)
		g, err := graphic.New(card, &graphic.Options{Theme: theme, Format: format})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := g.WritePNG(&b); err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(b.Bytes())
		if p := got.Pictures[i]; p.Sum != hex.EncodeToString(sum[:]) || p.Alt != g.Alt() || p.Whole != g.Whole() {
			t.Errorf("%+v: drawn otherwise: %+v", l, p)
		}
	}
	if p, _ := hashtag.Lookup("bluesky"); got.Length != p.Length(p.Shown(got.Text)) {
		t.Errorf("%q has %d", got.Text, got.Length)
	}
	for i, refused := range got.Refused {
		if refused == "drawn" || i == 0 && refused == "refused" {
			t.Errorf("case %d: %s", i, refused)
		}
	}
	if len(got.Names["themes"]) != len(graphic.Themes()) || len(got.Names["platforms"]) != len(hashtag.Platforms()) {
		t.Errorf("names: %v", got.Names)
	}
}
