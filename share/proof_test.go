package share_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// TestPageErrors checks that Build refuses what the start page cannot hold:
// a link that leads elsewhere once stopped a kit while it was written.
func TestPageErrors(t *testing.T) {
	letter := "---\ntitle: A letter\nsubject: A hearing\nform: email\nslots:\n  - {id: own, label: Your words, required: true, own: true}\n---\n"
	in := func(lang, name, text string) error {
		twin := strings.Replace(name, "/en", "/es", 1)
		_, err := share.Build(context.Background(), millWith(t, name, text, twin, text), &share.Options{Languages: []string{lang}, Formats: graphic.Formats()[:1]})
		return err
	}
	for _, c := range []struct{ name, text, field string }{
		{"pages/en/faq.md", "# Questions\n\n[more](javascript:alert(1))\n", "link javascript:alert(1)"},
		{"pages/en/faq.md", "# Questions\n\n[more](http://millbrook.example)\n", "link http://millbrook.example"},
		{"pages/en/faq.md", "# Questions\n\n[more]()\n", "link "},
		{"pages/en/faq.md", "# Questions\n\n[more][a]\n\n[a]: ../../etc/passwd\n", "link ../../etc/passwd"},
		{"letters/en/hearing.md", letter + "{own} { and no more", "text"},
		{"strings/en.yaml", "labels: {page.nothing: none}\n", "labels"},
	} {
		err := in("en", c.name, c.text)
		var wrong *share.PageError
		if !errors.As(err, &wrong) || wrong.File != c.name || wrong.Field() != c.field || wrong.Position().File != c.name {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if err := in("es", "pages/en/faq.md", "# Questions\n\n[more](https://millbrook.example), [sheets](print/en/cards.pdf)\n"); err != nil {
		t.Error(err)
	}
}
