package campaign

import "testing"

func TestDefaultLoads(t *testing.T) {
	l := loader{prefix: builtin + "/", read: readEmbedded, names: embeddedNames()}
	c, err := l.load()
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Facts) != 39 {
		t.Errorf("%d facts, want 39", len(c.Facts))
	}
}
