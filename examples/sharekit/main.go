// Sharekit makes share kits: folders of sourced pictures, posts and letters
// that volunteers pass on.
//
//	go run ./examples/sharekit kit
//
// It only translates between the process and package share. Exit status: 0
// done, 1 the campaign has problems, 2 the command was not understood, 3
// nothing could be written.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], environment{
		stdout: os.Stdout, stderr: os.Stderr, today: time.Now(), getenv: os.Getenv,
		terminal: isTerminal(os.Stderr),
	})
	stop()
	os.Exit(status)
}

// environment is what a run sees of its process.
type environment struct {
	stdout, stderr io.Writer
	terminal       bool // stderr is one
	today          time.Time
	getenv         func(string) string
}
