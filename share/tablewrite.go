package share

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/rules"
)

// A TableDelivery says how the rows of a table are written.
// It is safe for concurrent use as long as nobody changes it.
type TableDelivery struct {
	// Check looks at every row and writes nothing.
	Check bool

	// Progress is told how many rows are done; one call at a time. Nil: nobody.
	Progress func(rows int)
}

// A TableResult counts rows.
// It is plain data, safe for concurrent use as long as nobody changes it.
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

// WriteDir writes what is made of the rows to a folder: of a fact
// pictures/LANG/ROW-FORMAT.png and pictures/LANG/ROW.txt, which says what
// belongs to the picture in words; else ROW, a folder with a kit. ROW is the
// row's [campaign.Row.Name]. Each file is there whole or not at all. Beside
// pictures stands at the end SHA256SUMS, of a part SHA256SUMS-3-of-16, which
// [VerifyCards] reads.
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
	var wrong *TableError
	return w.result, errors.Join(err, w.close(err == nil || errors.As(err, &wrong)))
}

// A tableWriter writes the rows of a table.
type tableWriter struct {
	*Table
	TableDelivery
	dir   string
	names map[uint64]uint32 // the line of each, by its hash
	list  rowList
	sums  rowSums

	mu     sync.Mutex
	result TableResult
	failed map[int]error // by line
}

// open makes the folder and reads what an earlier run has done.
func (w *tableWriter) open() error {
	w.failed = make(map[int]error)
	if w.Check {
		return nil
	}
	if err := os.MkdirAll(w.dir, 0o755); err != nil {
		return err
	}
	if err := w.list.open(w.dir, w.opt.Part); err != nil || w.fact == "" {
		return err // each kit has sums of its own
	}
	if w.list.old {
		if err := w.sweep(); err != nil {
			return err
		}
	}
	return w.sums.open(w.dir, w.opt.Part)
}

// sweep removes files that a run left which was killed while it wrote them. Of
// a part it leaves those that another may be writing now.
func (w *tableWriter) sweep() error {
	before := time.Now()
	if w.opt.Part != (Part{}) {
		before = before.Add(-time.Minute)
	}
	return eachFile(os.DirFS(w.dir), ".", func(name string, e fs.DirEntry) error {
		if !halfWritten().MatchString(e.Name()) {
			return nil
		}
		info, err := e.Info()
		if err == nil && info.ModTime().Before(before) {
			err = os.Remove(filepath.Join(w.dir, filepath.FromSlash(name)))
		}
		if errors.Is(err, fs.ErrNotExist) { // it was being written
			return nil
		}
		return err
	})
}

// halfWritten is what package files calls a file before it is whole.
var halfWritten = pattern.New(`^\..+\.new-\d+$`)

// close ends the list and, if all went well, puts the sums in their place.
func (w *tableWriter) close(whole bool) error {
	return errors.Join(w.list.close(), w.sums.close(w.dir, w.opt.Part, whole))
}

func (w *tableWriter) all(ctx context.Context, rows iter.Seq2[campaign.Row, error]) error {
	g, inner := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	if w.fact == "" {
		g.SetLimit(1) // a kit takes all cores by itself
	}
	var broken error
	nth := 0
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
			n := nth
			nth++
			g.Go(func() error { return w.row(inner, n, row, name) })
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
	if device().MatchString(name) {
		return kitError("table-row-device", fault.Values{"row": row.Line, "name": name})
	}
	h := nameHash(name)
	if line, taken := w.names[h]; taken {
		return kitError("table-row-twice", fault.Values{"row": row.Line, "other": int(line), "name": name})
	}
	w.names[h] = uint32(row.Line)
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
	e := &TableError{Data: rules.English.New("table-rows", "", fault.Values{"n": w.result.Failed, "all": w.result.Made + w.result.Kept + w.result.Failed})}
	for _, line := range slices.Sorted(maps.Keys(w.failed)) {
		e.Rows = append(e.Rows, w.failed[line])
	}
	return e
}

// row makes the nth row, unless an earlier run has.
func (w *tableWriter) row(ctx context.Context, n int, row campaign.Row, name string) error {
	id := w.id(row, name)
	if sums, done := w.list.find(id); done && w.whole(name, sums) {
		return w.count(n, &w.result.Kept, sums)
	}
	sums, err := w.make(ctx, row, name)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var disk *fs.PathError
	if errors.As(err, &disk) {
		return err
	}
	if err != nil {
		w.fail(row.Line, err)
		return w.sums.put(n, nil)
	}
	if err := w.list.add(id, sums); err != nil {
		return err
	}
	return w.count(n, &w.result.Made, sums)
}

// count notes a finished row with its sums.
func (w *tableWriter) count(n int, to *int, sums []fileSum) error {
	w.mu.Lock()
	*to++
	w.tell()
	w.mu.Unlock()
	return w.sums.put(n, sums)
}

// id tells rows apart by all that is made of them.
func (w *tableWriter) id(row campaign.Row, name string) (id rowID) {
	h := sha256.New()
	h.Write(w.digest)
	fmt.Fprintf(h, "%q", name)
	for _, column := range w.columns {
		fmt.Fprintf(h, " %q", row.Cells[column])
	}
	copy(id[:], h.Sum(nil))
	return id
}

// whole reports whether the files of a row are still there.
func (w *tableWriter) whole(name string, sums []fileSum) bool {
	if w.fact == "" {
		_, err := os.Stat(filepath.Join(w.dir, name, sumsName))
		return err == nil
	}
	return len(sums) > 0 && !slices.ContainsFunc(sums, func(s fileSum) bool {
		_, err := os.Stat(filepath.Join(w.dir, filepath.FromSlash(s.name)))
		return err != nil
	})
}

func (w *tableWriter) make(ctx context.Context, row campaign.Row, name string) (sums []fileSum, err error) {
	if w.fact == "" {
		return nil, w.kit(ctx, row, name)
	}
	cards, err := w.Cards(ctx, row)
	if err != nil {
		return nil, inRow(row, err)
	}
	for i := range cards {
		if err := w.card(ctx, &cards[i], name, &sums); err != nil {
			return nil, inRow(row, err)
		}
	}
	return sums, nil
}

// card writes a card and, with the last of its language, the words beside it.
func (w *tableWriter) card(ctx context.Context, pic *FactCard, name string, sums *[]fileSum) error {
	if w.Check {
		return nil
	}
	stem := path.Join("pictures", pic.Lang, name)
	if err := os.MkdirAll(filepath.Join(w.dir, "pictures", pic.Lang), 0o755); err != nil {
		return err
	}
	if err := w.file(ctx, stem+"-"+pic.Format.Name+".png", pic.write, sums); err != nil {
		return err
	}
	ed := pic.plan.in(pic.Lang)
	if pic.Format.Name != ed.formats[len(ed.formats)-1].Name {
		return nil
	}
	return w.file(ctx, stem+".txt", func(out io.Writer) error {
		_, err := io.WriteString(out, ed.sidecar(pic.fact))
		return err
	}, sums)
}

// file writes a file and adds its sum.
func (w *tableWriter) file(ctx context.Context, name string, content func(io.Writer) error, sums *[]fileSum) error {
	h := sha256.New()
	err := files.Write(ctx, filepath.Join(w.dir, filepath.FromSlash(name)), func(out io.Writer) error { return content(io.MultiWriter(out, h)) })
	if err == nil {
		*sums = append(*sums, fileSum{name, [sha256.Size]byte(h.Sum(nil))})
	}
	return err
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
