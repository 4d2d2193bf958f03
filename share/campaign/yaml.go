package campaign

import (
	"bytes"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/shutdowncecot/toolkit/share/internal/yamlfault"
)

// The bounds of a YAML file. Lines and brackets are bounded because the parser
// descends into itself for each of them.
const (
	maxLine  = 16 << 10 // bytes
	maxDepth = 60       // brackets within brackets
)

// parseYAML reads one document. Anchors, aliases, tags and merge keys are
// refused: they hide what a file says.
func parseYAML(file string, data []byte) (t tree, err error) {
	if m := boundYAML(file, data); m != nil {
		return tree{}, m
	}
	defer func() {
		if recover() != nil {
			err = yamlMistake(file, nil)
		}
	}()
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		return tree{}, yamlMistake(file, err)
	}
	switch n := documents(f); len(n) {
	case 0:
		return tree{shape: null, pos: pos{1, 1}}, nil
	case 1:
		return grow(file, n[0])
	default:
		return tree{}, mistakeAt(file, posOf(n[1]), "yaml-second-document", nil)
	}
}

// boundYAML refuses what the parser could choke on.
func boundYAML(file string, data []byte) error {
	depth := 0
	for i, line := range bytes.Split(data, []byte("\n")) {
		at := pos{i + 1, 1}
		if len(line) > maxLine {
			return mistakeAt(file, at, "yaml-line-too-long", with{"limit": maxLine})
		}
		depth += bytes.Count(line, []byte("[")) + bytes.Count(line, []byte("{"))
		depth -= bytes.Count(line, []byte("]")) + bytes.Count(line, []byte("}"))
		if depth > maxDepth {
			return mistakeAt(file, at, "yaml-brackets", nil)
		}
	}
	return nil
}

func documents(f *ast.File) []ast.Node {
	var nodes []ast.Node
	for _, d := range f.Docs {
		if d.Body != nil {
			nodes = append(nodes, d.Body)
		}
	}
	return nodes
}

// yamlMistake says what the parser found.
func yamlMistake(file string, err error) error {
	why, line, column := yamlfault.Of(err)
	return newMistake(file, pos{line, column}, "", why)
}

// grow turns the parser's node into a tree.
func grow(file string, n ast.Node) (tree, error) {
	t := tree{pos: posOf(n)}
	switch n := n.(type) {
	case *ast.NullNode:
		t.shape = null
	case *ast.StringNode:
		t.text = n.Value
	case *ast.LiteralNode:
		t.text = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		t.text = n.GetToken().Value
	case *ast.SequenceNode:
		return growList(file, t, n)
	case *ast.MappingNode:
		return growDict(file, t, n.Values)
	case *ast.MappingValueNode:
		return growDict(file, t, []*ast.MappingValueNode{n})
	default:
		return t, mistakeAt(file, t.pos, "yaml-anchors", nil)
	}
	return t, nil
}

func growList(file string, t tree, n *ast.SequenceNode) (tree, error) {
	t.shape = list
	for _, v := range n.Values {
		item, err := grow(file, v)
		if err != nil {
			return t, err
		}
		t.items = append(t.items, item)
	}
	return t, nil
}

func growDict(file string, t tree, values []*ast.MappingValueNode) (tree, error) {
	t.shape = dict
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
			t.pos = key.pos
		}
		t.put(key.text, key.pos, item)
	}
	return t, nil
}

func posOf(n ast.Node) pos {
	if tk := n.GetToken(); tk != nil && tk.Position != nil {
		return pos{tk.Position.Line, tk.Position.Column}
	}
	return pos{}
}
