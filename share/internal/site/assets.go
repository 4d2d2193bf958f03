package site

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

//go:embed site.css site.js sw.js
var assets embed.FS

// Style is the style sheet, its lines joined. It asks for archivo.woff2 and
// inter.woff2 beside it.
func Style() string { return ends().ReplaceAllString(asset("site.css"), "") }

var ends = pattern.New(`\n\s*`)

// Script is what a page can do beyond being read.
func Script() string { return asset("site.js") }

// Worker is the service worker of a site. Name begins those of its caches, the
// version ends them; first are the addresses to keep from the start, relative to
// the site's first folder.
func Worker(name, version string, first []string) string {
	list, _ := json.Marshal(first) // strings always can be
	return strings.NewReplacer("{{name}}", name, "{{version}}", version, "{{first}}", string(list)).Replace(asset("sw.js"))
}

// asset is an embedded file without its comments.
func asset(name string) string {
	data, err := assets.ReadFile(name)
	if err != nil {
		panic(err) // it is part of the program
	}
	return comments().ReplaceAllString(string(data), "")
}

var comments = pattern.New(`(?m)^\s*/\*(?s:.*?)\*/\n`)

// Digest is what a file's name has of its content, so that what is kept under
// a name is never out of date.
func Digest(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:5])
}
