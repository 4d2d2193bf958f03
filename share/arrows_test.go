package share_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/shutdowncecot/toolkit/"

// leaves may be known to every package: they hold one rule each and know
// nothing but one another.
var leaves = []string{
	"hashtag/fault", "hashtag/runes", "graphic/figure", "share/internal/disguise", "share/internal/follow", "share/internal/needle",
	"share/internal/pattern", "share/internal/read", "share/internal/yamlfault", "share/internal/minisign", "share/sign",
}

// TestArrows holds the house together: what a package must never come to
// depend on, however far down.
func TestArrows(t *testing.T) {
	never := map[string][]string{
		"graphic":        {module + "hashtag", module + "share"},
		"hashtag":        {module + "graphic", module + "share"},
		"share/campaign": {module + "graphic", module + "share"},
		"share/letter":   {module + "graphic"},
		"share/people":   {module + "graphic"},
		"share":          {module + "examples"},
	}
	for _, leaf := range leaves {
		never[leaf] = []string{module + "graphic", module + "hashtag", module + "share"}
	}
	for pkg, never := range never {
		t.Run(pkg, func(t *testing.T) {
			for _, dep := range dependencies(t, pkg) {
				inside, ours := strings.CutPrefix(dep, module)
				switch {
				case dep == "net" || dep == "net/http":
					t.Errorf("%s depends on %s", pkg, dep)
				case !ours || inside == pkg || strings.HasPrefix(inside, pkg+"/") || slices.Contains(leaves, inside):
				case slices.ContainsFunc(never, func(n string) bool { return dep == n || strings.HasPrefix(dep, n+"/") }):
					t.Errorf("%s depends on %s", pkg, dep)
				}
			}
		})
	}
}

// dependencies are the packages that one is built of.
func dependencies(t *testing.T, pkg string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", module+pkg).CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	return strings.Fields(string(out))
}

// TestReadsNoCodes: whoever draws pictures or makes a kit does not get what
// measures them, the reader of codes and its tables of East Asian letters.
func TestReadsNoCodes(t *testing.T) {
	for _, dep := range dependencies(t, "share") {
		if strings.HasPrefix(dep, "github.com/makiuchi-d/gozxing") || strings.HasPrefix(dep, "golang.org/x/text/encoding/") {
			t.Errorf("share depends on %s", dep)
		}
	}
}
