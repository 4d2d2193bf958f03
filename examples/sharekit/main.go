// Sharekit makes share kits: folders of sourced pictures, posts and letters
// that volunteers pass on.
//
//	go run ./examples/sharekit kit
//
// Its verbs read flags, ask packages share, graphic and hashtag, and print what
// comes of it; its words are the files in messages and help. Exit status: 0
// done, 1 problems were found, 2 the command was not understood, 3 nothing
// could be written.
//
// Binaries that need nothing else, for six kinds of machines, into ./dist,
// with the newest repair of Go's own library:
//
//	export GOTOOLCHAIN=$(go list -m -f 'go{{.Version}}' go@patch)
//	for os in linux darwin windows; do for arch in amd64 arm64; do
//	  exe=; [ $os = windows ] && exe=.exe
//	  CGO_ENABLED=0 GOOS=$os GOARCH=$arch go build -trimpath -ldflags="-s -w" \
//	    -o dist/sharekit-$os-$arch$exe ./examples/sharekit
//	done; done
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/shutdowncecot/toolkit/share"
)

// memory is what the collector aims to keep a run within, so that a small
// machine can make a large kit. GOMEMLIMIT sets another.
const memory = 180 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], environment{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, today: time.Now(), getenv: os.Getenv,
		terminal: isTerminal, columns: terminalColumns, secret: readSecret, browse: browse, studio: ownStudio,
	})
	stop()
	os.Exit(status)
}

// environment is what a run sees of its process.
type environment struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	today          time.Time
	getenv         func(string) string
	terminal       func(stream any) bool                 // whether one of the three is a terminal
	columns        func() int                            // of the terminal that is standard output
	secret         func(context.Context) ([]byte, error) // typed at the terminal and not shown; nil: nobody can
	browse         func(url string) error
	studio         func(context.Context) (*share.Studio, error) // nil: there is none
}
