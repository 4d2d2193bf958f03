package cardfile

import (
	"cmp"
	"context"
	"errors"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/yamlfault"
)

var errUnreadable = errors.New("not YAML")

// parse reads one document; of an empty one the node is nil.
func parse(data []byte) (root ast.Node, err error) {
	defer func() {
		if recover() != nil {
			err = errUnreadable
		}
	}()
	f, err := yamlfault.Parse(context.Background(), data, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, err
	}
	for _, doc := range f.Docs {
		if doc.Body != nil {
			return doc.Body, nil
		}
	}
	return nil, nil
}

func decode(root ast.Node, into any) (err error) {
	defer func() {
		if recover() != nil {
			err = errUnreadable
		}
	}()
	if root == nil {
		return nil
	}
	root = verbatim(root, reflect.TypeOf(into))
	return yaml.NodeToValue(root, into, yaml.Strict())
}

// verbatim has what stands where a text belongs stand as it is written: the
// decoder would make 10 of 012, 1 of 1.0 and true of TRUE.
func verbatim(n ast.Node, t reflect.Type) ast.Node {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.String:
		switch n.(type) {
		case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
			return ast.String(n.GetToken())
		}
	case reflect.Slice:
		if list, ok := n.(*ast.SequenceNode); ok {
			for i, v := range list.Values {
				list.Values[i] = verbatim(v, t.Elem())
			}
		}
	case reflect.Struct:
		for _, v := range entries(n) {
			if of := typeOf(t, v.Key.GetToken().Value); of != nil {
				v.Value = verbatim(v.Value, of)
			}
		}
	}
	return n
}

// typeOf is the type of what stands under a key, nil if it has no such key.
func typeOf(t reflect.Type, key string) reflect.Type {
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if options == "inline" {
			if of := typeOf(f.Type, key); of != nil {
				return of
			}
		} else if key == cmp.Or(name, strings.ToLower(f.Name)) {
			return f.Type
		}
	}
	return nil
}

// unique refuses a key that stands twice, and what hides words: anchors and tags.
func (f *File) unique(n ast.Node) error {
	switch n.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode:
		return f.fail(n, yamlfault.Hidden(), nil)
	}
	lines := map[string]int{}
	for _, v := range entries(n) {
		key := v.Key.GetToken()
		if line := lines[key.Value]; line > 0 {
			return f.fail(v.Key, english.New("cardfile-key-twice", "", fault.Values{"key": key.Value, "line": line}), nil)
		}
		lines[key.Value] = key.Position.Line
		if err := f.unique(v.Value); err != nil {
			return err
		}
	}
	if s, ok := n.(*ast.SequenceNode); ok {
		for _, v := range s.Values {
			if err := f.unique(v); err != nil {
				return err
			}
		}
	}
	return nil
}

// entries are the keys and values of a map; none if n is something else.
func entries(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

// find is what stands under a key such as "bars[2].value", or what is nearest
// to it: the deepest node on the way there, nil if nothing is.
func (f *File) find(key string) ast.Node {
	var found ast.Node
	n := f.root
	for _, s := range steps(key) {
		if n = s.in(n); n == nil {
			break
		}
		found = n
	}
	return found
}

// A step of a path is a name or, if that is empty, a place in a list.
type step struct {
	name  string
	index int
}

// steps takes "bars[2].value" apart.
func steps(path string) (all []step) {
	for path != "" {
		end := 0
		for end < len(path) && path[end] != '.' && path[end] != '[' && path[end] != ']' {
			end++
		}
		part := path[:end]
		if end < len(path) && path[end] == ']' {
			i, _ := strconv.Atoi(part)
			all = append(all, step{index: i})
		} else if part != "" {
			all = append(all, step{name: part})
		}
		path = path[min(end+1, len(path)):]
	}
	return all
}

func (s step) in(n ast.Node) ast.Node {
	if list, ok := n.(*ast.SequenceNode); ok && s.name == "" && s.index < len(list.Values) {
		return list.Values[s.index]
	}
	for _, v := range entries(n) {
		if s.name != "" && v.Key.GetToken().Value == s.name {
			return v.Value
		}
	}
	return nil
}
