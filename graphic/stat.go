package graphic

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Stat is one figure. Where the headline already contains Value (and Unit),
// it is drawn once, at its place in the headline, so that the card reads as
// one sentence.
// A Stat is safe for concurrent use as long as nobody changes it.
type Stat struct {
	Prefix string `json:"prefix,omitzero"` // "At least", "About", "Up to": never dropped
	Value  string `json:"value,omitzero"`  // best under 8 glyphs
	Unit   string `json:"unit,omitzero"`   // "million"
	Label  string `json:"label,omitzero"`  // what is counted
	Hidden bool   `json:"hidden,omitzero"` // a black bar stands for the number that the next slide gives; Value is what stands before it: "$"
}

var _ = wired[Stat]("stat")

func (s Stat) traits() traits { return traits{claims: true} }

func (s Stat) within(headline string) bool { return s.split(headline).inHeadline }

func (s Stat) unsaid() string { return s.Label }

func (s Stat) heads(field string) bool { return field == "Value" || field == "Unit" }

func (s Stat) check() *FieldError {
	if s.Value == "" && !s.Hidden {
		return refuse("stat-value", "Value", nil)
	}
	return nil
}

func (s Stat) describe(*tongue) string {
	return joinWords(s.Prefix, s.Value, s.Unit, s.Label)
}

// sentence is a headline split around its figure, so that the figure can be
// drawn large at its place.
type sentence struct {
	before, value, unit, after string
	inHeadline                 bool
}

// split looks for the figure in the headline. Where it is not there, the
// headline follows the figure as a whole.
func (s Stat) split(headline string) sentence {
	plain := text.Plain(headline)
	if before, after, ok := figures.Cut(plain, s.Value); ok {
		out := sentence{before: joinWords(s.prefixUnless(before), before), value: s.Value, after: after, inHeadline: true}
		if rest, found := figures.CutUnit(after, s.Unit); found {
			out.after = strings.TrimLeft(rest, closing)
			out.unit = s.Unit + rest[:len(rest)-len(out.after)]
			out.after = strings.TrimSpace(out.after)
		}
		return out
	}
	return sentence{before: s.Prefix, value: s.Value, unit: s.Unit, after: headline}
}

// closing are signs that stand at the end of the word before them.
const closing = ".,…)”’"

// cutFigure splits a headline around a figure that stands in it.
func cutFigure(headline, value string) sentence { return Stat{Value: value}.split(headline) }

func (s Stat) prefixUnless(before string) string {
	if strings.HasSuffix(strings.ToLower(before), strings.ToLower(s.Prefix)) {
		return ""
	}
	return s.Prefix
}

// figure refuses what would be smaller than text may be even across its
// whole measure.
func (ts *typesetter) figure(field, s, role string, w, bleed, most float64) *parts.Figure {
	p := ts.shape(field, s, role)
	f := parts.NewFigure(field, p, w, bleed, most)
	if wide := f.Ink() * ts.f.Floor; ts.err == nil && wide > w {
		ts.fail(fitError(field, ts.f.Name, max(1, int(float64(p.Runes())*(1-w/wide)))))
	}
	return f
}

func (s Stat) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	f := ts.figure(field, joinWords(s.Prefix, s.Value, s.Unit), "number", w, 0, 16*ts.u)
	out := []*parts.Slot{{Part: f, Field: field, Rank: r, Gap: blockGap * ts.u}}
	if s.Label != "" {
		out = append(out, ts.slot(ts.prose(field+".Label", s.Label, w, ts.as("body")), parts.Prose1, 2.4*ts.u))
	}
	return out
}
