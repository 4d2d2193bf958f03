package campaign

import (
	"cmp"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A node is one value met on a walk through a campaign.
type node struct {
	value reflect.Value
	field read.Field // as which it was met; its own name within a list
	at    place      // where it was written
	lang  string     // of the words, "" if they are for every language
	fact  string     // the fact's id that it belongs to, or ""
	rests []string   // the facts that it tells
}

// walk visits every field of everything in the campaign but its people in
// office, who are many and nobody's words: texts as one value, the words of
// each language after them.
func (c *Campaign) walk(visit func(node)) {
	for _, part := range []struct {
		name string
		of   any
	}{
		{"", c}, {"facts", &c.Facts}, {"captions", &c.Captions}, {"messages", &c.Messages}, {"threads", &c.Threads}, {"reels", &c.Reels},
		{"demands", &c.Demands}, {"steps", &c.Steps}, {"chants", &c.Chants}, {"events", &c.Events}, {"orgs", &c.Orgs}, {"contacts", &c.Contacts},
		{"offices", &c.Offices}, {"areas", &c.Areas},
		{"letters", &c.Letters}, {"pages", &c.Pages},
	} {
		node{value: valueOf(part.of), at: place{Path: part.name}}.walk(visit)
	}
}

// walkAll is walk, and the people after it.
func (c *Campaign) walkAll(visit func(node)) {
	c.walk(visit)
	node{value: valueOf(&c.People), at: place{Path: "people"}}.walk(visit)
}

func (n node) walk(visit func(node)) {
	visit(n)
	switch n.value.Kind() {
	case reflect.Struct:
		n.intoStruct(visit)
	case reflect.Slice:
		for i := range n.value.Len() {
			child := n
			child.value, child.at, child.field = n.value.Index(i), n.at.Index(i), read.Field{Name: n.field.Name}
			child.walk(visit)
		}
	case reflect.Map:
		for _, key := range read.MapKeys(n.value) {
			child := n
			child.value, child.at = n.value.MapIndex(reflect.ValueOf(key)), n.at.In(key)
			child.lang = cmp.Or(key, n.lang)
			child.walk(visit)
		}
	}
}

// inOrder goes through a map by its keys, so that what is said of its values is
// said in one order every time.
func inOrder[M ~map[string]V, V any](m M) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, key := range slices.Sorted(maps.Keys(m)) {
			if !yield(key, m[key]) {
				return
			}
		}
	}
}

func (n node) intoStruct(visit func(node)) {
	if s, ok := n.value.Addr().Interface().(interface{ where() place }); ok && s.where() != (place{}) {
		n.at = s.where()
	}
	n.resting(n.value.Addr().Interface())
	switch owner := n.value.Addr().Interface().(type) {
	case *Fact:
		n.fact = owner.ID
	case *CaptionSet:
		n.fact = owner.Fact
	case *Letter:
		n.lang = owner.Lang
		defer owner.body(n, visit)
	case *Page:
		n.lang = owner.Lang
		defer owner.body(n, visit)
	}
	for _, f := range read.FieldsOf(n.value.Type()) {
		child := n
		child.value, child.at, child.field = n.value.Field(f.Index), n.at.In(f.Name), f
		child.walk(visit)
	}
}

// body visits the words after the front matter. A letter that is sent in
// another language has the body of that one, which is visited there.
func (l *Letter) body(n node, visit func(node)) {
	if l.SentIn == "" || l.SentIn == l.Lang {
		n.value, n.at, n.field = reflect.ValueOf(l.Body), n.at.In("body"), read.Field{Name: "body"}
		visit(n)
	}
}

func (p *Page) body(n node, visit func(node)) {
	n.value, n.at, n.field = reflect.ValueOf(p.Body), n.at.In("body"), read.Field{Name: "body"}
	visit(n)
}

// short is where a node stands as its author sees it: "chart.stat.value.en"
// rather than "facts[3].chart.stat.value.en".
func short(path string) string {
	if head, rest, ok := strings.Cut(path, "]."); ok && !strings.Contains(head, ".") {
		return rest
	}
	return path
}
