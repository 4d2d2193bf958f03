package desk

import (
	"context"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/share/review"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// Checker knows the campaign of a folder, or the built-in one.
func (a *Desk) Checker(ctx context.Context, dir string) (*truth.Checker, error) {
	if dir == "" {
		return truth.BuiltIn(), nil
	}
	c, err := a.Load(ctx, dir)
	if err != nil {
		return nil, err
	}
	return truth.New(c), nil
}

// Pass reads words that somebody brings: an error stops them, a warning is
// told. A reason overrules the warnings.
func (a *Desk) Pass(k *truth.Checker, reason string, texts ...truth.Text) error {
	warnings, err := k.Pass(texts...)
	for _, f := range warnings {
		if reason == "" {
			a.Warn(a.Explain(f))
		}
	}
	if len(warnings) > 0 && reason != "" && err == nil {
		a.Note("overruled", cli.With{"n": len(warnings), "reason": reason})
	}
	return err
}

// A Speaker is a kit or a site.
type Speaker interface {
	Judge(context.Context) ([]truth.Finding, error)
}

// Allows reads all that a kit or a site says.
func (a *Desk) Allows(ctx context.Context, kit Speaker) error {
	found, err := kit.Judge(ctx)
	if err != nil {
		return err
	}
	return a.Findings(review.Judged(found))
}

// JudgeText reads texts that are no fact's.
func (a *Desk) JudgeText(ctx context.Context, dir, reason string, texts ...truth.Text) error {
	k, err := a.Checker(ctx, dir)
	if err != nil {
		return err
	}
	return a.Pass(k, reason, texts...)
}
