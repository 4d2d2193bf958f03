package truth

import (
	"net/url"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// publishers are the names of those who published what the campaign says, in
// small letters.
func publishers(c *campaign.Campaign) (names []string) {
	for i := range c.Facts {
		for _, s := range append([]campaign.Source{c.Facts[i].Source}, c.Facts[i].Sources...) {
			for _, name := range s.Publisher {
				if name = strings.ToLower(name); name != "" && !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	slices.Sort(names)
	return names
}

// hostsOf are the hosts that the campaign itself points to, without www.
func hostsOf(c *campaign.Campaign) (hosts []string) {
	add := func(links ...string) {
		for _, link := range links {
			if h := hostOf(link); h != "" && !slices.Contains(hosts, h) {
				hosts = append(hosts, h)
			}
		}
	}
	for i := range c.Facts {
		for _, s := range append([]campaign.Source{c.Facts[i].Source}, c.Facts[i].Sources...) {
			add(s.URL)
		}
		add(c.Facts[i].AltURLs...)
	}
	for _, contact := range c.Contacts {
		add(contact.URL, contact.Also)
	}
	for _, o := range c.Orgs.List {
		add(o.Link, o.Donate, o.Volunteer)
	}
	slices.Sort(hosts)
	return hosts
}

func hostOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// lookalike is the publisher's host that a link's host looks like without being
// one of it, or "".
func (k *Checker) lookalike(link string) string {
	host := hostOf(link)
	if host == "" || onHost(host, "", k.hosts) {
		return ""
	}
	for _, known := range k.hosts {
		if resembles(host, known) {
			return known
		}
	}
	return ""
}

// shortName is how many letters of a publisher's name tell it from a word.
const shortName = 3

// resembles reports a host that carries the name of another with something
// added, or is written almost like it.
func resembles(host, known string) bool {
	name, ending, _ := strings.Cut(known, ".")
	if strings.Contains(ending, ".") || len(name) < shortName {
		return false // below a site of many
	}
	labels := strings.Split(host, ".")
	own := labels[max(0, len(labels)-2)]
	for _, label := range labels[:len(labels)-1] {
		if strings.HasPrefix(label, name+"-") || strings.HasSuffix(label, "-"+name) || label == name+ending || label == name && own != name {
			return true
		}
	}
	plain := plainer(own)
	if own == name && host != known {
		return len(name) > shortName // of another country, or of nobody's
	}
	return len(name) > 5 && own != name && (plain == name || oneApart(own, name))
}

// plainer puts for letters that are read as others those they are read as.
func plainer(s string) string {
	return strings.NewReplacer("rn", "m", "vv", "w", "0", "o", "1", "l", "5", "s", "3", "e").Replace(s)
}

// oneApart reports that one letter added, left out or changed makes b of a.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
