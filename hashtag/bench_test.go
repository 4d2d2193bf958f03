package hashtag

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// A post of 280 weighted characters with tags, an account, emoji and links.
const benchText = "El 15 de marzo de 2030 cerró la biblioteca. Hoy, 252 vecinas y vecinos piden al ayuntamiento que la abra: " +
	"¡libros para todas! 📚 Lee el informe https://example.org/biblioteca/informe-2030.pdf y firma en example.com " +
	"con @biblioteca_viva antes del 30 de mayo. #SalvemosLaBiblioteca #LibrosYa 🇸🇻"

func BenchmarkLengthX(b *testing.B) {
	p, _ := Lookup("x")
	if n := p.Length(benchText); n != p.MaxLength {
		b.Fatalf("the text is %d long", n)
	}
	b.ReportAllocs()
	for b.Loop() {
		p.Length(benchText)
	}
}

func BenchmarkEntitiesX(b *testing.B) {
	p, _ := Lookup("x")
	b.ReportAllocs()
	for b.Loop() {
		p.Entities(benchText)
	}
}

var benchPost = Post{
	Text: "El 15 de marzo de 2030 cerró la biblioteca del barrio. Hoy, 252 vecinas y vecinos piden al ayuntamiento que la abra.",
	Link: "https://example.org/biblioteca/informe-2030.pdf",
	Tags: []Tag{"SalvemosLaBiblioteca", "LibrosYa", "Lectura"},
}

func BenchmarkComposeEverywhere(b *testing.B) {
	ps := Platforms()
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range ps {
			if _, err := p.Compose(benchPost); err != nil && p.ID != "snapchat" {
				b.Fatal(p.ID, err)
			}
		}
	}
}

func BenchmarkThread(b *testing.B) {
	p, _ := Lookup("x")
	post := Post{Text: strings.Repeat(benchPost.Text+" ", 20)}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Thread(post); err != nil {
			b.Fatal(err)
		}
	}
}

// hostile returns texts of n bytes that punish a scanner for looking twice.
func hostile(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, n/len(s)+1)[:n] }
	return map[string]string{
		"hashes":     fill("#"),
		"hash-a":     fill("#a"),
		"hash-1":     "#" + fill("1"),
		"labels":     fill("aaaa."),
		"one-letter": fill("a."),
		"underscore": fill("a_b."),
		"wide":       fill("あ."),
		"wide-run":   fill("あ"),
		"marks":      "e" + fill("\u0301"),
		"ats":        fill("@"),
		"names":      fill("@a.b-"),
		"dollars":    fill("$A"),
		"schemes":    fill("https://"),
		"hosts":      fill("http://a.co/("),
		"parens":     "http://a.co/" + fill("("),
		"closed":     "http://a.co/" + fill(")"),
		"dots":       "http://a.co/" + fill("."),
		"queries":    fill("a.co?!"),
		"open":       fill("(a.b"),
		"family":     fill("👨‍👩‍👧‍👦"),
		"joiners":    fill("👩\u200d"),
		"flags":      fill("🇸"),
		"emoji-host": fill("😀a.co"),
		"spaces":     fill(" "),
		"u":          fill("u/"),
		"xn":         fill("xn--."),
		"tco":        fill("t.co/a "),
		"initials":   fill("A. "),
	}
}

// TestHostile looks at a megabyte of each, or at a quarter of that without
// TEST_ALL. Nothing is timed: whatever looks
// twice at every byte would need hours, and go test's own limit ends it.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	size := 1 << 18
	if os.Getenv("TEST_ALL") != "" {
		size = 1 << 20
	}
	for name, text := range hostile(size) {
		for _, id := range []string{"x", "bluesky", "mastodon", "mastodon-4.5", "threads", "telegram", "instagram", "facebook", "reddit", "sms"} {
			p, _ := Lookup(id)
			p.Length(text)
			for _, e := range p.Entities(text) {
				if e.Text != text[e.Start:e.End] {
					t.Fatalf("%s on %s: %q is not at %d", name, id, e.Text, e.Start)
				}
			}
		}
		for _, id := range []string{"x", "instagram"} {
			p, _ := Lookup(id)
			p.Check(text[:size/4])
			p.Thread(Post{Text: text[:size/4]})
		}
	}
}

// BenchmarkHostile shows that 16 times the text takes some 16 times as long.
func BenchmarkHostile(b *testing.B) {
	p, _ := Lookup("x")
	for _, size := range []int{1 << 16, 1 << 20} {
		texts := hostile(size)
		b.Run(strconv.Itoa(size>>10)+"KB", func(b *testing.B) {
			b.SetBytes(int64(size * len(texts)))
			for b.Loop() {
				for _, text := range texts {
					p.Length(text)
					p.Entities(text)
				}
			}
		})
	}
}
