package truth

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// parted is what stands between the publishers of one source.
var parted = pattern.New(` (?:via|vía) | ?/ ?|; |, (?:citing )?| ?[()]`)

// publishers are the names of those who say what the campaign says: of its
// sources, one by one and by their initials, and of its organizations. Those that
// may be a word, such as AP or El País, keep their capitals; the others are in
// small letters.
func publishers(c *campaign.Campaign) (names []string) {
	add := func(full campaign.Text) {
		for _, all := range full {
			for _, name := range parted().Split(all, -1) {
				names = append(names, calling(name)...)
			}
		}
	}
	for i := range c.Facts {
		for _, s := range append([]campaign.Source{c.Facts[i].Source}, c.Facts[i].Sources...) {
			add(s.Publisher)
		}
	}
	for _, o := range c.Orgs.List {
		add(o.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// articled is a name that may be words of every day with an article.
var articled = pattern.New(`^(?:The|El|La|Los|Las|Al) |^\S{1,5}$|^\p{Lu}+$`)

// calling is a name and its initials, as they are looked for.
func calling(name string) (all []string) {
	if first, _, more := strings.Cut(name, " "); more && len(first) >= fewInitials && strings.ToUpper(first) == first && unicode.IsLetter(rune(first[0])) {
		all = append(all, first) // CBS of CBS News
	}
	initials := ""
	for word := range strings.FieldsSeq(name) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) && word != "The" {
			initials += string(r)
		}
	}
	if len(initials) >= fewInitials && len(initials) < len(name) {
		all = append(all, initials)
	}
	switch {
	case len(name) < 2 || strings.ToLower(name) == name:
	case articled().MatchString(name):
		all = append(all, name)
	default:
		all = append(all, strings.ToLower(name))
	}
	return all
}

// publisherIn reports whether a text names one of those who say what the campaign says.
func (k *Checker) publisherIn(words, lower string) bool {
	for _, name := range k.publishers {
		in := lower
		if r, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(r) {
			in = words
		}
		for from := 0; ; {
			at := strings.Index(in[from:], name)
			if at < 0 {
				break
			}
			start, end := from+at, from+at+len(name)
			if next, _ := utf8.DecodeRuneInString(in[end:]); !isLetter(in[:start]) && !unicode.IsLetter(next) {
				return true
			}
			from = end
		}
	}
	return false
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
	if m := endsEarly().FindStringSubmatch(host); m != nil {
		return m[1]
	}
	return ""
}

// endsEarly is a host that goes on where those of offices, schools and publishers end:
// senate.gov.example. Those of a country have its two letters after that.
var endsEarly = pattern.New(`^((?:[a-z0-9-]+\.)+(?:gov|gob|mil|edu|com|org|net))\.[a-z0-9-]{3,}`)

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
	return own != name && (plain == name || len(name) > 5 && oneApart(own, name))
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
