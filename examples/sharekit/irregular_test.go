//go:build unix

package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
)

// somebodysKey is a public key of minisign's form.
const somebodysKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"

// readers are the doors by which the command reads a file that is named to it.
var readers = map[string]string{
	"card FILE":                "card FILE.yaml --force",
	"a photo of a card's file": "card photo.yaml --force",
	"card --photo":             "card --photo FILE.jpg --photo-alt town --headline Open --force",
	"card --theme":             "card --theme FILE.json --headline Open --force",
	"a theme's font":           "card --theme theme.json --headline Open --force",
	"--campaign":               "card who-252-venezuelans --campaign FILE --force",
	"cards --table":            "cards --campaign whole --table FILE.csv --fact readers -o cards",
	"letter --recipients":      "letter email-senator --recipients FILE.csv -o letters",
	"people import":            "people import FILE.csv --as-of 2031-01-01 -o people.yaml --force",
	"redact":                   "redact FILE.jpg --force",
	"thread":                   "thread FILE.txt",
	"verify":                   "verify FILE",
	"verify --key":             "verify . --key FILE",
	"verify --known":           "verify . --key " + somebodysKey + " --known FILE.minisig",
	"kit --sign":               "kit --out kit --sign FILE",
	"kit --studio":             "kit --out kit --studio FILE.wasm",
	"diff":                     "diff FILE FILE",
	"a campaign's facts":       "check --campaign campaign",
	"a campaign's font":        "kit --campaign fonts --out kit",
	"correct":                  "correct who-252-venezuelans --campaign campaign --was 1 --now 2 --date 2026-11-01",
}

// irregular makes what is no file to read, or has no end, under each of the
// names that the doors expect.
var irregular = map[string]func(name string) error{
	"a pipe":          func(name string) error { return syscall.Mkfifo(name, 0o644) },
	"an endless file": func(name string) error { return os.Symlink("/dev/zero", name) },
	"a terminal":      func(name string) error { return os.Symlink("/dev/tty", name) },
	"a folder":        func(name string) error { return os.Mkdir(name, 0o755) },
	"a huge file": func(name string) error {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			return err
		}
		return os.Truncate(name, 5<<30) // takes no room on the disk
	},
}

// TestIrregular names to each door what would keep its reader waiting or would
// fill the memory. Each says so, and at once: a test that hangs has found one
// that does not.
func TestIrregular(t *testing.T) {
	for kind, create := range irregular {
		t.Run(kind, func(t *testing.T) {
			t.Chdir(t.TempDir())
			files := map[string]string{
				"theme.json": `{"extends": "broadside", "type": {"display": {"font": "FILE.ttf"}}}`,
				"photo.yaml": "headline: Open\nphoto: {file: FILE.jpg, alt: a town}\n",
			}
			for _, dir := range []string{"campaign", "whole", "fonts"} {
				for name, content := range doorsCampaign {
					files[filepath.Join(dir, name)] = content
				}
			}
			delete(files, "campaign/facts.yaml")
			for name, content := range files {
				if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(content), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			for _, name := range []string{
				"FILE", "FILE.yaml", "FILE.jpg", "FILE.json", "FILE.csv", "FILE.txt", "FILE.minisig",
				"FILE.wasm", "FILE.ttf", "campaign/facts.yaml", "fonts/fonts/FILE.ttf",
			} {
				if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), create(name)); err != nil {
					t.Skip("cannot be made here:", err)
				}
			}
			for door, args := range readers {
				if kind == "a folder" && (door == "--campaign" || door == "a campaign's font") {
					continue // a folder is what they read
				}
				status, stdout, stderr := try(t, strings.Fields(args)...)
				if status != cli.Problems && status != cli.Usage || !strings.Contains(stdout+stderr, "FILE") && !strings.Contains(stdout+stderr, "facts.yaml") {
					t.Errorf("%s: sharekit %s: status %d\n%s%s", door, args, status, stdout, stderr)
				}
			}
		})
	}
}
