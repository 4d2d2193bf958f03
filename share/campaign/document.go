package campaign

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"
)

// The bounds of what is read, in bytes. The built-in campaign's largest file
// has less than 150 kB.
const (
	maxFile    = 4 << 20
	maxTotal   = 32 << 20
	maxFiles   = 5000  // that are parsed
	maxEntries = 50000 // that are looked at
)

// A document is a file as read: a tree, and for Markdown the text after the
// front matter.
type document struct {
	tree   tree
	body   string
	line   int    // where body begins
	source []byte // all of it, as far as it could be read
}

// readDocument reads a file by its ending: .yaml, .csv or .md. left is how many
// bytes of the campaign may still be read.
func readDocument(fsys fs.FS, name, shown string, left *int) (document, error) {
	data, err := readBounded(fsys, name, shown)
	if err != nil {
		return document{}, err
	}
	if *left -= len(data); *left < 0 {
		return document{}, mistakeAt(shown, pos{}, "campaign-too-large", with{"megabytes": maxTotal >> 20})
	}
	if line := notUTF8(data); line > 0 {
		return document{}, mistakeAt(shown, pos{line, 1}, "not-utf8", nil)
	}
	data = bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), []byte("\r\n"), []byte("\n"))
	doc, err := parse(shown, data)
	doc.source = data
	return doc, err
}

func parse(file string, data []byte) (doc document, err error) {
	switch path.Ext(file) {
	case ".md":
		return parseMarkdown(file, data)
	case ".csv":
		doc.tree, err = parseCSV(file, data)
	default:
		doc.tree, err = parseYAML(file, data)
	}
	return doc, err
}

// notUTF8 is the first line that is not UTF-8, as where a spreadsheet has
// written the letters of its own country; 0 if there is none.
func notUTF8(data []byte) int {
	if utf8.Valid(data) {
		return 0
	}
	line := 1
	for text := range bytes.Lines(data) {
		if !utf8.Valid(text) {
			break
		}
		line++
	}
	return line
}

func readBounded(fsys fs.FS, name, shown string) ([]byte, error) {
	f, err := openRegular(fsys, name)
	if err != nil {
		return nil, mistakeAt(shown, pos{}, "file-unopened", with{"cause": cause(err)})
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, mistakeAt(shown, pos{}, "file-unreadable", with{"cause": cause(err)})
	}
	if len(data) > maxFile {
		return nil, mistakeAt(shown, pos{}, "file-too-large", with{"megabytes": maxFile >> 20})
	}
	return data, nil
}

// openRegular opens a file, and nothing that would keep its reader waiting.
func openRegular(fsys fs.FS, name string) (fs.File, error) {
	info, err := fs.Stat(fsys, name)
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		return nil, err
	}
	return fsys.Open(name)
}

var errNotRegular = errors.New("not a regular file")

// cause is why a file operation failed, without the path.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// parseMarkdown splits front matter, between two lines of three dashes, from
// the text.
func parseMarkdown(file string, data []byte) (document, error) {
	text := string(data)
	if !strings.HasPrefix(text, "---\n") {
		return document{tree: tree{shape: dict, pos: pos{1, 1}}, body: text, line: 1}, nil
	}
	front, body, ok := strings.Cut(text[3:]+"\n", "\n---\n") // the last line may have no end
	if !ok {
		return document{}, mistakeAt(file, pos{1, 1}, "front-matter-open", nil)
	}
	t, err := parseYAML(file, []byte(front))
	return document{tree: t, body: strings.TrimSuffix(body, "\n"), line: strings.Count(front, "\n") + 3}, err
}
