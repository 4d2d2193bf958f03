package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
)

// TestHelpExamples runs every example of every page of help, in both
// languages, as somebody would who copies it.
func TestHelpExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every verb several times")
	}
	props := t.TempDir()
	furnish(t, props)
	before := stamps(t, props)
	for _, tongue := range cli.Tongues() {
		var lines []string
		for _, page := range tongue.Pages() {
			lines = append(lines, exampleLines(page.Example)...)
		}
		slices.Sort(lines)
		for i, line := range slices.Compact(lines) {
			if tongue.Lang != "en" && i%4 > 0 && os.Getenv("TEST_ALL") == "" {
				continue // mostly what the English page has, too
			}
			t.Run(tongue.Lang+" "+line, func(t *testing.T) { runExample(t, props, tongue.Lang, line) })
		}
	}
	if !maps.Equal(stamps(t, props), before) {
		t.Error("an example wrote into a file instead of replacing it") // and all examples see it
	}
}

// stamps are the size and the time of every file in a folder.
func stamps(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			all[name] = fmt.Sprint(info.Size(), info.ModTime())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// link gives a folder the files of another, which it does not copy.
func link(t *testing.T, dir, from string) {
	t.Helper()
	err := filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		at := filepath.Join(dir, strings.TrimPrefix(name, from))
		if d.IsDir() {
			return os.MkdirAll(at, 0o755)
		}
		return os.Link(name, at)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// exampleLines are the commands of a page's examples, without what is said
// about them and without what only a shell does.
func exampleLines(examples string) (lines []string) {
	examples = regexp.MustCompile(`\s+\\\n\s+`).ReplaceAllString(examples, " ")
	for line := range strings.Lines(examples) {
		command, ok := strings.CutPrefix(strings.TrimSpace(line), "sharekit ")
		if !ok {
			continue // source <(…)
		}
		for _, end := range []string{"  ", " | ", " > "} {
			command, _, _ = strings.Cut(command, end)
		}
		lines = append(lines, command)
	}
	return lines
}

func runExample(t *testing.T, props, lang, line string) {
	dir := t.TempDir()
	if strings.HasPrefix(line, "new ") || strings.HasPrefix(line, "keygen ") {
		props = t.TempDir() // nothing is there yet
	}
	link(t, dir, props)
	t.Chdir(dir)
	line, input, _ := strings.Cut(line, " < ")
	data, _ := os.ReadFile(input)
	asks := strings.HasPrefix(line, "keygen ") || strings.HasPrefix(line, "letter email-senator ")
	if asks {
		data = []byte(strings.Repeat("I teach civics, and my students ask me about this every week of the year\n", 20))
	}
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	if strings.HasPrefix(line, "cards ") {
		today = time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC) // of its campaign
	}
	args := []string{"--ui-lang", lang}
	for _, word := range regexp.MustCompile(`(?:"[^"]*"|\S)+`).FindAllString(line, -1) {
		args = append(args, expand(word)...)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if long := regexp.MustCompile(`^kit( |$)|^join |^site |^preview|--pictures|--guide=page`).MatchString(line); long || anotherVideo(line) {
		cancel() // that it is understood is enough
	}
	var out, said bytes.Buffer
	at := streams(&out, &said, asks)
	at.In, at.Hidden = bytes.NewReader(data), secret
	status := run(ctx, args, environment{
		Terminal: at, today: today,
	})
	if status != cli.Done && (ctx.Err() == nil || status == cli.Usage) {
		t.Errorf("status %d\n%s", status, said.String())
	}
}

// anotherVideo reports an example that makes a video in a language of its own:
// usual runs make the one in English.
func anotherVideo(line string) bool {
	return os.Getenv("TEST_ALL") == "" && strings.HasPrefix(line, "reel ") && strings.Contains(line, "--lang")
}

// secret is what somebody types at the terminal.
func secret(context.Context) ([]byte, error) { return []byte("four plain words here"), nil }

// expand does for a word what a shell does.
func expand(word string) []string {
	if names, err := filepath.Glob(word); err == nil && len(names) > 0 {
		return names
	}
	return []string{strings.ReplaceAll(word, `"`, "")}
}

// furnish makes the files that the examples speak of.
func furnish(t *testing.T, dir string) {
	t.Helper()
	furnishTables(t, dir)
	t.Chdir(dir)
	at := environment{
		Terminal: streams(io.Discard, io.Discard, true), today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC),
	}
	at.Hidden = secret
	if status := run(t.Context(), []string{"keygen", "keys"}, at); status != cli.Done {
		t.Fatal("no key: ", status)
	}
	for _, args := range [][]string{
		{"new", "my-campaign"}, {"new", "mi-campaña", "--lang", "es"},
		{"kit", "--campaign", "my-campaign", "--out", "shutdowncecot-kit", "--sign", "keys/kit.key"},
		{"kit", "--campaign", "my-campaign", "--out", "kit-march", "--sign", "keys/kit.key"},
		{"kit", "--campaign", "my-campaign", "--part", "1/2", "--out", "shutdowncecot-kit-1-of-2"},
		{"kit", "--campaign", "my-campaign", "--part", "2/2", "--out", "shutdowncecot-kit-2-of-2"},
	} {
		if status := run(t.Context(), args, at); status != cli.Done {
			t.Fatal(args, status)
		}
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 400, 500)), nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"kit-march", "kit-march.zip"} {
		duplicate(t, name, strings.Replace(name, "march", "marzo", 1))
	}
	for name, data := range map[string]string{
		"my-card.yaml": "headline: Come on Friday", "mi-imagen.yaml": "headline: Ven el viernes", "crowd.jpg": photo.String(), "marcha.jpg": photo.String(),
		"speech.txt": "Come on Friday.", "discurso.txt": "Ven el viernes.",
		"senators.csv": "name,last_name,office\nJane Doe,Doe,senator\n", "lista.csv": "name,last_name,office\nJane Doe,Doe,senator\n",
	} {
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// furnishTables makes the campaigns of tables and the lists of people that the
// examples speak of, as scripts and other tests have them.
func furnishTables(t *testing.T, dir string) {
	t.Helper()
	files := map[string]string{}
	script, err := txtar.ParseFile("testdata/script/cards.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for folder, fact := range map[string]string{"towns": "closed", "pueblos": "cerradas"} {
		for _, f := range script.Files {
			name, _ := strings.CutPrefix(f.Name, "desks/")
			if name == "towns.csv" {
				files[folder+".csv"] = string(f.Data)
			} else if name != f.Name {
				files[folder+"/"+name] = strings.ReplaceAll(string(f.Data), "closed-desks", fact)
			}
		}
	}
	for name, from := range map[string]string{"legislators-current.yaml": "legislators.yaml", "committee-membership-current.yaml": "membership.yaml"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "share", "people", "testdata", from))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	for _, name := range []string{"council.csv", "concejo.csv"} {
		files[name] = "name,office,state\nAna Prado Example,senator,TX\n"
	}
	for name, data := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// duplicate copies a file or a folder.
func duplicate(t *testing.T, old, new string) {
	t.Helper()
	info, err := os.Stat(old)
	if err == nil && info.IsDir() {
		err = os.CopyFS(new, os.DirFS(old))
	} else if err == nil {
		var data []byte
		if data, err = os.ReadFile(old); err == nil {
			err = os.WriteFile(filepath.Clean(new), data, 0o644)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}
