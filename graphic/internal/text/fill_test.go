package text

import "testing"

// TestFillings: every line of every filling ends within its column, its hyphen
// too. That of a soft hyphen once stood beyond the edge of the card.
func TestFillings(t *testing.T) {
	for text, lang := range map[string]string{
		"Gemeinde\u00adbibliotheks\u00adöffnungs\u00adzeiten\u00adverordnung": "de",
		"Die Büche\u00adrei der Gemein\u00adde bleibt ge\u00adöffnet":         "de",
		"Come to the hearing on Friday":                                       "en",
		"La biblio\u00adteca abre":                                            "es",
	} {
		p := passage(t, text, lang)
		ways := p.Fillings(Limits{Ratio: 3, Least: 0.12, MaxSize: 2})
		if len(ways) == 0 {
			t.Errorf("%q fills nothing", text)
		}
		for i := range ways {
			for n, l := range p.Set(&ways[i]) {
				if w := (l.Ink.MaxX - l.Ink.MinX) * ways[i].Sizes[n]; w > 1+1e-9 {
					t.Fatalf("%q: the line %q is %.3f columns wide", text, l.Text, w)
				}
			}
		}
	}
}

// TestLargestLineSpeaks: words of grammar and dates do not make a line that says
// nothing alone, whatever is emphasised.
func TestLargestLineSpeaks(t *testing.T) {
	for words, want := range map[string]bool{
		"AGAINST": true, "CONTRA LA": true, "NI A LA": true, "Neither of the": true,
		"before you": true, "July 18, 2025:": true, "Mayo de 2025": true, "in 2026.": true,
		"against torture": false, "No": false, "62": false, "1798": false, "Article 3:": false, "24 hours": false, "May 18 arrests": false, "65 to 70": false,
	} {
		p := passage(t, words, "en")
		if got := saysNothing(p.pieces); got != want {
			t.Errorf("%q says nothing: %v", words, got)
		}
	}
}

// TestEmphaticStop: the stop after an emphasised word leaves it emphasised.
func TestEmphaticStop(t *testing.T) {
	p := passage(t, "no **reading**, they **say**", "en")
	for i, want := range []bool{false, true, false, true} {
		if got := p.pieces[i].strong; got != want {
			t.Errorf("%q is emphasised: %t", p.pieces[i].text, got)
		}
	}
}

// TestHangs: words that belong to the next line are known in small letters and in
// capitals, and not as names or with a stop.
func TestHangs(t *testing.T) {
	for words, want := range map[string]bool{
		"books for": true, "BOOKS FOR": true, "libros de la": true, "SIN": true,
		"Ask No": false, "books for,": false, "before": false, "readers": false, "THE END": false,
	} {
		p := passage(t, words, "en")
		if got := p.pieces[len(p.pieces)-1].hangs(); got != want {
			t.Errorf("%q hangs: %v", words, got)
		}
	}
}
