package campaign

// stale finds facts whose day of review or expiry has passed.
func stale(k *checker) {
	for _, f := range k.c.Facts {
		if f.Status != "" && f.Status != Current {
			continue
		}
		switch {
		case f.Expires.Before(k.now):
			k.find(Error, f.at.In("expires"), f.ID, "expired", with{"fact": f.ID, "date": f.Expires})
		case f.ReviewAfter.Before(k.now):
			k.due(&f)
		}
	}
}

// due says since when a fact waits to be reviewed.
func (k *checker) due(f *Fact) {
	at := f.at.In("review_after")
	days := int(DateOf(k.now).First().Sub(f.ReviewAfter.Last()).Hours() / 24)
	k.find(Warning, at, f.ID, "review-due", with{"fact": f.ID, "date": f.ReviewAfter, "days": days})
}
