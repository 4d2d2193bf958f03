package share

import (
	"context"
	"iter"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Together is one campaign of all rows, for one kit of them: see
// [campaign.Template.Together]. The table has to be of a whole campaign, not of
// a fact; [Options.Part] means nothing here. Rows that are wrong are told in a
// *TableError, and there is then no campaign; a *campaign.LoadError says what
// all rows have in common and cannot.
func (t *Table) Together(ctx context.Context, rows iter.Seq2[campaign.Row, error]) (*campaign.Campaign, TableResult, error) {
	w := &tableWriter{Table: t, names: make(map[uint64]uint32), failed: make(map[int]error)}
	var all []campaign.Row
	for row, err := range rows {
		if ctx.Err() != nil {
			return nil, w.result, ctx.Err()
		}
		if err == nil {
			err = w.name(row)
		} else if campaign.RowErrors(err) == nil {
			return nil, w.result, err
		}
		if err == nil {
			_, err = t.Campaign(row)
		}
		if err != nil {
			w.fail(row.Line, err)
			continue
		}
		w.result.Made++
		all = append(all, row)
	}
	if err := w.told(); err != nil {
		return nil, w.result, err
	}
	c, err := t.template.Together(all)
	return c, w.result, err
}
