package hashtag

import (
	"net/url"
	"slices"
	"strings"
)

// counters name the rules of units that are counted alike wherever they are used.
var counters = map[Unit]string{Weighted: "x", EmojiBytes: "threads", UTF16: "utf16", Graphemes: "graphemes"}

// Composer says where and how posts are written on p.
func (p Platform) Composer() Composer {
	c := p.rules().composer
	if c.Counter == "" && p.MaxLength > 0 {
		c.Counter = counters[p.Unit()]
	}
	return c
}

// maxIntent is the longest link that every handler is known to take.
const maxIntent = 2000

// Intent is the link that opens p's composer with the post in it; "" where
// there is none (Instagram, TikTok, YouTube, Snapchat, Pinterest), where it
// would open with a link and the post has none (Facebook, LinkedIn, Telegram,
// Reddit, Tumblr), or where the post does not fit. Nothing is posted: a person
// sees the text and decides.
//
// Text and link are shown once: a composer that is given the link apart gets
// the text without it. Values are percent-encoded as RFC 3986 says, spaces as
// %20. A link over 2,000 characters leaves the text out, to be pasted, and so
// does one to Reddit where the text is longer than a title. Mail has the first
// of the post's tags as its subject. Bluesky's application loses what follows
// an ampersand, so there it becomes "+", but for those within addresses.
func (p Platform) Intent(post Post) string {
	c, link := p.Composer(), post.Link
	if c.Intent == "" {
		return ""
	}
	if strings.Contains(c.Intent, "{link}") {
		if link == "" {
			return ""
		}
		post.Link, post.Text, post.Short = "", withoutLink(post.Text, link), withoutLink(post.Short, link)
	}
	text, err := p.Compose(post)
	if err != nil {
		return ""
	}
	if c.NoAmpersand {
		text = withPlus(text)
	}
	if fit := p.rules().phrase; fit != nil {
		text = fit(text)
	}
	subject := ""
	if len(post.Tags) > 0 {
		subject = post.Tags[0].String()
	}
	if s := c.fill(text, link, subject); len(s) <= maxIntent {
		return s
	}
	return c.fill("", link, subject)
}

func (c Composer) fill(text, link, subject string) string {
	return strings.NewReplacer("{text}", percent(text), "{link}", percent(link), "{subject}", percent(subject)).Replace(c.Intent)
}

// percent leaves only RFC 3986's unreserved characters as they are.
func percent(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// withoutLink takes a link out of a text, and the space before it.
func withoutLink(text, link string) string {
	for _, e := range slices.Backward(plainLinks(nil, text, true)) {
		if e.Value == link {
			text = strings.TrimRight(text[:e.Start], " \n") + text[e.End:]
		}
	}
	return strings.TrimSpace(text)
}

// withPlus writes "+" for the ampersands of a text that are in no address.
func withPlus(text string) string {
	var b strings.Builder
	from := 0
	for _, e := range plainLinks(nil, text, true) {
		b.WriteString(strings.ReplaceAll(text[from:e.Start], "&", "+") + e.Text)
		from = e.End
	}
	b.WriteString(strings.ReplaceAll(text[from:], "&", "+"))
	return b.String()
}
