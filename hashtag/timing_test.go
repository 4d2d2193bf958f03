package hashtag

import "time"

func once(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

// best gives the fastest of three runs, which the machine's other work disturbs least.
func best(f func()) time.Duration {
	return min(once(f), once(f), once(f))
}
