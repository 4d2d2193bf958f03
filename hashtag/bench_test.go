package hashtag

import (
	"strings"
	"testing"
	"time"
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

// Whatever the text, 16 times of it takes no more than some 16 times as long.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	small, large := hostile(1<<16), hostile(1<<20)
	for name := range large {
		for _, id := range []string{"x", "bluesky", "mastodon", "mastodon-4.5", "threads", "telegram", "instagram", "facebook", "reddit", "sms"} {
			p, _ := Lookup(id)
			linear(t, name+" on "+id, func(s string) { p.Length(s); p.Entities(s) }, small[name], large[name])
		}
		for _, id := range []string{"x", "instagram"} {
			p, _ := Lookup(id)
			linear(t, name+" checked on "+id, func(s string) { p.Check(s) }, small[name][:1<<14], large[name][:1<<18])
			linear(t, name+" in a thread on "+id, func(s string) { p.Thread(Post{Text: s}) }, small[name][:1<<14], large[name][:1<<18])
		}
	}
}

// linear compares a text with one 16 times as long. What takes no time cannot be told.
func linear(t *testing.T, name string, f func(string), small, large string) {
	t.Helper()
	const clear = 100 * time.Millisecond
	l := once(func() { f(large) })
	if l < clear {
		return
	}
	if s, l := best(func() { f(small) }), best(func() { f(large) }); l > clear && l > 40*s {
		t.Errorf("%s: %d KB in %v, %d KB in %v", name, len(small)>>10, s, len(large)>>10, l)
	}
}

func once(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

// best gives the fastest of three runs, which the machine's other work disturbs least.
func best(f func()) time.Duration {
	return min(once(f), once(f), once(f))
}
