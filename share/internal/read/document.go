package read

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// The bounds of what is read, in bytes. The built-in campaign's largest file
// has less than 150 kB.
const (
	MaxFile    = 4 << 20
	MaxTotal   = 32 << 20
	MaxFiles   = 5000  // that are parsed
	MaxEntries = 50000 // that are looked at
)

// A Document is a file as read: a tree, and for Markdown the text after the
// front matter.
type Document struct {
	Tree   Tree
	Body   string
	Line   int    // where Body begins
	Source []byte // all of it, as far as it could be read
}

// File reads a file by its ending: .yaml, .csv or .md. The error is a [*Flaw],
// [Flaws], or that of the budget's context.
func File(fsys fs.FS, name, shown string, b *Budget) (Document, error) {
	if err := b.ctx.Err(); err != nil {
		return Document{}, err
	}
	data, err := readBounded(fsys, name, shown)
	if err != nil {
		return Document{}, err
	}
	if b.left -= len(data); b.left < 0 {
		return Document{}, flaw(shown, Pos{}, "campaign-too-large", fault.Values{"megabytes": MaxTotal >> 20})
	}
	if line := NotUTF8(data); line > 0 {
		return Document{}, flaw(shown, Pos{line, 1}, "not-utf8", nil)
	}
	data = bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), []byte("\r\n"), []byte("\n"))
	doc, err := Parse(b.ctx, shown, data)
	doc.Source = data
	return doc, err
}

// Parse reads data by the ending of the file's name.
func Parse(ctx context.Context, file string, data []byte) (doc Document, err error) {
	switch path.Ext(file) {
	case ".md":
		return markdown(ctx, file, data)
	case ".csv":
		doc.Tree, err = CSV(ctx, file, data)
	default:
		doc.Tree, err = YAML(ctx, file, data)
	}
	return doc, err
}

// NotUTF8 is the first line that is not UTF-8, as where a spreadsheet has
// written the letters of its own country; 0 if there is none.
func NotUTF8(data []byte) int {
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
	f, err := OpenRegular(fsys, name)
	if err != nil {
		return nil, flaw(shown, Pos{}, "file-unopened", fault.Values{"cause": Cause(err)})
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return nil, flaw(shown, Pos{}, "file-unreadable", fault.Values{"cause": Cause(err)})
	}
	if len(data) > MaxFile {
		return nil, flaw(shown, Pos{}, "file-too-large", fault.Values{"megabytes": MaxFile >> 20})
	}
	return data, nil
}

// OpenRegular opens a file, and nothing that would keep its reader waiting.
func OpenRegular(fsys fs.FS, name string) (fs.File, error) {
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

// Cause is why a file operation failed, without the path.
func Cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// markdown splits front matter, between two lines of three dashes, from
// the text.
func markdown(ctx context.Context, file string, data []byte) (Document, error) {
	text := string(data)
	if !strings.HasPrefix(text, "---\n") {
		return Document{Tree: Tree{Shape: Dict, Pos: Pos{1, 1}}, Body: text, Line: 1}, nil
	}
	front, body, ok := strings.Cut(text[3:]+"\n", "\n---\n") // the last line may have no end
	if !ok {
		return Document{}, flaw(file, Pos{1, 1}, "front-matter-open", nil)
	}
	t, err := YAML(ctx, file, []byte(front))
	return Document{Tree: t, Body: strings.TrimSuffix(body, "\n"), Line: strings.Count(front, "\n") + 3}, err
}
