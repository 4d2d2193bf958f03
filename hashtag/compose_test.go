package hashtag

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

const report = "https://example.org/biblioteca/informe-completo-2030"

func TestCompose(t *testing.T) {
	tests := []struct {
		name, id string
		post     Post
		want     string
	}{
		{"everything fits", "x",
			Post{Text: "Cerró la biblioteca.", Link: report, Tags: []Tag{"LibrosYa", "Lectura"}},
			"Cerró la biblioteca.\n\n" + report + "\n\n#LibrosYa #Lectura"},
		{"a flat platform", "bluesky",
			Post{Text: "Cerró la biblioteca.", Link: report, Tags: []Tag{"LibrosYa"}},
			"Cerró la biblioteca. " + report + " #LibrosYa"},
		{"tags go last first", "x",
			Post{Text: strings.Repeat("a", 246), Link: report, Tags: []Tag{"LibrosYa", "Lectura"}},
			strings.Repeat("a", 246) + " " + report + " #LibrosYa"},
		{"one too many on Threads", "threads",
			Post{Text: "Cerró.", Tags: []Tag{"LibrosYa", "Lectura"}},
			"Cerró.\n\n#LibrosYa"},
		{"none on Reddit", "reddit",
			Post{Text: "Cerró.", Tags: []Tag{"LibrosYa"}},
			"Cerró."},
		{"the short text", "x",
			Post{Text: strings.Repeat("a", 281), Short: "Cerró.", Tags: []Tag{"LibrosYa"}},
			"Cerró.\n\n#LibrosYa"},
		{"a tag in the text is not said twice", "x",
			Post{Text: "Hoy #librosya en la plaza.", Tags: []Tag{"LibrosYa"}},
			"Hoy #librosya en la plaza."},
		{"a link in the text is not said twice", "x",
			Post{Text: "Lee (" + report + ").", Link: report},
			"Lee (" + report + ")."},
		{"a longer link is another", "x",
			Post{Text: "Lee " + report + "/x", Link: report},
			"Lee " + report + "/x\n\n" + report},
		{"a tag after ¡ is lifted", "x",
			Post{Text: "¡#LibrosYa! Firma.", Tags: []Tag{"Lectura"}},
			"¡LibrosYa! Firma.\n\n#LibrosYa #Lectura"},
		{"glued tags are set apart", "mastodon",
			Post{Text: "#Uno#Dos 📚#Tres📚 ##Cuatro:#Cinco"},
			"#Uno #Dos 📚 #Tres 📚 #Cuatro: #Cinco"},
		{"a tag after an Arabic comma is set apart", "mastodon", Post{Text: "نعم،#حرية"}, "نعم، #حرية"},
		{"accounts by their handle there", "mastodon",
			Post{Text: "Gracias.", Mentions: []Mention{{"La Biblioteca", map[string]string{"mastodon": "@biblio@libros.example"}}, {"Ana", nil}}},
			"Gracias.\n\n@biblio@libros.example"},
		{"a word that is a tag is marked where room is short", "x",
			Post{Text: strings.Repeat("a", 248) + " por la lectura en casa.", Tags: []Tag{"Lectura"}},
			strings.Repeat("a", 248) + " por la #lectura en casa."},
		{"and only then", "x",
			Post{Text: strings.Repeat("a", 247) + " por la lectura en casa.", Tags: []Tag{"Lectura"}},
			strings.Repeat("a", 247) + " por la lectura en casa. #Lectura"},
		{"only a link", "x", Post{Link: " " + report + "\n"}, report},
		{"nothing", "x", Post{}, ""},
	}
	for _, tt := range tests {
		p, _ := Lookup(tt.id)
		if got, err := p.Compose(tt.post); err != nil || got != tt.want {
			t.Errorf("%s: got %q, %v, want %q", tt.name, got, err, tt.want)
		}
	}
}

func TestComposeErrors(t *testing.T) {
	x, _ := Lookup("x")
	_, err := x.Compose(Post{Text: strings.Repeat("a", 280), Short: strings.Repeat("b", 270), Link: report})
	var long *TooLongError
	if !errors.As(err, &long) || long.Length != 270+1+23 || long.Over() != 14 || long.Unit != Weighted {
		t.Errorf("got %v", err)
	}
	if want := "too long for X even in its shortest form: 294 weighted characters, at most 280"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	var tag *TagError
	if _, err := x.Compose(Post{Text: "a", Tags: []Tag{"dos palabras"}}); !errors.As(err, &tag) {
		t.Errorf("got %v", err)
	}
}

// A caller's copy decides.
func TestOverride(t *testing.T) {
	p, _ := Lookup("mastodon")
	post := Post{Text: strings.Repeat("palabra ", 300), Tags: []Tag{"Uno", "Dos"}}
	if _, err := p.Compose(post); err == nil {
		t.Error("2,400 characters fit into 500")
	}
	p.MaxLength = 5000
	p.MaxTags = 1
	got, err := p.Compose(post)
	if err != nil || !strings.HasSuffix(got, "palabra\n\n#Uno") {
		t.Errorf("got %.40q, %v", got, err)
	}
	if problems := p.Check(got); len(problems) > 0 {
		t.Errorf("got %v", problems)
	}
	if same, _ := Lookup("mastodon"); same.MaxLength != 500 {
		t.Error("the override leaked")
	}
}

// Bluesky's composer counts the shortened link; Length counts what it is given.
func TestComposeCountsShownLinks(t *testing.T) {
	p, _ := Lookup("bluesky")
	post := Post{Text: strings.Repeat("a", 270), Link: report}
	got, err := p.Compose(post)
	if err != nil || !strings.HasSuffix(got, report) {
		t.Fatalf("got %q, %v", got, err)
	}
	if short, _ := Shorten(got); p.Length(got) <= 300 || p.Length(short) != 270+1+len("example.org/biblioteca/i...") {
		t.Errorf("got %d, shown %d", p.Length(got), p.Length(short))
	}
}

func TestThread(t *testing.T) {
	text := "¿Por qué cerró la biblioteca? En EE. UU. y aquí cuesta 4,76 millones al año, dice el Dr. Soto. " +
		"Nadie lo explicó. «Volveremos», dijo la Sra. Gil. ¡Pedimos respuestas! (Informe del barrio, 2030) Ven a la plaza el 3 de mayo: trae un libro."
	p, _ := Lookup("x")
	p.MaxLength = 130
	parts, err := p.Thread(Post{Text: text, Link: report, Tags: []Tag{"LibrosYa"}})
	want := []string{
		"¿Por qué cerró la biblioteca? En EE. UU. y aquí cuesta 4,76 millones al año, dice el Dr. Soto. Nadie lo explicó. #LibrosYa 1/3",
		"«Volveremos», dijo la Sra. Gil. ¡Pedimos respuestas! (Informe del barrio, 2030) 2/3",
		"Ven a la plaza el 3 de mayo: trae un libro. " + report + " 3/3",
	}
	if err != nil || !slices.Equal(parts, want) {
		t.Errorf("got %q, %v\nwant %q", parts, err, want)
	}
}

func TestThreadOfMany(t *testing.T) {
	p, _ := Lookup("x")
	p.MaxLength = 60
	var words []string
	for i := range 150 {
		words = append(words, fmt.Sprintf("palabra%d", i))
	}
	post := Post{Text: strings.Join(words, " "), Tags: []Tag{"LibrosYa"}}
	parts, err := p.Thread(post)
	if err != nil {
		t.Fatal(err)
	}
	for i, part := range parts {
		if p.Length(part) > 60 || !strings.HasSuffix(part, fmt.Sprintf(" %d/%d", i+1, len(parts))) {
			t.Errorf("part %q", part)
		}
		if len(strings.Fields(part)) < 3 {
			t.Errorf("part %q is a lone word", part)
		}
	}
	if got, want := rejoined(p, post, parts), squeezed(post.Text); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Tags and accounts are dropped before a word or the link is refused.
func TestThreadDropsBeforeItRefuses(t *testing.T) {
	p, _ := Lookup("x")
	word, name := strings.Repeat("w", 200), func(i int) Mention {
		return Mention{Handles: map[string]string{"x": fmt.Sprintf("biblioteca_%d", i)}}
	}
	post := Post{Text: word + " y luego " + word, Link: report, Tags: []Tag{"Libros", Tag(strings.Repeat("A", 60)), Tag(strings.Repeat("B", 60))}}
	for i := range 30 {
		post.Mentions = append(post.Mentions, name(i))
	}
	parts, err := p.Thread(post)
	if err != nil || len(parts) < 2 {
		t.Fatal(parts, err)
	}
	for _, part := range parts {
		if p.Length(part) > p.MaxLength {
			t.Errorf("%d long: %s", p.Length(part), part)
		}
	}
	last := parts[len(parts)-1]
	if !strings.HasPrefix(parts[0], word) || !strings.Contains(parts[0], " #Libros ") || !strings.Contains(last, report) ||
		!strings.Contains(last, "@biblioteca_0 ") {
		t.Errorf("the first part is %q, the last %q", parts[0], last)
	}
}

// As many tags and accounts as fit stay, however many there are.
func TestComposeOfMany(t *testing.T) {
	p, _ := Lookup("x")
	post := Post{Text: strings.Repeat("palabra ", 20) + "etiqueta7"}
	for i := range 20_000 {
		post.Tags = append(post.Tags, Tag(fmt.Sprintf("Etiqueta%d", i)))
	}
	got, err := p.Compose(post)
	if n := p.Length(got); err != nil || n > p.MaxLength || n < p.MaxLength-len(" #Etiqueta10") || !strings.HasSuffix(got, " #Etiqueta9") {
		t.Errorf("%d long: %q, %v", n, got, err)
	}
	post.Tags = nil
	for i := range 2_000 {
		post.Mentions = append(post.Mentions, Mention{Handles: map[string]string{"x": fmt.Sprintf("vecina%d", i)}})
	}
	got, err = p.Compose(post)
	if n := p.Length(got); err != nil || n > p.MaxLength || n < p.MaxLength-len(" @vecina12") || !strings.HasSuffix(got, " @vecina11") {
		t.Errorf("%d long: %q, %v", n, got, err)
	}
}

// An account of a platform is one of its versions' too.
func TestHandleOfAVersion(t *testing.T) {
	p, _ := Lookup("mastodon-4.5")
	m := Mention{Handles: map[string]string{"mastodon": "@biblioteca@example.org"}}
	got, err := p.Compose(Post{Text: "Hola", Mentions: []Mention{m}})
	if want := "Hola\n\n@biblioteca@example.org"; got != want || err != nil {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	m.Handles["mastodon-4.5"] = ""
	if h := m.Handle(p); h != "" {
		t.Errorf("%s is named where it has no account", h)
	}
}

// A long text takes time in proportion.
func TestThreadOfAMegabyte(t *testing.T) {
	p, _ := Lookup("bluesky")
	text := strings.Repeat("Una frase cualquiera, con sus comas. ", 1<<20/37)
	parts, err := p.Thread(Post{Text: text})
	if err != nil || len(parts) < 3000 {
		t.Errorf("%d parts, %v", len(parts), err)
	}
}

func TestThreadErrors(t *testing.T) {
	p, _ := Lookup("x")
	var long *TooLongError
	if _, err := p.Thread(Post{Text: "hola " + strings.Repeat("a", 400)}); !errors.As(err, &long) {
		t.Errorf("got %v", err)
	}
	p.MaxLength = 20
	if _, err := p.Thread(Post{Text: strings.Repeat("hola ", 40), Link: report}); !errors.As(err, &long) {
		t.Errorf("got %v", err)
	}
}

func TestSentences(t *testing.T) {
	tests := []string{
		"Dr. Soto paid 4.76 million.|It was Nov. 12, 2030.|The U.S. Senate met.",
		"She said no.|Nobody did No. 5.|It is art.|See art. 5 (J. P. Gil).",
		"Dijo que no.|Cruzó el mar.|El 3 mar. 2030 calló (Gil c. EE. UU., núm. 5).|Nada.",
		"¿Quién pagó?|«Nadie», dijo.|¡Fue el Sr. Gil!|EE. UU. calló.",
		"Uno.|Dos… y tres.|“Cuatro!”|Cinco",
		"1. Llama.|2. Escribe hoy.",
		"Lo dijo. (El Barrio, 2030)|Luego calló.",
		"Párrafo\n\n|otro párrafo\n|y una línea",
		"a las 3 p. m. en casa.|Ven.",
		"これは本です。|それは何？",
		"من دفع؟|لا أحد.|نريد جوابا، الآن.",
	}
	for _, tt := range tests {
		text := strings.ReplaceAll(tt, "|", " ")
		if strings.Contains(tt, "\n") || strings.Contains(tt, "。") {
			text = strings.ReplaceAll(tt, "|", "")
		}
		var got []string
		from := 0
		for _, c := range cuts(text, Post{}.Lang) {
			if c.level >= cutSentence {
				got = append(got, text[from:c.end])
				from = c.next
			}
		}
		want := strings.Split(tt, "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCheck(t *testing.T) {
	tests := []struct {
		id, text string
		want     string
	}{
		{"x", strings.Repeat("a", 279) + "日本", "too-long:日本"},
		{"mastodon", "¡#LibrosYa!", "tag-not-linked:#LibrosYa"},
		{"bluesky", "#LibrosYa📚 ya", "tag-differs:#LibrosYa📚 tag-hard-to-read:📚"},
		{"mastodon", "#covid-19, #it's #R&B", "tag-differs:#covid-19 tag-differs:#it's tag-differs:#R&B"},
		{"x", "#Dos, #tres- #cuatro'", ""},
		{"instagram", "https://example.org/#trozo", ""},
		{"threads", "#2030", ""},
		{"x", "(htps://example.org/a, gemini://example.org)", "link-not-linked:htps://example.org/a link-not-linked:gemini://example.org"},
		{"mastodon", "gemini://example.org", ""},
		{"x", "https://example.org/año", ""},
		{"x", "https://example.org/日本", "link-not-linked:https://example.org/日本"},
		{"x", "https://example.org/%zz", "broken-link:https://example.org/%zz"},
		{"x", "#Uno#Dos", "tag-not-linked:#Uno tag-not-linked:#Dos"},
		{"bluesky", "#Uno#Dos", "tag-differs:#Uno#Dos"},
		{"x", "#2030", "tag-not-linked:#2030"},
		{"instagram", "#A #B #C #D #E #F", "too-many-tags:#F"},
		{"mastodon", "ver example.org", "link-not-linked:example.org"},
		{"x", "ver example.org", ""},
		{"instagram", "ver example.org", ""},
		{"x", "hola @ana", "notifies-account:@ana"},
		{"x", "a\u202eb\u200bc", "hidden-character:\u202e hidden-character:\u200b"},
		{"x", "AL \u2067HIT\u2069 JAN\r\nco\u00adop", "hidden-character:\u2067 hidden-character:\u2069 hidden-character:\u00ad"},
		{"x", "\u200fעברית!\u200f ไทย\u200bไทย", ""},
		{"x", "👨\u200d👩\u200d👧\u200d👦 می\u200cخواهم", ""},
		{"x", "𝓗𝓸𝓵𝓪", "styled-letters:𝓗𝓸𝓵𝓪"},
		{"x", "📚📚📚📚", "too-many-emoji:📚"},
		{"youtube", "a < b", "refused-character:<"},
		{"reddit", "# Título\n#LibrosYa", "heading:# heading:# tag-not-linked:#LibrosYa"},
		{"reddit", "di #LibrosYa", "tag-not-linked:#LibrosYa"},
		{"threads", "#Uno #Dos", "tag-not-linked:#Dos too-many-tags:#Dos"},
		{"x", "a\xffb", "not-utf8:\xff"},
		{"facebook", "a\x7fb", "hidden-character:\x7f"},
		{"facebook", "آية \u06dd و ه\u200d", ""},
		{"facebook", "[https://example.org/a] {https://example.org/b} **https://example.org/c** `https://example.org/d`", ""},
		{"facebook", "https://example.org/a_(b)] (https://example.org/a_(b)).", ""},
		{"facebook", "انظر https://example.org/a، ثم https://example.org/b؟", ""},
		{"facebook", "看https://example.org/a。次の「https://example.org/b」", ""},
		{"x", "看https://example.org/a。", ""},
		{"sms", strings.Repeat("Ven ya. ", 12) + "Será hoy.", "many-segments:á"},
		{"sms", strings.Repeat("Ven ya. ", 12) + "Ven mañana.", ""},
		{"x", "¿Todo bien? Sí: https://example.org/a #LibrosYa", ""},
		{"x", "#salvemoslabiblioteca", "tag-hard-to-read:salvemoslabiblioteca"},
	}
	for _, tt := range tests {
		p, _ := Lookup(tt.id)
		var got []string
		for _, problem := range p.Check(tt.text) {
			got = append(got, string(problem.Kind)+":"+problem.Text)
		}
		slices.Sort(got)
		want := strings.Fields(tt.want)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %.40q: got %q, want %q", tt.id, tt.text, got, want)
		}
	}
}

// TestMend: a tag in the text is set where every platform links it, whatever sign is
// before it, and what only looks like one stays.
func TestMend(t *testing.T) {
	for text, want := range map[string]string{
		"•#Ya":           "• #Ya",
		"→#Ya":           "→ #Ya",
		"#Uno/#Dos":      "#Uno/ #Dos",
		"*#Ya*":          "*Ya*\n\n#Ya",
		"50%#Ya":         "50% #Ya",
		"color=#FFAA00":  "color=#FFAA00",
		"C#Ya &#Ya":      "C#Ya &#Ya",
		"#Ya_ vamos":     "#Ya_ vamos",
		"example.org/#a": "example.org/#a",
	} {
		p, _ := Lookup("mastodon")
		if got, err := p.Compose(Post{Text: text}); got != want || err != nil {
			t.Errorf("%q: got %q, %v, want %q", text, got, err, want)
		}
	}
}

// TestNamedOnce: an account that the text or the list names already is not named
// again, however its handle is written and whether or not it links.
func TestNamedOnce(t *testing.T) {
	for _, id := range []string{"x", "linkedin"} {
		p, _ := Lookup(id)
		named := func(handle string) Mention { return Mention{Handles: map[string]string{id: handle}} }
		got, err := p.Compose(Post{Text: "Hola @AnaGil y", Mentions: []Mention{named("@anagil"), named("leo"), named("@Leo")}})
		if want := "Hola @AnaGil y\n\n@leo"; got != want || err != nil {
			t.Errorf("%s: got %q, %v, want %q", id, got, err, want)
		}
	}
}

// TestLinkOnce: a link that the text has between letters that need no space is not
// added again.
func TestLinkOnce(t *testing.T) {
	p, _ := Lookup("facebook")
	const text = "詳しくはhttps://example.org/a。"
	if got, err := p.Compose(Post{Text: text, Link: "https://example.org/a"}); got != text || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

// What Compose makes of a sound post has nothing wrong with it, on any platform.
func TestComposedPostsPassCheck(t *testing.T) {
	post := Post{
		Text: "¡#LibrosYa! La biblioteca del barrio (2030) reabre; «por fin», dice la Sra. Gil.",
		Link: report,
		Tags: []Tag{"SalvemosLaBiblioteca", "Lectura"},
	}
	for _, p := range allPlatforms() {
		p.MaxLength *= 3 // Snapchat
		s, err := p.Compose(post)
		if err != nil {
			t.Errorf("%s: %v", p.ID, err)
		}
		for _, problem := range p.Check(s) {
			if problem.Kind != ManySegments {
				t.Errorf("%s: %q: %v", p.ID, s, problem)
			}
		}
		if p.MaxTags >= 0 && !strings.Contains(s, "#LibrosYa") || !strings.Contains(s, report) {
			t.Errorf("%s: %q lost something", p.ID, s)
		}
	}
}
