package people_test

import (
	"errors"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/letter"
	"github.com/shutdowncecot/toolkit/share/people"
)

var asOf = campaign.Date{Year: 2026, Month: time.June, Day: 15}

func file(t testing.TB, name string) people.File {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return people.File{Name: name, Data: data}
}

func imported(t testing.TB, names ...string) *campaign.Roster {
	t.Helper()
	var files []people.File
	for _, name := range names {
		files = append(files, file(t, name))
	}
	list, err := people.Import(campaign.Default(), asOf, files...)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func by(t *testing.T, list *campaign.Roster, last string) campaign.Person {
	t.Helper()
	for _, p := range list.List {
		if p.LastName == last {
			return p
		}
	}
	t.Fatalf("no %s", last)
	return campaign.Person{}
}

// What cannot be told by the rules of states: territories, districts of a whole
// state, those who are new and have neither an official name nor a telephone.
func TestCongress(t *testing.T) {
	list := imported(t, "legislators.yaml", "membership.yaml", "offices.yaml")
	if n := len(list.List); n != 17 {
		t.Errorf("%d people", n)
	}
	for last, want := range map[string][3]string{
		"Norton": {"delegate-f", "DC-at-large", "Eleanor Holmes Norton"}, "Hernández Rivera": {"resident-commissioner-m", "PR-at-large", "Pablo José Hernández"},
		"Begich": {"representative-m", "AK-at-large", "Nicholas J. Begich III"}, "Moylan": {"delegate-m", "GU-at-large", "James C. Moylan"},
		"Mejia": {"representative-f", "NJ-11", "Analilia Mejia"}, "Gallagher": {"representative-m", "CA-1", "James Gallagher"},
		"Rosen": {"senator-f", "NV junior", "Jacky Rosen"}, "De La Cruz": {"representative-f", "TX-15", "Monica De La Cruz"},
	} {
		if p := by(t, list, last); p.Office != want[0] || p.Seat() != want[1] || p.Name != want[2] {
			t.Errorf("%s: %s, %s, %s", last, p.Office, p.Seat(), p.Name)
		}
	}
	if p := by(t, list, "Gallagher"); p.Phone+p.URL+p.Address != "" {
		t.Errorf("found %+v where the list has nothing", p)
	}
	if p := by(t, list, "Moylan"); p.FirstName != "James" {
		t.Errorf("first name %q", p.FirstName)
	}
	rosen := by(t, list, "Rosen")
	if rosen.Phone != "(202) 224-6244" || list.Tel(rosen.Phone) != "+12022246244" || len(rosen.Local) != 2 {
		t.Errorf("%+v", rosen)
	}
	if !reflect.DeepEqual(rosen.Committees, []string{"senate-foreign-relations"}) { // Finance is none of the campaign's
		t.Errorf("committees %q", rosen.Committees)
	}
}

// Nothing private of those in office comes into a campaign.
func TestNothingPrivate(t *testing.T) {
	out := string(imported(t, "legislators.yaml", "membership.yaml", "offices.yaml").YAML())
	if found := regexp.MustCompile(`(?i)democrat|republican|independent|birthday|party|19\d\d-|majority|govtrack`).FindString(out); found != "" {
		t.Errorf("the list says %q", found)
	}
}

// One list in three formats is one list, but for what the table does not say.
func TestFormatsAgree(t *testing.T) {
	yaml, json, table := imported(t, "legislators.yaml"), imported(t, "legislators.json"), imported(t, "legislators.csv")
	if !reflect.DeepEqual(yaml, json) {
		t.Error("JSON reads otherwise than YAML")
	}
	for _, p := range yaml.List {
		i := by(t, table, p.LastName)
		if i.Until != p.Until && p.LastName != "Husted" { // appointed: until the next election
			t.Errorf("%s: until %v by the rule, %v in the list", p.Name, i.Until, p.Until)
		}
		i.Rank, i.Until = p.Rank, p.Until
		if !reflect.DeepEqual(i, p) {
			t.Errorf("the table reads otherwise:\n%+v\n%+v", i, p)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for _, list := range []*campaign.Roster{imported(t, "legislators.yaml", "offices.yaml"), &campaign.Default().People} {
		again, err := people.Import(campaign.Default(), list.AsOf, people.File{Name: "people.yaml", Data: list.YAML()})
		if err != nil {
			t.Fatal(err)
		}
		if string(again.YAML()) != string(list.YAML()) {
			t.Error("the list changes as it is written and read")
		}
	}
}

const council = "name;office;state;phone;committees;until;local\n" +
	"Ana Prado Example;councillor-f;North;+44 20 7946 0018;;2027-05-02;Mill Hall: +44 20 7946 0019\n" +
	"Bo Example;councillor-m;South;+44 20 7946 0020;;;\n"

func TestByHand(t *testing.T) {
	list, err := people.Import(&campaign.Campaign{}, asOf, people.File{Name: "council.csv", Data: []byte("\xEF\xBB\xBF" + council)})
	if err != nil {
		t.Fatal(err)
	}
	p := list.List[0]
	if p.ID != "north-ana-prado-example" || list.Tel(p.Phone) != "+442079460018" || p.Local[0].Town != "Mill Hall" || p.Until.Year != 2027 {
		t.Errorf("%+v", p)
	}
}

func TestMistakes(t *testing.T) {
	for name, test := range map[string]struct{ file, data, want string }{
		"column":   {"a.csv", "name,ofice\nA,b\n", `a.csv:1:6: unknown column "ofice"; did you mean "office"?`},
		"missing":  {"a.csv", "name\nA\n", `a.csv:1:1: there is no column "office"`},
		"nobody":   {"a.csv", "name,office\n,mayor\n", `a.csv:2:1: "" has no name`},
		"date":     {"a.csv", "name,office,until\nA,mayor,soon\n", `a.csv:2:1: "soon" is not a date`},
		"phone":    {"a.csv", "name,office,phone\nA,mayor,ask inside\n", `a.csv:2:1: phone: "ask inside" cannot be dialled`},
		"local":    {"a.csv", "name,office,local\nA,mayor,555\n", `a.csv:2:1: "555" is no local office`},
		"address":  {"a.csv", "name,office,url\nB,mayor,https://a.example\nA,mayor,http://a.example\n", `a.csv:3:1: url: must begin with https://`},
		"twice":    {"a.csv", "id,name,office\na,A,mayor\na,B,mayor\n", `a.csv:3:1: B is listed twice`},
		"unlike":   {"a.yaml", "- a\n", "a.yaml:1:1: is no list of people"},
		"empty":    {"a.yaml", "", "a.yaml:1:1: is no list of people"},
		"json":     {"a.json", "[{\n", "a.json:1:3: this JSON cannot be read: unexpected EOF"},
		"latin":    {"a.csv", "name,office\nJos\xe9,mayor\n", "a.csv:2:1: the line is not UTF-8"},
		"termless": {"a.yaml", "- {id: {bioguide: X}, name: {last: Example}, terms: []}\n", `a.yaml:1:4: "Example" has no terms`},
		"stray":    {"people.yaml", "people:\n  - {id: a, name: A, office: mayor, party: X}\n", `people.yaml:2:37: unknown key "party"`},
		"none":     {"a.yaml", "SSFR:\n- bioguide: X\n", "nobody is listed"},
		"large":    {"a.csv", strings.Repeat("x", people.MostBytes+1), "a.csv: is larger than 4 MB"},
	} {
		list, err := people.Import(&campaign.Campaign{}, asOf, people.File{Name: test.file, Data: []byte(test.data)})
		if err == nil || !strings.Contains(err.Error(), test.want) || list != nil {
			t.Errorf("%s: got %v, %v\nwant %s", name, list, err, test.want)
		}
	}
}

func on(s string) time.Time {
	d, _ := campaign.ParseDate(s)
	return d.First()
}

func TestFind(t *testing.T) {
	c := campaign.Default()
	for who, want := range map[string]string{
		"NY-7": "NY-7", "ny 07": "NY-7", "NY7": "NY-7", "NV senior": "NV senior", "nv JUNIOR": "NV junior", "AK-0": "AK-at-large", "AK-AL": "AK-at-large",
		"AK at large": "AK-at-large", "Velazquez": "NY-7", "velázquez": "NY-7", "al green": "TX-9", "r000608": "NV junior", "DC": "DC-at-large",
	} {
		found, err := people.Find(c, who, on("2026-11-29"))
		if err != nil || len(found) != 1 || found[0].Seat() != want {
			t.Errorf("%s: %v, %v", who, found, err)
		}
	}
	for who, n := range map[string]int{"NV": 6, "NV senators": 2, "NV representatives": 4, "OH senators": 1, "TX": 39} {
		if found, err := people.Find(c, who, on("2026-11-29")); err != nil || len(found) != n {
			t.Errorf("%s: %d people, %v", who, len(found), err)
		}
	}
	for who, rule := range map[string]string{"TX-23": "people-vacant", "Husted": "people-term-over",
		"Nobody Example": "people-unknown", "": "people-unknown", "NV-9": "people-unknown",
	} {
		_, err := people.Find(c, who, on("2026-11-29"))
		var f fault.Fault
		if !errors.As(err, &f) || f.Rule() != rule {
			t.Errorf("%q: %v", who, err)
		}
	}
}

// The last day of a term is one of it; nobody is sent to the House after that.
func TestTermsEnd(t *testing.T) {
	c := campaign.Default()
	for day, want := range map[string]int{"2027-01-02": 535, "2027-01-03": 535, "2027-01-04": 65, "2031-01-04": 0} {
		n := 0
		for i := range c.People.List {
			if c.People.List[i].InOffice(on(day)) {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d in office, want %d", day, n, want)
		}
	}
	if _, err := people.Find(c, "NY-7", on("2027-01-04")); err == nil || !strings.Contains(err.Error(), "https://www.house.gov/") {
		t.Errorf("no way to the finder: %v", err)
	}
}

// Every seat is held, said to be vacant, or that of somebody whose term is over.
func TestSeats(t *testing.T) {
	c := campaign.Default()
	day := on("2026-11-29")
	vacant := people.Vacancies(c, day)
	held, seats := 0, 0
	for i := range c.People.List {
		if c.People.List[i].InOffice(day) {
			held++
		}
	}
	for _, a := range c.Areas.List {
		for _, s := range a.Seats {
			seats += s.N
		}
	}
	if seats != 541 || held+len(vacant) != seats {
		t.Errorf("%d seats, %d held, %d vacant", seats, held, len(vacant))
	}
	former := 0
	for _, v := range vacant {
		if v.Former != "" {
			former++
		}
	}
	if former != 2 || len(vacant) != 6 {
		t.Errorf("vacant: %+v", vacant)
	}
}

// Nobody is greeted by a nickname, a suffix or half of a surname.
func TestSalutations(t *testing.T) {
	c := campaign.Default()
	odd := regexp.MustCompile(`[()"]|,.|\b(Jr|Sr|II|III|IV)\b|\bA la oficina\b|Dear Dear|  `)
	for i := range c.People.List {
		p := &c.People.List[i]
		for _, lang := range c.Languages {
			m, err := letter.Merge(c, letter.Draft{Letter: "postcard-treaty", Lang: lang, To: p.Recipient(), Own: map[string]string{
				"own-line": "I write as one neighbor among many others here.", "first-name": "Ana", "town": "Millbrook", "zip": "00000",
			}})
			if err != nil {
				t.Fatal(err)
			}
			greeting, _, _ := strings.Cut(m.Body, "\n")
			if found := odd.FindString(greeting); found != "" || !strings.Contains(greeting, p.LastName) ||
				p.Address != "" && !strings.HasPrefix(m.Text(), p.Name+"\n"+p.Address+"\n\n") {
				t.Errorf("%s, %s: %q", p.Name, lang, greeting)
			}
		}
	}
}

// Whole codes go before the three digits of a sorting center.
func TestCodes(t *testing.T) {
	c := campaign.Default()
	for code, want := range map[string]string{
		"89106": "NV", "96701": "HI", "96799": "AS", "96910": "GU", "96950": "MP", "38769": "AR MS", "38768": "MS", "06390": "NY", "06320": "CT", "00501": "NY",
		"00901": "PR", "00802": "VI", "20500": "DC", "20101": "VA", "22350": "VA", "94043": "CA", "83414": "WY", "73301": "TX", "73960": "TX", "09001": "", "00000": "", "891": "NV", "8": "", "": "", "x": "",
	} {
		var got []string
		for _, a := range c.Areas.Of(code) {
			got = append(got, a.Code)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}

func FuzzImport(f *testing.F) {
	for _, name := range []string{"legislators.yaml", "legislators.json", "membership.yaml", "offices.yaml", "legislators.csv"} {
		f.Add(name, file(f, name).Data)
	}
	f.Add("council.csv", []byte(council))
	c := campaign.Default()
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		list, err := people.Import(c, asOf, people.File{Name: name, Data: data})
		if (err == nil) != (list != nil) {
			t.Fatalf("%v, %v", list, err)
		}
		if err != nil {
			if campaign.Mistakes(err) == nil || strings.Contains(err.Error(), "{") && strings.Contains(err.Error(), "MISSING") {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		again, err := people.Import(c, asOf, people.File{Name: "people.yaml", Data: list.YAML()})
		if err != nil || string(again.YAML()) != string(list.YAML()) {
			t.Fatalf("the list cannot be read again: %v", err)
		}
	})
}

// TestRows: everybody in the list has a row with an office's title, and rows
// say nothing that is empty.
func TestRows(t *testing.T) {
	c := campaign.Default()
	rows := people.Rows(c, "es", c.People.List)
	if len(rows) != len(c.People.List) {
		t.Fatalf("%d rows of %d people", len(rows), len(c.People.List))
	}
	for i := range rows {
		if r := &rows[i]; r.Title == "" || r.Seat == "" || slices.Contains(r.Lines(), "") {
			t.Errorf("%+v", r)
		}
	}
	if rows := people.Rows(c, "es", nil); rows == nil {
		t.Error("no rows are null in JSON")
	}
}

// TestTelling: of one area its own vacancies are told, of the whole list all
// but the terms that are over.
func TestTelling(t *testing.T) {
	c := campaign.Default()
	all := people.Vacancies(c, time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC))
	one := c.People.List[:1]
	told, over := people.Telling(c, one, all)
	for _, v := range told {
		if v.Area.Code != one[0].State || v.Seat() == "" {
			t.Errorf("told of %s beside %s", v.Area.Code, one[0].State)
		}
	}
	if len(told) == 0 || over != 0 {
		t.Errorf("of one area %d, %d over", len(told), over)
	}
	if told, over := people.Telling(c, c.People.List, all); over+len(told) != len(all) || over == 0 {
		t.Errorf("of the whole list %d told, %d over, of %d", len(told), over, len(all))
	}
}
