package share

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// A Table makes the same of every row of a table: the cards of a fact, or a
// whole kit. The campaign's folder has slots, {place}, for the cells, and each
// row is held to all rules of a campaign, also to those of what is true. Rows
// are drawn on all cores and none is kept, so that memory does not grow with
// them but for some fifty bytes a row. It is immutable and safe for concurrent
// use.
type Table struct {
	template *campaign.Template
	columns  []string
	fact     string // "": a kit of each row
	opt      Options
	digest   []byte // of all that a row does not say
}

// NewTable reads the folder of a campaign for rows with the columns. With the id
// of a fact it makes cards of that, else a kit of each row. A nil *Options is
// the default; Part is the share of the rows that is made here. The error is
// *campaign.LoadError, that of ctx or the system's.
func NewTable(ctx context.Context, fsys fs.FS, columns []string, fact string, o *Options) (*Table, error) {
	t := &Table{columns: columns, fact: fact}
	if o != nil {
		t.opt = *o
	}
	if err := t.opt.Part.check(); err != nil {
		return nil, err
	}
	var err error
	if t.template, err = campaign.LoadTemplate(ctx, fsys, columns, fact); err != nil {
		return nil, err
	}
	h := sha256.New()
	if self, err := program(); err == nil {
		h.Write(self)
	}
	fmt.Fprintf(h, "%x %q %v %v %v %v\n", t.template.Sum(), fact, t.opt.AsOf, t.opt.Languages, t.opt.WithoutVideos, t.opt.CropMarks)
	for _, f := range t.opt.Formats {
		fmt.Fprintln(h, f.Name, f.W, f.H)
	}
	for _, th := range t.opt.Themes {
		fmt.Fprintln(h, th.Name)
	}
	t.digest = h.Sum(nil)
	return t, nil
}

// Campaign is the campaign of one row, checked. The error is a
// *campaign.RowError that names the columns.
func (t *Table) Campaign(row campaign.Row) (*campaign.Campaign, error) {
	c, err := t.template.Fill(row)
	if err != nil {
		return nil, err
	}
	day := t.opt.AsOf
	if day.IsZero() {
		day = c.AsOf.Last()
	}
	var found []fault.Placed
	for _, f := range c.Check(day) {
		if f.Severity == campaign.Error {
			found = append(found, f)
		}
	}
	for _, f := range truth.New(c).Campaign() {
		if f.Severity == campaign.Error {
			found = append(found, f)
		}
	}
	return c, c.Blame(found...)
}

// Cards are the cards of one row, as [Pictures] lays out those of a fact.
func (t *Table) Cards(ctx context.Context, row campaign.Row) ([]FactCard, error) {
	c, err := t.Campaign(row)
	if err != nil {
		return nil, err
	}
	opt := t.opt
	opt.Part = Part{}
	return Pictures(ctx, c, t.fact, &opt)
}
