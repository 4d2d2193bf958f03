package fault

// Nearest returns the one of words that s most likely stands for, for a "did
// you mean": the fewest letters put in, left out, replaced or swapped, at most
// a third of those of s, but one at least and never all. It is "" if none is
// near.
func Nearest(s string, words []string) string {
	best, least := "", max(1, len(s)/3)
	for _, w := range words {
		if d := distance(s, w); d <= least && d < len(s) && (best == "" || d < least) {
			best, least = w, d
		}
	}
	return best
}

// longestName bounds the work: nobody means a name with so many letters.
const longestName = 64

// distance counts the insertions, deletions, replacements and swaps of
// neighbours that turn a into b.
func distance(a, b string) int {
	if len(a) > longestName {
		return len(a)
	}
	prev, row := []int(nil), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before := prev
		prev, row = row, make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
