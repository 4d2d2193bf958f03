package hashtag

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// found returns the entities of a kind as written, joined by " | ".
func found(t *testing.T, id, text string, kind EntityKind) string {
	t.Helper()
	p, ok := Lookup(id)
	if !ok {
		t.Fatalf("no platform %q", id)
	}
	var out []string
	for _, e := range p.Entities(text) {
		if e.Kind == kind {
			out = append(out, e.Text)
		}
	}
	return strings.Join(out, " | ")
}

// table is the rows of a table in testdata with a number of columns.
func table(t *testing.T, name string, columns int) (all [][]string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if row := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(row) == columns {
			all = append(all, row)
		} else if !strings.HasPrefix(line, "# ") {
			t.Fatalf("%s: %q", name, row)
		}
	}
	return all
}

// The same text is a different set of tags on each platform.
func TestTagBoundaries(t *testing.T) {
	for _, row := range table(t, "tags", 5) {
		for i, id := range []string{"x", "mastodon", "mastodon-4.5", "bluesky"} {
			if got := found(t, id, row[0], KindHashtag); got != row[i+1] {
				t.Errorf("%s: %s: got %q, want %q", id, row[0], got, row[i+1])
			}
		}
	}
}

// Cases for Mastodon written from its rules.
func TestMastodonEntities(t *testing.T) {
	tests := []struct {
		text string
		kind EntityKind
		want string
	}{
		{"línea\n#tag", KindHashtag, "#tag"},
		{"@a@" + strings.Repeat("b", 254) + " @a@" + strings.Repeat("b", 253), KindMention, "@a@" + strings.Repeat("b", 253)},
		{"@\u212Aate@ejemplo.example @ma\u017Fa", KindMention, "@\u212Aate@ejemplo.example | @ma\u017Fa"},
	}
	for _, tt := range tests {
		if got := found(t, "mastodon", tt.text, tt.kind); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// Cases for the platforms, those of Mastodon written from its rules.
func TestPlatformsEntities(t *testing.T) {
	kinds := map[string]EntityKind{"hashtag": KindHashtag, "mention": KindMention, "link": KindLink, "cashtag": KindCashtag}
	for _, row := range table(t, "entities", 4) {
		if got := found(t, row[0], row[1], kinds[row[2]]); got != row[3] {
			t.Errorf("%s: %q: got %q, want %q", row[0], row[1], got, row[3])
		}
	}
}

func TestEntityValues(t *testing.T) {
	x, _ := Lookup("x")
	got := x.Entities("@ana/lista #Año $ABC example.org/a")
	want := []Entity{
		{KindMention, "@ana/lista", "ana/lista", 0, 10},
		{KindHashtag, "#Año", "Año", 11, 16},
		{KindCashtag, "$ABC", "ABC", 17, 21},
		{KindLink, "example.org/a", "https://example.org/a", 22, 35},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for kind, name := range map[EntityKind]string{KindHashtag: "hashtag", KindMention: "mention", KindLink: "link", KindCashtag: "cashtag"} {
		if kind.String() != name {
			t.Errorf("%d is %q, want %q", kind, kind, name)
		}
	}
}

// TestResolveEmpty: a facet without a feature, of somebody's JSON, is dropped.
func TestResolveEmpty(t *testing.T) {
	if got := Resolve([]Facet{{}}, nil); len(got) != 0 {
		t.Errorf("got %+v", got)
	}
	if got, err := json.Marshal(Resolve(Facets("hola"), nil)); string(got) != "[]" {
		t.Errorf("of a post without facets: %s, %v", got, err)
	}
}

func TestShown(t *testing.T) {
	const text = "ver https://example.org/biblioteca/informe-2030 ya"
	for _, p := range Platforms() {
		want := text
		if p.ID == "bluesky" {
			want, _ = Shorten(text)
		}
		if got := p.Shown(text); got != want {
			t.Errorf("%s: got %q, want %q", p.ID, got, want)
		}
	}
}

// As the official composer shows links (social-app, toShortUrl).
func TestShorten(t *testing.T) {
	tests := []struct{ link, want string }{
		{"https://example.org", "example.org"},
		{"https://example.org/", "example.org"},
		{"https://example.org/123456789abcde", "example.org/123456789abcde"},
		{"https://example.org/123456789abcdef", "example.org/123456789abc..."},
		{"http://user:pw@EXAMPLE.org:80/a/../b?c=d#e", "example.org/b?c=d#e"},
		{"https://example.org:8443/año", "example.org:8443/a%C3%B1o"},
		{"https://mañana.example/x", "xn--maana-pta.example/x"},
		{"https://una_casa.example.org/x", "una_casa.example.org/x"},
		{"http://[2001:DB8::1]:8080/x", "[2001:db8::1]:8080/x"},
		{"https://example.org:99999/x", "https://example.org:99999/x"},
		{"example.org/una/direccion/muy/larga", "example.org/una/direccion/muy/larga"},
	}
	for _, tt := range tests {
		text, facets := Shorten("ver " + tt.link + " ya")
		if want := "ver " + tt.want + " ya"; text != want {
			t.Errorf("%s: got %q, want %q", tt.link, text, want)
		}
		if len(facets) == 1 && text[facets[0].Index.ByteStart:facets[0].Index.ByteEnd] != tt.want {
			t.Errorf("%s: the facet covers %+v of %q", tt.link, facets[0].Index, text)
		}
		if len(facets) == 1 && facets[0].Features[0].URI != tt.link && !strings.HasPrefix(tt.link, "example") {
			t.Errorf("%s: the facet leads to %s", tt.link, facets[0].Features[0].URI)
		}
	}
}

func TestResolve(t *testing.T) {
	facets := Facets("@ana.example @nadie.com #Tag")
	got := Resolve(facets, func(handle string) (string, bool) { return "did:plc:abc", handle == "nadie.com" })
	if len(got) != 2 || got[0].Features[0].DID != "did:plc:abc" || got[1].Features[0].Tag != "Tag" {
		t.Errorf("got %+v", got)
	}
	if facets[0].Features[0].DID != "" {
		t.Error("Resolve changed its argument")
	}
}

// TestLinkSwallows: what a platform takes into a link beyond the address that
// was meant opens a page that is not there, and Check says so.
func TestLinkSwallows(t *testing.T) {
	for _, c := range []struct{ on, text, code string }{
		{"bluesky", "See it (https://example.org/wiki/Mill_(library)).", "link-swallows"},
		{"bluesky", "See https://example.org/a…", "link-swallows"},
		{"mastodon", "見て https://example.org/b。", "link-swallows"},
		{"mastodon", "https://example.org/a—then", "link-swallows"},
		{"bluesky", "See it (https://example.org/wiki/Mill).", ""},
		{"bluesky", "See https://example.org/wiki/Mill_(library), too", ""},
		{"x", "See https://example.org/a… 見て https://example.org/b。", ""},
		{"x", "We saw the town.It was open", "link-unmeant"},
		{"threads", "Vamos al cine.Es hoy", "link-unmeant"},
		{"whatsapp", "From 10 a.m.to noon", "link-unmeant"},
		{"facebook", "Open until 7.pm", "link-unmeant"},
		{"x", "See example.org or EXAMPLE.ORG or x.com or town.It/is or https://town.It", ""},
		{"bluesky", "Thank you @mill for it", "mention-not-linked"},
		{"linkedin", "Thank you, @mill!", "mention-not-linked"},
		{"x", "Gracias a @mill@town.example", "mention-not-linked"},
		{"facebook", "Write to ana@mill.example or see https://example.org/@mill", ""},
		{"sms", "@mill", ""},
	} {
		p, _ := Lookup(c.on)
		var got string
		for _, problem := range p.Check(c.text) {
			got += string(problem.Kind)
		}
		if got != c.code {
			t.Errorf("%s: %q: %s, want %s", c.on, c.text, got, c.code)
		}
	}
}

// In UTF-16, as in bytes, an entity is the piece of the text that it names.
func TestEntityUTF16(t *testing.T) {
	n := 0
	for _, text := range seeds {
		units := utf16.Encode([]rune(text))
		for _, p := range allPlatforms() {
			for _, e := range p.Entities(text) {
				n++
				start, end := e.UTF16(text)
				if got, want := string(utf16.Decode(units[start:end])), string([]rune(e.Text)); got != want {
					t.Errorf("%s: %q at %d to %d, want %q", p.ID, got, start, end, want)
				}
			}
		}
	}
	if n == 0 {
		t.Error("no text has an entity")
	}
}
