package share

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/share/files"
)

// A fileSum is a file of a row.
type fileSum struct {
	name string
	sum  [sha256.Size]byte
}

func (s fileSum) String() string { return fmt.Sprintf("%x  %s", s.sum, s.name) }

// A rowID tells rows apart by all that is made of them.
type rowID [16]byte

// rowsDone is the file that remembers which rows are written: a line for each,
// its id and the sums of its files with tabs between.
const rowsDone = ".sharekit-rows"

// A rowList is the rows that are written. The sums stay on the disk.
type rowList struct {
	mu   sync.Mutex
	file *os.File
	done map[rowID]int64 // where the line begins
	end  int64
	old  bool // an earlier run has begun it
}

// open reads what an earlier run has written.
func (l *rowList) open(dir string, p Part) (err error) {
	name := filepath.Join(dir, rowsDone+p.suffix())
	_, none := os.Stat(name)
	l.done, l.old = make(map[rowID]int64), none == nil
	if l.file, err = os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o644); err != nil {
		return err
	}
	r := bufio.NewReaderSize(l.file, 1<<16)
	for {
		line, err := r.ReadBytes('\n')
		if err == io.EOF { // the last line of a run that was killed may be torn: it is written over
			return l.file.Truncate(l.end)
		}
		if err != nil {
			return err
		}
		var id rowID
		if n, err := hex.Decode(id[:], line[:min(len(line), 2*len(id))]); err == nil && n == len(id) {
			l.done[id] = l.end
		}
		l.end += int64(len(line))
	}
}

// find returns the files of a row that is written.
func (l *rowList) find(id rowID) (sums []fileSum, done bool) {
	at, done := l.done[id]
	if !done {
		return nil, false
	}
	line, err := bufio.NewReader(io.NewSectionReader(l.file, at, 1<<20)).ReadString('\n')
	if err != nil {
		return nil, false
	}
	for _, field := range strings.Split(strings.TrimSpace(line), "\t")[1:] {
		s, ok := readSum(field)
		if !ok {
			return nil, false
		}
		sums = append(sums, s)
	}
	return sums, true
}

// readSum reads a line as sha256sum writes it.
func readSum(line string) (s fileSum, ok bool) {
	sum, name, found := strings.Cut(line, "  ")
	if !found || len(sum) != 2*sha256.Size || !fs.ValidPath(name) || strings.Contains(name, `\`) {
		return s, false
	}
	_, err := hex.Decode(s.sum[:], []byte(sum))
	s.name = name
	return s, err == nil
}

// add has the list remember a row.
func (l *rowList) add(id rowID, sums []fileSum) error {
	if l.file == nil {
		return nil
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%x", id)
	for _, s := range sums {
		fmt.Fprintf(&b, "\t%v", s)
	}
	b.WriteByte('\n')
	l.mu.Lock()
	defer l.mu.Unlock()
	n, err := l.file.WriteAt(b.Bytes(), l.end)
	l.end += int64(n)
	return err
}

func (l *rowList) close() error {
	if l.file == nil {
		return nil
	}
	return l.file.Close()
}

// rowSums writes the sums of all files in the order of the table, whichever
// row is done first.
type rowSums struct {
	mu      sync.Mutex
	file    *os.File
	out     *bufio.Writer
	next    int
	waiting map[int][]fileSum // rows that are done before those above them
}

func (s *rowSums) open(dir string, p Part) (err error) {
	s.waiting = make(map[int][]fileSum)
	if s.file, err = os.CreateTemp(dir, "."+sumsName+p.suffix()+".new-"); err == nil {
		s.out = bufio.NewWriterSize(s.file, 1<<16)
	}
	return err
}

// put hands in the files of the nth row.
func (s *rowSums) put(n int, sums []fileSum) error {
	if s.file == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting[n] = sums
	for {
		sums, ok := s.waiting[s.next]
		if !ok {
			return nil
		}
		delete(s.waiting, s.next)
		s.next++
		for _, f := range sums {
			if _, err := fmt.Fprintln(s.out, f); err != nil {
				return err
			}
		}
	}
}

// close puts the sums in their place, or drops those of a run that was stopped.
// The whole table takes the place of parts, and a part that of the whole.
func (s *rowSums) close(dir string, p Part, whole bool) error {
	if s.file == nil {
		return nil
	}
	defer os.Remove(s.file.Name()) // gone already if all went well
	err := errors.Join(s.out.Flush(), s.file.Chmod(0o644), s.file.Sync(), s.file.Close())
	if err != nil || !whole {
		return err
	}
	stale, err := fs.Glob(os.DirFS(dir), sumsName+"-*-of-*")
	if p != (Part{}) {
		stale = []string{sumsName}
	}
	for _, name := range stale {
		if e := os.Remove(filepath.Join(dir, name)); !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	if err != nil {
		return err
	}
	if err := os.Rename(s.file.Name(), filepath.Join(dir, sumsName+p.suffix())); err != nil {
		return err
	}
	return files.SyncDir(dir)
}
