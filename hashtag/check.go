package hashtag

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// A Problem is something that would go wrong with a text on a platform.
type Problem struct {
	Code       Code
	Text       string // the piece it is about: text[Start:End]
	Start, End int    // byte offsets in the checked text, half-open
	Message    string // what would happen, one line
	Advice     string // what to do about it, one line; may be empty
}

// String joins message and advice.
func (p Problem) String() string {
	if p.Advice == "" {
		return p.Message
	}
	return p.Message + "; " + p.Advice
}

// A Code names a kind of problem for programs.
type Code string

// The problems that Check finds.
const (
	TooLong          Code = "too-long"          // the piece is what does not fit
	TooManyTags      Code = "too-many-tags"     // the piece is the first tag too many
	TooManyLinks     Code = "too-many-links"    // the piece is the first link too many
	TooManyEmoji     Code = "too-many-emoji"    // more than two: screen readers say each by its name
	TagNotLinked     Code = "tag-not-linked"    // plain text there
	TagDiffers       Code = "tag-differs"       // links, but as another tag
	TagHardToRead    Code = "tag-hard-to-read"  // see Tag.Check
	LinkNotLinked    Code = "link-not-linked"   // plain text there, or only its beginning links
	BrokenLink       Code = "broken-link"       // not a well-formed address
	NotifiesAccount  Code = "notifies-account"  // a mention: whoever has that name there is told
	HiddenCharacter  Code = "hidden-character"  // shows nothing, or changes the direction of the text
	StyledLetters    Code = "styled-letters"    // 𝓵𝓲𝓴𝓮 𝓽𝓱𝓲𝓼: not letters to a screen reader or a search
	RefusedCharacter Code = "refused-character" // the platform rejects the post
	Heading          Code = "heading"           // "#" at the start of a line is markup there
	ManySegments     Code = "many-segments"     // a text message that costs several; the piece is what makes it so
	NotUTF8          Code = "not-utf8"
)

// Check gives everything that would go wrong with text on p, in the order of the text.
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

func (c *checkup) add(code Code, start, end int, message, advice string) {
	c.problems = append(c.problems, Problem{code, c.text[start:end], start, end, message, advice})
}

func (c *checkup) length() {
	if c.p.fits(c.text) {
		return
	}
	err := c.p.tooLong(c.text)
	c.add(TooLong, c.firstTooLong(), len(c.text), fmt.Sprintf("%d %s, limit %d on %s", err.Length, err.Unit, err.Limit, c.p.Name),
		fmt.Sprintf("shorten it by %d", err.Over()))
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
		c.add(TooManyTags, e.Start, e.End, fmt.Sprintf("%d hashtags on %s, limit %d", len(tags), c.p.Name, limit),
			"keep the most important")
	}
}

func (c *checkup) linkCount() {
	seen := map[string]bool{}
	for _, e := range c.ofKind(KindLink) {
		seen[e.Value] = true
		if c.p.MaxLinks > 0 && len(seen) > c.p.MaxLinks {
			c.add(TooManyLinks, e.Start, e.End, fmt.Sprintf("more than %d different links on %s", c.p.MaxLinks, c.p.Name), "")
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
		if linked[s.start] == "" {
			c.add(LinkNotLinked, s.start, s.end, fmt.Sprintf("%s does not link %s", c.p.Name, c.text[s.start:s.end]), "write it with https://")
		}
	}
	for _, want := range plainLinks(nil, c.text, true) {
		if !validLink(strings.Map(plainLetter, want.Value)) {
			c.add(BrokenLink, want.Start, want.End, want.Text+" is no well-formed address", "copy it again from the browser")
			continue
		}
		switch got := linked[want.Start]; {
		case len(got) >= len(want.Text):
		case got != "":
			c.add(LinkNotLinked, want.Start, want.End, fmt.Sprintf("%s links only %s", c.p.Name, got), "percent-encode what follows")
		case schemeLength(want.Text) == 0:
			c.add(LinkNotLinked, want.Start, want.End, fmt.Sprintf("%s does not link %s", c.p.Name, want.Text), "write it with https://")
		default:
			c.add(LinkNotLinked, want.Start, want.End, fmt.Sprintf("%s does not link %s", c.p.Name, want.Text), "put a space before it and check its host")
		}
	}
}

// strangeSchemes finds addresses whose scheme is neither http nor https, such as htps://.
func strangeSchemes(text string) []span {
	var found []span
	for from := 0; ; {
		n := strings.Index(text[from:], "://")
		if n < 0 {
			return found
		}
		start, host := from+n, from+n+len("://")
		for start > from && isASCIILetter(text[start-1]) {
			start--
		}
		from = host
		if start == host-len("://") || schemeLength(text[start:]) > 0 {
			continue
		}
		if end := linkEnd(text, host-1); end > host {
			found, from = append(found, span{start, end}), end
		}
	}
}

// plainLetter takes a letter beyond ASCII for one of an address: readers encode it.
func plainLetter(r rune) rune {
	if r >= utf8.RuneSelf && isWord(r) {
		return 'a'
	}
	return r
}

// linksAny reports whether p links anything in a text.
func (p Platform) linksAny(text string) bool { return len(p.Entities(text)) > 0 }

func (c *checkup) mentions() {
	for _, e := range c.ofKind(KindMention) {
		c.add(NotifiesAccount, e.Start, e.End, fmt.Sprintf("%s notifies the account of that name on %s", e.Text, c.p.Name),
			"if that is not meant, leave out the sign")
	}
}

// own runs the platform's own check.
func (c *checkup) own() {
	if check := c.p.rules().check; check != nil {
		check(c)
	}
}
