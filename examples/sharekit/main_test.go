package main

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

// TestMain lets scripts run the command as a process of its own. Today is
// fixed, so that the suite is green on any day. The variable TTY says which
// streams pass for a terminal, and PASSPHRASE what is typed there unseen.
func TestMain(m *testing.M) {
	debug.SetGCPercent(garbage) // as main does
	debug.SetMemoryLimit(4 * memory)
	testscript.Main(m, map[string]func(){"sharekit": func() {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		os.Exit(run(ctx, os.Args[1:], environment{
			Terminal: terminal.Terminal{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Is: pretended, Hidden: typed},
			today:    time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), browse: func(string) error { return nil },
		}))
	}})
}

func typed(context.Context) ([]byte, error) { return []byte(os.Getenv("PASSPHRASE")), nil }

func pretended(stream any) bool {
	names := map[any]string{os.Stdin: "stdin", os.Stdout: "stdout", os.Stderr: "stderr"}
	return strings.Contains(os.Getenv("TTY"), names[stream]) && names[stream] != ""
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: *update, RequireExplicitExec: true, RequireUniqueNames: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"jsonlist": jsonList},
		Setup: func(e *testscript.Env) error {
			return os.CopyFS(e.WorkDir+"/mill", os.DirFS("../../share/testdata/mill"))
		},
	})
}

// jsonList is the script command that holds an output to be a JSON list with
// something in it.
func jsonList(ts *testscript.TestScript, neg bool, args []string) {
	var list []json.RawMessage
	err := json.Unmarshal([]byte(ts.ReadFile(args[0])), &list)
	if ok := err == nil && len(list) > 0; ok == neg {
		ts.Fatalf("a JSON list of %d: %v", len(list), err)
	}
}
