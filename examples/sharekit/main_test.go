package main

import (
	"context"
	"flag"
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

// TestMain lets scripts run the command as a process of its own. Today is
// fixed, so that the suite is green on any day.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"sharekit": func() {
		os.Exit(run(context.Background(), os.Args[1:], environment{
			stdout: os.Stdout, stderr: os.Stderr, today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), getenv: os.Getenv,
		}))
	}})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: *update, RequireExplicitExec: true, RequireUniqueNames: true,
		Setup: func(e *testscript.Env) error { return os.CopyFS(e.WorkDir+"/mill", os.DirFS("testdata/mill")) },
	})
}
