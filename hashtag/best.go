package hashtag

// Composed is a post as a platform takes it. It is a value of the caller's own,
// and safe for concurrent use as long as nobody changes it.
type Composed struct {
	Text    string
	Length  int   // of Text as the platform shows it, in its [Unit]
	Dropped []Tag // tags of the post that Text does not carry
	Short   bool  // Post.Short stands in for Post.Text
	From    Post  // the post that was composed
}

// Best composes the first of the posts that fits p. Give it the wordings of one
// message, the best first. If none fits, the error is the last one's; see
// [Platform.Compose]. Of no posts it makes the zero Composed.
func (p Platform) Best(posts ...Post) (c Composed, err error) {
	for _, post := range posts {
		if c, err = p.composed(post); err == nil {
			return c, nil
		}
	}
	return c, err
}

func (p Platform) composed(post Post) (Composed, error) {
	text, err := p.Compose(post)
	if err != nil {
		return Composed{}, err
	}
	long := post
	long.Short = ""
	_, tooLong := p.Compose(long)
	return Composed{
		Text: text, Length: p.Length(p.Shown(text)), Dropped: p.dropped(post.Tags, text), Short: tooLong != nil, From: post,
	}, nil
}

// dropped returns the tags that a text does not carry. Where tags stand but do
// not link, as on WhatsApp, they are read as X does.
func (p Platform) dropped(tags []Tag, text string) (out []Tag) {
	carried := map[string]bool{}
	for _, e := range append(p.Entities(text), xEntities(text)...) {
		if e.Kind == KindHashtag {
			carried[Tag(e.Value).Key()] = true
		}
	}
	for _, t := range tags {
		if !carried[t.Key()] {
			out = append(out, t)
		}
	}
	return out
}
