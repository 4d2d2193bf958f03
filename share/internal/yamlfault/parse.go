package yamlfault

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// The bounds of a file. The reader descends into itself for each level and for
// each key of a mapping, which it copies with those behind it: 50,000 keys took
// it 4 GB.
const (
	MaxDepth = 60   // lists, mappings and brackets within one another
	MaxKeys  = 4000 // of one mapping
)

// An Error is a mistake that the reader of YAML would not find: it would drop
// words, or use up the memory.
type Error struct {
	fault.Data
	Line, Column int // from 1
}

func (e *Error) Error() string { return fault.InEnglish(e) }

// Parse reads YAML. A hashtag behind a value is an error, not a remark, and so
// is a value that begins with **emphasis**.
func Parse(data []byte, options ...parser.Option) (*ast.File, error) {
	source := string(data)
	tokens := lexer.Tokenize(source)
	if err := check(tokens, source); err != nil {
		return nil, err
	}
	return parser.Parse(tokens, 0, options...)
}

func check(tokens token.Tokens, source string) error {
	depth := 0 // of brackets
	var open blocks
	lines := lineFinder{rest: source}
	for i, t := range tokens {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.CommentType:
			if column := lines.swallows(t); column > 0 {
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
		if depth+len(open) > MaxDepth {
			return newError("yaml-brackets", t.Position.Line, t.Position.Column, nil)
		}
		if len(open) > 0 && open[len(open)-1].keys > MaxKeys {
			return newError("yaml-keys-many", t.Position.Line, t.Position.Column, fault.Values{"limit": MaxKeys})
		}
	}
	return nil
}

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
// others: it stands behind something, and its word follows the sign at once.
func (f *lineFinder) swallows(t *token.Token) int {
	if r, _ := utf8.DecodeRuneInString(t.Value); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return 0
	}
	before, _, ok := strings.Cut(f.at(t.Position.Line), "#"+strings.TrimRight(t.Value, "\r\n"))
	if !ok || strings.TrimSpace(before) == "" {
		return 0
	}
	return utf8.RuneCountInString(before) + 1
}
