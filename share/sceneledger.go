package share

import "github.com/shutdowncecot/toolkit/graphic"

// ledgerScene is a split of one group as lying bars: its names are checked, or
// not published.
func ledgerScene(t told) graphic.Block {
	groups, ok := t.groups()
	if !ok || len(groups) > 1 {
		return nil
	}
	return graphic.Ledger{Count: t.Of, Figure: groups[0].Figure, Prefix: t.in(t.Qualifier), Label: groups[0].Label}
}
