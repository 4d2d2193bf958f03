package read

import "context"

// A Budget is what may still be read, and until when: one for all files of a
// campaign.
type Budget struct {
	ctx  context.Context
	left int // bytes
}

// NewBudget allows for so many bytes, until ctx is done.
func NewBudget(ctx context.Context, bytes int) *Budget { return &Budget{ctx, bytes} }

// MaxList bounds the entries of one list, in a file or as the rows of a table:
// what is decoded of an entry takes a thousand times its two bytes.
const MaxList = 5000
