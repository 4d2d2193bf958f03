package hashtag

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Compose makes one post that fits p: the text, the accounts, the link, the tags. It
// counts links as p's composer will show them. What does not fit goes in this order:
// line breaks between the pieces, tags (the last first, a tag whose word is in the text
// being marked there instead), accounts; then it takes the short text. It never cuts
// words or the link.
//
// A tag in the text that platforms would not link is mended: ¡#Tag! gives its sign up
// and goes to the end, #A#B and "so:#Tag" are set apart. Where tags mean nothing, as on
// Reddit, they become plain words.
//
// The error is a *TooLongError, or a *TagError for a Tag that ParseTag refuses.
func (p Platform) Compose(post Post) (string, error) {
	var tooLong error
	for _, text := range post.texts() {
		d, err := p.draft(post, text)
		if err != nil {
			return "", err
		}
		s, ok := d.fit()
		if ok {
			return s, nil
		}
		tooLong = p.tooLong(s)
	}
	return "", tooLong
}

// texts returns the texts to try, the best first.
func (post Post) texts() []string {
	if post.Short == "" || post.Short == post.Text {
		return []string{post.Text}
	}
	return []string{post.Text, post.Short}
}

// A draft is a post on its way to fit a platform.
type draft struct {
	p     Platform
	text  string
	link  string
	tags  []Tag
	names []string // "@handle"
}

func (p Platform) draft(post Post, text string) (*draft, error) {
	d := &draft{p: p, text: strings.TrimSpace(text)}
	var lifted []Tag
	if p.MaxTags < 0 {
		d.text = withoutSigns(d.text)
	} else {
		d.text, lifted = mendTags(d.text)
	}
	if link := strings.TrimSpace(post.Link); !hasLink(d.text, link) {
		d.link = link
	}
	var named []Entity
	if len(post.Mentions) > 0 {
		named = p.named(d.text)
	}
	for _, m := range post.Mentions {
		h := m.Handle(p)
		if h == "" || slices.ContainsFunc(named, func(e Entity) bool { return strings.EqualFold(e.Value, h) }) ||
			slices.ContainsFunc(d.names, func(name string) bool { return strings.EqualFold(name, "@"+h) }) {
			continue
		}
		d.names = append(d.names, "@"+h)
	}
	return d, d.addTags(lifted, post.Tags)
}

// hasLink reports whether a text has the link already, by itself.
func hasLink(text, link string) bool {
	if !strings.Contains(text, link) {
		return false
	}
	return slices.Contains(strings.Fields(text), link) ||
		slices.ContainsFunc(plainLinks(nil, text, true), func(e Entity) bool { return e.Value == link })
}

// named returns the accounts that a text already names; they need not be links.
func (p Platform) named(text string) []Entity {
	return slices.DeleteFunc(plainMentions(p.Entities(text), text, handleName), func(e Entity) bool { return e.Kind != KindMention })
}

// addTags takes the tags that the text does not have, up to the platform's maximum.
func (d *draft) addTags(lists ...[]Tag) error {
	seen := map[string]bool{}
	own := wordTags(nil, d.text)
	for _, e := range own {
		seen[Tag(e.Value).Key()] = true
	}
	for _, list := range lists {
		for _, raw := range list {
			t, err := ParseTag(string(raw))
			if err != nil {
				return err
			}
			if k := t.Key(); !seen[k] {
				seen[k] = true
				d.tags = append(d.tags, t)
			}
		}
	}
	switch limit := d.p.MaxTags; {
	case limit < 0:
		d.tags = nil
	case limit > 0:
		d.tags = d.tags[:min(len(d.tags), max(0, limit-len(own)))]
	}
	if limit := d.p.MaxLength; limit > 0 {
		d.tags = d.tags[:min(len(d.tags), limit)] // each adds a sign at least
	}
	return nil
}

// fit returns the richest form of the draft that fits, or the barest if none does.
func (d *draft) fit() (s string, ok bool) {
	if s, ok = d.fitTags(len(d.tags)); ok {
		return s, true
	}
	bare := d.assemble(d.text, nil, nil, " ")
	if !d.p.fits(bare) {
		return bare, false
	}
	if n := sort.Search(len(d.tags), func(n int) bool { _, ok := d.fitTags(n); return !ok }); n > 0 {
		return d.fitTags(n - 1)
	}
	withNames := func(n int) string { return d.assemble(d.text, d.names[:n], nil, " ") }
	n := sort.Search(len(d.names), func(n int) bool { return !d.p.fits(withNames(n + 1)) })
	return withNames(n), true
}

// fitTags tries the first n tags: at the end after line breaks, after spaces, and as
// far as their words are in the text, there.
func (d *draft) fitTags(n int) (s string, ok bool) {
	if !d.p.rules().flat {
		if s = d.assemble(d.text, d.names, d.tags[:n], "\n\n"); d.p.fits(s) {
			return s, true
		}
	}
	if s = d.assemble(d.text, d.names, d.tags[:n], " "); d.p.fits(s) {
		return s, true
	}
	text, rest := d.text, []Tag(nil)
	for _, t := range d.tags[:n] {
		marked, found := Inline(text, t)
		if !found {
			rest = append(rest, t)
		}
		text = marked
	}
	if len(rest) == n {
		return s, false
	}
	s = d.assemble(text, d.names, rest, " ")
	return s, d.p.fits(s)
}

func (d *draft) assemble(text string, names []string, tags []Tag, sep string) string {
	pieces := make([]string, 0, 4)
	for _, piece := range []string{text, strings.Join(names, " "), d.link, joinTags(tags)} {
		if piece != "" {
			pieces = append(pieces, piece)
		}
	}
	return strings.Join(pieces, sep)
}

func joinTags(tags []Tag) string {
	var b strings.Builder
	for i, t := range tags {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.String())
	}
	return b.String()
}

// Shown returns a text as p's composer stores it: on Bluesky with its links cut as by
// Shorten, elsewhere as it is. Length counts a stored text: of one that is still to be
// pasted, count what is Shown.
func (p Platform) Shown(text string) string {
	if f := p.rules().shown; f != nil {
		return f(text)
	}
	return text
}

// fits reports whether a finished post is within p's limits of length.
func (p Platform) fits(s string) bool {
	if p.MaxLength <= 0 && p.MaxBytes <= 0 {
		return true
	}
	s = p.Shown(s)
	return (p.MaxBytes <= 0 || len(s) <= p.MaxBytes) && (p.MaxLength <= 0 || p.Length(s) <= p.MaxLength)
}

func (p Platform) tooLong(s string) *TooLongError {
	s = p.Shown(s)
	e := &TooLongError{Platform: p.ID, Length: p.Length(s), Limit: p.MaxLength, Unit: p.Unit()}
	if p.MaxLength <= 0 || e.Length <= p.MaxLength {
		e.Length, e.Limit, e.Unit = len(s), p.MaxBytes, Bytes
	}
	e.Data = english.New("post-too-long", "", fault.Values{
		"platform": cmp.Or(p.Name, p.ID), "length": e.Unit.measure(e.Length), "limit": e.Limit, "over": e.Over(),
	})
	return e
}
