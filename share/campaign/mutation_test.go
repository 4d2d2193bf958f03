package campaign

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// cleanFiles is a campaign in which there is nothing to find: two facts, their
// words and their letters, about a library that does not exist.
func cleanFiles(t *testing.T) map[string]string {
	t.Helper()
	files, clean := map[string]string{}, os.DirFS("testdata/sentences/clean")
	err := fs.WalkDir(clean, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(clean, name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// found is everything above a note that loading or checking a campaign says.
func found(files map[string]string) []string {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	c, err := Load(context.Background(), fsys)
	var all []string
	for _, m := range Mistakes(err) {
		all = append(all, "refused: "+m.Error())
	}
	if err != nil {
		return all
	}
	for _, f := range c.Check(day(2026, 3, 2)) {
		if f.Severity > Note {
			all = append(all, f.Severity.String()+": "+f.Error())
		}
	}
	return all
}

func TestCleanCampaign(t *testing.T) {
	for _, f := range found(cleanFiles(t)) {
		t.Error(f)
	}
}

// spread are harms that are found in every language of what they touch.
var spread = []string{"letter that is copied", "expired", "retracted under a letter"}

// TestPlantedHarm plants each kind of harm once in the clean campaign and
// wants it found where it is, once, with its reason and a way to mend it.
func TestPlantedHarm(t *testing.T) {
	claim, reclamo := "In 2025 the library had 412 readers.", "En 2025 la biblioteca tuvo 412 lectores."
	en, es := "The library has readers.", "La biblioteca tiene lectores."
	for _, m := range []struct{ harm, file, old, new, want string }{
		// What is not sourced, attributed or dated does not load.
		{"no source", "facts.yaml", `    source: {publisher: Old Mill Yearbook, url: "https://oldmill.example/yearbook", published: 2026-01-15}` + "\n", "",
			"refused: facts.yaml:2:5: source: is missing"},
		{"no publisher", "facts.yaml", "publisher: Old Mill Yearbook, ", "", "refused: facts.yaml:9:14: source.publisher"},
		{"no attribution", "facts.yaml", "    attribution: {en: according to its yearbook, es: según su anuario}\n", "",
			"refused: facts.yaml:2:5: attribution: is missing"},
		{"no date", "facts.yaml", "    as_of: 2026-01-15\n    review", "    review", "refused: facts.yaml:2:5: as_of: is missing"},
		{"no translation", "facts.yaml", ", es: " + reclamo, "", "refused: facts.yaml:5:"},
		{"no letter in Spanish", "letters/es/mayor.md", "", "", "refused: letters/en/mayor.md"},
		{"http source", "facts.yaml", "https://oldmill.example/yearbook", "http://oldmill.example/yearbook", "refused: facts.yaml:9:"},
		{"javascript source", "facts.yaml", "https://oldmill.example/yearbook", "javascript:alert(1)", "refused: facts.yaml:9:"},
		{"turned around", "facts.yaml", claim, "In 2025 \u202ethe library had 412 readers.", "refused: facts.yaml:5:"},
		{"letter that is copied", "letters/en/mayor.md", ", own: true", "", "refused: letters/en/mayor.md"},

		// What is out of date.
		{"expired", "facts.yaml", "expires: 2027-12-31", "expires: 2026-02-28", "error: facts.yaml:12: error: readers expired on 2026-02-28"},
		{"to be reviewed", "facts.yaml", "review_after: 2026-12-31", "review_after: 2026-02-28", "warning: facts.yaml:11: warning: readers was to be reviewed"},
		{"superseded without a successor", "facts.yaml", "    expires: 2027-12-31\n", "    status: superseded\n",
			"refused: facts.yaml:2:5: superseded_by: is missing"},
		{"retracted under a letter", "facts.yaml", "    expires: 2027-12-31\n", "    status: retracted\n",
			"warning: letters/en/mayor.md:7: warning: the letter mayor rests on readers"},

		// What would be added up.
		{"mixed figures in a chart", "facts.yaml", `stat: {value: "412"}}`, `stat: {value: "412"}, also: [loans]}`,
			"error: facts.yaml:7: error: readers draws figures of loans"},
		{"mixed figures in a post", "threads.yaml", "en: [{facts: [readers]", "en: [{facts: [readers, loans]",
			"warning: threads.yaml:6: warning: readers and loans rest on different counts"},

		// What leads to private people.
		{"street", "facts.yaml", claim, "She reads at 12 Old Mill Road.", `error: facts.yaml:5: error: "12 O…" is a street address`},
		{"street in Spanish", "facts.yaml", reclamo, "Lee en la calle Los Pinos 24.", `error: facts.yaml:5: error: "call…" is a street address`},
		{"phone", "letters/en/mayor.md", en, "Call 555-010-0123.", `error: letters/en/mayor.md:14: error: "555-…" is a phone number`},
		{"phone in Spanish", "letters/es/mayor.md", es, "Llama al 2555-0101.", `error: letters/es/mayor.md:14: error: "2555…" is a phone number`},
		{"mail", "pages/en/library.md", "It is open", "Ask ann@mill.example. It is open", `error: pages/en/library.md:5: error: "ann@…" is an e-mail address`},
		{"file number", "captions.yaml", "Tell the council", "File A123456789. Tell the council",
			`error: captions.yaml:7: error: "A123…" is an immigration file number`},
		{"birth date", "threads.yaml", "It lends books.", "He was born on 4 May 1990.", `error: threads.yaml:6: error: "born…" is a date of birth`},
		{"birth date in Spanish", "threads.yaml", "Presta libros.", "Nacido el 4/5/1990.", `error: threads.yaml:7: error: "Naci…" is a date of birth`},
		{"place", "facts.yaml", claim, "\"It stands at 13.6894, -89.1872.\"", `error: facts.yaml:5: error: "13.6…" is a place on the map`},
		{"plate", "facts.yaml", claim, "A van with license plate ABC-1234 came.", `error: facts.yaml:5: error: "lice…" is a number plate`},
		{"plate in Spanish", "facts.yaml", reclamo, "Llegó un auto con placa P123-456.", `error: facts.yaml:5: error: "plac…" is a number plate`},
		{"social security", "facts.yaml", claim, "No. 123-45-6789 reads.", `error: facts.yaml:5: error: "123-…" is a social security number`},
		{"caveat that names a street", "facts.yaml", "    action: come\n", "    action: come\n    caveats: [She lives at 12 Old Mill Road.]\n",
			`error: facts.yaml:9: error: "12 O…" is a street address`},

		// What follows its readers.
		{"link-shortened", "letters/en/mayor.md", en, "See https://bit.ly/mill", "error: letters/en/mayor.md:14: error: bit.ly hides"},
		{"link-tracked", "facts.yaml", "https://oldmill.example/yearbook", "https://oldmill.example/yearbook?utm_source=x",
			`error: facts.yaml:9: error: "utm_source" in oldmill.example`},
		{"not encrypted", "pages/es/library.md", "Está abierta", "http://oldmill.example Está abierta",
			"warning: pages/es/library.md:5: warning: http://oldmill.example is not encrypted"},

		// What strips people of dignity or claims too much.
		{"illegal", "letters/en/mayor.md", en, "Illegal immigrants read there.", `warning: letters/en/mayor.md:14: warning: "Illegal immigrants"`},
		{"illegal in Spanish", "letters/es/mayor.md", es, "Los ilegales leen allí.", `warning: letters/es/mayor.md:14: warning: "Los ilegales"`},
		{"not a criminal", "captions.yaml", "Tell the council", "He is not a criminal. Tell the council", `warning: captions.yaml:7: warning: "not a criminal"`},
		{"not a criminal in Spanish", "captions.yaml", "Cuéntale al concejo", "No es un delincuente. Cuéntale al concejo",
			`warning: captions.yaml:10: warning: "No es un delincuente"`},
		{"guilt", "facts.yaml", claim, "Robin Q. Example is guilty of it.",
			`warning: facts.yaml:5: warning: "Robin Q. Example is guilty": it says that a named person is guilty`},
		{"guilt in Spanish", "facts.yaml", reclamo, "Robin Ejemplo es un asesino.", `warning: facts.yaml:5: warning: "Robin Ejemplo es un asesino"`},
		{"election", "threads.yaml", "It lends books.", "Vote for Ana Example.", `warning: threads.yaml:6: warning: "Vote for": it takes sides in an election`},
		{"election in Spanish", "threads.yaml", "Presta libros.", "Vota por Ana Ejemplo.", `warning: threads.yaml:7: warning: "Vota por"`},
		{"camp", "facts.yaml", claim, "It is a concentration camp.", `warning: facts.yaml:5: warning: "concentration camp"`},
		{"camp in Spanish", "facts.yaml", reclamo, "Es un campo de concentración.", `warning: facts.yaml:5: warning: "campo de concentración"`},
		{"innocent", "facts.yaml", claim, "Innocent readers came.", `warning: facts.yaml:5: warning: "Innocent"`},
		{"innocent in Spanish", "facts.yaml", reclamo, "Son inocentes.", `warning: facts.yaml:5: warning: "inocentes"`},

		// What platforms and readers take badly.
		{"alt text typed otherwise", "captions.yaml", "Have you borrowed a book there? Tell the council what it meant to you.", "ROWS of readers!",
			"warning: captions.yaml:7: warning: readers: caption 2 in en says what the picture's alt text says"},
		{"alike", "captions.yaml", "Have you borrowed a book there? Tell the council what it meant to you.",
			"Four hundred and twelve people read at the Old Mill that year.", "warning: captions.yaml:7: warning: readers: captions 1 and 2 in en are"},
		{"alt text as caption", "captions.yaml", "Have you borrowed a book there? Tell the council what it meant to you.", "Rows of readers",
			"warning: captions.yaml:7: warning: readers: caption 2 in en says what the picture's alt text says"},
		{"tag", "campaign.yaml", "SaveTheOldMill", "savetheoldmill", "warning: campaign.yaml:5: warning: #savetheoldmill reads as one word"},
		{"long part", "threads.yaml", "It lends books.", strings.Repeat("It lends books. ", 20), "refused: threads.yaml:6:"},
	} {
		t.Run(m.harm, func(t *testing.T) {
			files := cleanFiles(t)
			if m.old == "" {
				delete(files, m.file)
			} else {
				if strings.Count(files[m.file], m.old) != 1 && m.file != "facts.yaml" {
					t.Fatalf("%s has %q %d times", m.file, m.old, strings.Count(files[m.file], m.old))
				}
				files[m.file] = strings.Replace(files[m.file], m.old, m.new, 1)
			}
			got := found(files)
			if !slices.ContainsFunc(got, func(f string) bool { return strings.HasPrefix(f, m.want) }) {
				t.Errorf("want %s, found\n%s", m.want, strings.Join(got, "\n"))
			}
			if len(got) != 1 && !slices.Contains(spread, m.harm) {
				t.Errorf("found\n%s", strings.Join(got, "\n"))
			}
			for _, f := range got {
				if !strings.Contains(f, "; ") && !strings.Contains(f, "refused") {
					t.Errorf("no way to mend it: %s", f)
				}
			}
		})
	}
}
