package hashtag

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPlatforms(t *testing.T) {
	var ids []string
	for _, p := range Platforms() {
		ids = append(ids, p.ID)
		if same, ok := Lookup(p.ID); !ok || same != p || p.Name == "" {
			t.Errorf("Lookup(%q) gives %+v", p.ID, same)
		}
	}
	want := "x bluesky mastodon threads instagram facebook linkedin tiktok youtube reddit whatsapp telegram pinterest tumblr snapchat sms email"
	if got := strings.Join(ids, " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, ok := Lookup("mastodon-4.5"); !ok {
		t.Error("mastodon-4.5 is missing")
	}
	if _, ok := Lookup("myspace"); ok {
		t.Error("myspace is there")
	}
}

// No limit without a source and its date.
func TestSources(t *testing.T) {
	for _, p := range allPlatforms() {
		sources := p.Sources()
		for limit, set := range map[string]bool{"MaxLength": true, "MaxBytes": p.MaxBytes > 0, "MaxTags": p.MaxTags > 0, "MaxLinks": p.MaxLinks > 0,
			"MaxAlt": p.MaxAlt > 0} {
			i := slices.IndexFunc(sources, func(s Source) bool { return s.Limit == limit })
			if set && (i < 0 || sources[i].From == "" || sources[i].Date == "") {
				t.Errorf("%s: %s has no source", p.ID, limit)
			}
		}
	}
}

// The package knows neither its neighbours nor the network.
func TestDependencies(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Skip("NO go COMMAND: dependencies not checked")
	}
	for dep := range strings.FieldsSeq(string(out)) {
		if dep == "net/http" || dep == "net" || strings.HasSuffix(dep, "/toolkit/graphic") || strings.Contains(dep, "/toolkit/share") {
			t.Errorf("hashtag depends on %s", dep)
		}
	}
}

// TestConcurrencyIsSaid: every exported type says whether goroutines may share
// it.
func TestConcurrencyIsSaid(t *testing.T) {
	for _, folder := range []string{".", "fault", "runes"} {
		types := 0
		for _, typ := range documented(t, folder).Types {
			if !ast.IsExported(typ.Name) {
				continue
			}
			if types++; !strings.Contains(strings.ReplaceAll(typ.Doc, "\n", " "), "safe for concurrent use") {
				t.Errorf("%s: %s does not say it: %s", folder, typ.Name, typ.Doc)
			}
		}
		if types == 0 {
			t.Errorf("%s has no types", folder)
		}
	}
}

func documented(t *testing.T, folder string) *doc.Package {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(fset, name, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	p, err := doc.NewFromFiles(fset, files, "example.org/"+folder)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
