package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestStartsLight holds what our packages make before main runs, of which a
// short run has most of its time: tables and expressions wait for their use.
func TestStartsLight(t *testing.T) {
	const most = 256 << 10 // 170 KB in November 2026
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(own, "-test.run=^$")
	c.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	sum, packages := 0, 0
	for _, m := range regexp.MustCompile(`(?m)^init (\S*shutdowncecot/toolkit/\S*) .* (\d+) bytes`).FindAllStringSubmatch(string(out), -1) {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		packages++
		sum += n
		if n > most/4 {
			t.Errorf("%s makes %d bytes before the program starts, at most %d", strings.TrimSpace(m[1]), n, most/4)
		}
	}
	if packages < 10 || sum > most {
		t.Errorf("%d packages make %d bytes before the program starts, at most %d", packages, sum, most)
	}
}
