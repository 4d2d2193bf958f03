// Package read reads the files of a campaign, strictly and within bounds: YAML,
// CSV and Markdown become trees, and a decoder fills structs from those. It
// knows no rule of campaigns beyond their form, and no words: what is wrong
// with a file is a [Flaw].
package read

import "fmt"

// A Tree is a file as read, before its meaning is known: YAML, CSV and front
// matter all become one, so that one decoder and one kind of error serve them.
type Tree struct {
	Shape Shape
	Text  string // of a scalar
	Keys  []Tree // of a dict, in the order of the file
	Items []Tree // of a list, or the values of Keys
	Pos
}

// A Shape is what kind of value a tree is.
type Shape int

// The shapes.
const (
	Scalar Shape = iota
	Null
	List
	Dict
)

// Pos is a place in a file, from 1. The zero Pos is all of it.
type Pos struct{ Line, Column int }

// Get returns the value of a key.
func (t *Tree) Get(key string) (*Tree, bool) {
	for i := range t.Keys {
		if t.Keys[i].Text == key {
			return &t.Items[i], true
		}
	}
	return nil, false
}

// Put sets the value of a key of a dict.
func (t *Tree) Put(key string, at Pos, value Tree) {
	t.Keys = append(t.Keys, Tree{Text: key, Pos: at})
	t.Items = append(t.Items, value)
}

// nodes counts the values of a tree.
func (t *Tree) nodes() int {
	n := 1
	for i := range t.Items {
		n += t.Items[i].nodes()
	}
	return n
}

// A Place names a value: the file it stands in and the path to it.
type Place struct{ File, Path string }

// In is the place of a part of the value: a field's name, or "" for itself.
func (p Place) In(name string) Place {
	switch {
	case name == "":
		return p
	case p.Path == "":
		return Place{p.File, name}
	}
	return Place{p.File, p.Path + "." + name}
}

// Index is the place of an entry of a list.
func (p Place) Index(i int) Place {
	return Place{p.File, fmt.Sprintf("%s[%d]", p.Path, i)}
}

// Places remember where every value was written.
type Places map[Place]Pos

// Find returns where p was written, or else the nearest thing around it.
func (ps Places) Find(p Place) Pos {
	for {
		if at, ok := ps[p]; ok {
			return at
		}
		i := len(p.Path) - 1
		for i >= 0 && p.Path[i] != '.' && p.Path[i] != '[' {
			i--
		}
		if i < 0 {
			return ps[Place{File: p.File}]
		}
		p.Path = p.Path[:i]
	}
}
