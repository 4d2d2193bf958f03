package share

import (
	"bufio"
	"encoding/hex"
	"errors"
	"hash/fnv"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// VerifyCards compares the files that [Table.WriteDir] wrote with their sums,
// of all parts that are there, and returns how many they list. What differs is
// a *SumError. Memory grows by some twenty bytes a file.
func VerifyCards(fsys fs.FS) (n int, err error) {
	v := cardsVerifier{fsys: fsys, listed: make(map[uint64]struct{})}
	lists, err := cardLists(fsys)
	if err != nil {
		return 0, err
	}
	for _, list := range lists {
		if err := v.list(list); err != nil {
			return 0, err
		}
	}
	if err := eachFile(fsys, ".", v.unlisted); err != nil {
		return 0, err
	}
	slices.Sort(v.Added)
	if e := v.settled(); e != nil {
		return len(v.listed), e
	}
	return len(v.listed), nil
}

// cardLists are the lists of sums.
func cardLists(fsys fs.FS) ([]string, error) {
	lists, err := fs.Glob(fsys, sumsName+"-*-of-*")
	if err != nil {
		return nil, err
	}
	if _, err := fs.Stat(fsys, sumsName); err == nil || len(lists) == 0 {
		lists = append(lists, sumsName)
	}
	return lists, nil
}

type cardsVerifier struct {
	SumError
	fsys   fs.FS
	listed map[uint64]struct{} // hashes of names
}

func nameHash(name string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, name)
	return h.Sum64()
}

// list compares the files of a list with their sums.
func (v *cardsVerifier) list(name string) error {
	f, err := v.fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for s.Scan() {
		sum, ok := readSum(s.Text())
		if !ok {
			return kitError("kit-sums-line", fault.Values{"file": name, "line": s.Text()})
		}
		v.listed[nameHash(sum.name)] = struct{}{}
		got, err := v.sumOf(sum.name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			v.Missing = append(v.Missing, sum.name)
		case err != nil:
			return err
		case got != hex.EncodeToString(sum.sum[:]):
			v.Altered = append(v.Altered, sum.name)
		}
	}
	return s.Err()
}

// sumOf is the sum of a file; "" for what is none, and may not end when it is
// read.
func (v *cardsVerifier) sumOf(name string) (string, error) {
	info, err := fs.Stat(v.fsys, name)
	if err != nil || !info.Mode().IsRegular() {
		return "", err
	}
	return sumOf(v.fsys, name)
}

// manyEntries is how many of a folder are read at a time.
const manyEntries = 1000

// eachFile calls for all files of a folder and those within it, in no order,
// however many there are.
func eachFile(fsys fs.FS, dir string, call func(name string, e fs.DirEntry) error) error {
	f, err := fsys.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	folder, ok := f.(fs.ReadDirFile)
	if !ok {
		return &fs.PathError{Op: "readdir", Path: dir, Err: errors.ErrUnsupported}
	}
	for {
		entries, err := folder.ReadDir(manyEntries)
		for _, e := range entries {
			name, err := path.Join(dir, e.Name()), error(nil)
			if e.IsDir() {
				err = eachFile(fsys, name, call)
			} else {
				err = call(name, e)
			}
			if err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// unlisted finds files that no list has.
func (v *cardsVerifier) unlisted(name string, e fs.DirEntry) error {
	own := strings.HasPrefix(name, sumsName) || strings.HasPrefix(name, rowsDone)
	if _, listed := v.listed[nameHash(name)]; !listed && !own && !isLitter(v.fsys, name, e) {
		v.Added = append(v.Added, name)
	}
	return nil
}
