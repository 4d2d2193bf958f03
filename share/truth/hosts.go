package truth

import (
	"net/url"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/follow"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// bareLinks are links, with or without their scheme.
var bareLinks = pattern.New(`(?i)\b(?:https?://\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s)”»"]+)`)

// defanged is a point of an address that is written so that no program takes it
// for one.
var defanged = pattern.New(`(?i) ?(?:\[ ?(?:\.|dot|punto) ?\]|\( ?(?:\.|dot|punto) ?\)) ?`)

// hosts finds links that lead to where nobody can check what is there, that
// tell who followed them, or that only look like a publisher's.
func (r *reading) hosts() {
	if !strings.Contains(r.Words, "/") {
		return
	}
	words := defanged().ReplaceAllString(strings.ReplaceAll(r.Words, "hxxp", "http"), ".")
	for _, at := range bareLinks().FindAllStringIndex(words, -1) {
		link := strings.TrimRight(words[at[0]:at[1]], ".,;:!?)”»\"'")
		start, end, bare := at[0], at[0]+len(link), !strings.Contains(link, "://")
		if len(words) != len(r.Words) {
			start, end = 0, 0 // it stands somewhere else there
		}
		if bare {
			link = "https://" + link
		}
		rule, values := linkFault(link)
		if host, ok := social(link); ok && rule == "" && sourceBefore().MatchString(words[:at[0]]) {
			r.find(campaign.Warning, "source-social", start, end, fault.Values{"host": host})
			continue
		}
		if rule != "" && r.read && !bare && !own(rule) {
			continue // the campaign's own check tells it
		}
		if rule != "" {
			r.find(campaign.Error, rule, start, end, values)
		} else if like := r.lookalike(link); like != "" {
			r.find(campaign.Warning, "link-lookalike", start, end, fault.Values{"host": hostOf(link), "like": like})
		}
	}
}

// sourceBefore is what stands before a link that is given as a source.
var sourceBefore = pattern.New(`(?i)\b(?:sources?|fuentes?|proof|prueba|via|vía|vía:|according to|según)[:,]? ?(?:(?:\pL+ ){0,6}\pL+:? )?$`)

// linkFault names the rule that a link breaks, and what breaks it.
func linkFault(link string) (rule string, values fault.Values) {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return "", nil
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if u.User != nil { // what stands before the @ leads nowhere
		return "link-lookalike", fault.Values{"host": host, "like": u.User.Username()}
	}
	if follow.Shortener(host) {
		return "link-shortened", fault.Values{"host": host}
	}
	for _, kind := range []struct{ list, rule string }{
		{"drops", "link-file-drop"}, {"invitations", "link-invitation"}, {"payments", "link-payment"},
	} {
		if onHost(host, strings.TrimSuffix(u.Path, "/"), lists().Hosts[kind.list]) {
			return kind.rule, fault.Values{"host": host}
		}
	}
	if names := follow.Trackers(u); len(names) > 0 {
		return "link-tracked", fault.Values{"parameter": names[0], "host": host}
	}
	return "", nil
}

// onHost reports whether a host, or a path of it, is one of the list or below
// one.
func onHost(host, path string, list []string) bool {
	for _, entry := range list {
		name, below, _ := strings.Cut(entry, "/")
		if (host == name || strings.HasSuffix(host, "."+name)) && strings.HasPrefix(strings.TrimPrefix(path, "/"), below) {
			return true
		}
	}
	return false
}

// social reports whether a source is a post of one person.
func social(link string) (host string, ok bool) {
	u, err := url.Parse(link)
	if err != nil {
		return "", false
	}
	host = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	return host, onHost(host, "", lists().Hosts["social"])
}
