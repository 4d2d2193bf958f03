package hashtag

import (
	"strings"
	"testing"
)

// A post of 280 weighted characters with tags, an account, emoji and links.
const benchText = "El 15 de marzo de 2030 cerró la biblioteca del barrio. Hoy, 252 vecinas y vecinos piden al ayuntamiento que la abra: " +
	"¡libros para todas! 📚 Lee el informe https://example.org/biblioteca/informe-2030.pdf y firma en example.com " +
	"con @biblioteca_viva antes del 3 de mayo. #SalvemosLaBiblioteca #LibrosYa 🇸🇻"

func BenchmarkLengthX(b *testing.B) {
	p, _ := Lookup("x")
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

// hostile gives texts of n bytes that punish a scanner for looking twice.
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
	}
}

// Length and Entities of 16 times the text take no more than some 16 times as long.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	small, large := hostile(1<<16), hostile(1<<20)
	ps := append(Platforms(), mastodon45Rules.Platform)
	for name := range large {
		for _, p := range ps {
			s := best(func() { p.Length(small[name]); p.Entities(small[name]) })
			l := once(func() { p.Length(large[name]); p.Entities(large[name]) })
			if l > 40*s && l.Milliseconds() > 200 {
				l = best(func() { p.Length(large[name]); p.Entities(large[name]) })
			}
			if l > 40*s && l.Milliseconds() > 200 {
				t.Errorf("%s on %s: 64 KB in %v, 1 MB in %v", name, p.ID, s, l)
			}
		}
	}
}
