package campaign

// mixed finds figures of different counts in one chart or one post: lists,
// days and definitions differ, and a reader would add them up.
func mixed(k *checker) {
	apart := k.c.Apart()
	for _, f := range k.c.Facts {
		for i, other := range f.Chart.Also {
			if apart[f.ID][other] {
				k.find(Error, f.at.In("chart").In("also").Index(i), f.ID, "counts-mixed-chart", with{"fact": f.ID, "other": other})
			}
		}
	}
	for _, set := range k.c.Captions {
		for lang, captions := range inOrder(set.Captions) {
			for i, c := range captions {
				k.mixedPost(set.at.In("captions").In(lang).Index(i), append([]string{set.Fact}, c.Also...), apart)
			}
		}
	}
	for _, t := range k.c.Threads {
		for lang, parts := range inOrder(t.Parts) {
			for i, p := range parts {
				k.mixedPost(t.at.In("parts").In(lang).Index(i), p.Facts, apart)
			}
		}
	}
}

// Apart are the facts that rest on another count than one, by its id: it is
// enough if one of the two says so. They never stand side by side, on a card, in
// a post or on the slides of a carousel. The map is the caller's.
func (c *Campaign) Apart() map[string]map[string]bool {
	all := make(map[string]map[string]bool)
	say := func(a, b string) {
		if all[a] == nil {
			all[a] = make(map[string]bool)
		}
		all[a][b] = true
	}
	for _, f := range c.Facts {
		for _, other := range f.NotWith {
			say(f.ID, other)
			say(other, f.ID)
		}
	}
	return all
}

// mixedPost compares each fact of a post once with those before it.
func (k *checker) mixedPost(at place, facts []string, apart map[string]map[string]bool) {
	k.since = len(k.findings)
	var before []string
	seen := make(map[string]bool)
	for _, a := range facts {
		if seen[a] {
			continue
		}
		others := apart[a]
		for _, b := range before {
			if others[b] && !k.full() {
				k.find(Warning, at, b, "counts-mixed-post", with{"fact": b, "other": a})
			}
		}
		seen[a], before = true, append(before, a)
	}
}
