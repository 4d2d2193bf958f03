package share

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/internal/disk"
)

// WriteDir writes the site to a folder that is not there, is empty, or holds a
// site of the same campaign. Anything else in the way is an *ExistsError,
// unless force is set. All files are made in a hidden folder beside it before the
// first is put in its place; on an error, or when ctx is done, nothing is changed.
//
// Of a site that is there, files that the new one does not have are removed, but
// for its pictures: what was shared long ago still shows them. Files that are
// nobody's, such as CNAME or .git, stay. A process that is killed while files are
// put in their places leaves some old and some new ones, each whole: write it
// again. Progress is told how many files have been made; nil: nobody.
func (s *Site) WriteDir(ctx context.Context, dir string, force bool, progress func(done, total int)) (err error) {
	if s.tree == nil {
		return errNotBuilt
	}
	dir = filepath.Clean(dir)
	if err := s.MayReplace(dir, force); err != nil {
		return err
	}
	work, err := disk.Begin(dir, func(_, _ string) error { return nil })
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(work.Blame(err), work.Leave()) }()
	if err := s.tree.writeFiles(ctx, work.Fresh(), progress); err != nil {
		return err
	}
	if err := files.SyncAll(work.Fresh()); err != nil {
		return err
	}
	if disk.Empty(dir) {
		os.Remove(dir) // an empty folder makes room; what cannot be removed is told by Swap
	}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return work.Swap()
	}
	return s.publish(work.Fresh(), dir)
}

// MayReplace tells what would keep WriteDir from writing to a folder.
func (s *Site) MayReplace(dir string, force bool) error {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return existsError("way-not-folder", dir, nil)
	case force || disk.Empty(dir):
		return nil
	}
	list, err := readSiteList(os.DirFS(dir))
	switch {
	case err != nil:
		return existsError("way-not-site", dir, nil)
	case list.Site != s.tree.Campaign():
		return existsError("way-other-site", dir, fault.Values{"site": list.Site})
	}
	return nil
}

// publish puts new files in the places of old ones, the list of them last, and
// removes what is no longer there.
func (s *Site) publish(fresh, dir string) error {
	var old []string
	if list, err := readSiteList(os.DirFS(dir)); err == nil && list.Site == s.tree.Campaign() {
		old = list.Files
	}
	move := func(name string) error {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return os.Rename(filepath.Join(fresh, filepath.FromSlash(name)), to)
	}
	names := s.Names()
	for _, name := range names {
		if name == siteListName {
			continue // last: until then the old one says what is to be removed
		}
		if err := move(name); err != nil {
			return err
		}
	}
	if err := removeStale(dir, old, names); err != nil {
		return err
	}
	return move(siteListName)
}

// removeStale removes files of an earlier site, and folders that are then empty.
func removeStale(dir string, old, now []string) error {
	for _, name := range old {
		local, err := filepath.Localize(name)
		if err != nil || strings.HasPrefix(name, "i/") || slices.Contains(now, name) {
			continue
		}
		if err := os.Remove(filepath.Join(dir, local)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for at := filepath.Dir(local); at != "." && disk.Empty(filepath.Join(dir, at)); at = filepath.Dir(at) {
			os.Remove(filepath.Join(dir, at)) // if not, it stays empty
		}
	}
	return nil
}

// readSiteList reads the list of a site that was written before.
func readSiteList(fsys fs.FS) (*siteList, error) {
	data, err := readBounded(fsys, siteListName)
	if err != nil {
		return nil, err
	}
	l := new(siteList)
	return l, json.Unmarshal(data, l)
}
