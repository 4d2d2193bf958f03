package read

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/yamlfault"
)

// JSON reads one document as the tree that YAML gives, however long its lines
// are. The error is a [*Flaw], or that of ctx.
func JSON(ctx context.Context, file string, data []byte) (Tree, error) {
	r := jsonReader{ctx: ctx, data: data, d: json.NewDecoder(bytes.NewReader(data)), line: 1}
	r.d.UseNumber()
	t, err := r.value(0)
	if err == nil {
		if _, more := r.d.Token(); more != io.EOF {
			err = errSecond
		}
	}
	if ctx.Err() != nil {
		return Tree{}, ctx.Err()
	}
	if err != nil {
		return Tree{}, flaw(file, r.pos(), "json-unreadable", fault.Values{"cause": err})
	}
	return t, nil
}

var (
	errSecond = fmt.Errorf("a second document begins here")
	errMany   = fmt.Errorf("too many values")
	errDeep   = fmt.Errorf("too many open brackets")
)

// A jsonReader knows where in the document it is.
type jsonReader struct {
	ctx        context.Context
	data       []byte
	d          *json.Decoder
	seen, line int // so many bytes end in this line
	start      int // of this line
	nodes      int // values so far
}

// pos is where the last token ended.
func (r *jsonReader) pos() Pos {
	end := min(int(r.d.InputOffset()), len(r.data))
	for ; r.seen < end; r.seen++ {
		if r.data[r.seen] == '\n' {
			r.line, r.start = r.line+1, r.seen+1
		}
	}
	return Pos{r.line, utf8.RuneCount(r.data[r.start:max(end, r.start)]) + 1}
}

func (r *jsonReader) value(depth int) (Tree, error) {
	token, err := r.d.Token()
	r.nodes++
	t := Tree{Pos: r.pos()}
	switch {
	case err == io.EOF:
		return t, io.ErrUnexpectedEOF
	case err != nil:
		return t, err
	case r.ctx.Err() != nil:
		return t, r.ctx.Err()
	case r.nodes > yamlfault.MostTokens(len(r.data)):
		return t, errMany
	case depth > yamlfault.MaxDepth:
		return t, errDeep
	}
	switch token := token.(type) {
	case json.Delim:
		return r.inside(t, token, depth)
	case nil:
		t.Shape = Null
	default:
		t.Text = fmt.Sprint(token)
	}
	return t, nil
}

// inside reads what stands within brackets.
func (r *jsonReader) inside(t Tree, open json.Delim, depth int) (Tree, error) {
	t.Shape = List
	for r.d.More() {
		var key Tree
		var err error
		if open == '{' {
			if key, err = r.value(depth + 1); err != nil {
				return t, err
			}
		}
		item, err := r.value(depth + 1)
		if err != nil {
			return t, err
		}
		t.Items = append(t.Items, item)
		if open == '{' {
			t.Keys = append(t.Keys, key)
		}
	}
	if open == '{' {
		t.Shape = Dict
	}
	_, err := r.d.Token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return t, err
}
