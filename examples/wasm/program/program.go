// Package program comes by the toolkit as a program for browsers, with which a
// kit's start page draws: it reads one that was built, or builds it.
package program

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/files"
)

// Read reads a program from a file, and the loader and the licences that lie beside
// it, as examples/wasm/build.sh writes them.
func Read(name string) (*share.Studio, error) {
	var s share.Studio
	beside := filepath.Dir(name)
	for _, part := range []struct {
		file string
		into *[]byte
	}{{name, &s.Program}, {filepath.Join(beside, Loader), &s.Loader}, {filepath.Join(beside, Notices), &s.Notices}} {
		data, err := files.Read(part.file, maxProgram)
		if err != nil {
			return nil, err
		}
		*part.into = data
	}
	return &s, nil
}

// The files beside a program: what starts it, and the licences of what it is
// built of.
const (
	Loader  = "wasm_exec.js"
	Notices = "NOTICES.txt"
)

// maxProgram bounds what is read; the program has a fifth of it.
const maxProgram = 64 << 20

// source is the program's package.
const source = "github.com/shutdowncecot/toolkit/examples/wasm"

// ErrNoSource says that here is no Go, or not the source of the program.
var ErrNoSource = errors.New("no source of the studio")

// Build builds the program with the Go that is at hand, from the source
// in whose folder the command was started. Nothing is downloaded for it. The
// program is kept, so that the next kit need not wait.
func Build(ctx context.Context) (*share.Studio, error) {
	if _, err := goSays(ctx, "list", source); err != nil {
		return nil, ErrNoSource
	}
	root, err := goSays(ctx, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	name, err := keptAt()
	if err != nil {
		return nil, err
	}
	if _, err := goSays(ctx, "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", name, source); err != nil {
		return nil, err
	}
	var s share.Studio
	if s.Program, err = os.ReadFile(name); err != nil {
		return nil, err
	}
	if s.Loader, err = os.ReadFile(filepath.Join(root, "lib", "wasm", Loader)); err != nil {
		return nil, err
	}
	s.Notices, err = notices(ctx, root)
	return &s, err
}

// notices are the licences of Go and of each module that the program is built
// of, as .ci/notices lists them for releases.
func notices(ctx context.Context, root string) ([]byte, error) {
	const module = "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"
	list, err := goSays(ctx, "list", "-deps", "-f", module, source)
	if err != nil {
		return nil, err
	}
	of := append(strings.Split(list, "\n"), "Go\t"+root)
	slices.Sort(of)
	var b bytes.Buffer
	for _, line := range slices.Compact(of) {
		name, dir, _ := strings.Cut(line, "\t")
		if dir == "" {
			continue
		}
		b.WriteString(name + "\n\n")
		if err := addLicences(&b, dir); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// addLicences adds what a module's folder says of its terms.
func addLicences(b *bytes.Buffer, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if e.IsDir() || !strings.HasPrefix(name, "licen") && !strings.HasPrefix(name, "notice") && !strings.HasPrefix(name, "copying") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		b.Write(data)
		b.WriteString("\n")
	}
	return nil
}

// keptAt is where the program of this folder's source is kept.
func keptAt() (string, error) {
	kept, err := os.UserCacheDir()
	if err != nil {
		kept = os.TempDir()
	}
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(here))
	dir := filepath.Join(kept, "sharekit")
	return filepath.Join(dir, "studio-"+hex.EncodeToString(sum[:4])+".wasm"), os.MkdirAll(dir, 0o755)
}

// goSays is what a command of Go prints. Its error is the last line that it
// complains with.
func goSays(ctx context.Context, args ...string) (string, error) {
	c := exec.CommandContext(ctx, "go", args...)
	var out, complaint bytes.Buffer
	c.Stdout, c.Stderr = &out, &complaint
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOPROXY=off", "GOTOOLCHAIN=local")
	if err := c.Run(); err != nil {
		lines := strings.Split(strings.TrimSpace(complaint.String()), "\n")
		if last := lines[len(lines)-1]; last != "" {
			err = errors.New(last)
		}
		return "", err
	}
	return strings.TrimSpace(out.String()), nil
}
