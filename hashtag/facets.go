package hashtag

// A Facet marks a piece of a Bluesky post as a link, in the form of the lexicon
// app.bsky.richtext.facet: marshal it as JSON and it is ready for the API. It is
// the caller's own, and safe for concurrent use as long as nobody changes it.
type Facet struct {
	Index    ByteSlice `json:"index"`
	Features []Feature `json:"features"`
}

// A ByteSlice is a range of UTF-8 bytes, half-open. It is a value, safe for concurrent use.
type ByteSlice struct {
	ByteStart int `json:"byteStart"`
	ByteEnd   int `json:"byteEnd"`
}

// A Feature is what a facet links to: one of DID, URI and Tag is set. It is a
// value, safe for concurrent use.
type Feature struct {
	Type string `json:"$type"`         // app.bsky.richtext.facet#mention, #link or #tag
	DID  string `json:"did,omitempty"` // of a mention, once Resolve has found it
	URI  string `json:"uri,omitempty"`
	Tag  string `json:"tag,omitempty"` // without "#"; a cashtag keeps its "$"

	Handle string `json:"-"` // of a mention, as written
}

// Facets returns the facets of a Bluesky post as the official client finds them,
// ordered and not overlapping. A mention names a handle that is not yet resolved: pass
// the facets through Resolve before publishing.
func Facets(text string) []Facet {
	return facets(blueskyEntities(text))
}

func facets(es []Entity) []Facet {
	fs := make([]Facet, len(es))
	for i, e := range es {
		fs[i] = Facet{ByteSlice{e.Start, e.End}, []Feature{feature(e)}}
	}
	return fs
}

func feature(e Entity) Feature {
	const lexicon = "app.bsky.richtext.facet"
	switch e.Kind {
	case KindMention:
		return Feature{Type: lexicon + "#mention", Handle: e.Value}
	case KindLink:
		return Feature{Type: lexicon + "#link", URI: e.Value}
	case KindCashtag:
		return Feature{Type: lexicon + "#tag", Tag: "$" + e.Value}
	}
	return Feature{Type: lexicon + "#tag", Tag: e.Value}
}

// Resolve fills in the DIDs of mentions and drops those that do not resolve, and
// facets without a feature, since a record with either is invalid. It changes nothing in place.
func Resolve(facets []Facet, did func(handle string) (string, bool)) []Facet {
	out := make([]Facet, 0, len(facets)) // null is no list of facets
	for _, f := range facets {
		if len(f.Features) == 0 {
			continue // links nothing, and the lexicon has no such facet
		}
		if h := f.Features[0].Handle; h != "" {
			id, ok := did(h)
			if !ok {
				continue
			}
			f.Features = []Feature{{Type: f.Features[0].Type, DID: id, Handle: h}}
		}
		out = append(out, f)
	}
	return out
}

// Shorten returns a text as Bluesky's composer stores it, each link with a scheme cut to
// its host and 13 characters of path, and the facets that keep the full targets.
func Shorten(text string) (string, []Facet) {
	es := blueskyEntities(text)
	var b []byte
	from := 0
	for i := range es {
		e := &es[i]
		b = append(b, text[from:e.Start]...)
		from = e.End
		e.Start = len(b)
		if e.Kind == KindLink {
			b = append(b, shortLink(e.Text)...)
		} else {
			b = append(b, e.Text...)
		}
		e.End = len(b)
	}
	return string(append(b, text[from:]...)), facets(es)
}
