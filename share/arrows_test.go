package share_test

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/shutdowncecot/toolkit/"

// TestArrows holds the house together: what a package must never come to
// depend on, however far down.
func TestArrows(t *testing.T) {
	for pkg, never := range map[string][]string{
		"graphic":        {module + "hashtag", module + "share", "net/http", "net"},
		"hashtag":        {module + "graphic", module + "share", "net/http", "net"},
		"share/campaign": {module + "graphic", module + "share", "net/http", "net"},
		"share":          {"net/http", "net", module + "examples"},
	} {
		t.Run(pkg, func(t *testing.T) {
			out, err := exec.Command("go", "list", "-deps", module+pkg).CombinedOutput()
			if err != nil {
				t.Fatalf("go list: %v\n%s", err, out)
			}
			for _, dep := range strings.Fields(string(out)) {
				for _, n := range never {
					if dep == n || strings.HasPrefix(n, module) && strings.HasPrefix(dep, n+"/") && !strings.HasPrefix(dep, module+pkg) {
						t.Errorf("%s depends on %s", pkg, dep)
					}
				}
			}
		})
	}
}
