package campaign

import "fmt"

// A tree is a file as read, before its meaning is known: YAML, CSV and front
// matter all become one, so that one decoder and one kind of error serve them.
type tree struct {
	shape shape
	text  string // of a scalar
	keys  []tree // of a dict, in the order of the file
	items []tree // of a list, or the values of keys
	pos
}

type shape int

const (
	scalar shape = iota
	null
	list
	dict
)

// pos is a place in a file, from 1.
type pos struct{ line, column int }

// get returns the value of a key.
func (t *tree) get(key string) (*tree, bool) {
	for i := range t.keys {
		if t.keys[i].text == key {
			return &t.items[i], true
		}
	}
	return nil, false
}

// put sets the value of a key of a dict.
func (t *tree) put(key string, at pos, value tree) {
	t.keys = append(t.keys, tree{text: key, pos: at})
	t.items = append(t.items, value)
}

// A place names a value: the file it stands in and the path to it.
type place struct{ file, path string }

// in is the place of a part of the value: a field's name, or "" for itself.
func (p place) in(name string) place {
	switch {
	case name == "":
		return p
	case p.path == "":
		return place{p.file, name}
	}
	return place{p.file, p.path + "." + name}
}

func (p place) index(i int) place {
	return place{p.file, fmt.Sprintf("%s[%d]", p.path, i)}
}

// spot is embedded in what can be pointed at.
type spot struct{ at place }

func (s *spot) stand(p place) { s.at = p }
func (s spot) where() place   { return s.at }

// places remembers where every value was written.
type places map[place]pos

// find returns where p was written, or else the nearest thing around it.
func (ps places) find(p place) pos {
	for {
		if at, ok := ps[p]; ok {
			return at
		}
		i := len(p.path) - 1
		for i >= 0 && p.path[i] != '.' && p.path[i] != '[' {
			i--
		}
		if i < 0 {
			return ps[place{file: p.file}]
		}
		p.path = p.path[:i]
	}
}
