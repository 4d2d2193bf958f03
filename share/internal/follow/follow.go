// Package follow knows which links follow their readers: hosts that hide where
// they lead, and parameters that tell who passed a link on.
package follow

import (
	_ "embed"
	"net/url"
	"slices"
	"strings"
	"sync"
)

//go:embed followers.txt
var list string

// followers are the names of the file by site; those of "" are names
// everywhere. Hosts stand under "hosts".
var followers = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if site, rest, ok := strings.Cut(line, ":"); ok {
			names[site] = append(names[site], strings.Fields(rest)...)
		}
	}
	return names
})

// Shorteners are the hosts that hide where a link leads.
func Shorteners() []string { return slices.Clone(followers()["hosts"]) }

// Shortener reports a host, or one below it, that hides where a link leads.
func Shortener(host string) bool {
	return slices.ContainsFunc(followers()["hosts"], func(s string) bool { return Within(host, s) })
}

// Within reports a host of a site, in small letters or not.
func Within(host, site string) bool {
	host = strings.ToLower(host)
	return host == site || strings.HasSuffix(host, "."+site)
}

// Trackers lists the parameters of an address that tell who passed it on,
// sorted, each once. They count in a fragment too.
func Trackers(u *url.URL) (names []string) {
	known := followers()["any"]
	for site, own := range followers() {
		if site != "hosts" && site != "any" && Within(u.Hostname(), site) {
			known = slices.Concat(known, own)
		}
	}
	apart := func(r rune) bool { return r == '&' || r == ';' || r == '?' }
	for part := range strings.FieldsFuncSeq(u.RawQuery+"&"+u.Fragment, apart) {
		name, _, _ := strings.Cut(part, "=")
		name = strings.ToLower(name)
		if strings.HasPrefix(name, "utm_") || slices.Contains(known, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
