package share

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/internal/letter"
)

// maxIntent is the longest link that every handler is known to take.
const maxIntent = 2000

// maxTitle is the longest title that Reddit takes, in characters: an intent has
// no other place for the text.
const maxTitle = 300

// intents are the addresses that open a composer, by platform. {text} is the
// post, {link} its link; where {link} stands, the text goes without it.
// {subject} is the first of its tags.
//
// Sources: docs.x.com web-intent, docs.bsky.app intent-links, Meta
// threads-web-intents (2026-03-19) and share-dialog (2026-06-30),
// blog.joinmastodon.org 2026/03, core.telegram.org/widgets/share, RFC 6068,
// RFC 5724; checked 2026-11-23.
var intents = map[string]string{
	"x":        "https://x.com/intent/post?text={text}",
	"bluesky":  "https://bsky.app/intent/compose?text={text}",
	"mastodon": "https://share.joinmastodon.org/#text={text}",
	"threads":  "https://www.threads.com/intent/post?text={text}",
	"facebook": "https://www.facebook.com/sharer/sharer.php?u={link}",
	"linkedin": "https://www.linkedin.com/sharing/share-offsite/?url={link}",
	"whatsapp": "https://wa.me/?text={text}",
	"telegram": "https://t.me/share/url?url={link}&text={text}",
	"reddit":   "https://www.reddit.com/submit?url={link}&title={text}",
	"tumblr":   "https://www.tumblr.com/widgets/share/tool?posttype=link&canonicalUrl={link}&caption={text}",
	"sms":      "sms:?&body={text}",
	"email":    "mailto:?subject={subject}&body={text}",
}

// Intent is the link that opens a platform's composer with the post in it; ""
// where there is none (Instagram, TikTok, YouTube, Snapchat, Pinterest), where
// it would open with a link and the post has none (Facebook, LinkedIn, Telegram,
// Reddit, Tumblr), or where the post does not fit the platform. Nothing is
// posted: a person sees the text and decides.
//
// Text and link are shown once: a composer that is given the link apart gets
// the text without it. Values are percent-encoded as RFC 3986 says, spaces as
// %20. A link over 2,000 characters leaves the text out, to be pasted, and so does
// one to Reddit where the text is longer than a title. Mail has the first of the
// post's tags as its subject. Bluesky's application loses what follows an
// ampersand, so there it becomes "+", but for those within addresses.
func Intent(platform string, p hashtag.Post) string {
	on, ok := hashtag.Lookup(platform)
	pattern := intents[on.ID]
	if on.ID == "mastodon-4.5" {
		pattern = intents["mastodon"]
	}
	if !ok || pattern == "" {
		return ""
	}
	link := p.Link
	if strings.Contains(pattern, "{link}") {
		if link == "" {
			return ""
		}
		p.Link, p.Text, p.Short = "", without(p.Text, link), without(p.Short, link)
	}
	text, err := on.Compose(p)
	if err != nil {
		return ""
	}
	switch on.ID {
	case "bluesky":
		text = plussed(text)
	case "reddit":
		text = title(text)
	case "email":
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	pattern = strings.ReplaceAll(pattern, "{subject}", letter.Percent(subject(p.Tags)))
	if s := fillIntent(pattern, text, link); len(s) <= maxIntent {
		return s
	}
	return fillIntent(pattern, "", link)
}

// title makes one line of a text; "" if it is longer than a title.
func title(text string) string {
	line := strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(line) > maxTitle {
		return ""
	}
	return line
}

// subject is the first of the tags, for a mail whose words have no title.
func subject(tags []hashtag.Tag) string {
	if len(tags) == 0 {
		return ""
	}
	return tags[0].String()
}

// links are the addresses in a text, as most platforms find them.
func links(text string) []hashtag.Entity {
	mail, _ := hashtag.Lookup("email") // has no other entities
	return mail.Entities(text)
}

// without takes a link out of a text, and the space before it.
func without(text, link string) string {
	for _, e := range slices.Backward(links(text)) {
		if e.Value == link {
			text = strings.TrimRight(text[:e.Start], " \n") + text[e.End:]
		}
	}
	return strings.TrimSpace(text)
}

// plussed writes "+" for the ampersands of a text that are in no address.
func plussed(text string) string {
	var b strings.Builder
	from := 0
	for _, e := range links(text) {
		b.WriteString(strings.ReplaceAll(text[from:e.Start], "&", "+") + e.Text)
		from = e.End
	}
	b.WriteString(strings.ReplaceAll(text[from:], "&", "+"))
	return b.String()
}

func fillIntent(pattern, text, link string) string {
	return strings.NewReplacer("{text}", letter.Percent(text), "{link}", letter.Percent(link)).Replace(pattern)
}
