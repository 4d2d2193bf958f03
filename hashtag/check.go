package hashtag

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
	"github.com/shutdowncecot/toolkit/hashtag/internal/twitter"
)

// Check returns everything that would go wrong with text on p, in the order of the text.
// Links count as p's composer will show them.
func (p Platform) Check(text string) []Problem {
	c := &checkup{p: p, text: text, entities: p.Entities(text)}
	for _, check := range checks {
		check(c)
	}
	slices.SortStableFunc(c.problems, func(a, b Problem) int { return a.Start - b.Start })
	return c.problems
}

// checks holds every check; each adds what it finds.
var checks = []func(*checkup){
	(*checkup).length,
	(*checkup).tagCount,
	(*checkup).linkCount,
	(*checkup).tags,
	(*checkup).links,
	(*checkup).mentions,
	(*checkup).plainMentions,
	(*checkup).characters,
	(*checkup).emoji,
	(*checkup).own,
}

type checkup struct {
	p        Platform
	text     string
	entities []Entity
	problems []Problem
	hidden   map[int]bool // bytes where a character does not show
}

// add notes a problem of text[start:end]. Its sentence can name the values,
// the text and the platform.
func (c *checkup) add(kind Kind, rule string, start, end int, values fault.Values) {
	text := c.text[start:end]
	all := fault.Values{"text": text, "platform": cmp.Or(c.p.Name, c.p.ID)}
	maps.Copy(all, values)
	c.problems = append(c.problems, Problem{english.New(rule, "", all), kind, text, start, end})
}

func (c *checkup) length() {
	if c.p.fits(c.text) {
		return
	}
	err := c.p.tooLong(c.text)
	c.add(TooLong, "post-long", c.firstTooLong(), len(c.text), err.Values())
}

// firstTooLong finds by halving where the text stops to fit.
func (c *checkup) firstTooLong() int {
	i := sort.Search(len(c.text), func(i int) bool { return !c.p.fits(c.text[:i+1]) })
	for i > 0 && i < len(c.text) && !utf8.RuneStart(c.text[i]) {
		i--
	}
	return i
}

func (c *checkup) ofKind(kind EntityKind) []Entity {
	var es []Entity
	for _, e := range c.entities {
		if e.Kind == kind {
			es = append(es, e)
		}
	}
	return es
}

func (c *checkup) tagCount() {
	tags, limit := wordTags(nil, c.text), c.p.MaxTags
	if limit > 0 && len(tags) > limit {
		e := tags[limit]
		c.add(TooManyTags, "post-tags", e.Start, e.End, fault.Values{"n": len(tags), "limit": limit})
	}
}

func (c *checkup) linkCount() {
	seen := map[string]bool{}
	for _, e := range c.ofKind(KindLink) {
		seen[e.Value] = true
		if c.p.MaxLinks > 0 && len(seen) > c.p.MaxLinks {
			c.add(TooManyLinks, "post-links", e.Start, e.End, fault.Values{"limit": c.p.MaxLinks})
			return
		}
	}
}

// links looks for what is meant as a link and is none on the platform, or not whole.
func (c *checkup) links() {
	linked := map[int]string{}
	for _, e := range c.ofKind(KindLink) {
		linked[e.Start] = e.Text
	}
	if len(linked) == 0 && !c.p.linksAny("https://example.org/") {
		return
	}
	for _, s := range strangeSchemes(c.text) {
		if linked[s.Start] == "" {
			c.add(LinkNotLinked, "post-link-scheme", s.Start, s.End, nil)
		}
	}
	for _, want := range plainLinks(nil, c.text, true) {
		if !twitter.ValidLink(strings.Map(plainLetter, want.Value)) {
			c.add(BrokenLink, "post-link-broken", want.Start, want.End, nil)
			continue
		}
		switch got := linked[want.Start]; {
		case len(got) > len(want.Text):
			c.add(LinkSwallows, "post-link-swallows", want.Start, want.Start+len(got), fault.Values{"meant": want.Text})
		case got != "" && unmeant(got):
			c.add(LinkUnmeant, "post-link-unmeant", want.Start, want.Start+len(got), nil)
		case got == want.Text:
		case got != "":
			c.add(LinkNotLinked, "post-link-part", want.Start, want.End, fault.Values{"linked": got})
		case scan.SchemeLength(want.Text) == 0:
			c.add(LinkNotLinked, "post-link-scheme", want.Start, want.End, nil)
		default:
			c.add(LinkNotLinked, "post-link-glued", want.Start, want.End, nil)
		}
	}
}

// strangeSchemes finds addresses whose scheme is neither http nor https, such as htps://.
func strangeSchemes(text string) []scan.Span {
	var found []scan.Span
	for from := 0; ; {
		n := strings.Index(text[from:], "://")
		if n < 0 {
			return found
		}
		start, host := from+n, from+n+len("://")
		for start > from && scan.IsASCIILetter(text[start-1]) {
			start--
		}
		from = host
		if start == host-len("://") || scan.SchemeLength(text[start:]) > 0 {
			continue
		}
		if end := linkEnd(text, host-1); end > host {
			found, from = append(found, scan.Span{Start: start, End: end}), end
		}
	}
}

// plainLetter takes a letter beyond ASCII for one of an address: readers encode it.
func plainLetter(r rune) rune {
	if r >= utf8.RuneSelf && scan.IsWord(r) {
		return 'a'
	}
	return r
}

// linksAny reports whether p links anything in a text.
func (p Platform) linksAny(text string) bool { return len(p.Entities(text)) > 0 }

func (c *checkup) mentions() {
	for _, e := range c.ofKind(KindMention) {
		c.add(NotifiesAccount, "post-mention", e.Start, e.End, nil)
	}
}

// plainMentions finds the names of accounts that stay text.
func (c *checkup) plainMentions() {
	if !c.p.linksAny("@mill @mill.bsky.social #Mill") {
		return
	}
	at := 0
	for i := strings.IndexByte(c.text, '@'); i >= 0; i = scan.IndexFrom(c.text, '@', i+1) {
		end := handleEnd(c.text, i+1)
		before := scan.RuneBefore(c.text, i)
		for at < len(c.entities) && c.entities[at].End <= i {
			at++
		}
		if end > i+1 && !scan.IsWord(before) && before != '.' && before != '/' && (at == len(c.entities) || c.entities[at].Start > i) {
			c.add(MentionNotLinked, "post-mention-plain", i, end, nil)
		}
	}
}

// unmeant reports an address that is probably the end of a sentence and the
// first word of the next, "town.It", or an abbreviation, "a.m.to".
func unmeant(link string) bool {
	if scan.SchemeLength(link) > 0 || strings.ContainsAny(link, "/?#:") {
		return false
	}
	labels := strings.Split(link, ".")
	last := labels[len(labels)-1]
	if len(last) > 1 && last[0] >= 'A' && last[0] <= 'Z' && last[1] >= 'a' && last[1] <= 'z' {
		return true
	}
	short := 0
	for _, l := range labels[:len(labels)-1] {
		if len(l) == 1 || strings.Trim(l, "0123456789") == "" {
			short++
		}
	}
	return short == len(labels)-1 && (short > 1 || strings.Trim(labels[0], "0123456789") == "")
}

// own runs the platform's own check.
func (c *checkup) own() {
	check := c.p.rules().check
	if check == nil {
		return
	}
	for _, f := range check(c.text) {
		c.add(f.kind, f.rule, f.start, f.end, f.values)
	}
}
