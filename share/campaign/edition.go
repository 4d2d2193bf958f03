package campaign

import (
	"context"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// DefaultEdition returns the name of the built-in campaign and the day on which
// it was last checked. It reads nothing else of it, which takes a moment where
// [Default] takes a tenth of a second.
func DefaultEdition() (name string, asOf Date) {
	doc, _ := read.File(embedded, builtin+"/campaign.yaml", "campaign.yaml", read.NewBudget(context.Background(), read.MaxFile)) // a test compares it with Default
	if v, ok := doc.Tree.Get("name"); ok {
		name = v.Text
	}
	if v, ok := doc.Tree.Get("as_of"); ok {
		asOf, _ = ParseDate(v.Text)
	}
	return name, asOf
}
