package campaign

import "testing"

// TestSurname: salutations greet by the surname, and by the whole name where
// nobody can be sure which that is.
func TestSurname(t *testing.T) {
	for name, want := range map[string]string{
		"Ana Ruiz": "Ruiz", "Chris Van Example": "Van Example", "Ana Cortez Ejemplo": "Cortez Ejemplo",
		"John Sample Jr.": "Sample", "Ana Ruiz, M.D.": "Ruiz", "Ana Ruiz M.D.": "Ruiz", "Paul Sample III": "Sample",
		"John Q. Sample": "Sample", "J. Q. Sample": "Sample", "Sen. Ana Ruiz": "Ruiz", "Senadora Ana Ruiz": "Ruiz",
		"María de la Muestra": "de la Muestra", "Ana Gómez del Ejemplo": "Gómez del Ejemplo",
		"Ana López Ejemplo": "López Ejemplo", "Mary Ann Sample": "Mary Ann Sample", "Ana Prado Muestra": "Ana Prado Muestra",
		"Sample": "Sample", "": "", "  Ana   Ruiz  ": "Ruiz", "Jr.": "Jr.", "Ana Ejemplo-Muestra": "Ejemplo-Muestra",
	} {
		if got := (&Recipient{Name: name}).Surname(); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	given := Recipient{Name: "Mary Ann Sample", LastName: "Ann Sample"}
	if got := given.Surname(); got != "Ann Sample" {
		t.Errorf("a surname that is given: %q", got)
	}
}
