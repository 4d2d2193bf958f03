package campaign

import "fmt"

// sources notes what a person has to look at before a release: sources that
// were read in a copy, and sources older than the day they are to vouch for.
func sources(k *checker) {
	for _, f := range k.c.Facts {
		s, at := f.Source, f.at.in("source")
		if s.Unread {
			k.find(Note, at.in("unread"), f.ID, f.ID+": the publisher's own page was not read", "open "+s.URL+", compare it, and remove unread")
		}
		if !s.Published.IsZero() && s.Published.Last().Before(f.AsOf.First()) {
			k.find(Note, at.in("published"), f.ID, fmt.Sprintf("%s: its source, of %s, is older than its as_of, %s", f.ID, s.Published, f.AsOf),
				"make sure that it still holds, or name a newer source")
		}
	}
}
