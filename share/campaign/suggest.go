package campaign

import "github.com/shutdowncecot/toolkit/hashtag/fault"

// nearest returns the word among words that s most likely stands for, or "".
func nearest(s string, words []string) string { return fault.Nearest(s, words) }
