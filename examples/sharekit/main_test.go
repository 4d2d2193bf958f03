package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"sync"
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
		os.Exit(run(ctx, os.Args[1:], scripted(os.Stdin, os.Stdout, os.Stderr, os.Getenv)))
	}})
}

// scripted is what a run in a script sees of its process.
func scripted(in io.Reader, out, err io.Writer, getenv func(string) string) environment {
	pretended := func(stream any) bool {
		name := map[any]string{in: "stdin", out: "stdout", err: "stderr"}[stream]
		return name != "" && strings.Contains(getenv("TTY"), name)
	}
	typed := func(context.Context) ([]byte, error) { return []byte(getenv("PASSPHRASE")), nil }
	return environment{
		Terminal: terminal.Terminal{In: in, Out: out, Err: err, Getenv: getenv, Is: pretended, Hidden: typed},
		today:    time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), browse: func(string) error { return nil },
	}
}

func TestScripts(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: here + "/testdata/script", UpdateScripts: *update, RequireExplicitExec: true, RequireUniqueNames: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"jsonlist": jsonList, "call": call},
		Setup: func(e *testscript.Env) error {
			return os.CopyFS(e.WorkDir+"/mill", os.DirFS(here+"/../../share/testdata/mill"))
		},
	})
}

// inFolder is held by a run that is in a folder of its own within this process.
var inFolder sync.Mutex

// call is exec without anything typed. In usual runs the command runs within
// this process, which reads the built-in campaign once.
func call(ts *testscript.TestScript, neg bool, args []string) {
	if os.Getenv("TEST_ALL") != "" {
		if err := ts.Exec(args[0], args[1:]...); (err != nil) != neg {
			ts.Fatalf("%v: %v", args, err)
		}
		return
	}
	inFolder.Lock()
	defer inFolder.Unlock()
	was, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	defer func() { ts.Check(os.Chdir(was)) }()
	out := new(bytes.Buffer)
	said := new(bytes.Buffer)
	status := run(context.Background(), args[1:], scripted(strings.NewReader(""), out, said, ts.Getenv))
	_, err = out.WriteTo(ts.Stdout())
	ts.Check(err)
	_, err = said.WriteTo(ts.Stderr())
	ts.Check(err)
	if (status != 0) != neg {
		ts.Fatalf("%v: status %d\n%s", args, status, said)
	}
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
