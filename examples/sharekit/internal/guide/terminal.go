package guide

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Prompt asks for a line. Its error is io.EOF where nobody answers any more.
type Prompt func(text string) (string, error)

// errSkip goes on to the next question, errStop ends them.
var (
	errSkip = errors.New("skip")
	errStop = errors.New("stop")
)

// Words that skip a question and that stop, in any language of the questions.
var (
	skips = []string{"skip", "omitir"}
	ends  = []string{"stop", "fin"}
	yes   = []string{"y", "yes", "s", "sí", "si"}
)

// Ask asks every question in a terminal. Each answer is saved when it is given;
// who stops can go on later.
func (d *Draft) Ask(ctx context.Context, out io.Writer, prompt Prompt) error {
	fmt.Fprintf(out, "%s\n", d.Word("t_intro", "folder", d.Dir))
	for i, s := range Steps() {
		fmt.Fprintf(out, "\n%d. %s\n   %s\n", i+1, d.Word("ask_"+s.ID), d.Word("hint_"+s.ID))
		err := interview{d}.askStep(ctx, out, prompt, s)
		if errors.Is(err, errStop) || errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	return interview{d}.tell(ctx, out)
}

// An interview asks for a draft in a terminal.
type interview struct{ *Draft }

// askStep asks a question, and for as many facts as there are.
func (d interview) askStep(ctx context.Context, out io.Writer, prompt Prompt, s Step) error {
	for n := 0; ; n++ {
		err := d.askUntil(ctx, out, prompt, s, n)
		if errors.Is(err, errSkip) {
			fmt.Fprintf(out, "   (%s)\n", d.Word("t_skipped"))
			return nil
		}
		if err != nil || s.ID != "facts" {
			return err
		}
		c, err := d.Campaign(ctx)
		if err != nil {
			return err
		}
		if n+1 < len(c.Facts) {
			continue
		}
		answer, err := prompt(d.Word("t_another"))
		if err != nil || !slices.Contains(yes, strings.ToLower(answer)) {
			return err
		}
	}
}

// askUntil asks for the fields of a step until what is answered can be saved;
// of those that are wrong alone, if it knows which.
func (d interview) askUntil(ctx context.Context, out io.Writer, prompt Prompt, s Step, n int) error {
	v, err := d.saved(ctx, s, n)
	if err != nil {
		return err
	}
	var wrong []Problem
	for {
		fields, err := d.Fields(ctx, s, n)
		if err != nil {
			return err
		}
		for _, f := range fields {
			if !wanted(f, wrong, v) {
				continue
			}
			if err := d.askField(prompt, f, v); err != nil {
				return err
			}
		}
		if wrong, err = d.Answer(ctx, s, n, v); err != nil || !stops(wrong) {
			return err
		}
		for _, p := range wrong {
			if id, _, _ := strings.Cut(p.Field, "."); d.Word("f_"+id) != "" {
				p.Text = d.Word("f_"+id) + ": " + p.Text
			}
			fmt.Fprintf(out, "   ✕ %s\n", p.Text)
		}
	}
}

// wanted reports a field to ask for: at first each that the answers so far have
// a use for, then those that are wrong.
func wanted(f Field, wrong []Problem, v Values) bool {
	if slices.ContainsFunc(wrong, func(p Problem) bool { return p.Field == f.Name }) {
		return true
	}
	if wrong != nil && slices.ContainsFunc(wrong, func(p Problem) bool { return p.Field != "" }) {
		return false
	}
	pair := strings.HasPrefix(f.ID, "before") || strings.HasPrefix(f.ID, "after")
	return !pair || v["show"] == showTwo
}

// askField asks for one field. An empty answer keeps what is there.
func (d interview) askField(prompt Prompt, f Field, v Values) error {
	label := d.Word("f_" + f.ID)
	if f.Lang != "" {
		label += " (" + d.Word("lang_"+f.Lang) + ")"
	}
	var options []string
	for i, o := range f.Options {
		name := o
		if f.Kind == Choice {
			name = d.Word("o_" + o)
		}
		options = append(options, fmt.Sprintf("%d %s", i+1, name))
	}
	if options != nil && f.Kind == Choice {
		label += " (" + strings.Join(options, ", ") + ")"
	} else if options != nil {
		label += " (" + strings.Join(f.Options, ", ") + ")"
	}
	if now := fileShown(v[f.Name]); now != "" {
		if f.Kind == Choice {
			now = d.Word("o_" + now)
		}
		label += " [" + d.Word("t_now") + ": " + now + "]"
	} else if eg := Word(wordsFor(f.Lang), "eg_"+f.ID); eg != "" {
		label += " – " + strings.ReplaceAll(eg, "\n", " ")
	}
	answer, err := prompt("   " + label + ":")
	switch {
	case err != nil:
		return err
	case slices.Contains(skips, strings.ToLower(answer)):
		return errSkip
	case slices.Contains(ends, strings.ToLower(answer)):
		return errStop
	case answer == "-":
		v[f.Name] = ""
	case f.Kind == File && answer != "":
		if v[f.Name], err = fromDisk(answer); err != nil {
			return d.askField(func(string) (string, error) {
				return prompt("   ✕ " + d.Word("no-file", "file", answer) + "\n   " + label + ":")
			}, f, v)
		}
	case answer != "":
		v[f.Name] = chosen(f, answer)
	}
	return nil
}

// chosen is an answer, of a choice by its number too.
func chosen(f Field, answer string) string {
	if f.Kind == Long {
		return strings.ReplaceAll(answer, `\n`, "\n")
	}
	for i, o := range f.Options {
		if f.Kind == Choice && answer == fmt.Sprint(i+1) {
			return o
		}
	}
	return answer
}

// tell says what the check found, in words.
func (d interview) tell(ctx context.Context, out io.Writer) error {
	report, err := d.Check(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\n%s\n", d.Headline(report))
	for _, p := range report.Problems {
		what := p.What
		if what == "" {
			what = d.Word("step_" + p.Step)
		}
		fmt.Fprintf(out, "  %s  %s: %s\n", map[Level]string{Fix: "✕", Look: "!"}[p.Level]+" "+d.Word("level_"+string(p.Level)), what, p.Text)
	}
	if good := d.Good(report); good != "" {
		fmt.Fprintf(out, "  ✓ %s  %s\n", d.Word("level_good"), good)
	}
	fmt.Fprintf(out, "%s\n", d.Then(report))
	return nil
}
