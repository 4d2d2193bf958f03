package desk

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/review"
	"github.com/shutdowncecot/toolkit/share/say"
)

// A Found is a finding for programs.
type Found struct {
	Severity string `json:"severity"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Fact     string `json:"fact,omitempty"`
	Field    string `json:"field,omitempty"`
	Rule     string `json:"rule,omitempty"` // what was asked, by its name in package campaign
	Message  string `json:"message"`
	Fix      string `json:"fix,omitempty"`
}

// Found is a finding in the user's language and as data.
func (a *Desk) Found(r review.Finding) Found {
	w := a.Tongue.Words().Explain(r.Err)
	at, _ := say.Position(r.Err)
	one := Found{Severity: r.Severity.String(), File: at.File, Line: at.Line, Column: at.Column, Fact: r.Fact, Message: w.Message, Fix: w.Fix}
	var f fault.Fault
	if errors.As(r.Err, &f) {
		one.Rule, one.Field = f.Rule(), f.Field()
	}
	_, names := r.Err.(campaign.Finding)
	switch {
	case r.Measured != "":
		one.File, one.Message = r.File, fmt.Sprintf("%s: %s", a.Named("measured", string(r.Measured)), w.Message)
		if r.Page > 0 {
			one.Message = a.Text("on-page", cli.With{"page": r.Page, "message": one.Message})
		}
	case names:
		one.Column = 0
	case one.Field != "":
		one.Message = one.Field + ": " + one.Message
	}
	if m, ok := r.Err.(*campaign.Mistake); ok {
		one.Field = cmp.Or(m.Path(), m.Field())
	}
	return one
}

// shownErrors is how many errors are printed before the rest is counted,
// shownFindings how many other findings, and shownAlike how many of one rule.
const shownErrors, shownFindings, shownAlike = 300, 200, 25

// Review prints what a check found, a word of its severity before each, as much
// of it as somebody reads.
func (a *Desk) Review(all []Found) {
	w := a.Out
	count, alike := map[string]int{}, map[string]int{}
	more, shown := 0, 0
	for _, f := range all {
		count[f.Severity]++
		fatal := f.Severity == campaign.Error.String()
		if !fatal {
			alike[f.Rule]++
		}
		switch {
		case fatal && count[f.Severity] > shownErrors, alike[f.Rule] > shownAlike && !fatal && f.Rule != "", !fatal && shown == shownFindings:
			more++
			continue
		case !fatal:
			shown++
		}
		a.printFound(f)
	}
	if len(all) == 0 {
		fmt.Fprintln(w, a.Paint(w, terminal.Green, a.Text("nothing-found", nil)))
		return
	}
	if more > 0 {
		a.Report("more-findings", cli.With{"n": more})
	}
	a.onlyFirst(count[campaign.Error.String()])
	a.Report("found", cli.With{"errors": count["error"], "warnings": count["warning"], "notes": count["note"]})
}

// onlyFirst says that there may be more mistakes than are kept.
func (a *Desk) onlyFirst(mistakes int) {
	if mistakes >= campaign.MostMistakes {
		a.Note("only-first", cli.With{"n": mistakes})
	}
}

func (a *Desk) printFound(f Found) {
	w := a.Out
	how := map[string]terminal.Style{"error": terminal.Red, "warning": terminal.Yellow, "note": terminal.Dim}
	at := terminal.Harmless(f.File)
	if f.Line > 0 {
		at += fmt.Sprintf(":%d", f.Line)
	}
	if at == "" {
		at = f.Fact
	}
	severity := a.Paint(w, how[f.Severity], a.Named("severity", f.Severity))
	if at == "" {
		fmt.Fprintln(w, severity)
	} else {
		fmt.Fprintln(w, severity, a.Paint(w, terminal.Bold, at))
	}
	fmt.Fprintln(w, " ", a.Fold(terminal.Harmless(f.Message), 2))
	if f.Fix != "" {
		fmt.Fprintln(w, " ", a.Paint(w, terminal.Dim, "→ "+a.Fold(terminal.Harmless(f.Fix), 4)))
	}
}

// Problems are what would go wrong with a text on a platform.
func (a *Desk) Problems(p hashtag.Platform, text string) (out []string) {
	for _, problem := range p.Check(text) {
		out = append(out, a.Explain(problem))
	}
	return out
}

// Count is "268 of 280 weighted characters".
func (a *Desk) Count(n, limit int, unit string) string {
	rule := "count"
	if limit == 0 {
		rule = "count-free"
	}
	return a.Text(rule, cli.With{"n": n, "limit": limit, "unit": a.Named("unit", unit)})
}

// OmitsSome tells what some of the pictures in the first of their languages leave
// out.
func (a *Desk) OmitsSome(pics []share.FactCard) error {
	var parts []string
	for i := range pics {
		if pics[i].Lang != pics[0].Lang {
			continue
		}
		keys, err := pics[i].Omitted()
		if err != nil {
			return err
		}
		for _, key := range keys {
			if !slices.Contains(parts, key) {
				parts = append(parts, key)
			}
		}
	}
	if slices.Sort(parts); len(parts) > 0 {
		a.Report("omits-some", cli.With{"parts": strings.Join(parts, ", ")})
	}
	return nil
}

// Omits warns of what a picture leaves out.
func (a *Desk) Omits(fields []string, key func(string) string) {
	var parts []string
	for _, field := range fields {
		if name := key(field); !slices.Contains(parts, name) {
			parts = append(parts, name)
		}
	}
	if len(parts) > 0 {
		a.Warn(a.Text("omits", cli.With{"parts": strings.Join(parts, ", ")}))
	}
}
