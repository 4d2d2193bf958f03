package campaign

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// trackers are the parameters by which a link tells who passed it on.
var trackers = []string{
	"fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id",
	"mc_eid", "mc_cid", "igsh", "igshid", "mkt_tok", "_hsenc", "_hsmi", "vero_id", "oly_enc_id", "s_cid",
	"ref_src", "ref_url", "smid", "cmpid", "ncid",
}

// shorteners hide where a link leads, count who follows it and may close.
var shorteners = []string{
	"bit.ly", "bitly.com", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "v.gd", "t.ly",
	"rb.gy", "cutt.ly", "shorturl.at", "rebrand.ly", "lnkd.in", "fb.me", "dlvr.it", "trib.al", "youtu.be",
	"linktr.ee", "s.id", "qr.ae", "tiny.cc", "bl.ink", "soo.gd", "amzn.to", "nyti.ms", "wapo.st", "surl.li",
}

// inText is an address in a text, or one of a shortener without its scheme.
var inText = func() *regexp.Regexp {
	hosts := make([]string, len(shorteners))
	for i, h := range shorteners {
		hosts[i] = regexp.QuoteMeta(h)
	}
	return regexp.MustCompile(`(?i)\b(?:https?://|www\.|(?:` + strings.Join(hosts, "|") + `)/)[^\s<>"“”«»|]+`)
}()

// links finds addresses that follow their readers, hide where they lead or
// can be read on the way.
func links(k *checker) {
	k.words(func(w words) {
		if w.forEditors() {
			return
		}
		for _, at := range inText.FindAllStringIndex(w.text, -1) {
			address := strings.TrimRight(w.text[at[0]:at[1]], ".,;:!?)]}'’")
			for _, m := range linkFaults(address) {
				k.findIn(m.severity, w, at[0], m.rule, m.values...)
			}
		}
	})
}

type linkFault struct {
	severity Severity
	rule     Rule
	values   []any
}

func linkFaults(address string) (faults []linkFault) {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return []linkFault{{Warning, "address-form", []any{clip(address)}}}
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if strings.EqualFold(u.Scheme, "http") {
		faults = append(faults, linkFault{Warning, "http", []any{clip(address)}})
	}
	if slices.Contains(shorteners, host) {
		faults = append(faults, linkFault{Error, "shortener", []any{host}})
	}
	for _, name := range trackerNames(u) {
		faults = append(faults, linkFault{Error, "tracker", []any{name, host}})
	}
	return faults
}

// trackerNames lists the trackers of an address, sorted, each once.
func trackerNames(u *url.URL) []string {
	var names []string
	query := u.RawQuery + "&" + u.Fragment
	for part := range strings.FieldsFuncSeq(query, func(r rune) bool { return r == '&' || r == ';' || r == '?' }) {
		name, _, _ := strings.Cut(part, "=")
		name = strings.ToLower(name)
		if strings.HasPrefix(name, "utm_") || slices.Contains(trackers, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
