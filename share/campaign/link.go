package campaign

import (
	"net/url"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/follow"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// inText is an address in a text, with or without its scheme.
var inText = pattern.New(`(?i)\b(?:https?://|www\.|(?:[a-z0-9-]+\.)+[a-z]{2,}/)[^\s<>"“”«»|]+`)

// links finds addresses that follow their readers, hide where they lead or
// can be read on the way.
func links(k *checker, w words) {
	if w.forEditors() || !strings.Contains(w.text, "/") && !strings.Contains(strings.ToLower(w.text), "www.") {
		return // most words hold no address, and looking for one takes long
	}
	for _, at := range inText().FindAllStringIndex(w.text, -1) {
		address := strings.TrimRight(w.text[at[0]:at[1]], ".,;:!?)]}'’")
		for _, m := range linkFaults(address) {
			k.findIn(m.severity, w, at[0], m.rule, m.values)
		}
	}
}

type linkFault struct {
	severity Severity
	rule     string
	values   with
}

func linkFaults(address string) (faults []linkFault) {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return []linkFault{{Warning, "address-form", with{"address": read.Clip(address)}}}
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if strings.EqualFold(u.Scheme, "http") {
		faults = append(faults, linkFault{Warning, "http", with{"address": read.Clip(address)}})
	}
	if follow.Shortener(host) {
		faults = append(faults, linkFault{Error, "link-shortened", with{"host": host}})
	}
	for _, name := range follow.Trackers(u) {
		faults = append(faults, linkFault{Error, "link-tracked", with{"parameter": name, "host": host}})
	}
	return faults
}
