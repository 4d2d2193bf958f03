package campaign

import (
	"fmt"
	"time"
)

// stale finds facts whose day of review or expiry has passed.
func stale(k *checker) {
	for _, f := range k.c.Facts {
		if f.Status != "" && f.Status != Current {
			continue
		}
		switch {
		case f.Expires.Before(k.now):
			k.find(Error, f.at.in("expires"), f.ID, fmt.Sprintf("%s expired on %s", f.ID, f.Expires),
				"find a newer source, or mark the fact superseded or retracted")
		case f.ReviewAfter.Before(k.now):
			k.find(Warning, f.at.in("review_after"), f.ID, fmt.Sprintf("%s was to be reviewed after %s, %s ago", f.ID, f.ReviewAfter, days(f.ReviewAfter, k.now)),
				"open its source, correct what has changed, then set as_of and review_after")
		}
	}
}

// days is how long a date has been over on the day of now.
func days(d Date, now time.Time) string {
	n := int(DateOf(now).First().Sub(d.Last()).Hours() / 24)
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
