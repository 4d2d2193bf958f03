package examples_test

import (
	"encoding/json"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// scratch lives as long as the tests of the package.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "examples-test-"); err != nil {
		panic(err)
	}
	status := m.Run()
	os.RemoveAll(scratch)
	os.Exit(status)
}

// everything reports whether each case is to be tried, as .ci/run asks with
// TEST_ALL; usual runs try a sample of what takes longest.
func everything() bool { return os.Getenv("TEST_ALL") != "" }

// built is the command, built once.
var built = sync.OnceValues(func() (string, error) {
	bin := filepath.Join(scratch, "sharekit")
	out, err := exec.Command("go", "build", "-ldflags=-s -w", "-o", bin, "./sharekit").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, out)
	}
	return bin, err
})

func sharekit(t *testing.T) string {
	t.Helper()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return bin
}

// Marked commands run as they are printed, one block after the other, and
// leave the files they name; in usual runs those of the Spanish pages do not run.
// The others name verbs and flags that are there.
func TestCommands(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: the commands of the pages are not run")
	}
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no sh here: the commands of the pages were not run")
	}
	bin, helps := sharekit(t), map[string]string{}
	for _, page := range pages {
		dir := workplace(t)
		for _, b := range blocks(t, page) {
			name, isFile := strings.CutPrefix(b.mark, "file: ")
			switch {
			case isFile && b.lang == "csv" && !strings.Contains(name, "/"):
				write(t, filepath.Join(dir, name), b.text)
			case b.mark == "run" && (everything() || !strings.HasSuffix(page, ".es.md")):
				runBlock(t, bin, dir, b)
			case b.lang == "sh":
				named(t, bin, b, helps)
			}
		}
	}
}

// workplace is a folder with the photographs that the pages speak of.
func workplace(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"crowd.jpg", "marcha.jpg"} {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := jpeg.Encode(f, image.NewGray(image.Rect(0, 0, 800, 600)), nil); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

var output = regexp.MustCompile(`(?m) -o (\S+)`)

func runBlock(t *testing.T, bin, dir string, b block) {
	t.Helper()
	c := exec.Command("sh", "-eu")
	c.Dir = dir
	c.Stdin = strings.NewReader(b.text)
	c.Env = append(os.Environ(), "PATH="+filepath.Dir(bin)+string(os.PathListSeparator)+os.Getenv("PATH"))
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("%s:%d: %v: %s", b.page, b.line, err, out)
	}
	for _, m := range output.FindAllStringSubmatch(b.text, -1) {
		if _, err := os.Stat(filepath.Join(dir, m[1])); err != nil {
			t.Errorf("%s:%d: %v", b.page, b.line, err)
		}
	}
}

var (
	calls   = regexp.MustCompile(`(?:^|go run \./examples/)sharekit ([a-z]+|--help)(.*)`)
	flags   = regexp.MustCompile(`(?:^| )(--[a-z-]+)`)
	folders = regexp.MustCompile(`(?:^| )\./((?:examples/)?[a-z]+)(?: |$)`)
)

// named looks up the verbs, flags and packages in commands that are not run.
// The help of each verb is asked for once.
func named(t *testing.T, bin string, b block, helps map[string]string) {
	t.Helper()
	for line := range strings.Lines(strings.ReplaceAll(b.text, "\\\n", " ")) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "#")
		for _, m := range folders.FindAllStringSubmatch(line, -1) {
			if _, err := os.Stat(filepath.Join("..", m[1])); err != nil {
				t.Errorf("%s:%d: %v", b.page, b.line, err)
			}
		}
		m := calls.FindStringSubmatch(line)
		if m == nil || m[1] == "--help" {
			continue
		}
		help, asked := helps[m[1]]
		if !asked {
			out, err := exec.Command(bin, "help", m[1]).Output()
			if err != nil {
				t.Errorf("%s:%d: there is no verb %s", b.page, b.line, m[1])
			}
			help = string(out)
			helps[m[1]] = help
		}
		for _, f := range flags.FindAllStringSubmatch(m[2], -1) {
			if !strings.Contains(help, f[1]+" ") {
				t.Errorf("%s:%d: %s has no flag %s", b.page, b.line, m[1], f[1])
			}
		}
	}
}

const snippetFile = `package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

var _, _, _, _, _, _ = errors.As, fmt.Println, os.DirFS, time.Now, language.Spanish, graphic.New
var _, _, _ = hashtag.Lookup, share.Build, campaign.Load

func main() {}
`

// The Go snippets compile, each as the body of a function.
func TestSnippets(t *testing.T) {
	source, n := snippetFile, 0
	for _, page := range pages {
		for _, b := range blocks(t, page) {
			if b.lang == "go" {
				n++
				source += fmt.Sprintf("\nfunc snippet%d(ctx context.Context, w io.Writer) error {\n//line %s:%d\n%s\nreturn nil\n}\n", n, filepath.Base(b.page),
					b.line, b.text)
			}
		}
	}
	if n < 4 {
		t.Errorf("%d snippets", n)
	}
	// The file exists for the build alone.
	dir := t.TempDir()
	write(t, filepath.Join(dir, "main.go"), source)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{filepath.Join(here, "snippets", "main.go"): filepath.Join(dir, "main.go")}})
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "overlay.json"), string(overlay))
	out, err := exec.Command("go", "build", "-overlay", filepath.Join(dir, "overlay.json"), "-o", filepath.Join(dir, "snippets"), "./snippets").CombinedOutput()
	if err != nil {
		t.Errorf("%v: %s", err, out)
	}
}
