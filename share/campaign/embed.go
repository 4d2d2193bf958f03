package campaign

import (
	"context"
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// builtin is the name of the campaign that others may extend.
const builtin = "shutdowncecot"

//go:embed all:shutdowncecot strings
var embedded embed.FS

// embeddedDocs parses the built-in campaign's files once, several at a time. It
// is a function, as are its callers, and no variable that a function fills: a
// program that never asks, such as that of another campaign's page, is linked
// without the files.
func embeddedDocs() map[string]read.Document {
	embeddedOnce.Do(func() { embeddedRead = parseEmbedded(builtin) })
	return embeddedRead
}

// embeddedTables parses the tables of the languages, as embeddedDocs does.
func embeddedTables() map[string]read.Document {
	embeddedTablesOnce.Do(func() { embeddedTablesRead = parseEmbedded("strings") })
	return embeddedTablesRead
}

var (
	embeddedOnce, embeddedTablesOnce sync.Once
	embeddedRead, embeddedTablesRead map[string]read.Document
)

func parseEmbedded(dir string) map[string]read.Document {
	docs := map[string]read.Document{}
	var parsing sync.WaitGroup
	var mu sync.Mutex
	for _, name := range embeddedFiles(dir) {
		parsing.Go(func() {
			doc, _ := read.File(embedded, name, name, read.NewBudget(context.Background(), read.MaxFile))
			mu.Lock()
			defer mu.Unlock()
			docs[name] = doc
		})
	}
	parsing.Wait()
	return docs
}

// embeddedFiles are the names of the files in a folder that Load parses.
func embeddedFiles(dir string) (names []string) {
	fs.WalkDir(embedded, dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && readable(name) {
			names = append(names, name)
		}
		return nil
	})
	return names
}

func readEmbedded(name, _ string) (read.Document, error) {
	return embeddedDocs()[builtin+"/"+name], nil
}

func embeddedNames() []string {
	var names []string
	for name := range embeddedDocs() {
		if rest, ok := strings.CutPrefix(name, builtin+"/"); ok {
			names = append(names, rest)
		}
	}
	slices.Sort(names)
	return names
}

// readable reports whether a file is one that Load parses.
func readable(name string) bool {
	return slices.Contains([]string{".yaml", ".csv", ".md"}, path.Ext(name))
}
