package yamlfault

import (
	"context"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/scanner"
	"github.com/goccy/go-yaml/token"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// The bounds of a file. The reader descends into itself for each level and for
// each key of a mapping, which it copies with those behind it: 50,000 keys took
// it 4 GB.
const (
	MaxDepth = 60  // lists, mappings and brackets within one another
	MaxKeys  = 500 // of one mapping
)

// An Error is a mistake that the reader of YAML would not find: it would drop
// words, or use up the memory.
type Error struct {
	fault.Data
	Line, Column int // from 1
}

func (e *Error) Error() string { return fault.InEnglish(e) }

// Parse reads YAML, one document. A hashtag behind a value is an error, not a
// remark, and so is a value that begins with **emphasis**. It returns as soon as
// ctx is done, with its error.
func Parse(ctx context.Context, data []byte, options ...parser.Option) (*ast.File, error) {
	source := string(data)
	tokens, err := tokenize(ctx, source)
	if err == nil {
		err = check(tokens, source)
	}
	if err != nil {
		return nil, err
	}
	return parse(ctx, tokens, options)
}

// MostTokens bounds what a file of so many bytes is made of: the tokens of YAML,
// of which each takes the reader 800 bytes of memory, or the values of a table.
func MostTokens(size int) int {
	const (
		small   = 20_000
		density = 5 // bytes to a token: the list of a parliament has as many
	)
	return small + size/density
}

func tokenize(ctx context.Context, source string) (token.Tokens, error) {
	var s scanner.Scanner
	var tokens token.Tokens
	s.Init(source)
	for {
		some, err := s.Scan()
		if err == io.EOF {
			return tokens, nil
		}
		tokens.Add(some...)
		if n, most := len(tokens), MostTokens(len(source)); n > most {
			return nil, Dense(most, tokens[n-1].Position.Line, tokens[n-1].Position.Column)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
}

// parse leaves the parser, which cannot be stopped, to itself once ctx is done:
// its tokens are bounded.
func parse(ctx context.Context, tokens token.Tokens, options []parser.Option) (*ast.File, error) {
	if ctx.Done() == nil {
		return parser.Parse(tokens, 0, options...)
	}
	type result struct {
		file *ast.File
		err  error
	}
	done := make(chan result, 1)
	go func() {
		r := result{err: newError("yaml-broken", 0, 0, nil)} // should it panic
		defer func() {
			recover()
			done <- r
		}()
		r.file, r.err = parser.Parse(tokens, 0, options...)
	}()
	select {
	case r := <-done:
		return r.file, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func check(tokens token.Tokens, source string) error {
	depth := 0 // of brackets
	var open blocks
	lines := lineFinder{rest: source}
	var whole document
	empty := 0
	for i, t := range tokens {
		if whole.over(t) {
			return newError("yaml-second-document", t.Position.Line, t.Position.Column, nil)
		}
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.CommentType:
			if column := lines.swallows(t, tokens[max(0, i-1)]); column > 0 {
				word, _, _ := strings.Cut(t.Value, " ")
				return newError("yaml-hashtag", t.Position.Line, column, fault.Values{"tag": "#" + word})
			}
		case token.AliasType:
			if i+1 < len(tokens) && tokens[i+1].Type == token.AliasType {
				return newError("yaml-emphasis", t.Position.Line, t.Position.Column, nil)
			}
		}
		if depth == 0 {
			open.add(t, i+1 < len(tokens) && tokens[i+1].Type == token.MappingValueType)
		}
		if isEmpty(tokens[i:]) {
			empty++
		}
		if empty > maxEmpty {
			return Dense(maxEmpty, t.Position.Line, t.Position.Column)
		}
		if depth+len(open) > MaxDepth {
			return newError("yaml-brackets", t.Position.Line, t.Position.Column, nil)
		}
		if len(open) > 0 && open[len(open)-1].keys > MaxKeys {
			return newError("yaml-keys-many", t.Position.Line, t.Position.Column, fault.Values{"limit": MaxKeys})
		}
	}
	return nil
}

// A document is the one of a file, which lines of three dashes may begin and end.
type document struct {
	directive int // its line
	lines     int // of dashes
	content   bool
	ended     bool
}

// over reports a token that belongs to a further document: the parser takes a
// time that grows with the square of their number.
func (d *document) over(t *token.Token) bool {
	switch {
	case t.Type == token.DirectiveType:
		d.directive = t.Position.Line
	case t.Type == token.CommentType, t.Position.Line == d.directive:
	case t.Type == token.DocumentHeaderType, t.Type == token.DocumentEndType:
		d.lines++
		d.ended = d.content
		return d.lines > 3
	default:
		d.content = true
		return d.ended
	}
	return false
}

// maxEmpty bounds the values that are left empty: for each the parser copies
// what comes after it.
const maxEmpty = 5000

// isEmpty reports an entry or a key, the first of the tokens, of which the next
// line says nothing.
func isEmpty(tokens token.Tokens) bool {
	t := tokens[0]
	if t.Type != token.SequenceEntryType && t.Type != token.MappingValueType {
		return false
	}
	for _, next := range tokens[1:] {
		switch {
		case next.Type == token.CommentType:
			continue
		case next.Position.Line == t.Position.Line:
			return next.Type == token.CollectEntryType || next.Type == token.MappingEndType
		case t.Type == token.SequenceEntryType:
			return next.Position.Column <= t.Position.Column
		default:
			return next.Position.IndentNum <= t.Position.IndentNum && next.Type != token.SequenceEntryType
		}
	}
	return true
}

// Dense is the mistake of a file that has more in it than is read.
func Dense(limit, line, column int) *Error {
	return newError("yaml-dense", line, column, fault.Values{"limit": limit})
}

// Hidden is the mistake of an anchor, an alias or a tag, which hides words.
func Hidden() fault.Data { return english.New("yaml-alias", "", nil) }

// Twice is the mistake of a key that stands twice in one mapping.
func Twice(key string, first, line, column int) *Error {
	return newError("yaml-key-twice", line, column, fault.Values{"key": key, "line": first})
}

func newError(rule string, line, column int, values fault.Values) *Error {
	return &Error{english.New(rule, "", values), line, column}
}

// blocks are the lists and mappings that a place in a file lies in, by the column
// that their entries begin in.
type blocks []struct{ column, keys int }

// add takes a token that begins an entry.
func (b *blocks) add(t *token.Token, key bool) {
	if !key && t.Type != token.SequenceEntryType {
		return
	}
	n := len(*b)
	for n > 0 && (*b)[n-1].column > t.Position.Column {
		n--
	}
	*b = (*b)[:n]
	if n == 0 || (*b)[n-1].column < t.Position.Column {
		*b = append(*b, struct{ column, keys int }{column: t.Position.Column})
	}
	if key {
		(*b)[len(*b)-1].keys++
	}
}

// A lineFinder finds lines of a source one after the other.
type lineFinder struct {
	rest string
	line int // of what comes before rest
	text string
}

func (f *lineFinder) at(n int) string {
	for f.line < n && f.rest != "" {
		f.text, f.rest, _ = strings.Cut(f.rest, "\n")
		f.line++
	}
	return f.text
}

// swallows returns the column of a remark that is probably a hashtag, 0 for
// others: it stands behind something or goes on with the text of the line
// before, and its word follows the sign at once.
func (f *lineFinder) swallows(t, last *token.Token) int {
	if r, _ := utf8.DecodeRuneInString(t.Value); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return 0
	}
	before, _, ok := strings.Cut(f.at(t.Position.Line), "#"+strings.TrimRight(t.Value, "\r\n"))
	if !ok || strings.TrimSpace(before) == "" && (strings.Contains(t.Value, ":") || !continues(t, last)) {
		return 0
	}
	return utf8.RuneCountInString(before) + 1
}

// continues reports a remark on the line after a text, further in than its key.
func continues(t, last *token.Token) bool {
	end := last.Position.Line + strings.Count(strings.TrimSpace(last.Origin), "\n")
	if last.Type != token.StringType || end != t.Position.Line-1 {
		return false
	}
	in := last.Position.IndentNum
	for b := last.Prev; b != nil && b.Position.Line == last.Position.Line; b = b.Prev {
		if b.Type == token.SequenceEntryType {
			in = max(in, b.Position.Column)
		}
	}
	return t.Position.Column > in+1
}
