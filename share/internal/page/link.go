package page

import (
	"net/url"
	"path"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// checkLink refuses an address that may not stand in the page. Allowed are https, tel, sms, mailto, fragments and files of the kit.
func checkLink(address string) *FieldError {
	u, err := url.Parse(address)
	switch {
	case err != nil || strings.ContainsFunc(address, isUnprintable):
		return fieldError("page-address", "", fault.Values{"address": address})
	case u.Scheme == "https" && u.Host != "" && u.User == nil:
		return nil
	case (u.Scheme == "tel" || u.Scheme == "sms" || u.Scheme == "mailto") && u.Host == "":
		return nil
	case u.Scheme != "":
		return fieldError("page-scheme", "", fault.Values{"address": address})
	case u.Host != "":
		return fieldError("page-no-scheme", "", fault.Values{"address": address})
	case u.Path == "" && u.Fragment != "":
		return nil
	}
	return checkFile(u.Path)
}

// checkFile refuses a name that is not that of a file in the kit.
func checkFile(name string) *FieldError {
	switch {
	case name == "":
		return fieldError("page-no-file", "", nil)
	case strings.HasPrefix(name, "/") || strings.ContainsAny(name, `\:?#%*|<>"`) || strings.ContainsFunc(name, isUnprintable):
		return fieldError("page-plain-path", "", fault.Values{"address": name})
	case path.Clean(name) != name || name == ".." || strings.HasPrefix(name, "../"):
		return fieldError("page-outside", "", fault.Values{"address": name})
	}
	return nil
}

func isUnprintable(r rune) bool { return r <= ' ' || r == 0x7f }

// isOutside reports whether an address leaves the page and the kit.
func isOutside(address string) bool {
	return strings.HasPrefix(address, "https:")
}
