package text

import (
	"strings"
	"testing"
)

// TestDates: the parts of a date hold together in every language of the file;
// "_" stands for a space that does not break. Of a long date in Spanish or
// Portuguese the year may go to the next line; of a month and a year it may not.
func TestDates(t *testing.T) {
	for _, want := range []string{
		"el 7_de_julio de_2030", "en julio_de_2030", "el 1º_de_enero", "a 7_de_março de_2030",
		"on July_7,_2030", "on Nov._12,_2030", "on 7_July_2030", "le 1er_janvier_2030", "le 7_août", "am 7._Juli_2030", "il 1º_luglio_2030",
		"se 7._heinäkuuta_2030", "do 7_lipca_2030", "это 7_июля_2030", "στις 7_Ιουλίου_2030", "da 7_Temmuz_2030",
		"يوم 7_يوليو_2030", "ב 7_ביולי_2030", "le 7_jiyè_2030", "el 7_d’agost", "we marched 7 times", "tell me 5 things", "de 7 libros", "in 7 rooms",
	} {
		text := []rune(strings.ReplaceAll(want, "_", " "))
		glue(text)
		if got := strings.ReplaceAll(string(text), string(nbsp), "_"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
