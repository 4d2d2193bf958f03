package main

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

// noStudio is the value of --studio for a kit whose start page draws nothing.
const noStudio = "none"

// studio is the program of the start page: that of a file, or the one built
// into this command, or one built here. A kit is made without it too.
func (a *app) studio(ctx context.Context, from string) (*share.Studio, error) {
	if from == noStudio {
		return nil, nil
	}
	if from != "" {
		return studioFile(from)
	}
	if a.program == nil {
		return nil, nil
	}
	if a.Is(a.Err) {
		a.note("studio-building", nil)
	}
	s, err := a.program(ctx)
	switch {
	case err == nil || ctx.Err() != nil:
		return s, err
	case errors.Is(err, errNoSource):
		a.note("studio-none", nil)
	default:
		a.note("studio-failed", with{"cause": err})
	}
	return nil, nil
}

// studioFile reads a program, and the loader and the licences that lie beside
// it, as examples/wasm/build.sh writes them.
func studioFile(name string) (*share.Studio, error) {
	var s share.Studio
	beside := filepath.Dir(name)
	for _, part := range []struct {
		file string
		into *[]byte
	}{{name, &s.Program}, {filepath.Join(beside, loaderName), &s.Loader}, {filepath.Join(beside, noticesName), &s.Notices}} {
		data, err := files.Read(part.file, maxStudio)
		if err != nil {
			return nil, unreadable(part.file, err)
		}
		*part.into = data
	}
	return &s, nil
}

const (
	studioPackage = "github.com/shutdowncecot/toolkit/examples/wasm"
	loaderName    = "wasm_exec.js"
	noticesName   = "NOTICES.txt"

	maxStudio = 64 << 20 // bytes; the program has a fifth of it
)

// errNoSource says that here is no Go, or not the source of the program.
var errNoSource = errors.New("no source of the studio")

// buildStudio builds the program with the Go that is at hand, from the source
// in whose folder the command was started. Nothing is downloaded for it. The
// program is kept, so that the next kit need not wait.
func buildStudio(ctx context.Context) (*share.Studio, error) {
	if _, err := goSays(ctx, "list", studioPackage); err != nil {
		return nil, errNoSource
	}
	root, err := goSays(ctx, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	name, err := studioName()
	if err != nil {
		return nil, err
	}
	if _, err := goSays(ctx, "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", name, studioPackage); err != nil {
		return nil, err
	}
	var s share.Studio
	if s.Program, err = os.ReadFile(name); err != nil {
		return nil, err
	}
	if s.Loader, err = os.ReadFile(filepath.Join(root, "lib", "wasm", loaderName)); err != nil {
		return nil, err
	}
	s.Notices, err = notices(ctx, root)
	return &s, err
}

// notices are the licences of Go and of each module that the program is built
// of, as .ci/notices lists them for releases.
func notices(ctx context.Context, root string) ([]byte, error) {
	const module = "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"
	list, err := goSays(ctx, "list", "-deps", "-f", module, studioPackage)
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

// studioName is where the program of this folder's source is kept.
func studioName() (string, error) {
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
