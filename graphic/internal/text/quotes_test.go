package text

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// rows are those of a table in testdata with a number of columns. What is not
// seen is written as in Go.
func rows(t *testing.T, name string, columns int) (all [][]string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	unseen := strings.NewReplacer(`\u00a0`, "\u00a0", `\u200c`, "\u200c", `\u202f`, "\u202f")
	for line := range strings.Lines(unseen.Replace(string(data))) {
		if line[0] == '#' {
			continue
		}
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(row) != columns {
			t.Fatalf("%s: %q", name, row)
		}
		all = append(all, row)
	}
	return all
}

// TestCurl turns what typewriters have into the marks of a language, and leaves
// what is no quotation alone.
func TestCurl(t *testing.T) {
	for _, c := range rows(t, "curl", 3) {
		lang, want := c[0], c[2]
		runes, flags := []rune(c[1]), make([]bool, len([]rune(c[1])))
		curl(runes, lang)
		runes, flags = spaced(runes, flags, language.MustParse(lang))
		if got := string(runes); got != want || len(flags) != len(runes) {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

// TestQuotesFile: every language of the file is one, and stands there once.
func TestQuotesFile(t *testing.T) {
	seen := make(map[string]bool)
	for line := range strings.Lines(quotesFile) {
		words := strings.Fields(line)
		if words[0] == "#" {
			continue
		}
		for i, w := range words {
			switch {
			case i < 4 && len([]rune(w)) != 1:
				t.Errorf("%q is no mark", w)
			case i >= 4 && seen[w]:
				t.Errorf("%s stands twice", w)
			case i >= 4:
				seen[w] = true
				if _, err := language.Parse(w); err != nil {
					t.Errorf("%s: %v", w, err)
				}
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d languages", len(seen))
	}
}

// TestGlueDigits: numbers of other scripts hold together too.
func TestGlueDigits(t *testing.T) {
	for _, s := range []string{"دفع ١~٢٥٠~٠٠٠ شخص", "حدود ۱~۲۵۰~۰۰۰ نفر", "कुल १~२५०~००० लोग", "اتصل ٠٥~١٢~٣٤~٥٦~٧٨ اليوم"} {
		r := []rune(strings.ReplaceAll(s, "~", " "))
		if glue(r); strings.ReplaceAll(string(r), string(nbsp), "~") != s {
			t.Errorf("%q, want %q", string(r), s)
		}
	}
}

// TestHolds: no line ends within a number, a date or what belongs to them,
// however narrow the column.
func TestHolds(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"es", "Hay _110 000_ lectores en _1 250_ casas"}, {"fr", "Coût _5 000 000_ euros en tout"}, {"fr", "Il coûte _20 €_ ou _75 %_ du prix"},
		{"en", "Source: Millbrook Town Council, _Nov 12, 2031_"}, {"en", "Read on _September 3, 2031_, at noon"}, {"en", "under _§ 4_ of it"},
		{"es", "El _7 de julio_ _de 2031_ abrió"}, {"es", "Desde _marzo_ _de 2031_ abre"}, {"en", "about _$4.76 million_ a year"}, {"en", "by _12 people_"},
		{"fr", "Combien de _lecteurs ?_"}, {"en", "See _20 °C_ or _p. 12_, _42 CFR 93_ and _5 U.S.C. 552_ here"}, {"es", "Ven a las _8 p. m._ o lee la _pág. 12_ del _N.º 5_ hoy"},
		{"es", "Cuesta _US$ 20_ o _$ 20_, dice la _Dra. Ruiz_ hoy"}, {"en", "The report of _J. K. Lee_ and _Dr. Smith_ says so"}, {"fr", "De _18 h 30_ à _20 h_ chez _Mme Roux_ ici"},
		{"de", "Um _18.30 Uhr_, _z. B._ in _Nr. 5_ oder _S. 12_ da"}, {"es", "Mide _100 m²_, _p. ej._ de _3 × 4_ aquí"},
		{"en", "as told in _The Texas Tribune_ today, _10 a.m._ sharp"}, {"pt", "Custa _R$ 50_ e dura _2 milhões_ de anos"}, {"sv", "Det kostar _12 500 kr_ idag"},
		{"en", "about _CHF 1 000_ or _US$1 000_ or _₹12 000_ or _(1 000 000_ a day) today"}, {"es", "son _“1 250_ personas” o _¿2 000?_ o _−1 000 °C_ o _20° C_ hoy"},
		{"fr", "Coût _5\u2009000\u2009€_ et «\u2009_Oui\u2009_» ici"},
		{"fr", "Appelez le _06 12 34 56 78_ ou le _+41 44 668 18 00_ demain"}, {"en", "on _July 4th, 2031_ at noon, a _3 x 4_ sheet of _5 ½_ feet"}, {"es", "El _1.º de mayo_ del _siglo XXI_, con _5 M€_ o _20 km/h_ de Juan"},
		{"es", "de _julio_ a _agosto_"}, {"es", "De 2031 a _marzo_ _de 2032_"}, {"es", " de 2031"},
	} {
		p := passage(t, strings.ReplaceAll(c.text, "_", ""), c.lang)
		var lines []string
		for width := p.Widest(); width < p.Width(); width += 0.05 {
			lines = append(lines, texts(p.Lines(width))...)
		}
		for i, whole := range strings.Split(c.text, "_") {
			if i%2 == 0 {
				continue
			}
			for _, l := range lines {
				l = strings.NewReplacer(string(nbsp), " ", string(nnbsp), " ", "\u2009", " ").Replace(l)
				if words := strings.Fields(whole); strings.HasSuffix(" "+l, " "+words[0]) && len(words) > 1 {
					t.Fatalf("%q: a line ends within %q: %q", c.text, whole, l)
				}
			}
		}
	}
}
