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
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/share"
)

// memory is what the collector aims to keep a run within, so that a small
// machine can make a large kit. GOMEMLIMIT sets another.
const memory = 180 << 20

// garbage is how much the heap grows by, in percent, before it is collected: a
// run is short, and memory bounds it. GOGC sets another.
const garbage = 400

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once, whatever is under way
	status := run(ctx, os.Args[1:], environment{
		Terminal: terminal.Own(), today: time.Now(), browse: terminal.Browse, program: ownStudio,
	})
	stop()
	os.Exit(status)
}

// environment is what a run sees of its process.
type environment struct {
	terminal.Terminal
	today   time.Time
	browse  func(url string) error
	program func(context.Context) (*share.Studio, error) // of the start page; nil: there is none
}
