package campaign

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// peopled is a campaign about a library with two councillors.
func peopled(files ...string) fstest.MapFS {
	all := folder("campaign.yaml", libraryHead, "facts.yaml", libraryFacts,
		"contacts.yaml", "contacts: [{id: town, label: Town hall, url: \"https://millbrook.example/council\"}]\n",
		"offices.yaml", `offices:
  - {id: councillor, title: {en: Councillor, es: Concejalía}, greeting: {en: Dear Councillor, es: A la oficina de}, in_sentence: {en: Councillor, es: la oficina de}, finder: town}
  - {id: councillor-f, title: {es: Concejala, en: Councillor}, greeting: {es: Estimada concejala, en: Dear Councillor}}
  - {id: alderman, like: councillor, title: Alderman, greeting: Dear Alderman, in_sentence: Alderman}
committees: [{id: culture, name: {en: Culture, es: Cultura}}]
`,
		"areas.yaml", "areas: [{code: North, name: {en: North, es: Norte}, codes: \"10-12 1399\", seats: [{office: councillor, n: 1}]}]\n",
		"people.yaml", `as_of: 2026-01-15
people:
  - {id: ana, name: Ana Prado Example, last_name: Prado Example, office: councillor-f, state: North, phone: "+1 555 010 0142", committees: [culture], until: 2027-05-02}
`)
	for i := 0; i < len(files); i += 2 {
		all[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return all
}

func TestPeople(t *testing.T) {
	c, err := Load(context.Background(), peopled())
	if err != nil {
		t.Fatal(err)
	}
	w, ok := c.Offices.Words("councillor-f")
	if !ok || w.Greeting.In("es") != "Estimada concejala" || w.InSentence.In("es") != "la oficina de" || w.Finder != "town" {
		t.Errorf("what a woman leaves out is not that of the kind: %+v", w)
	}
	if !c.Offices.Gets("alderman", "councillor") || c.Offices.Gets("councillor", "alderman") || !c.Offices.Gets("councillor-f", "councillor") {
		t.Error("letters reach another office")
	}
	s := Slot{From: FromOffice, As: AsInSentence}
	var ids []string
	for _, o := range c.SlotOffices(&Letter{Lang: "es", Office: "councillor"}, &s) {
		ids = append(ids, o.ID+"="+o.Name)
	}
	if want := []string{"councillor=la oficina de", "councillor-f=la oficina de", "alderman=Alderman"}; !slices.Equal(ids, want) {
		t.Errorf("a slot offers %q, want %q", ids, want)
	}
}

func TestPeopleMistakes(t *testing.T) {
	person := func(more string) string {
		return "as_of: 2026-01-15\npeople:\n  - {id: a, name: A, office: councillor, " + more + "}\n"
	}
	for name, test := range map[string]struct{ file, data, want string }{
		"no day": {"people.yaml", "people: [{id: a, name: A, office: councillor, state: North}]\n", "people.yaml:1:1: as_of: is missing"},
		"name":   {"people.yaml", "as_of: 2026-01-15\npeople:\n  - {id: a, office: councillor, state: North}\n", "people.yaml:3:6: name: is missing"},
		"office": {"people.yaml", person("state: North") + "  - {id: b, name: B, office: mayor, state: North}\n",
			`people.yaml:4:30: office: there is no office "mayor"`},
		"area":      {"people.yaml", person("state: Nroth"), `people.yaml:3:49: state: there is no area "Nroth"; did you mean "North"?`},
		"committee": {"people.yaml", person("state: North, committees: [sport]"), `there is no committee "sport"`},
		"phone":     {"people.yaml", person("state: North, phone: 555-0142"), `phone: "555-0142" cannot be dialled`},
		"private":   {"people.yaml", person("state: North, birthday: 1970-01-01"), `unknown key "birthday"`},
		"twice":     {"people.yaml", person("state: North") + "  - {id: a, name: B, office: councillor, state: North}\n", "people.yaml:4:10: "},
		"codes":     {"areas.yaml", "areas: [{code: North, name: North, codes: \"12-1\"}]\n", `areas.yaml:1:43: codes: "12-1" is neither the beginning`},
		"seats":     {"areas.yaml", "areas: [{code: North, name: North, seats: [{office: mayor, n: 1}]}]\n", `there is no office "mayor"`},
		"code":      {"areas.yaml", "areas: [{code: N-1, name: North}]\n", `"N-1" is not the code of an area`},
		"finder":    {"offices.yaml", "offices: [{id: councillor, title: A, greeting: A, in_sentence: A, finder: nobody}]\n", `there is no contact "nobody"`},
		"like":      {"offices.yaml", "offices: [{id: councillor, title: A, greeting: A, in_sentence: A, like: mayor}]\n", `there is no office "mayor"`},
	} {
		_, err := Load(context.Background(), peopled(test.file, test.data))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got\n%v\nwant %s", name, err, test.want)
		}
	}
}

// A list of one's own takes the place of the built-in one.
func TestPeopleReplace(t *testing.T) {
	c, err := Load(context.Background(), folder("campaign.yaml", extending, "people.yaml",
		"as_of: 2026-11-01\ndial: \"+1\"\npeople: [{id: a, name: A Example, office: senator, state: NV}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.People.List) != 1 || c.People.Source != (Origin{}) || len(c.Areas.List) != len(Default().Areas.List) {
		t.Errorf("%d people from %v", len(c.People.List), c.People.Source)
	}
	d := Default()
	d.People.List[0].Name = "changed"
	if Default().People.List[0].Name == "changed" {
		t.Error("two copies share a person")
	}
}

// check asks for a new list when it is old, and says when terms have ended.
func TestPeopleOld(t *testing.T) {
	c, err := Load(context.Background(), peopled())
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[Date]string{{2026, 7, 1}: "", {2026, 7, 15}: "warning people-old", {2027, 5, 2}: "warning people-old", {2026, 1, 1}: ""} {
		got := ""
		for _, f := range c.Check(on.First()) {
			if strings.HasPrefix(f.Rule(), "people-") {
				got += f.Severity.String() + " " + f.Rule()
			}
		}
		if got != want {
			t.Errorf("%v: %q, want %q", on, got, want)
		}
	}
	c.People.AsOf = Date{2027, 5, 1}
	for on, want := range map[Date]int{{2027, 5, 2}: 0, {2027, 5, 3}: 1} {
		n := 0
		for _, f := range c.Check(on.First()) {
			if f.Rule() == "people-over" {
				n++
			}
		}
		if n != want {
			t.Errorf("%v: %d", on, n)
		}
	}
}

// Save writes people, offices and areas so that Load reads the same.
func TestPeopleSave(t *testing.T) {
	c, err := Load(context.Background(), peopled())
	if err != nil {
		t.Fatal(err)
	}
	files, err := c.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	again, err := loadFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	if string(again.People.YAML()) != string(c.People.YAML()) || len(again.Offices.List) != 3 || again.Areas.List[0].Codes != "10-12 1399" {
		t.Errorf("%s", files["people.yaml"])
	}
}

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
