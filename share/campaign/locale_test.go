package campaign

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign/internal/harm"
)

func FuzzParseMoment(f *testing.F) {
	for _, s := range []string{"2026-12-04", "2026-12-04 18:00", "2026-12-04 18:00 -05:00", "2026-02-30", "2026-12-04 24:00", "2026-12-04T18:00", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoment(s)
		if err != nil {
			if m != (Moment{}) {
				t.Errorf("%q: %v and %v", s, m, err)
			}
			return
		}
		again, err := ParseMoment(m.String())
		if err != nil || !again.At.Equal(m.At) || again.Clock != m.Clock || again.Fixed != m.Fixed {
			t.Errorf("%q became %q, %v", s, m, err)
		}
	})
}

func TestParseMoment(t *testing.T) {
	for s, want := range map[string]string{"2026-12-04": "2026-12-04", "2026-12-04 18:00 -05:00": "2026-12-04", "2026-02-30": "", "4 December": "",
		"2026-12-04 18:00 EST": ""} {
		m, err := ParseMoment(s)
		if (err == nil) != (want != "") || m.Date().String() != want {
			t.Errorf("%q: %v, %v", s, m, err)
		}
	}
}

// Regions of one language write numbers, days and times in their own ways.
func TestRegions(t *testing.T) {
	l := loader{read: readEmbedded, c: &Campaign{places: places{}, strings: map[string]Strings{}}}
	l.c.Languages = []string{"en", "es", "en-GB", "es-ES"}
	l.stringTables()
	day, evening := Date{Year: 2025, Month: 4, Day: 6}, time.Date(2025, 4, 6, 18, 30, 0, 0, time.UTC)
	for lang, want := range map[string]string{
		"en":    "91,300 4.76 75% Apr 6, 2025 6:30\u00a0p.m.",
		"en-GB": "91,300 4.76 75% 6 Apr 2025 18:30",
		"es":    "91,300 4.76 75% 6 abr 2025 6:30\u00a0p.\u00a0m.",
		"es-ES": "91.300 4,76 75\u00a0% 6 abr 2025 18:30",
	} {
		s := l.c.Strings(lang)
		if got := strings.Join([]string{s.Number(91300), s.Number(4.76), s.Percent(75), s.Short(day), s.Time(evening)}, " "); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// TestLinkOut: a link in a campaign's folder that leads out of it is a mistake
// where the folder is opened as documented, and one within it is followed.
func TestLinkOut(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "campaign")
	if err := os.CopyFS(folder, library("pages/es/a.md", "# A\n\nUna.\n")); err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(dir, "secret")
	if err := os.WriteFile(secret, []byte("# Diary\n\nMine.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for target, want := range map[string]string{"../../../secret": "pages/en/a.md: cannot be opened", "../es/a.md": ""} {
		link := filepath.Join(folder, "pages", "en", "a.md")
		os.MkdirAll(filepath.Dir(link), 0o755)
		os.Remove(link)
		if err := os.Symlink(target, link); err != nil {
			t.Skip(err)
		}
		_, err := Load(context.Background(), root.FS())
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", target, err)
		case want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)):
			t.Errorf("%s: got %v, want %s", target, err, want)
		}
	}
}

func TestCheckLink(t *testing.T) {
	for address, rule := range map[string]string{
		"https://oldmill.example/books":      "",
		"tel:+1-202-555-0100":                "",
		"mailto:desk@oldmill.example":        "",
		"":                                   "address-incomplete",
		"oldmill":                            "address-incomplete",
		"https://oldmill":                    "address-incomplete",
		"https://ana:secret@oldmill.example": "address-incomplete",
		"https://oldmill.example/a b":        "address-incomplete",
		"tel:":                               "address-incomplete",
		"https://[":                          "address-incomplete",
		"oldmill.example/books":              "address-near",
		"http://oldmill.example":             "http",
		"javascript:alert(1)":                "address-incomplete",
		"data:text/html,x":                   "address-incomplete",
		"https://bit.ly/3abc":                "link-shortened",
		"https://oldmill.example/books?utm_source=x":                                        "link-tracked",
		"https://oldmill.example/books#fbclid=1":                                            "link-tracked",
		"https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Foldmill.example": "link-shortened",
	} {
		err := CheckLink(address)
		var refused *LinkError
		if !errors.As(err, &refused) != (rule == "") || rule != "" && refused.Rule() != rule {
			t.Errorf("%q: got %v, want rule %q", address, err, rule)
		}
	}
	if err := CheckLink("tel:+1-202-555-0100", "https"); err == nil {
		t.Error("a telephone number passes as a page's address")
	}
}

func TestStarter(t *testing.T) {
	today := Date{2031, 3, 10}
	for name, s := range map[string]Start{
		"nothing":          {AsOf: today},
		"English, Spanish": {AsOf: today, Languages: []string{"en", "es"}, Title: `A "title": {x}`, Tag: "MillDay", Link: "https://mill.example/", Comments: "es-MX"},
		"Arabic":           {AsOf: today, Languages: []string{"ar"}, Comments: "ar", Folder: "my folder\nname: other"},
	} {
		files, err := Starter(s)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		c, err := loadFiles(files)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if lang := c.Languages[0]; s.Title != "" && c.Title.In(lang) != s.Title || c.Name != "campaign" || c.AsOf != today || len(c.Facts) != 1 {
			t.Errorf("%s: %+v", name, c)
		}
		for _, f := range c.Check(day(2031, 3, 10)) {
			if f.Severity == Error {
				t.Errorf("%s: %v", name, f)
			}
		}
		for file, data := range files {
			if strings.Contains(string(data), "{{") || strings.Contains(string(data), "<no value>") {
				t.Errorf("%s: %s is not filled in:\n%s", name, file, data)
			}
		}
	}
}

func TestStarterRefuses(t *testing.T) {
	for rule, change := range map[string]func(*Start){
		"campaign-date-missing": func(s *Start) { s.AsOf = Date{} },
		"id-form":               func(s *Start) { s.Name = "a\nb: c" },
		"tag-form":              func(s *Start) { s.Tag = "a, x: [" },
		"language-form":         func(s *Start) { s.Languages = []string{"en]"} },
		"table-missing":         func(s *Start) { s.Languages = []string{"sw"} },
		"address-scheme":        func(s *Start) { s.Link = "http://a.example" },
		"invisible-character":   func(s *Start) { s.Title = "a\u202eb" },
	} {
		s := Start{AsOf: Date{2031, 3, 10}}
		change(&s)
		_, err := Starter(s)
		if m := Mistakes(err); len(m) == 0 || m[0].Rule() != rule {
			t.Errorf("%v, want %s", err, rule)
		}
	}
}

// Every language of the starter has the same files, and all words.
func TestStarterLanguages(t *testing.T) {
	langs, err := fs.ReadDir(starters, "starter")
	if err != nil || len(langs) < 2 {
		t.Fatal(langs, err)
	}
	for _, lang := range langs {
		words := starterWords(lang.Name())
		for key := range starterWords("en") {
			if words[key] == "" {
				t.Errorf("%s has no %s", lang.Name(), key)
			}
		}
		if _, err := Starter(Start{AsOf: Date{2031, 3, 10}, Comments: lang.Name(), Languages: []string{lang.Name()}}); err != nil {
			t.Error(err)
		}
	}
}

// TestStarterFiles takes the comments away from every file of a new campaign, as
// those who use them do: what is left is a campaign without mistakes, in which
// every kind of file has something.
func TestStarterFiles(t *testing.T) {
	names := make(map[string]int)
	for _, lang := range []string{"en", "es"} {
		given, err := Starter(Start{AsOf: Date{2031, 3, 10}, Comments: lang, Languages: []string{lang}})
		if err != nil {
			t.Fatal(err)
		}
		used := make(map[string][]byte)
		for name, data := range given {
			names[strings.ReplaceAll(name, "/"+lang+"/", "/")]++
			if strings.HasSuffix(name, ".yaml") && strings.HasPrefix(string(data), "##") {
				data = regexp.MustCompile(`(?m)^# `).ReplaceAll(data, nil)
			}
			used[strings.TrimSuffix(name, ".txt")] = data
		}
		delete(used, "README")
		c, err := loadFiles(used)
		if err != nil {
			t.Fatalf("%s: %v", lang, err)
		}
		for _, f := range c.Check(day(2031, 3, 10)) {
			if f.Severity == Error {
				t.Errorf("%s: %v", lang, f)
			}
		}
		all := []int{
			len(c.Captions), len(c.Messages.List), len(c.Threads), len(c.Reels), len(c.Demands.List), len(c.Steps), len(c.Events),
			len(c.Chants.List), len(c.Orgs.List), len(c.Contacts), len(c.Letters), len(c.Pages),
			len(c.Offices.List), len(c.Areas.List), len(c.People.List),
		}
		if slices.Contains(all, 0) {
			t.Errorf("%s: a kind of file has nothing in it: %d", lang, all)
		}
	}
	for name, n := range names {
		if n != 2 {
			t.Errorf("not every language has %s", name)
		}
	}
}

// folder makes a campaign folder of names and contents.
func folder(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

const extending = "extends: shutdowncecot\nname: our-town\n"

func TestExtend(t *testing.T) {
	c, err := Load(context.Background(), folder(
		"campaign.yaml", extending+"link: \"https://ourtown.example/cecot\"\ntopics: [{id: library, title: {en: Our library, es: Nuestra biblioteca}}]\nactions: [{id: come, verb: {en: Come, es: Ven}}]\n",
		"facts.yaml", libraryFacts+"  - id: who-252-venezuelans\n    review_after: 2027-01-31\n  - id: sv-cristosal-left\n    status: retracted\n",
		"letters/en/thank-you.md", letter("title: Thanks\nform: handout\n", "Thank you."),
		"letters/es/thank-you.md", letter("title: Gracias\nform: handout\n", "Gracias."),
		"strings/en.yaml", "labels: {as_of: On}\n",
	))
	if err != nil {
		t.Fatal(err)
	}
	base := Default()
	if len(c.Facts) != len(base.Facts)+1 || len(c.Letters) != len(base.Letters) || len(c.Topics) != len(base.Topics)+1 {
		t.Errorf("%d facts, %d letters, %d topics", len(c.Facts), len(c.Letters), len(c.Topics))
	}
	was, _ := base.Fact("who-252-venezuelans")
	is, _ := c.Fact("who-252-venezuelans")
	if is.ReviewAfter != (Date{2027, 1, 31}) || is.Claim.In("es") != was.Claim.In("es") || len(is.Chart.People.Segments) != 1 {
		t.Errorf("the fact became %+v", is)
	}
	if f, _ := c.Fact("sv-cristosal-left"); f.Stands(day(2026, 11, 23)) {
		t.Error("a retracted fact stands")
	}
	if l, _ := c.Letter("thank-you", "es"); l.Body != "Gracias." {
		t.Errorf("the letter became %q", l.Body)
	}
	if s := c.Strings("en"); s.Label("as_of") != "On" || s.Label("source") != "Source:" {
		t.Errorf("the labels became %v", s.Labels)
	}
	if base.Strings("en").Label("as_of") != "As of" || Default().Strings("en").Label("as_of") != "As of" {
		t.Error("extending changed the built-in campaign")
	}
}

// A group may work in one of the languages only.
func TestExtendDropsLanguage(t *testing.T) {
	c, err := Load(context.Background(), folder("campaign.yaml", extending+"languages: [es]\n", "facts.yaml",
		"facts:\n  - id: after-release-july-2025\n    headline_short: {es: Los 252 ya no están ahí}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if f, _ := c.Fact("after-release-july-2025"); f.HeadlineShort.In("es") != "Los 252 ya no están ahí" {
		t.Errorf("got %q", f.HeadlineShort)
	}
}

func TestExtendMistakes(t *testing.T) {
	for name, test := range map[string]struct {
		fsys fstest.MapFS
		want string
	}{
		"unknown": {folder("campaign.yaml", "extends: shutdowncecots\n"),
			`campaign.yaml:1:10: there is no campaign "shutdowncecots" to extend; write extends: shutdowncecot`},
		"half a text": {folder("campaign.yaml", extending, "facts.yaml", "facts:\n  - id: act-file-foia\n    claim: {en: Anyone can.}\n"),
			`facts.yaml:3:13: claim: is replaced, but not in "es"; replace it in every language`},
		"new language": {folder("campaign.yaml", extending+"languages: [en, es, ar]\n"),
			": attribution.ar: is missing; write it in every language of the campaign: en, es, ar (this comes from the built-in campaign: give it, by its id, in a file of your own)"},
	} {
		_, err := Load(context.Background(), test.fsys)
		if err == nil || !strings.Contains(err.Error()+"\n", test.want+"\n") {
			t.Errorf("%s: got\n%v\nwant\n%s", name, err, test.want)
		}
	}
}

// Default is a fresh copy every time: changing one changes no other.
func TestDefaultIsFresh(t *testing.T) {
	a := Default()
	a.Facts[0].Headline["en"] = "changed"
	a.Facts[0].Chart.People.Segments[0].Count = 1
	a.Captions[0].Captions["en"][0].Text = "changed"
	a.Letters[0].Slots[0].ID = "changed"
	a.Strings("en").Labels["as_of"] = "changed"
	a.Strings("en").Months[0] = "changed"
	b := Default()
	for _, s := range []string{
		b.Facts[0].Headline["en"], b.Captions[0].Captions["en"][0].Text, b.Letters[0].Slots[0].ID,
		b.Strings("en").Label("as_of"), b.Strings("en").Months[0],
	} {
		if s == "changed" {
			t.Error("two copies share a part")
		}
	}
	if b.Facts[0].Chart.People.Segments[0].Count != 252 {
		t.Error("two copies share a segment")
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		Default()
	}
}

// literals are the strings written in the files of this package but rules.go,
// and of package read, and whether each is an argument or a field that looks
// like a rule.
func literals(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("../internal/read/*.go")
	if err != nil || more == nil {
		t.Fatal("package read is not where it was: ", err)
	}
	for _, name := range append(names, more...) {
		if name == "rules.go" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				for _, arg := range n.Args {
					note(found, arg, reports(n.Fun))
				}
				namesValues(t, n)
			case *ast.KeyValueExpr:
				key, ok := n.Key.(*ast.Ident)
				note(found, n.Value, ok && key.Name == "Rule")
			case ast.Expr:
				note(found, n, false)
			}
			return true
		})
	}
	return found
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

func note(found map[string]bool, e ast.Expr, rule bool) {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		s, _ := strconv.Unquote(lit.Value)
		found[s] = found[s] || rule && kebab.MatchString(s)
	}
}

// reports says whether a function takes a rule.
func reports(fun ast.Expr) bool {
	name := ""
	switch f := fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	return slices.Contains([]string{"fail", "find", "findIn", "flaw", "mistakeAt", "New", "wants"}, name)
}

// namesValues holds a call that reports a rule to the values that its words
// name.
func namesValues(t *testing.T, call *ast.CallExpr) {
	t.Helper()
	rule := ""
	for _, arg := range call.Args {
		if lit, ok := arg.(*ast.BasicLit); ok && reports(call.Fun) && rule == "" {
			rule, _ = strconv.Unquote(lit.Value)
			if _, ok := english[rule]; !ok {
				rule = ""
			}
			continue
		}
		if rule == "" || english[rule].Message == "" {
			continue
		}
		var given []string
		switch values := arg.(type) {
		case *ast.CompositeLit:
			for _, e := range values.Elts {
				key, _ := strconv.Unquote(e.(*ast.KeyValueExpr).Key.(*ast.BasicLit).Value)
				given = append(given, key)
			}
		case *ast.Ident:
			if values.Name != "nil" {
				continue
			}
		default:
			continue
		}
		for _, name := range fault.Names(english[rule].Message + english[rule].Fix) {
			if !slices.Contains(given, name) {
				t.Errorf("the rule %q is reported with %q, without %q", rule, given, name)
			}
		}
	}
}

// TestRules checks that what the code reports and the table of words agree.
func TestRules(t *testing.T) {
	written := literals(t)
	for _, rule := range harm.Rules() {
		written[rule] = true
	}
	for name, isRule := range written {
		if _, ok := english[name]; isRule && !ok {
			t.Errorf("the rule %q has no words", name)
		}
	}
	for r, w := range english {
		_, used := written[r]
		for _, family := range []string{"-unknown", "-none", "-fallen"} {
			if kind, ok := strings.CutSuffix(r, family); ok && !used {
				_, used = written[kind]
			}
		}
		if !used {
			t.Errorf("nothing reports the rule %q", r)
		}
		if w.Message == "" || strings.HasSuffix(w.Message+w.Fix, ".") {
			t.Errorf("%s: %q, %q is not said in a clause", r, w.Message, w.Fix)
		}
	}
}
