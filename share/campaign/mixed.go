package campaign

import "slices"

// mixed finds figures of different counts in one chart or one post: lists,
// days and definitions differ, and a reader would add them up.
func mixed(k *checker) {
	for _, f := range k.c.Facts {
		for i, other := range f.Chart.Also {
			if k.apart(f.ID, other) {
				k.find(Error, f.at.in("chart").in("also").index(i), f.ID, "counts-mixed-chart", f.ID, other)
			}
		}
	}
	for _, set := range k.c.Captions {
		for lang, captions := range inOrder(set.Captions) {
			for i, c := range captions {
				k.mixedPost(set.at.in("captions").in(lang).index(i), append([]string{set.Fact}, c.Also...))
			}
		}
	}
	for _, t := range k.c.Threads {
		for lang, parts := range inOrder(t.Parts) {
			for i, p := range parts {
				k.mixedPost(t.at.in("parts").in(lang).index(i), p.Facts)
			}
		}
	}
}

func (k *checker) mixedPost(at place, facts []string) {
	for i, a := range facts {
		for _, b := range facts[:i] {
			if k.apart(a, b) {
				k.find(Warning, at, b, "counts-mixed-post", b, a)
			}
		}
	}
}

// apart reports two facts of which one says that the other is another count.
func (k *checker) apart(a, b string) bool {
	f, _ := k.c.Fact(a)
	g, _ := k.c.Fact(b)
	return slices.Contains(f.NotWith, b) || slices.Contains(g.NotWith, a)
}
