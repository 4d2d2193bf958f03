package campaign

// fallen finds words that rest on a fact that no longer stands: a kit leaves
// them out until somebody mends them.
func fallen(k *checker) {
	fell := make(map[string]bool)
	for _, f := range k.c.Facts {
		fell[f.ID] = !f.Stands(k.now)
	}
	rests := func(at place, kind, name string, facts []string) {
		for i, id := range facts {
			if fell[id] {
				k.find(Warning, at.In("facts").Index(i), id, kind+"-fallen", with{"name": name, "fact": id})
			}
		}
	}
	for _, l := range k.c.Letters {
		rests(l.at, "letter", l.ID, l.Facts)
	}
	for _, p := range k.c.Pages {
		rests(p.at, "page", p.ID, p.Facts)
	}
	for _, r := range k.c.Reels {
		rests(r.at, "reel", r.ID, r.Facts)
	}
	for _, s := range k.c.Steps {
		rests(s.at, "steps", s.ID, s.Facts)
	}
	for _, m := range k.c.Messages.List {
		rests(m.at, "message", m.ID, m.Facts)
	}
	for _, d := range k.c.Demands.List {
		rests(d.at, "demand", d.ID, d.Facts)
	}
	for _, c := range k.c.Chants.List {
		rests(c.at, "chant", c.ID, c.Facts)
	}
	for _, t := range k.c.Threads {
		for lang, parts := range inOrder(t.Parts) {
			for i, p := range parts {
				rests(t.at.In("parts").In(lang).Index(i), "thread-part", t.ID, p.Facts)
			}
		}
	}
}
