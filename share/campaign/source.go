package campaign

// sources notes what a person has to look at before a release: sources that
// were read in a copy, and sources older than the day they are to vouch for.
func sources(k *checker) {
	for _, f := range k.c.Facts {
		s, at := f.Source, f.at.In("source")
		if s.Unread {
			k.find(Note, at.In("unread"), f.ID, "source-unread", with{"fact": f.ID, "address": s.URL})
		}
		if !s.Published.IsZero() && s.Published.Last().Before(f.AsOf.First()) {
			k.find(Note, at.In("published"), f.ID, "source-older", with{"fact": f.ID, "published": s.Published, "as_of": f.AsOf})
		}
	}
}

// readings says of each source whether a person has to open it before a
// release: its own page was not read.
func (l *loader) readings() {
	for i := range l.c.Facts {
		f := &l.c.Facts[i]
		f.Source.settle()
		for j := range f.Sources {
			f.Sources[j].settle()
		}
	}
}

func (s *Source) settle() {
	if s.Read != "" {
		s.Unread = s.Read != ReadPage
	}
}
