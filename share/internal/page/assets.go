package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

//go:embed script/*.js script/studio/*.js style/*.css fonts/*.woff2
var assets embed.FS

// Files of the page's script and style, in the order in which they stand. Of
// the script the first is asked by all others and the last opens the page.
var (
	scripts = []string{"base", "keep", "count", "wording", "picture", "card", "gate", "find", "letter", "people", "carousel", "reel", "more", "route"}
	styles  = []string{"page", "start", "task", "card", "people", "studio", "carousel", "reel"}
)

// studioScripts stand before the last, if the page has a studio.
var studioScripts = []string{"engine", "studio", "fields", "photo", "logo", "post", "save", "postcard", "zip", "slides", "keep"}

// script is the page's script: its files as one function.
func script(studio bool) (string, error) {
	files := slices.Clone(scripts)
	if studio {
		for _, name := range studioScripts {
			files = slices.Insert(files, len(files)-1, "studio/"+name)
		}
	}
	all, err := joined("script/", files, ".js")
	return "(function () {\n'use strict';\n" + all + "})();\n", err
}

// joined are embedded files one after the other.
func joined(dir string, names []string, ext string) (string, error) {
	var b strings.Builder
	for _, name := range names {
		text, err := asset(dir + name + ext)
		if err != nil {
			return "", err
		}
		b.WriteString(text)
	}
	return b.String(), nil
}

// asset is the text of an embedded file, without the comments that have lines
// of their own.
func asset(name string) (string, error) {
	data, err := assets.ReadFile(name)
	if strings.HasSuffix(name, ".woff2") {
		return string(data), err
	}
	return comments().ReplaceAllString(string(data), ""), err
}

var comments = pattern.New(`(?m)^\s*/\*(?s:.*?)\*/\n`)

// Font reads a font of the page by its name: "archivo-latin-800-normal".
func Font(name string) ([]byte, error) { return assets.ReadFile("fonts/" + name + ".woff2") }

// style is the page's style with its fonts inside, and one rule for each language.
func (d *document) style() (string, error) {
	css, err := joined("style/", styles, ".css")
	if err != nil {
		return "", err
	}
	for _, name := range []string{"archivo-latin-800-normal", "inter-latin-400-normal", "inter-latin-600-normal"} {
		font, err := asset("fonts/" + name + ".woff2")
		if err != nil {
			return "", err
		}
		address := "data:font/woff2;base64," + base64.StdEncoding.EncodeToString([]byte(font))
		css = strings.ReplaceAll(css, "fonts/"+name+".woff2", address)
	}
	return css + d.Look.rules() + d.languageRules(), nil
}

// languageRules hide what is not in the chosen language: chosen by the script
// on the root, or without script by the radio buttons themselves.
func (d *document) languageRules() string {
	if len(d.Languages) == 1 {
		return ""
	}
	var b strings.Builder
	for _, l := range d.Languages {
		fmt.Fprintf(&b, "html[data-ui=%q] .t:not(.%[1]s),[data-pic=%[1]q] .p:not(.%[1]s){display:none}\n", l.Tag)
		fmt.Fprintf(&b, "@supports selector(:has(*)){html:not(.js):has(#l-%s:checked) :is(.t,.p):not(.%[1]s){display:none}", l.Tag)
		if l.RTL {
			fmt.Fprintf(&b, "html:not(.js):has(#l-%s:checked) body{direction:rtl}", l.Tag)
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// hash is a source expression of a content security policy.
func hash(source string) string {
	sum := sha256.Sum256([]byte(source))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
