package text

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// How a line may end at a place: freely, only where nothing else fits, or never.
const (
	free = '|'
	hard = '¦'
	held = '×'
)

// lineRules are W3C's requirements for text layout as far as they say where
// lines end: jlreq (Japanese), clreq (Chinese), klreq (Korean), alreq (Arabic and
// Persian), hlreq (Hebrew); read on November 30, 2026. In each text the signs
// say what may happen at their place. It differs from them on purpose: lines are
// ragged, so nothing is stretched or squeezed, neither by kashida (alreq 5.5) nor
// by spaces (jlreq 3.8); and words of Japanese and Korean stay whole where they
// can, as in display type, though jlreq 3.1.7 and klreq let a line end anywhere.
var lineRules = []struct{ of, lang, text string }{
	{"jlreq 3.1.7: no line begins with a closing mark", "ja", "開館×。|今日×、|夏×」|秋×）|冬×！|春×？"},
	{"jlreq 3.1.7: nor with a mark of repetition, a long vowel or a small letter", "ja", "人×々|プ×ー¦ル¦キ×ャ¦ン¦プ¦あ×っ¦ち×ょ"},
	{"jlreq 3.1.7: nor with a middle dot or a colon", "ja", "図書×・|館×：|町"},
	{"jlreq 3.1.8: no line ends with an opening mark", "ja", "町|「×図¦書|（×館|『×夏"},
	{"jlreq 3.1.10: dashes and leaders are one", "ja", "夏|—×—|冬×…×…"},
	{"jlreq 3.1.10: numbers hold together, and with their unit", "ja", "今¦年|2031×年|3,400×人|75×%"},
	{"dates and times hold together where they can", "ja", "2×0×3×1×年¦3×月¦4×日¦午¦後¦6×時"},
	{"the same in Chinese and Korean", "zh", "在|2031×年¦3×月¦4×日|下|午¦6×点"}, {"", "ko", "2×0×3×1×년× 3×월× 4×일 |개관"},
	{"a particle does not begin a line", "ja", "「×図¦書¦館×」¦を|B×B×C¦は|7×5×%¦が|開¦く"},
	{"words of Japanese stay whole where they can", "ja", "図¦書¦館¦は|開¦い¦て¦い¦る"},
	{"jlreq 3.1.7, and the card is in another language", "en", "図¦書¦館¦は|開¦い¦て¦い¦る×。"},
	{"jlreq, and the card has no language", "und", "見¦出¦し|プ×ー¦ル"},
	{"clreq 3.1.2: no line begins with a mark that ends", "zh", "开放×。|今天×，|夏×；|秋×：|冬×！|春×？|图×、|书×》|馆×”"},
	{"clreq 3.1.2: no line ends with a mark that begins", "zh", "我|《×图|（×馆|「×夏"},
	{"clreq 3.1.4: a dash and a leader are one", "zh", "夏|—×—|冬×…×…"},
	{"clreq: Latin words and numbers are one", "zh-Hant", "看|BBC|說|3,400×人"},
	{"a particle does not begin a line", "zh", "我¦们|开|放¦的|图|书|馆"},
	{"the same without a language", "und", "开|放¦的|图|书|馆"},
	{"klreq: a line ends between words", "ko", "도×서×관×은 |일×요×일×에 |열×려×요"},
	{"the same in a card in English", "en", "The 도×서×관×은 |is |open"},
	{"hlreq 3.1: a maqaf stays with the word before it", "he", "בית×־|ספר |פתוח"},
	{"hlreq: gershayim and geresh are parts of words", "he", "מנכ×\"×ל |צ×'×יפס"},
	{"hlreq: points stay on their letter", "he", "ש×ָ×לום |עולם"},
	{"alreq 4.2: no line begins with a mark", "ar", "نعم×، |لا×؟ |قف×!"},
	{"alreq: letters that join are never parted, also by tatweel", "ar", "مكتبـ×ـة |مفتوحة"},
	{"alreq: a half-space (ZWNJ) is within a word", "fa", "می×\u200c×خواهیم |بمانیم"},
	{"alreq: Persian and Arabic figures are one", "fa", "۱۲×٬×۳۴۵ |نفر"},
}

// TestW3C holds the ends of lines to W3C's requirements.
func TestW3C(t *testing.T) {
	for _, c := range lineRules {
		var text []rune
		want := map[int]rune{}
		for _, r := range c.text {
			if r == free || r == hard || r == held {
				want[len(text)] = r
			} else {
				text = append(text, r)
			}
		}
		p := &Passage{Style: style(t)}
		p.cut(text, make([]bool, len(text)), []run{{end: len(text)}}, c.lang)
		at, got := 0, map[int]rune{}
		for i := range p.pieces[:len(p.pieces)-1] {
			at += p.pieces[i].runes
			if got[at] = free; p.pieces[i].soft {
				got[at] = hard
			}
		}
		for i, w := range want {
			g, ends := got[i]
			if !ends {
				g = held
			}
			if g != w {
				t.Errorf("%s (%s): %s%c%s, want %c", c.of, c.lang, string(text[:i]), g, string(text[i:]), w)
			}
		}
	}
}

// TestW3CShapes are requirements of alreq for how words look, in a font that has
// the script: letters join over tatweel, emphasis and points; a ZWNJ parts them;
// nothing is spaced out; brackets and figures stand as UAX #9 has them.
func TestW3CShapes(t *testing.T) {
	f := arabic(t)
	shaped := func(s string, st *Style) []Glyph {
		t.Helper()
		p, err := Shape(s, st, language.Arabic)
		if err != nil {
			t.Fatal(err)
		}
		return p.Whole().Glyphs
	}
	ids := func(glyphs []Glyph) (all []ID) {
		for _, g := range glyphs {
			all = append(all, g.ID)
		}
		return all
	}
	plain := &Style{Font: f}
	for _, c := range []struct{ of, a, b string }{
		{"emphasis within a word leaves its letters joined", "مكتبة", "مك**تبة**"},
		{"an emphasised word has the same letters", "مكتبة", "**مكتبة**"},
	} {
		if a, b := ids(shaped(c.a, plain)), ids(shaped(c.b, plain)); !slices.Equal(a, b) {
			t.Errorf("%s: %v and %v", c.of, a, b)
		}
	}
	joined, apart := ids(shaped("بب", plain)), ids(shaped("ب\u200cب", plain))
	if slices.Equal(joined, apart[:min(2, len(apart))]) {
		t.Error("a ZWNJ leaves letters joined")
	}
	if with := ids(shaped("بـب", plain)); len(with) != 3 || with[0] != joined[0] || with[2] != joined[1] {
		t.Errorf("letters do not join over tatweel: %v, %v", with, joined)
	}
	if lam := ids(shaped("لا", plain)); len(lam) > 2 || slices.Equal(lam, ids(shaped("ل\u200cا", plain))) {
		t.Errorf("lam and alef are no ligature: %v", lam)
	}
	spaced, tight := shaped("مكتبة", &Style{Font: f, Tracking: 0.1}), shaped("مكتبة", plain)
	if spaced[0].X != tight[0].X {
		t.Error("letters that join are spaced out")
	}
	var order strings.Builder
	for _, g := range shaped("صف (٦٢) ٧٥٪", plain) {
		order.WriteString(g.Text)
	}
	if got := order.String(); !strings.HasPrefix(got, "٪٧٥") && !strings.HasPrefix(got, "٧٥٪") || !strings.Contains(got, "٦٢") {
		t.Errorf("from left to right: %q", got)
	}
}

func arabic(t *testing.T) *Font {
	t.Helper()
	const name = "../../fonts/ibm-plex/IBMPlexSansArabic_500Medium.ttf"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseFont(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestClinging sets Japanese and Chinese in columns of one em to the whole line:
// where the particles fit with what they follow, none begins a line.
func TestClinging(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"ja", "図書館は開いている。町の古いプールで75%の人が「夏」を待った"}, {"ja", "図書館閉鎖反対集会に参加"}, {"zh", "图书馆开放的时候我们看了书"},
	} {
		text := []rune(c.text)
		p := &Passage{Style: style(t)}
		p.cut(text, make([]bool, len(text)), []run{{end: len(text)}}, c.lang)
		for i := range p.pieces {
			p.pieces[i].width = float64(p.pieces[i].runes)
		}
		longest := 0.0
		for from, to := 0, 0; to < len(p.pieces); to++ {
			if !p.pieces[to].clinging {
				longest, from = max(longest, p.width(from, to+1)), to+1
			}
		}
		for width := longest; width <= float64(len(text)); width++ {
			for _, cuts := range [][]int{p.balance(width), p.greedy(width)} {
				for _, cut := range cuts[1 : len(cuts)-1] {
					if p.pieces[cut-1].clinging {
						t.Errorf("%s, %g em: a line begins with %s", c.text, width, p.pieces[cut].text)
					}
				}
			}
		}
	}
}
