package graphic

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// joinWords skips the empty ones.
func joinWords(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, text.Plain(p))
		}
	}
	return strings.Join(kept, " ")
}

func listing(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, "; ")
}

func rightToLeft(tag language.Tag) bool {
	script, _ := tag.Script()
	return text.ScriptRightToLeft(script.String())
}
