// Package hashtag counts, tags, composes and threads posts exactly as social
// platforms see them.
//
// A platform is a value, found by its ID, that knows its limits and its rule
// book:
//
//	x, _ := hashtag.Lookup("x")
//	x.Length("¡Abran el #Molino! https://example.org/informe") // weighted, a link is 23
//	x.Entities(text)                                            // what will be a link there
//	x.Check(text)                                               // what will go wrong there
//	x.Compose(hashtag.Post{Text: text, Link: link, Tags: tags}) // one post that fits
//	x.Thread(hashtag.Post{Text: long})                          // several, numbered
//
// Limits are fields of the value. A caller who knows better (a Mastodon server
// that takes 5,000 characters, a paid account) changes its own copy:
//
//	m, _ := hashtag.Lookup("mastodon")
//	m.MaxLength = 5000
//
// Everything here is a pure function of its arguments: no network, no clock, no
// global state that changes. All functions and all values are safe for use by
// several goroutines at once. Any bytes are accepted, invalid UTF-8 included.
//
// # Compatibility
//
// Before version 1 a minor version (v0.3.0 after v0.2.0) may rename or remove
// exported names, and CHANGELOG.md says what to write instead; a patch version
// does not. [Lookup], [Platform] and its methods Length, Entities, Check,
// Compose and Thread keep their names and meaning in all of them, as do the IDs
// of platforms and the names of rules. Limits are the platforms' own and follow
// them in any version: a text that fits today may not fit tomorrow.
package hashtag
