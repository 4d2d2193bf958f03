package campaign

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign/internal/harm"
)

// Severity says what a finding means for a build.
type Severity int

// The severities. An Error keeps a campaign from being built.
const (
	Note Severity = iota
	Warning
	Error
)

// String returns note, warning or error.
func (s Severity) String() string {
	return [...]string{"note", "warning", "error"}[max(0, min(s, Error))]
}

// A Finding is something that may be untrue, harmful or out of date: a
// [fault.Placed]. Its rule is one of [Rules], its field "source.url". It is
// immutable and safe for concurrent use.
type Finding struct {
	fault.Data
	Severity Severity
	Fact     string // the fact's id, or ""

	at fault.Position
}

// Position is where it was written, as far as the line is known; without a
// file where the campaign was not loaded from one.
func (f Finding) Position() fault.Position { return f.at }

// Error says it in one line of English: file, line, severity, what was found,
// what to do.
func (f Finding) Error() string {
	return placed(f.at, f.Severity.String()+": "+f.English().Line())
}

// checks are what Check asks of the campaign, and wordChecks what it asks of each
// of its texts; each is in the file of its name, or in harms.go.
var (
	checks     = []func(*checker){stale, fallen, mixed, sources, tags, alike, photos}
	wordChecks = []func(*checker, words){personalData, wording, links}
)

// batch is how many texts are looked at by one goroutine.
const batch = 100

// Check asks what may be untrue, harmful or out of date on the day of now. The
// findings are in the order of the files, the gravest of a line first; none is
// a promise that all is well, only that nothing known was found. It only reads
// the campaign.
func (c *Campaign) Check(now time.Time) []Finding {
	jobs, texts, official := slices.Clone(checks), c.words(), c.official()
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
			k := &checker{c: c, now: now, official: official}
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

// A checker collects the findings of one check.
type checker struct {
	c        *Campaign
	now      time.Time
	official *harm.Official // what of personal data may be printed
	findings []Finding
	since    int // how many there were before the words being looked at
}

// find reports a finding in what stands at p.
func (k *checker) find(s Severity, p place, fact string, rule string, values with) {
	k.findings = append(k.findings, Finding{
		Data: english.New(rule, short(p.Path), values), Severity: s, Fact: fact,
		at: fault.Position{File: p.File, Line: k.c.places.Find(p).Line},
	})
}

// words are all pieces of text: the words of each language, names, addresses,
// titles and what is only for editors.
func (c *Campaign) words() []words {
	var all []words
	c.walk(func(n node) {
		if s, ok := n.value.Interface().(string); ok && s != "" {
			all = append(all, words{n, s})
		}
	})
	return all
}

// words are one piece of text and where it stands.
type words struct {
	node
	text string
}

// full reports that enough has been found in the words being looked at.
func (k *checker) full() bool { return len(k.findings)-k.since >= mostMistakes }

// findIn reports a finding at an offset within words. In a text of several
// lines the line is that of the offset, as far as the file keeps its lines. Of
// one text no more than mostMistakes are told.
func (k *checker) findIn(s Severity, w words, offset int, rule string, values with) {
	if k.full() {
		return
	}
	k.find(s, w.at, w.fact, rule, values)
	if w.field.Name == "body" {
		if f := &k.findings[len(k.findings)-1]; f.at.Line > 0 {
			f.at.Line += strings.Count(w.text[:offset], "\n")
		}
	}
}

// forEditors are the fields that are never published.
var forEditors = []string{"caveats", "caveat", "caution", "alt_hint", "angle"}

func (w words) forEditors() bool { return slices.Contains(forEditors, w.field.Name) }
