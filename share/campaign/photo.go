package campaign

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// consents are what people in a photograph can allow, and whether it may then
// lie in a campaign's folder.
var consents = map[string]bool{"public": true, "limited": true, "none-needed": true, "private": false, "withdrawn": false}

// photos asks for a record beside every photograph, in folders within photos
// too: photos/march.jpg needs photos/march.txt with the lines
//
//	consent: public      (or limited; none-needed where nobody can be recognised)
//	by: who asked
//	date: 2031-03-10
//	origin: own          (or press; never government)
//
// A picture that a prison or a government made of the people it holds is not
// shown, with or without a record. Everything that is no record counts as a
// photograph; only hidden files are passed over, as by Load.
func photos(k *checker) {
	if k.c.files == nil {
		return
	}
	fs.WalkDir(k.c.files, "photos", func(name string, e fs.DirEntry, err error) error {
		hidden := e != nil && strings.HasPrefix(e.Name(), ".")
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			k.find(Error, place{File: name}, "", "folder-unreadable", with{"cause": read.Cause(err)})
		case hidden && e.IsDir():
			return fs.SkipDir
		case !hidden && !e.IsDir() && !strings.EqualFold(path.Ext(name), ".txt"):
			k.photo(name)
		}
		return nil
	})
}

// photo looks at the record of one photograph.
func (k *checker) photo(name string) {
	note := strings.TrimSuffix(name, path.Ext(name)) + ".txt"
	record, ok := readRecord(k.c.files, note)
	find := func(rule string, values with) { k.find(Error, place{File: name}, "", rule, values) }
	switch allowed, known := consents[record["consent"]]; {
	case !ok:
		find("photo-without-record", with{"record": note})
	case !known:
		find("photo-consent-unknown", with{"record": note})
	case !allowed:
		find("photo-without-consent", nil)
	case record["by"] == "" || record["date"] == "":
		find("photo-consent-unsigned", with{"record": note})
	}
	switch record["origin"] {
	case "own", "press":
	case "government", "prison":
		find("photo-by-captors", nil)
	default:
		if ok {
			find("photo-origin-unknown", with{"record": note})
		}
	}
}

// readRecord reads lines of "key: value".
func readRecord(files fs.FS, name string) (map[string]string, bool) {
	f, err := read.OpenRegular(files, name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, 1<<16))
	if err != nil {
		return nil, false
	}
	record := make(map[string]string)
	for _, line := range strings.Split(string(data), "\n") {
		if key, value, ok := strings.Cut(line, ":"); ok {
			record[strings.ToLower(strings.TrimSpace(key))] = strings.ToLower(strings.TrimSpace(value))
		}
	}
	return record, true
}
