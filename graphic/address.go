package graphic

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// hosts writes names of hosts as browsers look them up.
var hosts = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.CheckHyphens(false), idna.StrictDomainName(false))

// codedAddress is an address as a code has to hold it: a symbol does not say
// how its bytes are to be read, and readers take what is beyond ASCII for
// Shift JIS or Latin-1. A host is written in Punycode (RFC 3492), all else in
// percents (RFC 3987, 3.1). What is no address of the web, of mail or of a
// telephone stays as it is.
func codedAddress(s string) (string, error) {
	scheme, rest, ok := strings.Cut(s, ":")
	if !ok || ascii(s) {
		return s, nil
	}
	var err error
	switch strings.ToLower(scheme) {
	case "http", "https":
		if path, slashes := strings.CutPrefix(rest, "//"); slashes {
			host := path[:hostEnd(path)]
			rest = path[len(host):]
			host, err = codedHost(host)
			rest = "//" + host + percent(rest)
		}
	case "mailto":
		to, query, asks := strings.Cut(rest, "?")
		if to, err = codedMail(to); asks {
			to += "?" + query
		}
		rest = percent(to)
	case "tel", "sms":
		rest = percent(rest)
	default:
		return s, nil
	}
	return scheme + ":" + rest, err
}

// hostEnd is where the host and port of an address end.
func hostEnd(s string) int {
	if i := strings.IndexAny(s, "/?#"); i >= 0 {
		return i
	}
	return len(s)
}

// codedHost keeps a port.
func codedHost(host string) (string, error) {
	if ascii(host) {
		return host, nil
	}
	name, port, numbered := strings.Cut(host, ":")
	name, err := hosts.ToASCII(name)
	if numbered {
		name += ":" + port
	}
	return name, err
}

// codedMail codes the hosts of mail addresses with commas between them.
func codedMail(list string) (string, error) {
	all := strings.Split(list, ",")
	for i, address := range all {
		at := strings.LastIndexByte(address, '@')
		if at < 0 {
			continue
		}
		host, err := codedHost(address[at+1:])
		if err != nil {
			return "", err
		}
		all[i] = address[:at+1] + host
	}
	return strings.Join(all, ","), nil
}

// percent writes every byte beyond ASCII as a percent and two digits.
func percent(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// typed is a path as a person types it: with its letters where nothing else
// needs percents.
func typed(u *url.URL) string {
	if strings.ContainsFunc(u.Path, func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.M, unicode.N) && !strings.ContainsRune("/-._~", r)
	}) {
		return u.EscapedPath()
	}
	return u.Path
}
