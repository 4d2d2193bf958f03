package text

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// order is a passage as its letters stand from left to right.
func order(t *testing.T, s, lang string) string {
	t.Helper()
	text := []rune(s)
	level := newShaperState().levels(text, true)
	holdLeft(text, level)
	return inOrderOf(text, level)
}

// TestHeldLeft: what is dialled or typed reads in text from right to left as it
// does alone.
func TestHeldLeft(t *testing.T) {
	for _, held := range []string{
		"+1 (503) 555-0123", "(503) 555-0123", "503-555-0123", "+49 30 901820", "1 250 000", "01.02.2031",
		"+٩٦٦ ٥٥ ١٢٣ ٤٥٦٧", "۰۳۰۰-۱۲۳۴۵۶۷", "555-0100", "03-555-0100", "*6050",
		"https://example.org/a/", "example.org/hearing?x=1", "council@millbrook.example", "https://example.org/2031/03/",
	} {
		for _, s := range []string{"אבג " + held, "אבג " + held + " דהו", held + " אבג", "ابج " + held + " دهو"} {
			if got := order(t, s, "he"); !strings.Contains(got, held) {
				t.Errorf("%q is drawn %q", s, got)
			}
		}
	}
	for s, want := range map[string]string{
		"اب 2030-2031": "2031-2030 با", "אבג 1990 – 2000": "2000 – 1990 גבא", "אבג 62% (2030)": ")2030( 62% גבא", "אבג.": ".גבא",
	} {
		if got := order(t, s, "he"); got != want {
			t.Errorf("%q is drawn %q, want %q", s, got, want)
		}
	}
}

// TestSoftHyphen shows a hyphen where a line ends at a soft one, and nowhere
// else, and counts its width.
func TestSoftHyphen(t *testing.T) {
	p := passage(t, "Gemeinde\u00adbibliotheks\u00adöffnungs\u00adzeiten", "de")
	if whole, plain := p.Whole(), passage(t, "Gemeindebibliotheksöffnungszeiten", "de").Whole(); len(visible(whole)) != len(visible(plain)) {
		t.Errorf("%d glyphs on one line, want %d", len(visible(whole)), len(visible(plain)))
	}
	broken := false
	for width := p.Widest(); width < p.Width(); width += 0.05 {
		lines := p.Lines(width)
		for i, l := range lines {
			if l.Width > width+1e-6 {
				t.Fatalf("line %q is %.2f em wide in a column of %.2f", l.Text, l.Width, width)
			}
			last := visible(l)[len(visible(l))-1]
			shows := last.Cluster > 0 && strings.HasSuffix(l.Text, "\u00ad") && last.Text == ""
			if ends := i < len(lines)-1; ends != shows {
				t.Fatalf("line %q of %q: a hyphen %v", l.Text, texts(lines), shows)
			}
			broken = broken || i > 0
		}
	}
	if !broken {
		t.Error("the word is broken nowhere")
	}
}

func visible(l Line) (all []Glyph) {
	for _, g := range l.Glyphs {
		if o := g.Font.Outline(g.ID); o.MaxX > o.MinX {
			all = append(all, g)
		}
	}
	return all
}

// TestSeldomDrawn draws what most fonts lack as Unicode says, in a font that has
// none of it.
func TestSeldomDrawn(t *testing.T) {
	plain := passage(t, "6:00\u00a0PM", "en").Width()
	for _, s := range []string{"6:00\u202fPM", "6\u2011pack", "a\u061cb", "a\u2060b", "a\ufeffb", "a\u00adb"} {
		p := passage(t, s, "en")
		if got := p.Whole().Text; got != s {
			t.Errorf("%q is drawn as %q", s, got)
		}
		if strings.Contains(s, "\u202f") && (p.Width() >= plain || p.Words() != 1) {
			t.Errorf("the narrow space is as wide as another, or breaks")
		}
		if strings.Contains(s, "\u2011") && (len(visible(p.Whole())) != 6 || p.Words() != 1) {
			t.Errorf("%q has %d glyphs", s, len(visible(p.Whole())))
		}
		for _, zero := range []string{"\u061c", "\u2060", "\ufeff", "\u00ad"} {
			if want := passage(t, strings.ReplaceAll(s, zero, ""), "en").Width(); strings.Contains(s, zero) && p.Width() != want {
				t.Errorf("%q is %.3f em wide, want %.3f", s, p.Width(), want)
			}
		}
	}
}

// TestCapitals are those of the language.
func TestCapitals(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "straße", "STRASSE"}, {"el", "Άνθρωποι μας", "ΑΝΘΡΩΠΟΙ ΜΑΣ"}, {"tr", "istanbul ılık", "İSTANBUL ILIK"},
		{"nl", "ijsland", "IJSLAND"}, {"lt", "i\u0307\u0300", "\u00cc"}, {"az", "iki", "İKİ"},
	} {
		text := []rune(c.text)
		got, flags := upper(text, make([]bool, len(text)), language.MustParse(c.lang))
		if string(got) != c.want || len(flags) != len(got) {
			t.Errorf("%s %q: %q, want %q", c.lang, c.text, string(got), c.want)
		}
	}
}

// TestWidestWord: a word of several pieces counts whole where it has room.
func TestWidestWord(t *testing.T) {
	p := passage(t, "read on until night", "en")
	p.pieces[2].word = true
	whole := p.width(2, 4)
	if got, cut := p.WidestWord(whole), p.WidestWord(whole-0.01); got != whole || cut != p.Widest() {
		t.Errorf("%v and %v, want %v and %v", got, cut, whole, p.Widest())
	}
}

// TestEastAsianLines are W3C's requirements (jlreq, clreq) that need no
// dictionary: what may not begin or end a line, and what stays together where
// there is room.
func TestEastAsianLines(t *testing.T) {
	for _, c := range []struct {
		lang, before, after string
		word                bool
	}{
		{"ja", "図書館", "は開いている", true}, {"ja", "コンピ", "ューター", true}, {"ja", "図書", "館", true}, {"ja", "食", "べる", true},
		{"ja", "図書館は", "開いている", false}, {"ja", "図書館を", "まもろう", false},
		{"ja", "図書館", "をまもろう", true}, {"ja", "町の", "プール", false}, {"ja", "プール", "開放", false},
		{"zh", "我们", "的图书馆", true}, {"zh", "图书馆", "开放", false}, {"ko", "도서관", "은", false},
	} {
		text := []rune(c.before + c.after)
		if got := eastAsianWord(text, len([]rune(c.before)), c.lang); got != c.word {
			t.Errorf("%s %s|%s: within a word %v", c.lang, c.before, c.after, got)
		}
	}
}
