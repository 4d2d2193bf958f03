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
	"strings"

	"github.com/shutdowncecot/toolkit/share"
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
	if a.env.studio == nil {
		return nil, nil
	}
	if a.env.terminal(a.env.stderr) {
		a.note("studio-building", nil)
	}
	s, err := a.env.studio(ctx)
	if err != nil && ctx.Err() == nil {
		a.note("studio-none", with{"cause": err})
		return nil, nil
	}
	return s, err
}

// studioFile reads a program, and the loader that lies beside it.
func studioFile(name string) (s *share.Studio, err error) {
	s = new(share.Studio)
	if s.Program, err = os.ReadFile(name); err != nil {
		return nil, unreadable(name, err)
	}
	beside := filepath.Join(filepath.Dir(name), loaderName)
	if s.Loader, err = os.ReadFile(beside); err != nil {
		return nil, unreadable(beside, err)
	}
	return s, nil
}

const (
	studioPackage = "github.com/shutdowncecot/toolkit/examples/wasm"
	loaderName    = "wasm_exec.js"
)

// buildStudio builds the program with the Go that is at hand, from the source
// in whose folder the command was started. Nothing is downloaded for it. The
// program is kept, so that the next kit need not wait.
func buildStudio(ctx context.Context) (*share.Studio, error) {
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
	s.Loader, err = os.ReadFile(filepath.Join(root, "lib", "wasm", loaderName))
	return &s, err
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
