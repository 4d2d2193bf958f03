package campaign

import (
	"cmp"
	"runtime"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"
)

// checks are what Check asks of the campaign, and wordChecks what it asks of each
// of its texts; each is in the file of its name, or in harms.go.
var (
	checks     = []func(*checker){stale, fallen, mixed, sources, tags, alike, photos, zones, roster}
	wordChecks = []func(*checker, words){personalData, wording, links}
)

// batch is how many texts are looked at by one goroutine.
const batch = 100

// Check asks what may be untrue, harmful or out of date on the day of now. The
// findings are in the order of the files, the gravest of a line first; none is
// a promise that all is well, only that nothing known was found. It only reads
// the campaign.
func (c *Campaign) Check(now time.Time) []Finding { return c.check(now, "", c.words()) }

// CheckFact is what [Campaign.Check] finds in a fact.
func (c *Campaign) CheckFact(now time.Time, id string) []Finding {
	texts := slices.DeleteFunc(c.words(), func(w words) bool { return w.fact != id })
	return slices.DeleteFunc(c.check(now, id, texts), func(f Finding) bool { return f.Fact != id })
}

// check leaves out what costs time in facts that are not the one asked about; "":
// each is.
func (c *Campaign) check(now time.Time, fact string, texts []words) []Finding {
	jobs, official := slices.Clone(checks), c.official()
	for _, check := range wordChecks {
		for some := range slices.Chunk(texts, batch) {
			jobs = append(jobs, func(k *checker) {
				for _, w := range some {
					k.since = len(k.findings)
					check(k, w)
				}
			})
		}
	}
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	found := make([][]Finding, len(jobs))
	for i, job := range jobs {
		g.Go(func() error {
			k := &checker{c: c, now: now, fact: fact, official: official}
			job(k)
			found[i] = k.findings
			return nil
		})
	}
	g.Wait()
	all := slices.Concat(found...)
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.at.File, b.at.File), cmp.Compare(a.at.Line, b.at.Line), cmp.Compare(b.Severity, a.Severity))
	})
	return slices.CompactFunc(all, same)
}

// same reports two findings that say the same of the same place.
func same(a, b Finding) bool {
	return a.Error() == b.Error() && a.Fact == b.Fact && a.Field() == b.Field()
}

// words are all pieces of text: the words of each language, names, addresses,
// titles and what is only for editors.
func (c *Campaign) words() []words {
	var all []words
	c.walk(func(n node) {
		if s, ok := n.value.Interface().(string); ok && s != "" {
			all = append(all, words{node: n, text: s})
		}
	})
	return all
}
