package hashtag

// A Facet marks a piece of a Bluesky post as a link, in the form of the lexicon
// app.bsky.richtext.facet: marshal it as JSON and it is ready for the API.
type Facet struct {
	Index    ByteSlice `json:"index"`
	Features []Feature `json:"features"`
}

// A ByteSlice is a range of UTF-8 bytes, half-open.
type ByteSlice struct {
	ByteStart int `json:"byteStart"`
	ByteEnd   int `json:"byteEnd"`
}

// A Feature is what a facet links to: one of DID, URI and Tag is set.
type Feature struct {
	Type string `json:"$type"`         // app.bsky.richtext.facet#mention, #link or #tag
	DID  string `json:"did,omitempty"` // of a mention, once Resolve has found it
	URI  string `json:"uri,omitempty"`
	Tag  string `json:"tag,omitempty"` // without "#"; a cashtag keeps its "$"

	Handle string `json:"-"` // of a mention, as written
}

// Facets gives the facets of a Bluesky post as the official client finds them,
// ordered and not overlapping. Mentions name a handle that is not yet resolved: pass
// the facets through Resolve before publishing.
func Facets(text string) []Facet {
	return nil
}

// Resolve fills in the DIDs of mentions and drops those that did not resolve: a
// record with an empty DID is invalid.
func Resolve(facets []Facet, did func(handle string) (string, bool)) []Facet {
	return facets
}

// Shorten gives a text as Bluesky's composer stores it, links cut to their host
// and 13 characters of path, and the facets that keep their full targets.
func Shorten(text string) (string, []Facet) {
	return text, Facets(text)
}
