package graphic

import (
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// enum is the words that stand for the values of a small type, in order.
type enum []string

func (n enum) text(i int) ([]byte, error) {
	if i < 0 || i >= len(n) {
		return nil, refuse("word-value", "", fault.Values{"value": i, "want": []string(n)})
	}
	return []byte(n[i]), nil
}

func (n enum) index(b []byte) (int, error) {
	i := slices.Index(n, string(b))
	if i < 0 {
		return 0, refuse("word-value", "", fault.Values{"value": string(b), "want": []string(n)})
	}
	return i, nil
}
