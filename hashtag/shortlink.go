package hashtag

import (
	"strconv"
	"strings"

	"golang.org/x/net/idna"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
	"github.com/shutdowncecot/toolkit/hashtag/internal/twitter"
)

// Bluesky's composer shows a link without its scheme, and a path longer than 15
// characters as its first 13 and "..." (social-app src/lib/strings/url-helpers.ts,
// toShortUrl).
const (
	maxShownPath = 15
	cutShownPath = 13
)

// shortLink returns the text that stands for a link. One that has no scheme, or that
// no browser would read, stands for itself.
func shortLink(link string) string {
	n := scan.SchemeLength(link)
	if n == 0 {
		return link
	}
	host, path, ok := readLink(link[n:], link[:n])
	if !ok {
		return link
	}
	if len(path) > maxShownPath {
		path = path[:cutShownPath] + "..."
	}
	return host + path
}

// readLink parses what follows a scheme as a browser does: host in lower case and
// ASCII, path, query and fragment percent-encoded.
func readLink(s, scheme string) (host, path string, ok bool) {
	s = strings.TrimLeft(s, `/\`)
	end := strings.IndexAny(s, `/\?#`)
	if end < 0 {
		end = len(s)
	}
	host, ok = readHost(s[:end], scheme)
	rest, fragment := scan.CutAt(s[end:], '#')
	rest, query := scan.CutAt(rest, '?')
	path = resolveDots(escape(strings.ReplaceAll(rest, `\`, "/"), "\"#<>?^`{}"))
	if path == "/" {
		path = ""
	}
	if len(query) > 1 {
		path += escape(query, "\"#<>'")
	}
	if len(fragment) > 1 {
		path += escape(fragment, "\"<>`")
	}
	return host, path, ok
}

// browserHosts maps hosts as browsers do, which know hosts with "_" and outer hyphens.
var browserHosts = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.CheckHyphens(false), idna.StrictDomainName(false))

func readHost(s, scheme string) (string, bool) {
	s = s[strings.LastIndexByte(s, '@')+1:]
	name, port := s, ""
	if i := strings.LastIndexByte(s, ':'); i >= 0 && !strings.HasSuffix(s, "]") {
		name, port = s[:i], s[i:]
	}
	if port == ":" || port == ":443" && len(scheme) == len("https://") || port == ":80" && len(scheme) == len("http://") {
		port = ""
	}
	if port != "" {
		if _, err := strconv.ParseUint(port[1:], 10, 16); err != nil {
			return "", false
		}
	}
	if twitter.ValidIPv6(name) {
		return strings.ToLower(name) + port, true
	}
	name, err := browserHosts.ToASCII(strings.ToLower(name))
	if err != nil || name == "" || strings.ContainsFunc(name, notOfHost) {
		return "", false
	}
	return name + port, true
}

// notOfHost reports the forbidden domain code points of the WHATWG URL standard.
func notOfHost(r rune) bool { return r <= ' ' || strings.ContainsRune("#%/:<>?@[\\]^|\x7f", r) }

// escape percent-encodes controls, spaces, bytes beyond ASCII and the characters given.
func escape(s, chars string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c >= 0x7F || strings.IndexByte(chars, c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// resolveDots removes "." and ".." from a path.
func resolveDots(path string) string {
	if !strings.Contains(path, "/.") {
		return path
	}
	var out []string
	parts := strings.Split(path, "/")[1:]
	for i, p := range parts {
		last := i == len(parts)-1
		switch p {
		case "..":
			out = out[:max(0, len(out)-1)]
			fallthrough
		case ".":
			if last {
				out = append(out, "")
			}
		default:
			out = append(out, p)
		}
	}
	return "/" + strings.Join(out, "/")
}
