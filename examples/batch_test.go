package examples_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// The commands of examples/batch make the kit that one machine makes. No
// cluster is here: they run as processes under the variables that a scheduler
// sets.
func TestBatch(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: kits in sixteen parts are not made")
	}
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no sh here: the files of examples/batch were not run")
	}
	path := onTheMill(t)
	whole := t.TempDir()
	run(t, path, whole, "sharekit kit --out kit")
	want := read(t, filepath.Join(whole, "kit/SHA256SUMS"))
	for name, lines := range map[string]func(dir string) []string{
		"xargs": func(string) []string { return []string{"sh " + batchFile(t, "xargs.sh")} },
		"slurm": func(string) []string {
			return append(numbered(1, "SLURM_ARRAY_TASK_ID=%d sh "+batchFile(t, "slurm.sh")), "sharekit join parts/* --out kit")
		},
		"kubernetes": func(dir string) []string { return kubernetes(t, dir) },
		"github":     func(string) []string { return github(t) },
	} {
		t.Run(name, func(t *testing.T) {
			if name != "xargs" && !everything() {
				t.Skip("without TEST_ALL no kit was made this way")
			}
			dir := t.TempDir()
			for _, line := range lines(dir) {
				run(t, path, dir, line)
			}
			if got := read(t, filepath.Join(dir, "kit/SHA256SUMS")); !bytes.Equal(got, want) {
				t.Error("not the kit of one machine")
			}
		})
	}
}

// onTheMill is a PATH on which sharekit makes kits of a small campaign, in one
// of its languages unless all cases are asked for.
func onTheMill(t *testing.T) string {
	t.Helper()
	mill, err := filepath.Abs("../share/testdata/mill")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	line := fmt.Sprintf("#!/bin/sh\nexec %q \"$@\" --campaign %q", sharekit(t), mill)
	if !everything() {
		line += " --lang es"
	}
	if err := os.WriteFile(filepath.Join(dir, "sharekit"), []byte(line), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir + string(os.PathListSeparator) + os.Getenv("PATH")
}

func run(t *testing.T, path, dir, line string) {
	t.Helper()
	cmd := exec.Command("sh", "-ec", line)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "PATH="+path)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", line, err, out)
	}
}

func batchFile(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("batch", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// numbered are the lines of sixteen runs, the first with the number from.
func numbered(from int, format string) (lines []string) {
	for i := range 16 {
		lines = append(lines, fmt.Sprintf(format, from+i))
	}
	return lines
}

// kubernetes are the commands of both jobs, with a folder in place of the
// volume.
func kubernetes(t *testing.T, dir string) []string {
	t.Helper()
	var commands []string
	for doc := range bytes.SplitSeq(read(t, batchFile(t, "kubernetes.yaml")), []byte("\n---\n")) {
		var job struct {
			Spec struct {
				Template struct {
					Spec struct{ Containers []struct{ Command []string } }
				}
			}
		}
		if err := yaml.Unmarshal(doc, &job); err != nil {
			t.Fatal(err)
		}
		command := job.Spec.Template.Spec.Containers[0].Command
		commands = append(commands, strings.ReplaceAll(command[len(command)-1], "/kits", dir))
	}
	if len(commands) != 2 {
		t.Fatalf("%d jobs", len(commands))
	}
	return append(numbered(0, "JOB_COMPLETION_INDEX=%d\n"+strings.ReplaceAll(commands[0], "%", "%%")), commands[1])
}

// github are the commands of the workflow, with the built program.
func github(t *testing.T) []string {
	t.Helper()
	var workflow struct {
		Jobs map[string]struct{ Steps []struct{ Run string } }
	}
	if err := yaml.Unmarshal(read(t, batchFile(t, "github.yaml")), &workflow); err != nil {
		t.Fatal(err)
	}
	command := func(job string) string {
		for _, step := range workflow.Jobs[job].Steps {
			if step.Run != "" {
				return strings.ReplaceAll(step.Run, "go run ./examples/sharekit", "sharekit")
			}
		}
		t.Fatalf("job %s runs nothing", job)
		return ""
	}
	return append(numbered(1, "PART=%d\n"+strings.ReplaceAll(command("part"), "%", "%%")), command("join"))
}
