package page

import (
	"net/url"
	"path"
	"strings"
)

// linkProblem says why an address may not stand in the page. Empty: it may.
// Allowed are https, tel, sms, mailto, fragments and files of the kit.
func linkProblem(address string) string {
	u, err := url.Parse(address)
	switch {
	case err != nil || strings.ContainsFunc(address, isUnprintable):
		return "is not an address"
	case u.Scheme == "https" && u.Host != "" && u.User == nil:
		return ""
	case (u.Scheme == "tel" || u.Scheme == "sms" || u.Scheme == "mailto") && u.Host == "":
		return ""
	case u.Scheme != "":
		return "only https, tel, sms and mailto are allowed"
	case u.Host != "":
		return "needs https:"
	case u.Path == "" && u.Fragment != "":
		return ""
	}
	return fileProblem(u.Path)
}

// fileProblem says why a name is not that of a file in the kit.
func fileProblem(name string) string {
	switch {
	case name == "":
		return "is empty"
	case strings.HasPrefix(name, "/") || strings.ContainsAny(name, `\:?#%*|<>"`) || strings.ContainsFunc(name, isUnprintable):
		return "must be a plain path relative to the kit"
	case path.Clean(name) != name || name == ".." || strings.HasPrefix(name, "../"):
		return "must stay inside the kit"
	}
	return ""
}

func isUnprintable(r rune) bool { return r <= ' ' || r == 0x7f }

// isOutside reports whether an address leaves the page and the kit.
func isOutside(address string) bool {
	return strings.HasPrefix(address, "https:")
}
