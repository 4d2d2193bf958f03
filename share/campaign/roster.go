package campaign

// oldRoster is after how many days a list of people in office is to be taken
// anew.
const oldRoster = 180

// roster finds that those in office are to be looked up anew: who holds an
// office changes by elections, and between them.
func roster(k *checker) {
	r := &k.c.People
	if len(r.List) == 0 {
		return
	}
	over := 0
	for i := range r.List {
		if !r.List[i].InOffice(k.now) {
			over++
		}
	}
	days := int(DateOf(k.now).First().Sub(r.AsOf.Last()).Hours() / 24)
	switch {
	case days > oldRoster:
		k.find(Warning, r.at.In("as_of"), "", "people-old", with{"date": r.AsOf, "days": days, "over": over})
	case over > 0:
		k.find(Note, r.at.In("as_of"), "", "people-over", with{"date": r.AsOf, "n": over})
	}
}
