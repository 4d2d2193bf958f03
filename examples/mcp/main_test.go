package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// asOf is a day on which every fact of the built-in campaign stands.
var asOf = campaign.Default().AsOf.First()

// connect is the SDK's own client, talking to the server in memory.
func connect(t *testing.T) *mcp.ClientSession {
	t.Helper()
	here, there := mcp.NewInMemoryTransports()
	if _, err := newServer(campaign.Default(), func() time.Time { return asOf }).Connect(t.Context(), there, nil); err != nil {
		t.Fatal(err)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { session.Close() })
	return session
}

// call asks a tool and decodes what it answers; refused is its error's text.
func call[Out any](t *testing.T, s *mcp.ClientSession, tool string, args map[string]any) (out Out, refused string) {
	t.Helper()
	res, err := s.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: args})
	if err != nil {
		t.Fatal(err)
	}
	if res.IsError {
		return out, res.Content[0].(*mcp.TextContent).Text
	}
	b, err := json.Marshal(res.StructuredContent)
	if err == nil {
		err = json.Unmarshal(b, &out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out, ""
}

// Clients stop at a name or a schema that they cannot read.
func TestTools(t *testing.T) {
	name := regexp.MustCompile(`^[a-zA-Z0-9_-]{1,64}$`)
	n := 0
	for tool, err := range connect(t).Tools(t.Context(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		schema, _ := tool.InputSchema.(map[string]any)
		if !name.MatchString(tool.Name) || tool.Description == "" || schema["type"] != "object" || schema["properties"] == nil {
			t.Errorf("%q, %q, takes %v", tool.Name, tool.Description, schema)
		}
	}
	if n != 6 {
		t.Errorf("%d tools", n)
	}
}

// maxText is what the strictest clients take of an answer, 25,000 tokens, in bytes.
const maxText = 75_000

func TestFacts(t *testing.T) {
	s := connect(t)
	all, _ := call[factsOut](t, s, "list_facts", nil)
	some, _ := call[factsOut](t, s, "list_facts", map[string]any{"about": "252"})
	if len(all.Facts) < 40 || len(some.Facts) == 0 || len(some.Facts) >= len(all.Facts) {
		t.Errorf("%d facts, %d of them about 252", len(all.Facts), len(some.Facts))
	}
	if b, _ := json.Marshal(all); len(b) > maxText {
		t.Errorf("all facts take %d bytes, and clients take %d of text", len(b), maxText)
	}
	for _, f := range all.Facts {
		if f.Source == "" || f.Claim == "" {
			t.Errorf("%s has the source %q and claims %q", f.ID, f.Source, f.Claim)
		}
	}
	if _, refused := call[factsOut](t, s, "list_facts", map[string]any{"lang": "xx"}); refused == "" {
		t.Error("a language that the campaign does not speak passed")
	}
}

// An assistant's false draft comes back with an error, in its language, and is
// not composed; every wording of the campaign passes.
func TestDrafts(t *testing.T) {
	s := connect(t)
	for _, draft := range []struct{ lang, text string }{
		{"en", "Some 901 men were sent to CECOT."},
		{"es", "Enviaron a 901 hombres al CECOT."},
	} {
		args := map[string]any{"text": draft.text, "lang": draft.lang, "platform": "bluesky"}
		found, _ := call[findings](t, s, "check_text", map[string]any{"text": draft.text, "lang": draft.lang})
		if len(found.Findings) == 0 || found.Findings[0].Severity != "error" || found.Findings[0].Message == "" {
			t.Errorf("%s: %+v", draft.text, found)
		}
		if got, refused := call[post](t, s, "compose_post", args); refused == "" {
			t.Errorf("composed %q", got.Text)
		}
	}
	doubtful := map[string]any{"text": "99% had no record.", "platform": "bluesky"}
	if got, refused := call[composed](t, s, "compose_post", doubtful); refused != "" || len(got.Findings) != 1 || got.Findings[0].Rule != "figure-unsourced" {
		t.Errorf("a draft in doubt: %+v %s", got, refused)
	}
	doubtful["text"] = "99% of the men in CECOT had no criminal record."
	if _, refused := call[composed](t, s, "compose_post", doubtful); strings.Count(refused, "99") < 2 {
		t.Errorf("of two errors it told %q", refused)
	}
	all, _ := call[factsOut](t, s, "list_facts", nil)
	for _, f := range all.Facts {
		for _, platform := range []string{"bluesky", "x"} {
			got, refused := call[postsOut](t, s, "fact_posts", map[string]any{"fact": f.ID, "platform": platform})
			if refused != "" || len(got.Posts) == 0 {
				t.Errorf("%s on %s: %d posts %s", f.ID, platform, len(got.Posts), refused)
			}
			on, _ := hashtag.Lookup(platform)
			for _, p := range got.Posts {
				if p.Length != on.Length(on.Shown(p.Text)) || p.Length > p.Limit {
					t.Errorf("%s on %s: %d of %d", f.ID, platform, p.Length, p.Limit)
				}
			}
		}
	}
}

// What an assistant is about to say is held to what the engine knows: of the
// faults that it is measured by, one in eight tried, nine in ten are found.
func TestCorpus(t *testing.T) {
	var plants map[string]map[string][]string
	data, err := os.ReadFile("../../share/truth/testdata/plants.yaml")
	if err == nil {
		err = yaml.Unmarshal(data, &plants)
	}
	if err != nil {
		t.Fatal(err)
	}
	s := connect(t)
	all, missed, n := 0, 0, 0
	for kind, langs := range plants {
		for lang, texts := range langs {
			for _, words := range texts {
				if n++; n%8 > 0 {
					continue
				}
				found, _ := call[findings](t, s, "check_text", map[string]any{"text": words, "lang": lang})
				if all++; len(found.Findings) == 0 {
					missed++
					t.Logf("%s (%s): %q", kind, lang, words)
				}
			}
		}
	}
	if all < 100 || missed*10 > all {
		t.Errorf("%d of %d are missed", missed, all)
	}
}

func TestCard(t *testing.T) {
	s := connect(t)
	all, _ := call[factsOut](t, s, "list_facts", nil)
	for _, f := range graphic.Formats()[:5] {
		res, err := s.CallTool(t.Context(), &mcp.CallToolParams{Name: "draw_card", Arguments: map[string]any{"fact": all.Facts[0].ID, "format": f.Name}})
		if err != nil || res.IsError {
			t.Fatal(err, res)
		}
		image, alt := res.Content[0].(*mcp.ImageContent), res.Content[1].(*mcp.TextContent)
		size, err := png.DecodeConfig(bytes.NewReader(image.Data))
		if err != nil || image.MIMEType != "image/png" || size.Width != f.W || size.Height != f.H || len(image.Data) > maxImage || alt.Text == "" {
			t.Errorf("%s: %v, %d×%d, %d bytes, alt %q", f.Name, err, size.Width, size.Height, len(image.Data), alt.Text)
		}
		words, _ := call[altOut](t, s, "alt_text", map[string]any{"fact": all.Facts[0].ID, "format": f.Name})
		if words.Alt != alt.Text {
			t.Errorf("%s: alt_text says %q beside %q", f.Name, words.Alt, alt.Text)
		}
	}
	for _, args := range []map[string]any{{"fact": "no-such-fact"}, {"fact": all.Facts[0].ID, "format": "cube"}} {
		if _, refused := call[any](t, s, "draw_card", args); refused == "" {
			t.Errorf("%v was drawn", args)
		}
	}
}

// A client that asks, closes its end and reads to the last line gets every
// answer, and nothing else stands on standard output.
func TestPipe(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program := filepath.Join(t.TempDir(), "mcp")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ask := []string{
		`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`,
		`{"jsonrpc":"2.0","method":"notifications/initialized"}`,
	}
	const calls = 9
	for id := 2; id < 2+calls; id++ {
		ask = append(ask, fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"list_facts","arguments":{}}}`, id))
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, program)
	cmd.Stdin, cmd.Stderr = strings.NewReader(strings.Join(ask, "\n")+"\n"), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	answered := map[float64]bool{}
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m struct {
			ID    float64
			Error any
		}
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil || m.Error != nil {
			t.Errorf("%.80s: %v %v", lines.Text(), err, m.Error)
		}
		answered[m.ID] = true
	}
	if len(answered) != 1+calls {
		t.Errorf("%d of %d answered", len(answered), 1+calls)
	}
}
