package hashtag

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestParseTag(t *testing.T) {
	tests := []struct{ in, want, reason string }{
		{"#ShutDownCECOT", "ShutDownCECOT", ""},
		{"＃日本", "日本", ""},
		{" NiñezLibre_2 ", "NiñezLibre_2", ""},
		{"An\u0303o", "Año", ""},
		{"", "", "is empty"},
		{"#", "", "is empty"},
		{"2025", "", "has no letter"},
		{"_", "", "has no letter"},
		{"Libre_", "", "ends in _"},
		{"dos palabras", "", "has a space"},
		{"#A#B", "", "has a second #"},
		{"C++", "", `has '+'`},
		{"it's", "", "has '''"},
		{"Libre🕊", "", "has the emoji 🕊"},
		{"𝓛ibre", "", "has the styled letter 𝓛"},
		{"a\xff", "", "is not valid UTF-8"},
		{"a\u200bb", "", `has '\u200b'`},
		{strings.Repeat("a", 65), "", "is 65 long, limit 64"},
	}
	for _, tt := range tests {
		got, err := ParseTag(tt.in)
		var tag *TagError
		switch {
		case tt.reason == "" && (err != nil || string(got) != tt.want):
			t.Errorf("%q: got %q, %v", tt.in, got, err)
		case tt.reason != "" && (!errors.As(err, &tag) || !strings.HasSuffix(tag.English().Message, `" `+tt.reason) || tag.Input != tt.in || got != ""):
			t.Errorf("%q: got %q, %v, want %s", tt.in, got, err, tt.reason)
		case err != nil && strings.Contains(err.Error(), "\n"):
			t.Errorf("%q: %v is more than a line", tt.in, err)
		}
	}
}

// TestParsedTagLinks: what ParseTag takes is the same tag wherever tags link in a text.
func TestParsedTagLinks(t *testing.T) {
	for _, s := range []string{"ShutDownCECOT", "_Libre", "Niñez_2", "2030Ya", "日本", "Ya٣", "An\u0303o", "Кириця", "حرية", "Libre_", "__a__"} {
		tag, err := ParseTag(s)
		if err != nil {
			continue
		}
		for _, p := range allPlatforms() {
			if !p.linksAny("#Tag") {
				continue
			}
			if es := p.Entities(tag.String() + ", ya"); len(es) != 1 || es[0].Value != string(tag) {
				t.Errorf("%s: %s links %+v", p.ID, tag, es)
			}
		}
	}
}

func TestFromPhrase(t *testing.T) {
	tests := []struct {
		phrase   string
		acronyms []string
		want     string
	}{
		{"shut down CECOT", nil, "ShutDownCECOT"},
		{"shut down cecot", []string{"CECOT"}, "ShutDownCECOT"},
		{"¡ni un año más sin biblioteca!", nil, "NiUnAñoMásSinBiblioteca"},
		{"niñez, educación y paz", nil, "NiñezEducaciónYPaz"},
		{"people's library", nil, "PeoplesLibrary"},
		{"#salvemos la-biblioteca", nil, "SalvemosLaBiblioteca"},
		{"iPhone users", nil, "iPhoneUsers"},
		{"ñandú", nil, "Ñandú"},
		{"3 de mayo", nil, "3DeMayo"},
		{"paz 🕊️ ya 1️⃣", nil, "PazYa1"},
		{"🕊️", nil, ""},
		{"123", nil, ""},
		{" ", nil, ""},
	}
	for _, tt := range tests {
		got, err := FromPhrase(tt.phrase, tt.acronyms...)
		if string(got) != tt.want || (err != nil) != (tt.want == "") {
			t.Errorf("%q: got %q, %v, want %q", tt.phrase, got, err, tt.want)
		}
	}
}

func TestKey(t *testing.T) {
	same := [][2]Tag{{"ShutDownCECOT", "shutdowncecot"}, {"Año", "ano"}, {"ＡＢＣ", "abc"}, {"Łódź", "lodz"}, {"Niñez", "NIN\u0303EZ"}}
	for _, p := range same {
		if p[0].Key() != p[1].Key() {
			t.Errorf("%s has key %q, %s has %q", p[0], p[0].Key(), p[1], p[1].Key())
		}
	}
	if Tag("Paz").Key() == Tag("Pez").Key() {
		t.Error("#Paz and #Pez have one key")
	}
	if got := Tag("Año").String(); got != "#Año" {
		t.Errorf("got %s", got)
	}
}

func TestTagCheck(t *testing.T) {
	tests := map[Tag]Kind{
		"salvemoslabiblioteca": TagHardToRead,
		"SalvemosLaBiblioteca": "",
		"CECOTUSA":             TagHardToRead,
		"ShutDownCECOT":        "",
		"biblioteca":           "",
		"𝓛ibro":                StyledLetters,
		"Libro📚":               TagHardToRead,
	}
	for tag, want := range tests {
		got := Kind("")
		if ps := tag.Check(); len(ps) > 0 {
			got = ps[0].Kind
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", tag, got, want)
		}
	}
}

func TestSimilarity(t *testing.T) {
	tests := []struct {
		a, b      string
		low, high float64
	}{
		{"", "", 1, 1},
		{"La biblioteca cerró.", "¡La BIBLIOTECA cerro! (#Libros) https://example.org, www.example.org/x «@ana»", 1, 1},
		{"La biblioteca del barrio cerró el lunes.", "La 📚 biblioteca ✊🏽 del 🏘️ barrio = cerró 🔒 el 1️⃣ lunes.", 0.7, 1},
		{"La biblioteca cerró.", "📚 La 📚 biblioteca 📚 cerró 📚", 1, 1},
		{"La biblioteca del barrio cerró el lunes.", "La biblioteca del barrio cerró el martes.", 0.6, 0.95},
		{"La biblioteca del barrio cerró el lunes.", "Vecinas piden libros para sus hijas.", 0, 0.1},
		{"a", "b", 0, 0},
	}
	for _, tt := range tests {
		if got := Similarity(tt.a, tt.b); got < tt.low || got > tt.high || got != Similarity(tt.b, tt.a) {
			t.Errorf("%q, %q: got %.2f, want %.2f to %.2f", tt.a, tt.b, got, tt.low, tt.high)
		}
	}
	got := Alike([]string{tests[4].a, tests[5].b, tests[4].b}, 0)
	if len(got) != 1 || got[0].A != 0 || got[0].B != 2 {
		t.Errorf("got %+v, want the pair 0, 2", got)
	}
}

// TestTagErrorOffset: the offset is that of the character in the way, not of its
// first like nor of one in normal form C.
func TestTagErrorOffset(t *testing.T) {
	tests := []struct {
		in   string
		want int
	}{
		{"#a#b", 2},
		{" a b", 2},
		{"＃a!", 4},
		{"ñn\u0303 b", 5},
		{"a.\u0301", 1},
		{"a\xff", 1},
		{"#", -1},
		{"12", -1},
	}
	for _, tt := range tests {
		_, err := ParseTag(tt.in)
		var tag *TagError
		if !errors.As(err, &tag) || tag.Offset != tt.want {
			t.Errorf("%q: got %+v, want offset %d", tt.in, tag, tt.want)
		}
	}
}

func TestBest(t *testing.T) {
	x, _ := Lookup("x")
	long := Post{Text: strings.Repeat("a", 300)}
	full := Post{Text: strings.Repeat("b", 270), Tags: []Tag{"LibrosYa", "Lectura"}}
	c, err := x.Best(long, full, Post{Text: "c"})
	if err != nil {
		t.Fatal(err)
	}
	if c.From.Text != full.Text || c.Text != full.Text+" #Lectura" && c.Text != full.Text+" #LibrosYa" {
		t.Errorf("composed %q", c.Text)
	}
	if c.Length != x.Length(c.Text) || c.Short || len(c.Dropped) != 1 {
		t.Errorf("length %d, short %v, dropped %v", c.Length, c.Short, c.Dropped)
	}

	c, err = x.Best(Post{Text: long.Text, Short: "Cerró."})
	if err != nil || !c.Short || c.Text != "Cerró." {
		t.Errorf("%+v, %v: the short text was not taken or not said", c, err)
	}

	var tooLong *TooLongError
	if _, err = x.Best(long, long); !errors.As(err, &tooLong) || tooLong.Over() != 20 {
		t.Errorf("got %v, want 20 too long", err)
	}
	if c, err = x.Best(); err != nil || c.Text != "" {
		t.Errorf("of nothing: %+v, %v", c, err)
	}
}

// A tag is carried or dropped, never both and never neither.
func TestBestTags(t *testing.T) {
	tags := []Tag{"LibrosYa", "Lectura", "MásLibros"}
	for _, p := range Platforms() {
		if p.MaxTags < 0 {
			continue // its words stay, as words
		}
		for _, text := range []string{"Cerró la biblioteca.", "Hoy #librosya.", strings.Repeat("a", max(1, p.MaxLength-12))} {
			c, err := p.Best(Post{Text: text, Tags: tags})
			if err != nil {
				continue
			}
			for _, tag := range tags {
				if carried := strings.Contains(Tag(c.Text).Key(), tag.Key()); carried == slices.Contains(c.Dropped, tag) {
					t.Errorf("%s: %v carried %v, dropped %v: %q", p.ID, tag, carried, c.Dropped, c.Text)
				}
			}
		}
	}
}
