package cli

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/say"
)

// manyNames is how many names an error lists in full.
const manyNames = 24

// Choice says that there is no such name and which there are. A kind has a
// message kind-name.
func (a *App) Choice(kind, name string, have []string) *Refusal {
	values := With{"kind": a.Text("kind-"+kind, nil), "name": name, "have": have}
	if values["near"] = say.Meant(name, have); values["near"] != "" {
		return Refuse(Usage, "no-such-near", values)
	}
	if len(have) > 0 && len(have) <= manyNames {
		return Refuse(Usage, "no-such-among", values)
	}
	return Refuse(Usage, "no-such", values)
}

// Completes lets the shell complete the values of a flag.
func Completes(c *cobra.Command, flag string, names func() []string) {
	c.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return names(), cobra.ShellCompDirectiveNoFileComp
	})
}

// CompletesArg lets the shell complete the first argument.
func CompletesArg(c *cobra.Command, files cobra.ShellCompDirective, names func() []string) {
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return names(), files
	}
}

// Names are what a list of things is called.
func Names[T any](all []T, name func(T) string) []string {
	out := make([]string, len(all))
	for i, v := range all {
		out[i] = name(v)
	}
	return out
}

// Once leaves out names that were given before.
func Once(names []string) (out []string) {
	for _, n := range names {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// FileType is what a picture, code or letter is written as: what --type says,
// else the file's extension, else the usual.
func (a *App) FileType(given, file, usual string, have ...string) (string, error) {
	kind := strings.ToLower(given)
	if kind == "" && file != "-" {
		kind = Extension(file)
	}
	switch {
	case kind == "":
		return usual, nil
	case kind == "jpeg":
		kind = "jpg"
	}
	if !slices.Contains(have, kind) {
		return "", a.Choice("type", kind, have)
	}
	return kind, nil
}

// Extension is a file's, without the dot and in small letters.
func Extension(name string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
}

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// Slug is a name as part of a file's: ASCII, small letters, hyphens.
func Slug(name string) string {
	return strings.Trim(notInID.ReplaceAllString(hashtag.Tag(strings.Join(strings.Fields(strings.ReplaceAll(name, "-", " ")), "_")).Key(), "-"), "-")
}

// ForShell is a folder as a shell wants it.
func ForShell(dir string) string {
	if strings.ContainsAny(dir, " '()&;") {
		return `"` + dir + `"`
	}
	return dir
}
