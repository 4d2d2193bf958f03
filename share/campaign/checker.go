package campaign

import (
	"slices"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign/internal/harm"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A checker collects the findings of one check.
type checker struct {
	c        *Campaign
	now      time.Time
	fact     string         // the one asked about; "": all
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

// words are one piece of text and where it stands.
type words struct {
	node
	text string
	read *harm.Text // the text, if it is read several times
}

// harmText is the text as it is looked for harm.
func (w words) harmText() *harm.Text {
	if w.read == nil {
		return harm.TextOf(w.text)
	}
	return w.read
}

// full reports that enough has been found in the words being looked at.
func (k *checker) full() bool { return len(k.findings)-k.since >= MostMistakes }

// findIn reports a finding at an offset within words. In a text of several
// lines the line is that of the offset, as far as the file keeps its lines. Of
// one text no more than MostMistakes are told.
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
var forEditors = []string{"caveats", "caveat", "caution", "alt_hint", "angle", "any", "wrong", "right", "ok_if", "why", "copy"}

// spoken are words of somebody else: the title of a source, a reply to a fact,
// a passage of its record.
func (w words) spoken() bool { return spoken().MatchString(w.at.Path) }

var spoken = pattern.New(`\bsources?(?:\[\d+\])?\.title$|\]\.(?:replies\[\d+\]|quote)\.text\b`)

func (w words) forEditors() bool { return slices.Contains(forEditors, w.field.Name) }
