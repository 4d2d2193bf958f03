package campaign

import (
	"net/url"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A LinkError says why no reader should be led to an address. It is a
// [fault.Fault], immutable and safe for concurrent use.
type LinkError struct{ fault.Data }

func (e *LinkError) Error() string { return fault.InEnglish(e) }

// linkSchemes lists the kinds of address that a code, a card or a post may open.
var linkSchemes = []string{"https", "tel", "sms", "mailto"}

// CheckLink refuses an address that a code, a card or a post should not lead
// to: one that is not whole, is not of the schemes (without any: https, tel,
// sms and mailto), or is an error in a campaign too, since it follows its
// readers or hides where it leads. The error is a *[LinkError].
func CheckLink(address string, schemes ...string) error {
	if len(schemes) == 0 {
		schemes = linkSchemes
	}
	if rule := incomplete(address, schemes); rule != "" {
		return &LinkError{english.New(rule, "", with{"address": read.Clip(address), "schemes": schemes})}
	}
	for _, f := range linkFaults(address) {
		if f.severity == Error {
			return &LinkError{english.New(f.rule, "", f.values)}
		}
	}
	return nil
}

// incomplete names the rule that an address breaks by its form alone, or "".
func incomplete(address string, schemes []string) string {
	u, err := url.Parse(address)
	switch {
	case err != nil || strings.ContainsAny(address, " \t\r\n"):
		return "address-incomplete"
	case u.Scheme == "http":
		return "http"
	case u.Scheme == "" && strings.Contains(address, "."):
		return "address-near"
	case !slices.Contains(schemes, u.Scheme), u.User != nil,
		u.Scheme == "https" && !strings.Contains(u.Hostname(), "."), u.Scheme != "https" && u.Opaque == "":
		return "address-incomplete"
	}
	return ""
}
