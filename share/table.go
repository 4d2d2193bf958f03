package share

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/files"
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
// *campaign.LoadError or the system's.
func NewTable(fsys fs.FS, columns []string, fact string, o *Options) (*Table, error) {
	t := &Table{columns: columns, fact: fact}
	if o != nil {
		t.opt = *o
	}
	if err := t.opt.Part.check(); err != nil {
		return nil, err
	}
	var err error
	if t.template, err = campaign.LoadTemplate(fsys, columns, fact); err != nil {
		return nil, err
	}
	h := sha256.New()
	if self, err := program(); err == nil {
		h.Write(self)
	}
	fmt.Fprintf(h, "%x %q %v %v %v\n", t.template.Sum(), fact, t.opt.AsOf, t.opt.Languages, t.opt.WithoutVideos)
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

// A TableDelivery says how the rows of a table are written.
type TableDelivery struct {
	// Check looks at every row and writes nothing.
	Check bool

	// Progress is told how many rows are done; one call at a time. Nil: nobody.
	Progress func(rows int)
}

// A TableResult counts rows.
type TableResult struct {
	Made   int // written, or found to be right
	Kept   int // that an earlier run had written
	Failed int
}

// A TableError says which rows are wrong, the first hundred of them. All others
// are written. It is immutable and safe for concurrent use.
type TableError struct {
	fault.Data
	Rows []error // by their lines: *campaign.RowError, *KitError, *CardError
}

func (e *TableError) Error() string { return fault.InEnglish(e) }

// Unwrap returns the errors of the rows.
func (e *TableError) Unwrap() []error { return e.Rows }

// mostRowErrors is how many are kept: nobody mends more at a time.
const mostRowErrors = 100

// rowsDone is the file that remembers which rows are written.
const rowsDone = ".sharekit-rows"

// WriteDir writes what is made of the rows to a folder: of a fact
// pictures/LANG/ROW-FORMAT.png and pictures/LANG/ROW.txt, which says what
// belongs to the picture in words; else ROW, a folder with a kit. ROW is the
// row's [campaign.Row.Name]. Each file is there whole or not at all.
//
// A run that was stopped goes on where it was, and a run on a table that was
// changed makes only the rows that were: the folder keeps a list. Rows that are
// wrong are left out and told in a *TableError at the end. Other errors, those
// of the disk and of the context, end the run.
func (t *Table) WriteDir(ctx context.Context, dir string, rows iter.Seq2[campaign.Row, error], d *TableDelivery) (TableResult, error) {
	w := &tableWriter{Table: t, dir: dir, names: make(map[uint64]uint32)}
	if d != nil {
		w.TableDelivery = *d
	}
	if err := w.open(); err != nil {
		return w.result, err
	}
	err := w.all(ctx, rows)
	return w.result, errors.Join(err, w.close())
}

// A tableWriter writes the rows of a table.
type tableWriter struct {
	*Table
	TableDelivery
	dir   string
	names map[uint64]uint32 // the line of each, by its hash
	done  map[[16]byte]struct{}
	list  *os.File

	mu     sync.Mutex
	result TableResult
	failed map[int]error // by line
}

// open makes the folders and reads what an earlier run has done.
func (w *tableWriter) open() error {
	w.done, w.failed = make(map[[16]byte]struct{}), make(map[int]error)
	if w.Check {
		return nil
	}
	if err := os.MkdirAll(w.dir, 0o755); err != nil {
		return err
	}
	name := filepath.Join(w.dir, rowsDone)
	old, err := os.Open(name)
	if err == nil {
		defer old.Close()
		for s := bufio.NewScanner(old); s.Scan(); {
			var sum [16]byte
			if n, err := hex.Decode(sum[:], s.Bytes()); err == nil && n == len(sum) { // the last line of a killed run may be torn
				w.done[sum] = struct{}{}
			}
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	w.list, err = os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err == nil && len(w.done) > 0 {
		_, err = w.list.WriteString("\n") // ends a torn line
	}
	return err
}

func (w *tableWriter) close() error {
	if w.list == nil {
		return nil
	}
	return w.list.Close()
}

func (w *tableWriter) all(ctx context.Context, rows iter.Seq2[campaign.Row, error]) error {
	g, inner := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	if w.fact == "" {
		g.SetLimit(1) // a kit takes all cores by itself
	}
	var broken error
	for row, err := range rows {
		if inner.Err() != nil {
			break
		}
		if err == nil {
			err = w.name(row)
		} else if campaign.RowErrors(err) == nil {
			broken = err
			break
		}
		if err != nil {
			w.fail(row.Line, err)
			continue
		}
		if name := row.Name(w.columns); w.opt.Part.Of == 0 || w.opt.Part.holds(name) {
			g.Go(func() error { return w.row(inner, row, name) })
		}
	}
	if err := errors.Join(g.Wait(), broken); err != nil {
		return err
	}
	return errors.Join(ctx.Err(), w.told())
}

// name refuses a row whose files would have no name of their own.
func (w *tableWriter) name(row campaign.Row) error {
	name := row.Name(w.columns)
	if name == "" {
		return kitError("table-row-name", fault.Values{"row": row.Line})
	}
	h := fnv.New64a()
	io.WriteString(h, name)
	if line, taken := w.names[h.Sum64()]; taken {
		return kitError("table-row-twice", fault.Values{"row": row.Line, "other": int(line), "name": name})
	}
	w.names[h.Sum64()] = uint32(row.Line)
	return nil
}

func (w *tableWriter) fail(line int, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.result.Failed++
	if w.failed[line] = err; len(w.failed) > mostRowErrors {
		delete(w.failed, slices.Max(slices.Collect(maps.Keys(w.failed))))
	}
	w.tell()
}

func (w *tableWriter) tell() {
	if w.Progress != nil {
		w.Progress(w.result.Made + w.result.Kept + w.result.Failed)
	}
}

// told is the error of the rows that are wrong.
func (w *tableWriter) told() error {
	if w.result.Failed == 0 {
		return nil
	}
	e := &TableError{Data: english.New("table-rows", "", fault.Values{"n": w.result.Failed, "all": w.result.Made + w.result.Kept + w.result.Failed})}
	for _, line := range slices.Sorted(maps.Keys(w.failed)) {
		e.Rows = append(e.Rows, w.failed[line])
	}
	return e
}

// row makes one row, unless an earlier run has.
func (w *tableWriter) row(ctx context.Context, row campaign.Row, name string) error {
	sum := w.sum(row, name)
	if _, done := w.done[sum]; done && w.whole(name) {
		return w.count(&w.result.Kept, nil)
	}
	err := w.make(ctx, row, name)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var disk *fs.PathError
	if errors.As(err, &disk) {
		return err
	}
	if err != nil {
		w.fail(row.Line, err)
		return nil
	}
	return w.count(&w.result.Made, sum[:])
}

// count adds a row that is done, and has the folder remember it.
func (w *tableWriter) count(to *int, sum []byte) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	*to++
	w.tell()
	if w.list == nil || sum == nil {
		return nil
	}
	_, err := fmt.Fprintf(w.list, "%x\n", sum)
	return err
}

// sum tells rows apart by all that is made of them.
func (w *tableWriter) sum(row campaign.Row, name string) (sum [16]byte) {
	h := sha256.New()
	h.Write(w.digest)
	fmt.Fprintf(h, "%q", name)
	for _, column := range w.columns {
		fmt.Fprintf(h, " %q", row.Cells[column])
	}
	copy(sum[:], h.Sum(nil))
	return sum
}

// whole reports whether the files of a row are still there.
func (w *tableWriter) whole(name string) bool {
	if w.fact == "" {
		_, err := os.Stat(filepath.Join(w.dir, name, sumsName))
		return err == nil
	}
	found, err := filepath.Glob(filepath.Join(w.dir, "pictures", "*", name+".txt"))
	return err == nil && len(found) > 0
}

func (w *tableWriter) make(ctx context.Context, row campaign.Row, name string) error {
	if w.fact == "" {
		return w.kit(ctx, row, name)
	}
	cards, err := w.Cards(ctx, row)
	if err != nil {
		return inRow(row, err)
	}
	for i := range cards {
		if err := w.card(ctx, &cards[i], name); err != nil {
			return inRow(row, err)
		}
	}
	return nil
}

// card writes a card and, with the last of its language, the words beside it.
func (w *tableWriter) card(ctx context.Context, pic *FactCard, name string) error {
	if w.Check {
		return nil
	}
	dir := filepath.Join(w.dir, "pictures", pic.Lang)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := files.Write(ctx, filepath.Join(dir, name+"-"+pic.Format.Name+".png"), pic.write); err != nil {
		return err
	}
	ed := pic.plan.in(pic.Lang)
	if pic.Format.Name != ed.formats[len(ed.formats)-1].Name {
		return nil
	}
	return files.Write(ctx, filepath.Join(dir, name+".txt"), func(out io.Writer) error {
		_, err := io.WriteString(out, ed.sidecar(pic.fact))
		return err
	})
}

// kit writes a kit of the row.
func (w *tableWriter) kit(ctx context.Context, row campaign.Row, name string) error {
	c, err := w.Campaign(row)
	if err != nil {
		return err
	}
	opt := w.opt
	opt.Part, opt.Progress = Part{}, nil
	k, err := Build(ctx, c, &opt)
	if err != nil || w.Check {
		return inRow(row, err)
	}
	return k.Deliver(ctx, filepath.Join(w.dir, name), &Delivery{})
}

// inRow is an error of a row that does not name it itself.
func inRow(row campaign.Row, err error) error {
	if err == nil || campaign.RowErrors(err) != nil {
		return err
	}
	e := kitError("table-row-unmade", fault.Values{"row": row.Line, "cause": err})
	e.Err = err
	return e
}
