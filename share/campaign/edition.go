package campaign

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// mostRevisions bounds how often a campaign is corrected in a day.
const mostRevisions = 999

// Version names the campaign's edition: the day on which it was last checked,
// and behind a point its number if it is not the first of that day, as in
// "2031-03-10.2".
func (c *Campaign) Version() string { return version(c.AsOf, c.Revision) }

func version(asOf Date, revision int) string {
	if revision < 2 {
		return asOf.String()
	}
	return asOf.String() + "." + strconv.Itoa(revision)
}

// CompareVersions orders two editions of a campaign by what [Campaign.Version]
// calls them: below 0 if a is the earlier.
func CompareVersions(a, b string) int {
	dayA, numberA, _ := strings.Cut(a, ".")
	dayB, numberB, _ := strings.Cut(b, ".")
	return cmp.Or(strings.Compare(dayA, dayB), cmp.Compare(ordinal(numberA), ordinal(numberB)))
}

// ordinal is 1 for the first edition of a day, which bears no number.
func ordinal(number string) int {
	n, _ := strconv.Atoi(number)
	return max(1, n)
}

// DefaultEdition returns the name of the built-in campaign, its version and the
// day on which it was last checked. It reads nothing else of it, which takes a
// moment where [Default] takes a tenth of a second.
func DefaultEdition() (name, edition string, asOf Date) {
	doc, _ := read.File(embedded, builtin+"/campaign.yaml", "campaign.yaml", read.NewBudget(context.Background(), read.MaxFile)) // a test compares it with Default
	if v, ok := doc.Tree.Get("name"); ok {
		name = v.Text
	}
	if v, ok := doc.Tree.Get("as_of"); ok {
		asOf, _ = ParseDate(v.Text)
	}
	revision := 0
	if v, ok := doc.Tree.Get("revision"); ok {
		revision, _ = strconv.Atoi(v.Text)
	}
	return name, version(asOf, revision), asOf
}
