package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// try runs a command in a folder of its own.
func try(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(t.Context(), args, environment{
		Terminal: streams(&out, &err, false), today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), browse: func(string) error { return nil },
	})
	return status, out.String(), err.String()
}

// streams are those of a run: nothing comes in, and all or none pass for a
// terminal.
func streams(out, err io.Writer, seen bool) terminal.Terminal {
	return terminal.Terminal{
		In: strings.NewReader(""), Out: out, Err: err, Getenv: func(string) string { return "" },
		Is: func(any) bool { return seen }, Width: func() int { return terminal.Columns },
	}
}

// A full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestFullDisk checks that what could not be printed is no success: a list that
// a full disk cut short once ended with status 0.
func TestFullDisk(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, args := range []string{
		"help", "help card", "--version", "list", "list facts", "list platforms --json", "letter", "thread who-was-sent --platform x",
		"post --text a", "post --text a --json", "qr https://example.org/a -o -", "completion bash", "new folder",
	} {
		var stderr bytes.Buffer
		status := run(t.Context(), strings.Fields(args), environment{
			Terminal: streams(full{}, &stderr, false), today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), browse: func(string) error { return nil },
		})
		if status != cli.Unwriteable || !strings.Contains(stderr.String(), "no space left on device") {
			t.Errorf("sharekit %s: %d, %s", args, status, &stderr)
		}
	}
}

// TestStrangersNames: what a stranger's files are called, and what they say, is
// nothing for a terminal to obey.
func TestStrangersNames(t *testing.T) {
	t.Chdir(t.TempDir())
	const evil = "\x1b]0;mine\a\u202e"
	for _, kit := range []string{"old", "new"} {
		for name, content := range map[string]string{
			"SHA256SUMS": "", evil + "a.txt": "", "campaign/" + evil + ".yaml": "",
			"data/manifest.json": `{"kit": "a\u001b[31m", "languages": ["en"]}`,
			"data/facts.json":    `[{"id": "a", "headline": {"en": "` + kit + `\u001b[31m"}}]`,
		} {
			name = filepath.Join(kit, name)
			if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(content), 0o644)); err != nil {
				t.Skip("no file can be called so here:", err)
			}
		}
	}
	for _, args := range []string{"verify old", "diff old new", "check --campaign old/campaign", "kit --campaign old/campaign"} {
		_, out, err := try(t, strings.Fields(args)...)
		shown := func(said string) bool {
			return strings.ContainsRune(said, unicode.ReplacementChar) || strings.Contains(said, `\x1b`)
		}
		if said := out + err; strings.ContainsAny(said, "\x1b\a\u202e") || !shown(said) {
			t.Errorf("sharekit %s says %q", args, said)
		}
	}
}

// TestStatus holds the exit statuses that the help promises.
func TestStatus(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		want int
		args string
	}{
		{cli.Done, ""}, {cli.Done, "--help"}, {cli.Done, "help card"}, {cli.Done, "list formats"},
		{cli.Done, "qr https://example.org/a"}, {cli.Done, "new folder"}, {cli.Done, "check --campaign folder"},
		{cli.Problems, "qr https://bit.ly/a -o b.png"}, {cli.Problems, "verify folder"}, {cli.Problems, "card --headline \U0010fffd"},
		{cli.Problems, "post --platform snapchat who-252-venezuelans"},
		{cli.Usage, "crad"}, {cli.Usage, "help crad"}, {cli.Usage, "card"}, {cli.Usage, "card nobody"}, {cli.Usage, "card nothing.yaml"},
		{cli.Usage, "card who-252-venezuelans --format round"}, {cli.Usage, "post --platform"}, {cli.Usage, "qr --module many x"},
		{cli.Usage, "verify nowhere"}, {cli.Usage, "list facts facts"}, {cli.Usage, "check --campaign nowhere"}, {cli.Usage, "-x"},
		{cli.Unwriteable, "qr https://example.org/a"}, {cli.Unwriteable, "card --headline a -o nowhere/a.png"}, {cli.Unwriteable, "new folder"},
	} {
		if got, _, stderr := try(t, strings.Fields(c.args)...); got != c.want {
			t.Errorf("sharekit %s: status %d, want %d\n%s", c.args, got, c.want, stderr)
		}
	}
}

func TestCancelled(t *testing.T) {
	t.Chdir(t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var stderr bytes.Buffer
	status := run(ctx, []string{"card", "--headline", "a"}, environment{
		Terminal: streams(&stderr, &stderr, false), today: time.Now(),
	})
	if status != cli.Unwriteable || !strings.Contains(stderr.String(), "nothing was changed") {
		t.Errorf("status %d, said %q", status, stderr.String())
	}
}

// TestCardsStopped: a run of a table that is stopped says what is there, and how
// to go on.
func TestCardsStopped(t *testing.T) {
	dir := t.TempDir()
	furnishTables(t, dir)
	t.Chdir(dir)
	data, err := os.ReadFile("towns.csv")
	if err != nil {
		t.Fatal(err)
	}
	head, row, _ := strings.Cut(string(data), "\n")
	row, _, _ = strings.Cut(row, "\n")
	_, cells, _ := strings.Cut(row, ",")
	var table strings.Builder
	table.WriteString(head + "\n")
	for i := range 2000 {
		fmt.Fprintf(&table, "r%d,%s\n", i, cells)
	}
	if err := os.WriteFile("many.csv", []byte(table.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		for made := 0; made < 2 && ctx.Err() == nil; time.Sleep(10 * time.Millisecond) {
			list, _ := os.ReadFile(filepath.Join("out", ".sharekit-rows"))
			made = bytes.Count(list, []byte("\n"))
		}
		cancel()
	}()
	var stderr bytes.Buffer
	args := strings.Fields("cards --table many.csv --fact closed --campaign towns --today 2031-03-10 --lang en --format og -o out")
	status := run(ctx, args, environment{Terminal: streams(&stderr, &stderr, false), today: time.Now()})
	if status != cli.Unwriteable || !regexp.MustCompile(`stopped before the end: \d+ rows are in out\n.*start it again`).MatchString(stderr.String()) {
		t.Errorf("status %d, said %q", status, stderr.String())
	}
}

// TestManyFindings: of a giant file as much is printed as somebody reads, with the
// number of the rest; programs are given all of it.
func TestManyFindings(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("campaign.yaml", "name: mill\ntitle: {en: The mill}\nlanguages: [en]\nas_of: 2031-03-10\ntags: [{name: SaveOldMill}]\ntopics: [{id: library, title: {en: The library}}]\n")
	var facts strings.Builder
	for i := range 200 {
		fmt.Fprintf(&facts, "  - {id: f%d, topic: library, headline: {en: EXAMPLE}, claim: {en: EXAMPLE %d}, attribution: {en: according to the Council}, "+
			"source: {publisher: Council, title: Report, url: \"https://mill.example/r\", published: 2031-03-04}, as_of: 2031-03-04}\n", i, i)
	}
	write("facts.yaml", "facts:\n"+facts.String())
	_, out, _ := try(t, "check", "--campaign", dir)
	if n := strings.Count(out, "\n"); n > 400 || !strings.Contains(out, "… and further findings: ") || !strings.Contains(out, "--json") {
		t.Errorf("%d lines:\n%.2000s", n, out)
	}
	_, all, _ := try(t, "check", "--campaign", dir, "--json")
	if n := strings.Count(all, `"severity"`); n < 400 || !strings.Contains(out, fmt.Sprintf("warnings: %d", strings.Count(all, `"warning"`))) {
		t.Errorf("%d findings for programs; printed:\n%.300s", n, out[max(0, len(out)-300):])
	}
	write("facts.yaml", "facts:\n"+strings.Repeat("  - {}\n", 300))
	if _, _, said := try(t, "check", "--campaign", dir); !strings.Contains(said, "only the first 100 errors are told") {
		t.Errorf("%.2000s", said)
	}
}

// TestWords checks that both languages have the same messages with the same
// values and plural forms, and that all are said.
func TestWords(t *testing.T) {
	source := cli.Tongues()[0].Own()
	for _, tongue := range cli.Tongues() {
		for name, w := range tongue.Own() {
			want, ok := source[name]
			if !ok {
				t.Errorf("%s: %s is not in %s", tongue.Lang, name, cli.Tongues()[0].Lang)
			}
			if got, want := valuesOf(w), valuesOf(want); !slices.Equal(got, want) {
				t.Errorf("%s: %s names %q, want %q", tongue.Lang, name, got, want)
			}
			if w.Message == "" || (w.Fix == "") != (want.Fix == "") {
				t.Errorf("%s: %s says %q", tongue.Lang, name, w)
			}
			for _, plural := range strings.Split(w.Message, ", plural,")[1:] {
				if !strings.Contains(plural, " one {") || !strings.Contains(plural, " other {") {
					t.Errorf("%s: %s lacks a form: %q", tongue.Lang, name, w.Message)
				}
			}
		}
		for name := range source {
			if _, ok := tongue.Own()[name]; !ok {
				t.Errorf("%s: there is no %s", tongue.Lang, name)
			}
		}
	}
	code := sources(t)
	for name := range source {
		named := regexp.MustCompile(`"` + regexp.QuoteMeta(name) + `"`)
		built := regexp.MustCompile(`^(kind|unit|severity|measured|value-is|group|hint)-|^card-glyph$`)
		if !named.MatchString(code) && !built.MatchString(name) {
			t.Errorf("nobody says %s", name)
		}
	}
	for _, m := range regexp.MustCompile(`(?:Refuse\([\w.]+, |a\.(?:Text|Note|Report|Step|section)\((?:&b, )?)"([a-z-]+)"`).FindAllStringSubmatch(code, -1) {
		if _, ok := source[m[1]]; !ok && !strings.HasSuffix(m[1], "-") {
			t.Errorf("there are no words for %s", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`a\.Choice\("([a-z]+)"`).FindAllStringSubmatch(code, -1) {
		if _, ok := source["kind-"+m[1]]; !ok {
			t.Errorf("there are no words for a %s", m[1])
		}
	}
}

func valuesOf(w fault.Words) []string {
	all := append(fault.Names(w.Message), fault.Names(w.Fix)...)
	slices.Sort(all)
	return slices.Compact(all)
}

// sources is the command's own code.
func sources(t *testing.T) string {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range []string{"cli", "desk"} {
		more, err := filepath.Glob("internal/" + room + "/*.go")
		if err != nil || more == nil {
			t.Fatalf("%s is gone: %v", room, err)
		}
		files = append(files, more...)
	}
	var b strings.Builder
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil && !strings.HasSuffix(name, "_test.go") {
			b.Write(data)
		}
	}
	return b.String()
}

// TestPages checks that each verb and each flag has its words in both
// languages, and that no words are left of one that is gone.
func TestPages(t *testing.T) {
	for _, tongue := range cli.Tongues() {
		a := newApp(&cli.App{Tongue: tongue}, environment{})
		root := a.Root()
		used := map[string]bool{"every": true}
		for _, c := range append(root.Commands(), root, a.HelpCommand(root)) {
			used[c.Name()] = true
			p := a.Page(c.Name())
			if p.Use == "" || p.Short == "" || p.Long == "" || p.Example == "" || !strings.HasPrefix(p.Use, c.Name()) {
				t.Errorf("%s: the page of %s is %+v", tongue.Lang, c.Name(), p)
			}
			c.LocalFlags().VisitAll(func(f *pflag.Flag) {
				used[c.Name()+" "+f.Name], used["every "+f.Name] = true, true
				if a.FlagHelp(c.Name(), f.Name) == "" && !f.Hidden {
					t.Errorf("%s: %s --%s has no help", tongue.Lang, c.Name(), f.Name)
				}
			})
		}
		for verb, p := range tongue.Pages() {
			for flag := range p.Flags {
				if !used[verb+" "+flag] {
					t.Errorf("%s: there is no %s --%s", tongue.Lang, verb, flag)
				}
			}
			if !used[verb] {
				t.Errorf("%s: there is no verb %s", tongue.Lang, verb)
			}
		}
	}
}

// TestHelp holds every page of help to 80 columns, with an example.
func TestHelp(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, verb := range append([]string{""}, verbNames()...) {
			_, page, _ := try(t, strings.Fields("--ui-lang "+lang+" help "+verb)...)
			for line := range strings.Lines(page) {
				if utf8.RuneCountInString(strings.TrimRight(line, "\n")) > terminal.Columns {
					t.Errorf("help %s (%s): a line of more than %d columns: %q", verb, lang, terminal.Columns, line)
				}
			}
			if !strings.Contains(page, "  sharekit "+verb) {
				t.Errorf("help %s (%s) has no example:\n%s", verb, lang, page)
			}
		}
	}
}

func verbNames() (names []string) {
	a := newApp(&cli.App{Tongue: cli.Tongues()[0]}, environment{})
	for _, v := range a.verbs() {
		names = append(names, v.Name())
	}
	return names
}

// TestFolderWhole: a new folder is there at once and as open as others are, and
// nothing of one that fails is left.
func TestFolderWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	write := func(err error) error {
		return cli.WriteFolder(t.Context(), dir, false, func(in string) error {
			return errors.Join(os.WriteFile(filepath.Join(in, "a"), nil, 0o644), os.WriteFile(filepath.Join(in, "b"), nil, 0o644), err)
		})
	}
	if err := write(io.ErrUnexpectedEOF); err == nil {
		t.Error("no error")
	}
	if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
	if err := write(nil); err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(t.TempDir(), "mine")
	if err := os.Mkdir(mine, 0o755); err != nil {
		t.Fatal(err)
	}
	got, err := os.Stat(dir)
	want, _ := os.Stat(mine)
	if err != nil || got.Mode() != want.Mode() {
		t.Errorf("got %v, %v, want %v", got.Mode(), err, want.Mode())
	}
	if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) != 1 {
		t.Errorf("left: %v", left)
	}
}

// TestNarrow holds lists and messages to the width of a telephone's terminal.
func TestNarrow(t *testing.T) {
	painted := regexp.MustCompile("\x1b\\[[0-9;]*m")
	for _, args := range []string{"list facts --lang es", "list threads", "letter nothing", "post --platform nothing who-252-venezuelans"} {
		var out bytes.Buffer
		at := streams(&out, &out, true)
		at.Width = func() int { return 40 }
		run(t.Context(), strings.Fields(args), environment{
			Terminal: at, today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), browse: func(string) error { return nil },
		})
		for line := range strings.Lines(painted.ReplaceAllString(out.String(), "")) {
			if utf8.RuneCountInString(strings.TrimRight(line, "\n")) > 40 {
				t.Errorf("sharekit %s: more than 40 columns: %q", args, line)
			}
		}
	}
}

// TestFlagsSay: what a verb cannot do without is said in the user's language,
// not in the words of the library that reads the flags.
func TestFlagsSay(t *testing.T) {
	own := []string{
		cobra.BashCompOneRequiredFlag, "cobra_annotation_required_if_others_set", "cobra_annotation_one_required", "cobra_annotation_mutually_exclusive",
	}
	for _, c := range newApp(&cli.App{}, environment{}).Root().Commands() {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			for _, name := range own {
				if f.Annotations[name] != nil {
					t.Errorf("%s --%s: %s", c.Name(), f.Name, name)
				}
			}
		})
	}
}
