package truth

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "rewrite what is kept of the built-in campaign, and the table of rules")

// What is kept of the built-in campaign is what it says today.
func TestBuiltInKept(t *testing.T) {
	var b bytes.Buffer
	for i, part := range pieces(t, checker().remember()) {
		if i > 0 {
			b.WriteString("\n")
		}
		b.Write(part)
	}
	want := append(b.Bytes(), '\n')
	if *update {
		if err := os.WriteFile("ready/builtin.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(builtInFile, want) {
		t.Error("ready/builtin.json is not what the campaign says; run go test ./share/truth -run BuiltIn -update")
	}
}

// pieces is the JSON of a memory, a fact a line, so that a change can be read.
func pieces(t *testing.T, m memory) (parts [][]byte) {
	t.Helper()
	encode := func(v any) []byte {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return compact(t, data)
	}
	facts := m.Facts
	m.Facts = nil
	head := encode(m)
	parts = append(parts, append(head[:len(head)-1], []byte(`,"Facts":[`)...))
	for i, f := range facts {
		line := encode(f)
		if i < len(facts)-1 {
			line = append(line, ',')
		}
		parts = append(parts, line)
	}
	return append(parts, []byte("]}"))
}

// compact leaves out what is empty.
func compact(t *testing.T, data []byte) []byte {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(pruned(v))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func pruned(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			if v[key] = pruned(value); empty(v[key]) {
				delete(v, key)
			}
		}
	case []any:
		for i := range v {
			v[i] = pruned(v[i])
		}
	}
	return v
}

func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case bool:
		return !v
	case float64:
		return v == 0
	case map[string]any:
		return len(v) == 0
	case []any:
		return len(v) == 0
	}
	return false
}

// Words are read alike whether the campaign was read or only remembered.
func TestBuiltInAlike(t *testing.T) {
	plants, innocents := corpora(t)
	whole, kept := checker(), BuiltIn()
	rules := func(k *Checker, words, lang string) (all []string) {
		for _, f := range k.Read(Text{Words: words, Lang: lang}) {
			all = append(all, f.Rule())
		}
		return all
	}
	for _, langs := range plants {
		for lang, texts := range langs {
			innocents[lang] = append(innocents[lang], texts...)
		}
	}
	for lang, texts := range innocents {
		for i, words := range texts {
			if i%3 > 0 && !everything() {
				continue
			}
			if got, want := rules(kept, words, lang), rules(whole, words, lang); !slices.Equal(got, want) {
				t.Errorf("%q: %v of what is kept, %v of the campaign", words, got, want)
			}
		}
	}
}
