package campaign

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// trackers are the parameters by which a link tells who passed it on.
var trackers = []string{
	"fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id",
	"mc_eid", "mc_cid", "igsh", "igshid", "mkt_tok", "_hsenc", "_hsmi", "vero_id", "oly_enc_id", "s_cid",
	"ref_src", "ref_url", "smid", "cmpid", "ncid", "mibextid", "sfnsn", "gad_source", "gclsrc", "srsltid", "rdt_cid", "epik",
	"xmt", "at_medium", "at_campaign", "ns_campaign", "ns_mchannel", "s_kwcid", "_branch_match_id", "__twitter_impression",
}

// siteTrackers are those of single sites: elsewhere the names mean other things.
var siteTrackers = map[string][]string{
	"youtube.com":      {"si"},
	"open.spotify.com": {"si"},
	"x.com":            {"s", "t"},
	"twitter.com":      {"s", "t"},
	"tiktok.com":       {"_r", "_t", "is_from_webapp", "sender_device"},
	"theguardian.com":  {"cmp"},
}

// shorteners hide where a link leads, count who follows it and may close. The
// last are put before links by messengers and mail programs, and some say whose
// mail it was.
var shorteners = []string{
	"bit.ly", "bitly.com", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "v.gd", "t.ly",
	"rb.gy", "cutt.ly", "shorturl.at", "rebrand.ly", "lnkd.in", "fb.me", "dlvr.it", "trib.al", "youtu.be",
	"linktr.ee", "s.id", "qr.ae", "tiny.cc", "bl.ink", "soo.gd", "amzn.to", "nyti.ms", "wapo.st", "surl.li",
	"n.pr", "cbsn.ws", "cnn.it", "apne.ws", "reut.rs", "politi.co", "bbc.in", "usat.ly", "nbcnews.to", "forms.gle", "pin.it",
	"redd.it", "vm.tiktok.com", "vt.tiktok.com", "on.soundcloud.com", "spoti.fi", "short.gy", "1drv.ms",
	"l.facebook.com", "lm.facebook.com", "l.instagram.com", "safelinks.protection.outlook.com", "urldefense.com",
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
func links(k *checker, w words) {
	if w.forEditors() || !strings.Contains(w.text, "/") && !strings.Contains(strings.ToLower(w.text), "www.") {
		return // most words hold no address, and looking for one takes long
	}
	for _, at := range inText.FindAllStringIndex(w.text, -1) {
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
	if slices.ContainsFunc(shorteners, func(s string) bool { return within(host, s) }) {
		faults = append(faults, linkFault{Error, "shortener", with{"host": host}})
	}
	for _, name := range trackerNames(u) {
		faults = append(faults, linkFault{Error, "tracker", with{"parameter": name, "host": host}})
	}
	return faults
}

// within reports a host of a site.
func within(host, site string) bool { return host == site || strings.HasSuffix(host, "."+site) }

// trackerNames lists the trackers of an address, sorted, each once.
func trackerNames(u *url.URL) []string {
	var names, own []string
	for site, more := range siteTrackers {
		if within(strings.ToLower(u.Hostname()), site) {
			own = more
		}
	}
	query := u.RawQuery + "&" + u.Fragment
	for part := range strings.FieldsFuncSeq(query, func(r rune) bool { return r == '&' || r == ';' || r == '?' }) {
		name, _, _ := strings.Cut(part, "=")
		name = strings.ToLower(name)
		if strings.HasPrefix(name, "utm_") || slices.Contains(trackers, name) || slices.Contains(own, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
