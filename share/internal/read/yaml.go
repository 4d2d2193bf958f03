package read

import (
	"bytes"
	"context"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/yamlfault"
)

// MaxLine bounds a line of a YAML file, in bytes: the parser takes a time that
// grows with its square.
const MaxLine = 16 << 10

// YAML reads one document. Anchors, aliases, tags and merge keys are
// refused: they hide what a file says. The error is a [*Flaw], or that of ctx.
func YAML(ctx context.Context, file string, data []byte) (t Tree, err error) {
	if m := boundYAML(file, data); m != nil {
		return Tree{}, m
	}
	defer func() {
		if recover() != nil {
			err = yamlMistake(file, nil)
		}
	}()
	f, err := yamlfault.Parse(ctx, data, parser.AllowDuplicateMapKey())
	switch {
	case ctx.Err() != nil:
		return Tree{}, ctx.Err()
	case err != nil:
		return Tree{}, yamlMistake(file, err)
	}
	for _, d := range f.Docs {
		if d.Body != nil {
			return grow(file, d.Body)
		}
	}
	return Tree{Shape: Null, Pos: Pos{1, 1}}, nil
}

// boundYAML refuses what the parser could choke on.
func boundYAML(file string, data []byte) error {
	n := 0
	for line := range bytes.Lines(data) {
		if n++; len(line) > MaxLine {
			return flaw(file, Pos{n, 1}, "yaml-line-too-long", fault.Values{"limit": MaxLine})
		}
	}
	return nil
}

// yamlMistake says what the parser found.
func yamlMistake(file string, err error) error {
	why, line, column := yamlfault.Of(err)
	return &Flaw{Rule: why.Rule(), File: file, At: Pos{line, column}, Data: &why}
}

// grow turns the parser's node into a tree.
func grow(file string, n ast.Node) (Tree, error) {
	t := Tree{Pos: posOf(n)}
	switch n := n.(type) {
	case *ast.NullNode:
		t.Shape = Null
	case *ast.StringNode:
		t.Text = n.Value
	case *ast.LiteralNode:
		t.Text = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		t.Text = n.GetToken().Value
	case *ast.SequenceNode:
		return growList(file, t, n)
	case *ast.MappingNode:
		return growDict(file, t, n.Values)
	case *ast.MappingValueNode:
		return growDict(file, t, []*ast.MappingValueNode{n})
	default:
		return t, flaw(file, t.Pos, "yaml-anchors", nil)
	}
	return t, nil
}

func growList(file string, t Tree, n *ast.SequenceNode) (Tree, error) {
	t.Shape = List
	for _, v := range n.Values {
		item, err := grow(file, v)
		if err != nil {
			return t, err
		}
		t.Items = append(t.Items, item)
	}
	return t, nil
}

func growDict(file string, t Tree, values []*ast.MappingValueNode) (Tree, error) {
	t.Shape = Dict
	lines := make(map[string]int, len(values))
	for i, v := range values {
		key, err := grow(file, v.Key)
		if err != nil {
			return t, err
		}
		item, err := grow(file, v.Value)
		if err != nil {
			return t, err
		}
		if i == 0 {
			t.Pos = key.Pos
		}
		if first := lines[key.Text]; first > 0 {
			return t, yamlMistake(file, yamlfault.Twice(key.Text, first, key.Pos.Line, key.Pos.Column))
		}
		lines[key.Text] = key.Pos.Line
		t.Put(key.Text, key.Pos, item)
	}
	return t, nil
}

func posOf(n ast.Node) Pos {
	if tk := n.GetToken(); tk != nil && tk.Position != nil {
		return Pos{tk.Position.Line, tk.Position.Column}
	}
	return Pos{}
}
